"""A poll's settings in words, deadlines in the club's zone, and the names by which somebody can be needed."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from clubhub.domain.errors import InvalidInput
from clubhub.domain.plain_names import plain_name
from clubhub.domain.poll_drafts import NeedDraft, PollSettings
from clubhub.domain.polls import PollKind, Shown
from clubhub.services.poll_forms import PollFormChoices, PollSheet
from clubhub.support.texts import _, plural


def kind_names() -> dict[PollKind, str]:
    """How each kind is answered."""
    return {
        PollKind.MARKS: _("Yes, if need be or no to each"),
        PollKind.ONE: _("One of them"),
        PollKind.SEVERAL: _("Any number of them"),
        PollKind.RANKED: _("An order, the best first"),
        PollKind.NUMBER: _("A number"),
        PollKind.TEXT: _("A short text"),
    }


def kind_note(sheet: PollSheet, chosen: PollKind) -> str:
    """What somebody must know who wants a poll to be answered in another way; "" for nothing."""
    if chosen is not sheet.poll.kind:
        return _("What has gone out asks in the old way, and its ballots are void then: ask again.")
    if sheet.poll.event_id is not None:
        return _("An event’s poll stays so, since rosters are filled by it.")
    if len(sheet.kinds) < len(PollKind):
        return _(
            "Offered is what loses none of the answers. A copy has no answers yet, and can be answered in any way."
        )
    return ""


def shown_names() -> dict[Shown, str]:
    return {
        Shown.NAMES: _("Who answered what"),
        Shown.COUNTS: _("How many answered what"),
        Shown.NOTHING: _("Nothing of the others’ answers"),
    }


def closing(day: date | None, at: time, zone: str) -> datetime | None:
    """The moment (UTC) of the club's wall-clock time, None without a day."""
    return datetime.combine(day, at, ZoneInfo(zone)).astimezone(UTC) if day else None


def closing_wall(closes_at: datetime, zone: str) -> datetime:
    """The naive wall-clock time in the club's zone."""
    return closes_at.astimezone(ZoneInfo(zone)).replace(tzinfo=None)


def more_words(settings: PollSettings) -> str:
    """What stands in the part that is folded away, in a line; "" where all of it is as usual."""
    parts = [_("a note")] if settings.note else []
    if settings.words:
        parts.append(_("own words ({words})").format(words=", ".join(settings.words)))
    if settings.shown is not Shown.NAMES:
        parts.append(_("others see: {what}").format(what=shown_names()[settings.shown]))
    if settings.needs:
        parts.append(plural("{count} need", "{count} needs", len(settings.needs)))
    return "; ".join(parts)


class NeedNames:
    """Who can be needed, by name: "2 Timekeeper", "Anna Lind", "3 of Band"."""

    def __init__(self, choices: PollFormChoices) -> None:
        self._of_role = {role.id: role.name for role in choices.roles}
        self._of_group = {group.id: group.name for group in choices.groups}
        self._of_person = {person.id: person.name for person in choices.people}
        self._drafts: dict[str, NeedDraft] = {}
        for name, draft in self._offered():
            self._drafts.setdefault(plain_name(name), draft)

    def offered(self) -> list[str]:
        """Roles, groups, then people."""
        return [name for name, _draft in self._offered()]

    def draft(self, name: str, count: int) -> NeedDraft:
        """Who is meant by a name that was offered or typed. Raises InvalidInput for another."""
        found = self._drafts.get(plain_name(name))
        if found is None:
            raise InvalidInput(_("There is no role, group or person called “{name}”.").format(name=name.strip()))
        return NeedDraft(
            person_id=found.person_id, group_id=found.group_id, role_id=found.role_id,
            count=1 if found.person_id is not None else count,
        )  # fmt: skip

    def words(self, need: NeedDraft) -> str:
        """Like "2 × Timekeeper"; somebody who has left the club since has no name any more."""
        if need.person_id is not None:
            return self._of_person.get(need.person_id, _("somebody who has left"))
        name = self._of_role.get(need.role_id) if need.role_id is not None else None
        if need.group_id is not None:
            group = self._of_group.get(need.group_id)
            name = _("of {group}").format(group=group) if group else None
        return _("{count} × {name}").format(count=need.count, name=name or _("what is no longer in the club"))

    def _offered(self) -> Iterable[tuple[str, NeedDraft]]:
        yield from ((name, NeedDraft(role_id=key)) for key, name in self._of_role.items())
        yield from (
            (_("of {group}").format(group=name), NeedDraft(group_id=key)) for key, name in self._of_group.items()
        )
        yield from ((name, NeedDraft(person_id=key)) for key, name in self._of_person.items())
