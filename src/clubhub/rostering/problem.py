"""What the engine is asked: people, shifts and needs as plain values, with ids as text.

The values and names are those of the open format `clubhub-roster-instance/1` (see problem_json), with three additions:
an answer may be "no" in so many words, so that silence can be told from it; a household may owe an even share that
isn't worked out yet; and two aims stand beside those of the format.

Times are real minutes from any zero (not wall-clock minutes: a night with a clock change is an hour longer or shorter).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

UNKNOWN_AGE = 18
"""Somebody whose age band is not known counts as an adult."""

NO_LIMIT = 1_000_000
"""Minutes that nobody can reach (two years): "as much as you like"."""

Pair = tuple[str, str]
"""An assignment: (volunteer id, need id)."""

Plan = frozenset[Pair]
"""Who is on what. Pins are part of every plan."""

Two = tuple[str, str]
"""Two volunteers that a rule is about."""


class Reply(StrEnum):
    """What somebody answered for a slot; no reply at all is silence."""

    YES = "yes"
    MAYBE = "maybe"
    NO = "no"


class Aim(StrEnum):
    """What a plan is judged by, each a whole number, smaller is better.

    REQUIRED: heads missing below min, each times the priority of its role.
    WITHDRAWN: places of `previous` taken away from somebody who was told.
    CHANGES: places of `previous` not kept, and places that are not of it; 0 where there is no `previous`.
    OPTIONAL: heads missing between min and max.
    IF_NEED_BE: places given to people who said "if need be".
    FAIRNESS: how far the households are from their shares (see levels.penalty).
    PREFERENCE: per place 2 less what the person thinks of the role (2 likes it, -2 doesn't), and 3 for an "if need be".
    """

    REQUIRED = "required"
    WITHDRAWN = "withdrawn"
    CHANGES = "changes"
    OPTIONAL = "optional"
    IF_NEED_BE = "if_need_be"
    FAIRNESS = "fairness"
    PREFERENCE = "preference"


OBJECTIVE = (Aim.REQUIRED, Aim.WITHDRAWN, Aim.OPTIONAL, Aim.IF_NEED_BE, Aim.FAIRNESS, Aim.PREFERENCE)
"""The order of aims of a fill, most important first.

"If need be" stands before fairness: who said it was promised to be called only where nobody said yes, and a promise
weighs more than an even count.
"""

REPAIR_OBJECTIVE = (Aim.REQUIRED, Aim.CHANGES, Aim.OPTIONAL, Aim.IF_NEED_BE, Aim.FAIRNESS, Aim.PREFERENCE)
"""The order of aims after a cancellation: as few people as can be hear of a change."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """A time that people were asked about."""

    id: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Volunteer:
    """Somebody who may be given places; every volunteer has a household, if need be of one.

    `skills` maps a skill to the minute it lapses (None: never), `availability` a slot to a reply (missing: silence),
    `preferences` a role to 2 (likes it) or -2 (doesn't). `opted_in` are the roles they signed up for. `min_rest` is in
    minutes, between shifts of different days; `max_minutes` counts in all, `max_minutes_day` per day.
    """

    id: str
    household: str
    age: int = UNKNOWN_AGE
    skills: Mapping[str, int | None] = field(default_factory=dict)
    availability: Mapping[str, Reply] = field(default_factory=dict)
    max_minutes: int = NO_LIMIT
    max_minutes_day: int = NO_LIMIT
    min_rest: int = 0
    opted_in: frozenset[str] = frozenset()
    preferences: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleRule:
    """`requires` are skills, all needed; who hasn't signed up for an `opt_in` role isn't given it.

    A missing head costs `priority`, so that the higher it is, the sooner the role is filled where people are few.
    """

    id: str
    requires: tuple[str, ...] = ()
    min_age: int = 0
    opt_in: bool = False
    priority: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class ShiftTime:
    """Time at a place; it counts for `day` (any whole number). Who is on it said yes or "if need be" to its `slots`."""

    id: str
    start: int
    end: int
    location: str = ""
    day: int = 0
    slots: tuple[str, ...] = ()


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
    """All that a plan depends on.

    `travel` has a row and a column per location: minutes from the one to the other; a location that isn't among
    `locations` is no way off from any. Nobody younger than `adult_age` is on a shift without somebody who isn't.
    Of two people kept apart at most one is on a shift, of two kept together both or none. A ban keeps somebody from
    one need. `pins` stay in every plan, also against the rules. `previous` is the roster that people know.
    """

    roles: tuple[RoleRule, ...]
    shifts: tuple[ShiftTime, ...]
    needs: tuple[NeedSpec, ...]
    volunteers: tuple[Volunteer, ...]
    name: str = ""
    slots: tuple[Slot, ...] = ()
    locations: tuple[str, ...] = ()
    travel: tuple[tuple[int, ...], ...] = ()
    adult_age: int = 0
    households: tuple[HouseholdShare, ...] = ()
    keep_apart: tuple[Two, ...] = ()
    keep_together: tuple[Two, ...] = ()
    bans: tuple[Pair, ...] = ()
    pins: tuple[Pair, ...] = ()
    previous: tuple[Pair, ...] = ()
    objective: tuple[Aim, ...] = OBJECTIVE


def points_for(minutes: int) -> int:
    """The points of a shift of this length where the club has no rule of its own: whole hours, rounded, at least 1.

    Hours, not minutes: what a household owes is a round number too, and with finer points the proof that no fairer
    plan exists takes far longer without any household noticing the difference.
    """
    return max(1, (minutes + 30) // 60)
