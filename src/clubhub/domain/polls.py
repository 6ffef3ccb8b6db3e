"""Polls: options, answers and what they mean for availability.

Times are naive wall-clock times in the zone of the event, else of the club. Silence is not "no": an option without a
mark was not answered.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from enum import StrEnum

from clubhub.domain.ids import AnswerId, EventId, OptionId, PersonId, PollId
from clubhub.support.texts import _


class Mark(StrEnum):
    YES = "yes"
    IF_NEED_BE = "if need be"
    NO = "no"

    @property
    def word(self) -> str:
        """The mark in words; silence has none."""
        return {Mark.YES: _("yes"), Mark.IF_NEED_BE: _("if need be"), Mark.NO: _("no")}[self]


@dataclass(frozen=True, slots=True, kw_only=True)
class Poll:
    """`event_id` ties an availability poll to its event; a poll tied to none may have guests."""

    id: PollId
    name: str
    event_id: EventId | None = None
    closes_at: datetime | None = None
    version: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """A time slot when it has `starts` and `ends`, else a plain choice. `position` counts from 0."""

    id: OptionId
    poll_id: PollId
    position: int
    label: str
    starts: datetime | None = None
    ends: datetime | None = None
    version: int = 1

    @property
    def is_whole_day(self) -> bool:
        """From one midnight to the next."""
        if self.starts is None or self.ends is None:
            return False
        return self.starts.time() == time.min and self.ends - self.starts == timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One person's answer, or a guest's (`person_id` None, `guest_name` set)."""

    id: AnswerId
    poll_id: PollId
    person_id: PersonId | None = None
    guest_name: str = ""
    marks: Mapping[OptionId, Mark] = field(default_factory=dict)
    comment: str = ""
    answered_at: datetime
    version: int = 1
