"""Polls: options, answers and what they mean for availability.

Times are naive wall-clock times in the zone of the event, else of the club. Silence is not "no": an option without a
mark was not answered.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from enum import StrEnum

from clubhub.domain.ids import (
    AnswerId,
    DecisionId,
    EventId,
    GroupId,
    OptionId,
    PersonId,
    PollId,
    PollNeedId,
    ReminderId,
    RoleId,
    UsualAnswerId,
)
from clubhub.domain.people import Channel
from clubhub.support.texts import _


class Mark(StrEnum):
    YES = "yes"
    IF_NEED_BE = "if need be"
    NO = "no"

    @property
    def word(self) -> str:
        """The mark in words; silence has none."""
        return {Mark.YES: _("yes"), Mark.IF_NEED_BE: _("if need be"), Mark.NO: _("no")}[self]


class PollKind(StrEnum):
    """What a poll asks: a mark for each option, to choose one or several, to rank them, or to write something."""

    MARKS = "marks"
    ONE = "one"
    SEVERAL = "several"
    RANKED = "ranked"
    NUMBER = "number"
    TEXT = "text"

    @property
    def has_options(self) -> bool:
        return self not in {PollKind.NUMBER, PollKind.TEXT}


class Shown(StrEnum):
    """What members get to see of the others' answers in whatever leaves the club's file."""

    NAMES = "names"
    COUNTS = "counts"
    NOTHING = "nothing"


class Road(StrEnum):
    """How an answer came in. HANDED: on the club's own computer, which went from hand to hand."""

    TYPED = "typed"
    FILE = "file"
    CHAT = "chat"
    MAIL = "mail"
    CALENDAR = "calendar"
    HANDED = "handed"

    @property
    def phrase(self) -> str:
        return {
            Road.TYPED: _("typed in by the coordinator"),
            Road.FILE: _("from a file"),
            Road.CHAT: _("from a chat"),
            Road.MAIL: _("by mail"),
            Road.CALENDAR: _("from a calendar"),
            Road.HANDED: _("on the laptop handed round"),
        }[self]


@dataclass(frozen=True, slots=True, kw_only=True)
class Poll:
    """`event_id` ties an availability poll to its event; a poll tied to none may have guests.

    `closes_at` is UTC. `words` are the club's own for yes, if need be and no, or empty for the usual ones. `audience`
    is the rule for who is asked (see domain.audiences), empty for everybody. `code` names the poll in answers that
    come back; with `secret` (hex) each person gets an own key, see domain.answer_keys. A poll is made with both; one of
    an older file may have neither yet.
    """

    id: PollId
    name: str
    event_id: EventId | None = None
    closes_at: datetime | None = None
    kind: PollKind = PollKind.MARKS
    note: str = ""
    words: tuple[str, ...] = ()
    audience: str = ""
    shown: Shown = Shown.NAMES
    code: str = ""
    secret: str = ""
    version: int = 1

    def word(self, mark: Mark) -> str:
        """A mark in the poll's words."""
        return self.words[list(Mark).index(mark)] if self.words else mark.word


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """A time slot when it has `starts` and `ends`, else a plain choice. `position` counts from 0 and never changes.

    `most` is how many people there is room for; who says yes after that waits (see domain.waiting_lists).
    """

    id: OptionId
    poll_id: PollId
    position: int
    label: str
    starts: datetime | None = None
    ends: datetime | None = None
    most: int | None = None
    version: int = 1

    @property
    def number(self) -> int:
        """What the option is called on ballots: 1 for the first."""
        return self.position + 1

    @property
    def is_whole_day(self) -> bool:
        """From one midnight to the next."""
        if self.starts is None or self.ends is None:
            return False
        return self.starts.time() == time.min and self.ends - self.starts == timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One person's answer, or a guest's (`person_id` None, `guest_name` set).

    Of a poll that lets people choose, the chosen options are marked yes. `ranking` is the options of a ranked poll, the
    best first; `said` is a number (with a point for decimals) or a text. `yes_since` tells for each option since
    when it is marked yes without a break (UTC), which is the order of waiting lists.
    """

    id: AnswerId
    poll_id: PollId
    person_id: PersonId | None = None
    guest_name: str = ""
    marks: Mapping[OptionId, Mark] = field(default_factory=dict)
    ranking: tuple[OptionId, ...] = ()
    said: str = ""
    yes_since: Mapping[OptionId, datetime] = field(default_factory=dict)
    road: Road = Road.TYPED
    comment: str = ""
    answered_at: datetime
    version: int = 1

    @property
    def says_anything(self) -> bool:
        """A comment alone is an answer too: whoever wrote one isn't asked again."""
        return bool(self.marks or self.ranking or self.said or self.comment)


@dataclass(frozen=True, slots=True, kw_only=True)
class PollNeed:
    """Who must be able to come: one person, or `count` people of a group or fit for a role; exactly one id is set."""

    id: PollNeedId
    poll_id: PollId
    person_id: PersonId | None = None
    group_id: GroupId | None = None
    role_id: RoleId | None = None
    count: int = 1
    version: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """The option that was chosen, with the sentence that says why. At most one for each poll."""

    id: DecisionId
    poll_id: PollId
    option_id: OptionId
    reason: str = ""
    decided_at: datetime
    version: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Reminder:
    """Somebody was asked again. `channel` is the road the reminder took."""

    id: ReminderId
    poll_id: PollId
    person_id: PersonId
    channel: Channel
    reminded_at: datetime
    version: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class UsualAnswer:
    """What somebody says to every slot of a weekday, or between two times of it: "never on Tuesdays".

    `weekday` is 0 for Monday, as in Python's calendar. `starts` and `ends` are minutes after midnight, both None for
    the whole day.
    """

    id: UsualAnswerId
    person_id: PersonId
    weekday: int
    starts: int | None = None
    ends: int | None = None
    mark: Mark
    version: int = 1
