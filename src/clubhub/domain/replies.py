"""Answers on their way in: what somebody wrote, what it says about a poll, and what is to be thought of it.

Nothing here is counted yet: a person looks at it first (see services.answers_in).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from clubhub.domain.answer_codes import AnswerCode
from clubhub.domain.ids import OptionId
from clubhub.domain.polls import Mark, Road
from clubhub.support.texts import _


@dataclass(frozen=True, slots=True, kw_only=True)
class InvitationReply:
    """What a calendar program sent back: `mark` is None for an answer that is none yet."""

    uid: str
    mark: Mark | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """One thing that somebody wrote.

    `author` is the name or the phone number as it stands there, `address` a mail address, both "" if not told.
    `sent_at` is aware, or a naive wall-clock time in the club's zone, or None. `quoted` is what was only quoted in it.
    `is_alone` says that it was brought in by itself, not found between others in a chat.
    """

    text: str
    road: Road
    author: str = ""
    address: str = ""
    sent_at: datetime | None = None
    quoted: str = ""
    invitation: InvitationReply | None = None
    is_alone: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Incoming:
    """What was pasted or dropped, before it is anybody's answer: messages, or a `text` that isn't taken apart yet."""

    text: str = ""
    messages: tuple[Message, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplyRead:
    """What a text says about a poll's options; silent ones have no mark.

    `doubts` are sentences on what is not clear: with one of them the answer is a guess. `code` is the line of code that
    it was read from or signed by; `is_damaged` says that there was one whose check doesn't hold. `is_talk` says that
    most of it is about something else: between other messages it is no answer.
    """

    marks: Mapping[OptionId, Mark] = field(default_factory=dict)
    ranking: tuple[OptionId, ...] = ()
    said: str = ""
    comment: str = ""
    code: AnswerCode | None = None
    is_damaged: bool = False
    is_talk: bool = False
    doubts: tuple[str, ...] = ()

    @property
    def says_something(self) -> bool:
        return bool(self.marks or self.ranking or self.said)

    def says_the_same_as(self, other: "ReplyRead") -> bool:
        return (dict(self.marks), self.ranking, self.said) == (dict(other.marks), other.ranking, other.said)


class Verdict(StrEnum):
    """What is to be thought of an answer that came in. Only the sure ones may be counted without another look."""

    SURE = "sure"
    UNSURE = "unsure"
    UNSIGNED = "unsigned"
    FOREIGN = "foreign"
    CONTRADICTORY = "contradictory"
    LATE = "late"
    OLDER = "older"
    REPLACED = "replaced"
    SAME = "same"
    UNKNOWN_PERSON = "unknown person"
    OTHER_POLL = "other poll"
    NOT_AN_ANSWER = "not an answer"

    @property
    def word(self) -> str:
        return {
            Verdict.SURE: _("Sure"),
            Verdict.UNSURE: _("Unsure"),
            Verdict.UNSIGNED: _("To be checked: unsigned"),
            Verdict.FOREIGN: _("To be checked: foreign"),
            Verdict.CONTRADICTORY: _("Contradictory"),
            Verdict.LATE: _("Too late"),
            Verdict.OLDER: _("Older than what stands"),
            Verdict.REPLACED: _("Replaced by a later one"),
            Verdict.SAME: _("As it stands"),
            Verdict.UNKNOWN_PERSON: _("Unknown person"),
            Verdict.OTHER_POLL: _("Another poll"),
            Verdict.NOT_AN_ANSWER: _("No answer"),
        }[self]

    @property
    def can_be_taken(self) -> bool:
        """Whether somebody who looked at it may count it all the same."""
        return self not in {Verdict.OTHER_POLL, Verdict.NOT_AN_ANSWER, Verdict.SAME}
