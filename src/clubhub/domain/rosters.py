"""The roster of an event: who is on which place, as one value that every sheet, page and calendar is made from."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from clubhub.domain.clubs import Club
from clubhub.domain.engagements import Elsewhere
from clubhub.domain.events import Event, Need, Role, Session, Shift, Venue
from clubhub.domain.ids import AssignmentId, EventId, NeedId, PersonId, PublicationId, ShiftId
from clubhub.domain.people import Person


@dataclass(frozen=True, slots=True, kw_only=True)
class Assignment:
    """A person on a place of a need (places count from 1). `override` says which warning was set aside, and why."""

    id: AssignmentId
    need_id: NeedId
    person_id: PersonId
    place: int
    is_pinned: bool = False
    override: str = ""
    version: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedShift:
    """The wall-clock times of a shift as they were given out."""

    shift_id: ShiftId
    starts: datetime
    ends: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedPlace:
    shift_id: ShiftId
    need_id: NeedId
    place: int
    person_id: PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """A version of the roster that was given out. `number` counts from 1; `published_at` is aware, in UTC.

    `shifts` are all shifts of that version, `places` the filled ones.
    """

    id: PublicationId
    event_id: EventId
    number: int
    published_at: datetime
    shifts: tuple[PublishedShift, ...]
    places: tuple[PublishedPlace, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One place of a need; `person` is None while it is open.

    `is_required` places count towards min_count. `is_new`: the person was put here after the last version before this
    one (or after the newest, in a draft).
    """

    number: int
    person: Person | None = None
    assignment: Assignment | None = None
    is_required: bool = True
    is_new: bool = False

    @property
    def is_open(self) -> bool:
        """A required place with nobody on it: the hole in the roster."""
        return self.person is None and self.is_required


@dataclass(frozen=True, slots=True, kw_only=True)
class RosterNeed:
    """`sequence` grows with every change that a calendar should hear of."""

    need: Need
    role: Role
    places: tuple[Place, ...]
    sequence: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class RosterShift:
    shift: Shift
    session: Session | None
    venue: Venue | None
    needs: tuple[RosterNeed, ...]

    @property
    def work_starts(self) -> datetime:
        """When the work itself begins: the session's start if people must be there earlier, else the shift's.

        A shift of which most lies before the session (parking cars, laying out lane ropes) is work from its start.
        """
        if self.session and self.shift.starts < self.session.starts < self.shift.ends:
            is_preparation = self.session.starts - self.shift.starts >= self.shift.ends - self.session.starts
            return self.shift.starts if is_preparation else self.session.starts
        return self.shift.starts

    @property
    def length(self) -> timedelta:
        """Wall-clock length; see domain.wall_time for the real length over a clock change."""
        return self.shift.ends - self.shift.starts


@dataclass(frozen=True, slots=True, kw_only=True)
class RosterEntry:
    """One place with all that stands around it."""

    shift: RosterShift
    need: RosterNeed
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Roster:
    """`shifts` are ordered by start, then venue, then name. `stamped_at` (aware, in the event's zone) goes on paper.

    `publication` is the newest version given out (None: never); `is_draft` says that something changed since. The stamp
    of a draft is the time of looking at it, of a version that of its publication.
    `elsewhere` are the places that people of the club have in other events at about the time of this one.
    """

    club: Club
    event: Event
    sessions: tuple[Session, ...]
    shifts: tuple[RosterShift, ...]
    stamped_at: datetime
    publication: Publication | None = None
    is_draft: bool = True
    contact: Person | None = None
    elsewhere: Elsewhere = field(default_factory=dict)

    def entries(self) -> Iterator[RosterEntry]:
        """Every place, in the order of shifts, needs and places."""
        for shift in self.shifts:
            for need in shift.needs:
                for place in need.places:
                    yield RosterEntry(shift=shift, need=need, place=place)

    def entries_of(self, person_id: PersonId) -> list[RosterEntry]:
        """A person's places, in order of time."""
        return [entry for entry in self.entries() if entry.place.person and entry.place.person.id == person_id]

    def entries_by_person(self) -> dict[PersonId, list[RosterEntry]]:
        """Everybody's places, each person's in order of time. One pass: a roster can hold 5,000 people."""
        found: dict[PersonId, list[RosterEntry]] = {}
        for entry in self.entries():
            if entry.place.person:
                found.setdefault(entry.place.person.id, []).append(entry)
        return found

    @property
    def open_count(self) -> int:
        """How many places that must be filled have nobody."""
        return sum(entry.place.is_open for entry in self.entries())

    def people(self) -> list[Person]:
        """Everybody with a place, each once, in no particular order."""
        return list({e.place.person.id: e.place.person for e in self.entries() if e.place.person}.values())
