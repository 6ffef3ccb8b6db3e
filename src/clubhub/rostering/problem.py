"""What the engine is asked: people, shifts and needs as plain values, with ids as text.

The names are those of the open format `clubhub-roster-instance/1`, as far as today's rules go: skills, ages, answers,
overlaps, pins and the published roster. Two things differ: an answer stands for a whole shift, and "no" is written
down, because somebody who said nothing can still be asked.

Times are real minutes from any zero (not wall-clock minutes: a night with a clock change is an hour longer or shorter).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

UNKNOWN_AGE = 18
"""Somebody whose age band is not known counts as an adult."""

Pair = tuple[str, str]
"""An assignment: (volunteer id, need id)."""

Plan = frozenset[Pair]
"""Who is on what. Pins are part of every plan."""


class Reply(StrEnum):
    """What somebody answered for the time of a shift; no reply at all is silence."""

    YES = "yes"
    MAYBE = "maybe"
    NO = "no"


class Aim(StrEnum):
    """What a plan is judged by, each a whole number, smaller is better.

    REQUIRED: heads missing below min, the roles of the highest priority first.
    WITHDRAWN: places of the published roster taken away from somebody who was told.
    OPTIONAL: heads missing between min and max.
    IF_NEED_BE: places given to people who said "if need be".
    FAIRNESS: how far the households are from their shares (see clubhub.rostering.levels).
    """

    REQUIRED = "required"
    WITHDRAWN = "withdrawn"
    OPTIONAL = "optional"
    IF_NEED_BE = "if_need_be"
    FAIRNESS = "fairness"


OBJECTIVE = tuple(Aim)
"""The order of aims, most important first.

"If need be" stands before fairness: who said it was promised to be called only where nobody said yes, and a promise
weighs more than an even count.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Volunteer:
    """`skills` maps a skill to the minute it lapses (None: never); `availability` maps a shift to a reply.

    A shift that is missing in `availability` was not answered. Every volunteer has a household, if need be of one.
    """

    id: str
    household: str
    age: int = UNKNOWN_AGE
    skills: Mapping[str, int | None] = field(default_factory=dict)
    availability: Mapping[str, Reply] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleRule:
    """`requires` are skills, all needed. The higher the `priority`, the sooner it is filled where people are few."""

    id: str
    requires: tuple[str, ...] = ()
    min_age: int = 0
    priority: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class ShiftTime:
    id: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NeedSpec:
    """A role on a shift: `min` heads are required, up to `max` fit; each earns its household `points`."""

    id: str
    shift: str
    role: str
    min: int
    max: int
    points: int


@dataclass(frozen=True, slots=True, kw_only=True)
class HouseholdShare:
    """The points that a household owes; None: an even share of what there is to do."""

    id: str
    owes: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """`pins` stay in every plan, also against the rules. `previous` is the roster as published, if it was.

    `households` may leave out those with an even share.
    """

    roles: tuple[RoleRule, ...]
    shifts: tuple[ShiftTime, ...]
    needs: tuple[NeedSpec, ...]
    volunteers: tuple[Volunteer, ...]
    households: tuple[HouseholdShare, ...] = ()
    pins: tuple[Pair, ...] = ()
    previous: tuple[Pair, ...] = ()
    objective: tuple[Aim, ...] = OBJECTIVE


def points_for(minutes: int) -> int:
    """The points of a shift of this length where the club has no rule of its own: whole hours, rounded, at least 1.

    Hours, not minutes: what a household owes is a round number too, and with finer points the proof that no fairer
    plan exists takes far longer without any household noticing the difference.
    """
    return max(1, (minutes + 30) // 60)
