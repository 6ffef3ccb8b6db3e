"""What a shift plan says: which roles a session needs, how many people, and from when to when."""

from dataclasses import dataclass
from enum import StrEnum
from math import ceil

from clubhub.domain.people import AgeBand

READY_PLAN = "swimming-meet"
"""The plan that comes with ClubHub, by the name of its file."""

LONGEST_MINUTES = 240
"""Half a day: the longest shift that parents accept."""

TOLERANCE_MINUTES = 15
"""So little over the limit is not worth a handover."""

HANDOVER_MINUTES = 10
PRIORITY = 5


class Point(StrEnum):
    """A moment of a session that times are counted from."""

    WARM_UP = "warm_up"
    OFFICIALS_MEETING = "officials_meeting"
    START = "start"
    END = "end"


class Occasion(StrEnum):
    """At which sessions a role is needed."""

    EVERY_SESSION = "every session"
    FIRST_OF_DAY = "first of day"
    LAST_OF_DAY = "last of day"


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """A time that moves with the session, such as half an hour before its start."""

    point: Point
    offset_minutes: int = 0

    def __str__(self) -> str:
        return f"{self.point}{self.offset_minutes:+}" if self.offset_minutes else str(self.point)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanRole:
    """One role of the plan.

    How many: `count`, or one person for every `lanes_each` lanes, twice that when `at_both_ends`; `at_most` is how many
    may come (None: no more than wanted). `shift` names the shift that roles of the same place and time share.
    `skills` are names, of which those that the club's catalogue holds are needed.
    """

    name: str
    begins: Anchor
    ends: Anchor
    count: int = 0
    lanes_each: int | None = None
    at_both_ends: bool = False
    at_most: int | None = None
    occasion: Occasion = Occasion.EVERY_SESSION
    shift: str = ""
    venue: str = ""
    skills: tuple[str, ...] = ()
    minimum_age: AgeBand | None = None
    note: str = ""
    bring: str = ""
    priority: int = PRIORITY

    @property
    def is_per_lane(self) -> bool:
        """True if place n belongs to a lane of its own."""
        return self.lanes_each == 1 and not self.at_both_ends

    def people(self, lanes: int) -> int:
        """How many are wanted at a pool with so many lanes."""
        if self.lanes_each is None:
            return self.count
        return ceil(lanes / self.lanes_each) * (2 if self.at_both_ends else 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class ShiftPlan:
    """A list of roles.

    A shift over `longest_minutes` by more than TOLERANCE_MINUTES is split into parts no longer than the limit, which
    overlap by `handover_minutes`.
    """

    name: str
    roles: tuple[PlanRole, ...]
    longest_minutes: int = LONGEST_MINUTES
    handover_minutes: int = HANDOVER_MINUTES
