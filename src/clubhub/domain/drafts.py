"""An event as a file describes it, before it is in the club: what every reader of programmes returns.

Every `datetime` is naive: wall-clock time in the draft's `time_zone`. Names stand for ids.
"""

from dataclasses import dataclass
from datetime import date, datetime

from clubhub.domain.people import AgeBand


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionDraft:
    number: int
    name: str
    starts: datetime
    ends: datetime
    warm_up: datetime | None = None
    officials_meeting: datetime | None = None
    ends_is_estimated: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class NeedDraft:
    """`skills` are names for the one skill needed: the first that the club has as a skill counts, or none does."""

    role: str
    min_count: int
    max_count: int
    skills: tuple[str, ...] = ()
    minimum_age: AgeBand | None = None
    note: str = ""
    bring: str = ""
    priority: int = 5
    is_per_lane: bool = False
    first_lane: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class ShiftDraft:
    """`key` stays the same when the file is brought in again, also when times move."""

    key: str
    name: str
    starts: datetime
    ends: datetime
    needs: tuple[NeedDraft, ...]
    venue: str = ""
    session_number: int | None = None
    part: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class EventDraft:
    """`estimates` are sentences about what the file didn't say; `warnings` about what looks wrong in it."""

    name: str
    starts_on: date
    ends_on: date
    time_zone: str
    shifts: tuple[ShiftDraft, ...]
    sessions: tuple[SessionDraft, ...] = ()
    city: str = ""
    lanes: int | None = None
    estimates: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
