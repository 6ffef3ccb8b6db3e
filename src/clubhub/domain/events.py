"""Events and what they are made of: sessions, shifts at venues, and needs for roles.

Every `datetime` here is naive: wall-clock time in the event's `time_zone`.
"""

from dataclasses import dataclass
from datetime import date, datetime

from clubhub.domain.ids import EventId, NeedId, PersonId, RoleId, SessionId, ShiftId, SkillId, VenueId
from clubhub.domain.people import AgeBand


@dataclass(frozen=True, slots=True, kw_only=True)
class Venue:
    id: VenueId
    name: str
    version: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """What somebody does on a shift. `skills` are all needed; `note` is a short line for paper ("one per lane").

    `wanted_skills` are names for one skill, the likeliest first: whichever of them the club has as a skill now is among
    `skills`; while it has none, anybody may do it. `bring` says what to have along. `priority` orders roles when people
    are few: 1 first. A role that `is_opt_in` is only for those who have signed up for it.
    """

    id: RoleId
    name: str
    skills: tuple[SkillId, ...] = ()
    wanted_skills: tuple[str, ...] = ()
    minimum_age: AgeBand | None = None
    note: str = ""
    bring: str = ""
    priority: int = 5
    is_opt_in: bool = False
    version: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """`estimates` are sentences about what the source didn't say and was taken as likely.

    `contact_id` is whom helpers call. `lanes` is None for an event without lanes.
    """

    id: EventId
    name: str
    starts_on: date
    ends_on: date
    time_zone: str
    city: str = ""
    lanes: int | None = None
    contact_id: PersonId | None = None
    estimates: tuple[str, ...] = ()
    version: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """A part of an event's programme. `ends_is_estimated` says that no file or person gave the end."""

    id: SessionId
    event_id: EventId
    number: int
    name: str
    starts: datetime
    ends: datetime
    warm_up: datetime | None = None
    officials_meeting: datetime | None = None
    ends_is_estimated: bool = False
    version: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift:
    """Time at a venue. `starts` is when people must be there, `ends` when they may go.

    `source_key` is what a re-imported file is matched by ("" when made by hand).
    `part` counts the parts of a shift that was split with a handover, from 1.
    """

    id: ShiftId
    event_id: EventId
    name: str
    starts: datetime
    ends: datetime
    session_id: SessionId | None = None
    venue_id: VenueId | None = None
    source_key: str = ""
    part: int = 1
    version: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """A role on a shift: at least `min_count` people are wanted, at most `max_count` fit.

    When `is_per_lane`, place n stands at lane `first_lane` + n - 1.
    """

    id: NeedId
    shift_id: ShiftId
    role_id: RoleId
    min_count: int
    max_count: int
    is_per_lane: bool = False
    first_lane: int = 1
    version: int = 1

    def lane(self, place: int) -> int | None:
        """The lane of a place (counted from 1), or None where lanes don't matter."""
        return self.first_lane + place - 1 if self.is_per_lane else None
