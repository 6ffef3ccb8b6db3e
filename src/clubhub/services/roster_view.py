"""Puts the roster of an event together from its rows, as the one value that is shown, checked and exported."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from zoneinfo import ZoneInfo

from clubhub.domain.events import Event, Need, Role, Shift
from clubhub.domain.ids import NeedId, PersonId, RoleId, ShiftId
from clubhub.domain.people import Person
from clubhub.domain.rosters import (
    Assignment,
    Place,
    Publication,
    PublishedPlace,
    PublishedShift,
    Roster,
    RosterNeed,
    RosterShift,
)
from clubhub.storage import clubs, events, people, rosters
from clubhub.storage.engagements import load_engagements
from clubhub.storage.unit_of_work import Reader
from clubhub.support.clock import utc_now

_Told = frozenset[tuple[NeedId, PersonId]]


def load_roster(reader: Reader, event: Event) -> Roster:
    """The event's roster as it stands. A version that was given out carries its own time, a draft that of now."""
    assignments = rosters.load_assignments(reader, event.id)
    publications = rosters.load_publications(reader, event.id)
    sessions = events.load_sessions(reader, event.id)
    shifts = events.load_shifts(reader, event.id)
    newest = publications[0] if publications else None
    is_draft = newest is None or differs(newest, shifts, assignments, events.load_needs(reader, event.id))
    told = _told(publications, is_draft=is_draft)
    stamp = utc_now() if newest is None or is_draft else newest.published_at
    contact = people.load_people(reader, [event.contact_id]) if event.contact_id else []
    return Roster(
        club=clubs.load_club(reader),
        event=event,
        sessions=tuple(sessions),
        shifts=_RosterShifts(reader, event, assignments, told).build(shifts),
        stamped_at=stamp.astimezone(ZoneInfo(event.time_zone)),
        publication=newest,
        is_draft=is_draft,
        contact=contact[0] if contact else None,
        elsewhere=load_engagements(reader, event.id),
    )


def differs(
    publication: Publication, shifts: Sequence[Shift], assignments: Sequence[Assignment], needs: Sequence[Need]
) -> bool:
    """Whether times, places or people are other than in the version that was given out."""
    return (
        frozenset(publication.shifts) != frozenset(published_shifts(shifts))
        or frozenset(publication.places) != frozenset(published_places(assignments, needs))
    )  # fmt: skip


def published_shifts(shifts: Sequence[Shift]) -> list[PublishedShift]:
    return [PublishedShift(shift_id=shift.id, starts=shift.starts, ends=shift.ends) for shift in shifts]


def published_places(assignments: Sequence[Assignment], needs: Sequence[Need]) -> list[PublishedPlace]:
    shift_of = {need.id: need.shift_id for need in needs}
    return [
        PublishedPlace(
            shift_id=shift_of[assignment.need_id],
            need_id=assignment.need_id,
            place=assignment.place,
            person_id=assignment.person_id,
        )
        for assignment in assignments
    ]


def _told(publications: Sequence[Publication], *, is_draft: bool) -> _Told | None:
    """Who was told of which need by the version to compare with; None where there is none.

    A draft is compared with the newest version, a version with the one before it.
    """
    earlier = publications if is_draft else publications[1:]
    return frozenset((place.need_id, place.person_id) for place in earlier[0].places) if earlier else None


class _RosterShifts:
    """The event's rows by what they belong to."""

    def __init__(self, reader: Reader, event: Event, assignments: Sequence[Assignment], told: _Told | None) -> None:
        self._told = told
        self._roles: Mapping[RoleId, Role] = {role.id: role for role in events.load_roles(reader)}
        self._venues = {venue.id: venue for venue in events.load_venues(reader)}
        self._sessions = {session.id: session for session in events.load_sessions(reader, event.id)}
        self._people = {person.id: person for person in _assigned_people(reader, assignments)}
        self._event = event
        self._needs: dict[ShiftId, list[Need]] = defaultdict(list)
        for need in events.load_needs(reader, event.id):
            self._needs[need.shift_id].append(need)
        self._assignments: dict[NeedId, dict[int, Assignment]] = defaultdict(dict)
        for assignment in assignments:
            self._assignments[assignment.need_id][assignment.place] = assignment

    def build(self, shifts: Sequence[Shift]) -> tuple[RosterShift, ...]:
        built = [self._shift(shift) for shift in shifts]
        return tuple(sorted(built, key=lambda s: (s.shift.starts, s.venue.name if s.venue else "", s.shift.name)))

    def _shift(self, shift: Shift) -> RosterShift:
        needs = sorted(self._needs[shift.id], key=lambda need: self._rank(self._roles[need.role_id]))
        return RosterShift(
            shift=shift,
            session=self._sessions[shift.session_id] if shift.session_id else None,
            venue=self._venues[shift.venue_id] if shift.venue_id else None,
            needs=tuple(self._need(shift, need) for need in needs),
        )

    def _rank(self, role: Role) -> tuple[int, str]:
        return role.priority, role.name

    def _need(self, shift: Shift, need: Need) -> RosterNeed:
        """Every version only ever grows, so their sum does; a calendar needs no more of its SEQUENCE."""
        assigned = self._assignments[need.id]
        count = max(need.max_count, *assigned) if assigned else need.max_count
        return RosterNeed(
            need=need,
            role=self._roles[need.role_id],
            places=tuple(self._place(need, number, assigned.get(number)) for number in range(1, count + 1)),
            sequence=self._event.version + shift.version + need.version - 3,
        )

    def _place(self, need: Need, number: int, assignment: Assignment | None) -> Place:
        person = self._people[assignment.person_id] if assignment else None
        is_new = bool(person and self._told is not None and (need.id, person.id) not in self._told)
        return Place(
            number=number, person=person, assignment=assignment, is_required=number <= need.min_count, is_new=is_new
        )


def _assigned_people(reader: Reader, assignments: Sequence[Assignment]) -> list[Person]:
    return people.load_people(reader, list({assignment.person_id for assignment in assignments}))
