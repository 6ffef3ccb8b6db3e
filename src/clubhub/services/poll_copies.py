"""A poll made like another: its options and all it is asked with, but nobody's answers."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from clubhub.domain.errors import InvalidInput
from clubhub.domain.ids import OptionId, PollId, new_id
from clubhub.domain.poll_drafts import tidied
from clubhub.domain.polls import Option, Poll
from clubhub.services.new_options import slot_label
from clubhub.services.poll_codes import with_code
from clubhub.services.poll_settings import draft_of, need_of
from clubhub.storage import clubs, poll_records, polls
from clubhub.storage.unit_of_work import UnitOfWork
from clubhub.support.clock import utc_now
from clubhub.support.texts import _


class PollCopy:
    """`poll` is the new one, not written yet. Raises InvalidInput for an empty name."""

    def __init__(self, work: UnitOfWork, original: Poll, name: str, later: timedelta) -> None:
        if not tidied(name):
            raise InvalidInput(_("The poll needs a name. Nothing was made."))
        self._work = work
        self._original = original
        self._later = later
        self._club = clubs.load_club(work)
        self.poll = replace(
            original, id=PollId(new_id()), name=tidied(name), closes_at=self._closing(), code="", secret="", version=1,
            event_id=None if later else original.event_id,
        )  # fmt: skip

    def write(self) -> None:
        polls.insert_poll(self._work, with_code(self._work, self.poll))
        ordered = enumerate(polls.load_options(self._work, self._original.id))
        polls.insert_options(self._work, [self._option(position, option) for position, option in ordered])
        needs = poll_records.load_needs(self._work, self._original.id)
        poll_records.insert_needs(self._work, [need_of(self.poll.id, draft_of(need)) for need in needs])

    def _closing(self) -> datetime | None:
        """At the same hour of the club's clock, so many days later; None if that has passed."""
        if self._original.closes_at is None:
            return None
        wall = self._original.closes_at.astimezone(ZoneInfo(self._club.time_zone))
        moved = (wall + self._later).astimezone(UTC)
        return moved if moved > utc_now() else None

    def _option(self, position: int, option: Option) -> Option:
        copied = replace(option, id=OptionId(new_id()), poll_id=self.poll.id, position=position, version=1)
        if option.starts is None or option.ends is None or not self._later:
            return copied
        slot = (option.starts + self._later, option.ends + self._later)
        return replace(copied, starts=slot[0], ends=slot[1], label=slot_label(slot, self._club.language))
