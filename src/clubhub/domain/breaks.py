"""A broken rule: which one it is, and how it is told.

The sentences name people: show them, never log them.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from functools import lru_cache

from clubhub.domain.engagements import Engagement
from clubhub.domain.rosters import RosterEntry, RosterShift
from clubhub.support import dates
from clubhub.support.texts import _, language


class Rule(StrEnum):
    """What can speak against somebody on a place, the worst first."""

    SKILL_MISSING = "skill missing"
    SKILL_LAPSED = "skill lapsed"
    TOO_YOUNG = "too young"
    BANNED = "banned"
    NOT_SIGNED_UP = "not signed up"
    OVERLAP = "overlap"
    TOO_FAR = "too far"
    SHORT_REST = "short rest"
    OVER_DAY = "over the day's limit"
    OVER_LIMIT = "over the limit"
    KEPT_APART = "kept apart"
    MINOR_ALONE = "minor alone"
    PARTNER_MISSING = "partner missing"
    SAID_NO = "said no"
    SILENT = "silent"


@dataclass(frozen=True, slots=True, kw_only=True)
class Break:
    """One rule that a person on a place breaks; `sentence` says what it is.

    `subject` is what it is about, for a few words on a chip: the skill, the minimum age, the other role, venue or
    person, the hours; else "". `set_aside` is the reason that was kept with the other place that it is about.
    """

    rule: Rule
    sentence: str
    subject: str = ""
    set_aside: str = ""


def place_words(entry: RosterEntry) -> str:
    """Like "Timekeeper (Saturday morning, Sat 12 June 08:30–11:45)"."""
    return _place(entry.need.role.name, _name(entry.shift), entry.shift.shift.starts, entry.shift.shift.ends)


def shift_words(shift: RosterShift) -> str:
    """Like "Saturday morning, Sat 12 June 08:30–11:45"."""
    return _shift(_name(shift), shift.shift.starts, shift.shift.ends)


def engagement_words(engagement: Engagement) -> str:
    """Like `place_words`, of a place in another event."""
    return _place(engagement.role_name, engagement.shift_name, engagement.starts, engagement.ends)


def _name(shift: RosterShift) -> str:
    return (shift.session.name if shift.session else "") or shift.shift.name


@lru_cache(maxsize=1024)
def _place(role: str, name: str, starts: datetime, ends: datetime) -> str:
    return _("{role} ({name}, {starts}–{ends})").format(
        role=role, name=name, starts=dates.stamp(starts, language()), ends=f"{ends:%H:%M}"
    )


@lru_cache(maxsize=1024)
def _shift(name: str, starts: datetime, ends: datetime) -> str:
    when = dates.stamp(starts, language())
    return _("{name}, {starts}–{ends}").format(name=name, starts=when, ends=f"{ends:%H:%M}")
