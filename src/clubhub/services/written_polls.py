"""How a poll is asked, as it is typed on the command line, made into what polls are made with."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from typing import Any

from clubhub.domain.errors import InvalidInput
from clubhub.domain.person_names import NameIndex
from clubhub.domain.plain_names import plain_name
from clubhub.domain.poll_drafts import END_OF_DAY, NeedDraft, PollDraft, PollSettings
from clubhub.domain.poll_slots import Span
from clubhub.domain.polls import PollKind, Shown
from clubhub.domain.wall_time import to_utc
from clubhub.domain.written_weeks import weekly_slots
from clubhub.formats.answer_headings import heading_slots
from clubhub.storage import clubs, events, people
from clubhub.storage.unit_of_work import Reader
from clubhub.support.texts import _

NO_CHANGE = "none"
"""What takes a deadline or own words away."""

_COUNTED = re.compile(r"(\d{1,3})\s*[x×]?\s+(.+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenPoll:
    """None and empty leave things as they are; `limits` are "4" for every option, "2=4" or "Soup=4" for one."""

    kind: PollKind | None = None
    choices: Sequence[str] = ()
    weekly: Sequence[str] = ()
    limits: Sequence[str] = ()
    closes: str | None = None
    audience: str | None = None
    words: str | None = None
    shown: Shown | None = None
    note: str | None = None
    needs: Sequence[str] = ()

    def draft(self, reader: Reader, draft: PollDraft) -> PollDraft:
        """A draft with what was typed. Raises InvalidInput for what can't be read, NotFound or Conflict for names."""
        weekly = (slot for pattern in self.weekly for slot in weekly_slots(pattern))
        slots, labels = tuple(sorted((*draft.slots, *weekly))), (*draft.labels, *self.choices)
        asked: list[Span | str] = [*slots, *labels]
        rooms = self.rooms([(at, one if isinstance(one, str) else "") for at, one in enumerate(asked, 1)])
        return replace(
            draft,
            kind=self.kind or draft.kind,
            slots=slots,
            labels=labels,
            most={asked[at]: count for at, count in rooms.items() if count is not None},
            settings=self.settings(reader, draft.settings),
        )

    def settings(self, reader: Reader, present: PollSettings) -> PollSettings:
        """The same of settings alone."""
        changed: dict[str, Any] = {
            "closes_at": None if self.closes is None else self._closing(reader),
            "words": None if self.words is None else _words(self.words),
            "audience": self.audience,
            "shown": self.shown,
            "note": self.note,
            "needs": tuple(_need(reader, need) for need in self.needs) or None,
        }
        wanted = replace(present, **{name: value for name, value in changed.items() if value is not None})
        return replace(wanted, closes_at=None) if self.closes == NO_CHANGE else wanted

    def rooms(self, options: Sequence[tuple[int, str]]) -> Mapping[int, int | None]:
        """For how many there is room, by place in `options`, which are told by number and label; only what was typed.

        Raises InvalidInput for a limit that can't be read, or of an option that there isn't.
        """
        found: dict[int, int | None] = {}
        for written in self.limits:
            which, is_one, count = (part.strip() for part in written.rpartition("="))
            if not count.isdecimal() and count != NO_CHANGE:
                raise InvalidInput(
                    _("“{text}” is no limit. Write 4, or 2=4 for the second option.").format(text=written)
                )
            meant = [at for at, option in enumerate(options) if not is_one or _is_called(option, which)]
            if is_one and not meant:
                raise InvalidInput(_("The poll has no option “{name}”. Use its number or its name.").format(name=which))
            found.update(dict.fromkeys(meant, None if count == NO_CHANGE else int(count)))
        return found

    def _closing(self, reader: Reader) -> datetime | None:
        if self.closes is None or self.closes == NO_CHANGE:
            return None
        slot = heading_slots([self.closes])[0]
        if slot is None:
            raise InvalidInput(_("“{text}” is no time. Write it like 2027-06-12 18:00.").format(text=self.closes))
        starts, ends = slot
        is_day = starts.time() == time.min and ends - starts == timedelta(days=1)
        wall = datetime.combine(starts.date(), END_OF_DAY) if is_day else starts
        return to_utc(wall, clubs.load_club(reader).time_zone)


def _words(written: str) -> tuple[str, ...]:
    return () if written == NO_CHANGE else tuple(word.strip() for word in written.split(","))


def _is_called(option: tuple[int, str], which: str) -> bool:
    number, label = option
    return which == str(number) or bool(label and plain_name(label) == plain_name(which))


def _need(reader: Reader, written: str) -> NeedDraft:
    """So many of a role or group, like “2 Timekeeper”; anything else is a person."""
    found = _COUNTED.fullmatch(written.strip())
    count, name = (int(found[1]), found[2]) if found else (1, written.strip())
    for role in events.load_roles(reader):
        if plain_name(role.name) == plain_name(name):
            return NeedDraft(role_id=role.id, count=count)
    for group in people.load_groups(reader):
        if plain_name(group.name) == plain_name(name):
            return NeedDraft(group_id=group.id, count=count)
    return NeedDraft(person_id=NameIndex(people.load_people(reader)).find(name).id)
