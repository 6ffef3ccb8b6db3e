"""Places of a roster, one by one, by hand: assign, free, swap, pin, and what there is to know about each.

Rules that speak against a change are told, never enforced.
"""

from dataclasses import dataclass, replace

from clubhub.domain.breaks import Break
from clubhub.domain.changes import Changes
from clubhub.domain.club_rules import Ban
from clubhub.domain.errors import Conflict, InvalidInput, NotFound
from clubhub.domain.ids import AssignmentId, EventId, PersonId, new_id
from clubhub.domain.people import Person
from clubhub.domain.rosters import Assignment, RosterEntry
from clubhub.domain.stand_ins import StandIn, StandIns
from clubhub.services.empty_place import Alternatives, WhyEmpty, alternatives, why_empty
from clubhub.services.roster_desk import PlaceKey, RosterDesk, load_desk
from clubhub.services.rosters import AssignmentDone
from clubhub.storage import events, people, rosters
from clubhub.storage.database import Database
from clubhub.storage.unit_of_work import UnitOfWork
from clubhub.support.texts import _


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceStory:
    """What a place's panel tells: of an empty place why and who could step in, of a filled one about who is there.

    `others` are the person's further places in the event, in order of time; `besides` are the people who could be
    there instead; `bans` who is kept from here, by name. `owed` are the hours that the household owed in the season
    before this event; None: no duty.
    """

    entry: RosterEntry
    why: WhyEmpty | None = None
    stand_ins: StandIns | None = None
    there: StandIn | None = None
    skills: tuple[str, ...] = ()
    others: tuple[RosterEntry, ...] = ()
    bans: tuple[tuple[Ban, Person], ...] = ()
    besides: Alternatives | None = None
    owed: int | None = None


class PlaceService:
    """Places of the club's rosters."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def desk(self, event_id: EventId, earlier: RosterDesk | None = None) -> RosterDesk:
        """The event's roster with all that is needed to judge its places; see `load_desk`. Raises NotFound."""
        with self._database.read() as reader:
            return load_desk(reader, event_id, earlier)

    def story(self, desk: RosterDesk, key: PlaceKey) -> PlaceStory:
        """What there is to tell about a place. Raises NotFound if the roster has no such place."""
        entry = desk.entry(key)
        person = entry.place.person
        bans = desk.bans(key.need_id)
        if person is None:
            why = why_empty(desk.roster, desk.facts, entry)
            return PlaceStory(entry=entry, why=why, stand_ins=desk.stand_ins(key), bans=bans)
        return PlaceStory(
            entry=entry,
            bans=bans,
            there=desk.stand_in(person, entry),
            skills=tuple(desk.facts.skills[skill].name for skill in entry.need.role.skills),
            others=tuple(other for other in desk.places_of(person.id) if other.need.need.id != key.need_id),
            besides=alternatives(desk.roster, desk.facts, entry),
            owed=desk.facts.owed.get(person.household_key),
        )

    def assign(
        self, desk: RosterDesk, key: PlaceKey, person_id: PersonId, *, reason: str = "", pin: bool = True
    ) -> AssignmentDone:
        """Put a person on an empty place; pinned, they stay there when the roster is filled.

        `reason` says why the rules that speak against it may be set aside; it is kept only if one does.
        Raises NotFound if the place or the person is gone, Conflict if the place is taken, the person on the need, or
        the shift another than the desk knows.
        """
        entry, person = desk.entry(key), desk.person(person_id)
        breaks = desk.breaks(person, entry)
        with self._database.write(_title(_("assign {person} to {place}"), person, entry)) as work:
            self._check_room(work, entry, person)
            made = _assignment(key, person_id, pin=pin, override=reason.strip() if breaks else "")
            rosters.insert_assignments(work, [made])
        return AssignmentDone(changes=work.changes, warnings=_sentences(breaks))

    def free(self, desk: RosterDesk, key: PlaceKey) -> Changes:
        """Take whoever is on a place off it. Raises Conflict if that isn't who the desk knows there (any more)."""
        assignment, person = _present(desk, key)
        with self._database.write(_title(_("free {person} from {place}"), person, desk.entry(key))) as work:
            self._check_present(work, assignment)
            rosters.delete_assignments(work, [assignment])
        return work.changes

    def pin(self, desk: RosterDesk, key: PlaceKey, *, is_pinned: bool) -> Changes:
        """Say whether filling leaves a place alone. Raises Conflict like `free`."""
        assignment, person = _present(desk, key)
        title = _("pin {person} to {place}") if is_pinned else _("unpin {person} from {place}")
        with self._database.write(_title(title, person, desk.entry(key))) as work:
            self._check_present(work, assignment)
            rosters.save_assignment(work, replace(assignment, is_pinned=is_pinned))
        return work.changes

    def set_aside(self, desk: RosterDesk, key: PlaceKey, reason: str) -> Changes:
        """Keep why the rules may be set aside for who is on a place ("" takes it back). Raises Conflict like `free`."""
        assignment, person = _present(desk, key)
        title = _title(_("set rules aside for {person} on {place}"), person, desk.entry(key))
        with self._database.write(title) as work:
            self._check_present(work, assignment)
            rosters.save_assignment(work, replace(assignment, override=reason.strip()))
        return work.changes

    def swap(self, desk: RosterDesk, one: PlaceKey, other: PlaceKey) -> AssignmentDone:
        """Exchange who is on two places; if one of them is empty, the other's person moves there. Pins go along.

        Raises InvalidInput if there is nobody to move or nothing to exchange, Conflict if somebody would be on a need
        twice or somebody else has changed a place meanwhile.
        """
        moves = list(_moves(desk, one, other))
        if not moves:
            raise InvalidInput(_("Both places are empty, so there is nobody to move. Choose a filled place first."))
        if len({assignment.person_id for assignment, _key in moves}) < len(moves):
            raise InvalidInput(_("The same person is on both places, so nothing was changed."))
        first = desk.person(moves[0][0].person_id)
        title = _title(_("move {person} to {place}"), first, desk.entry(moves[0][1]))
        if len(moves) == 2:
            second = desk.person(moves[1][0].person_id)
            title = _("swap {person} and {other}").format(person=first.name, other=second.name)
        with self._database.write(title) as work:
            for assignment, _key in moves:
                self._check_present(work, assignment)
            rosters.delete_assignments(work, [assignment for assignment, _key in moves])
            for assignment, key in moves:
                self._check_room(work, desk.entry(key), desk.person(assignment.person_id))
                rosters.insert_assignments(work, [_moved(assignment, key)])
        return AssignmentDone(changes=work.changes, warnings=_after(desk, moves))

    def _check_room(self, work: UnitOfWork, entry: RosterEntry, person: Person) -> None:
        """Whether the place is as it was seen, and free; `person` must still be in the club."""
        _check_shift(work, entry)
        if not people.load_people(work, [person.id]):
            raise NotFound(_("{person} is no longer in the club. Nothing was changed.").format(person=person.name))
        there = rosters.load_assignments_of_need(work, entry.need.need.id)
        if any(assignment.person_id == person.id for assignment in there):
            raise Conflict(
                _("{person} is on that shift in this role already, so nothing was changed.").format(person=person.name)
            )
        if any(assignment.place == entry.place.number for assignment in there):
            raise Conflict(_("Somebody is on this place already, so nothing was changed. Free it first."))

    def _check_present(self, work: UnitOfWork, assignment: Assignment) -> None:
        if assignment not in rosters.load_assignments_of_need(work, assignment.need_id):
            raise Conflict(
                _("Somebody changed this place meanwhile, so nothing was changed. Look at it again, then repeat it.")
            )


def _check_shift(work: UnitOfWork, entry: RosterEntry) -> None:
    """Who else is on the need doesn't matter here; its version counts them too."""
    shift, need = entry.shift.shift, replace(entry.need.need, version=0)
    needs = (replace(found, version=0) for found in events.load_needs(work, shift.event_id))
    if shift not in events.load_shifts(work, shift.event_id) or need not in needs:
        raise Conflict(
            _("Somebody changed this shift meanwhile, so nobody was put on it. Look at it again, then repeat it.")
        )


def _present(desk: RosterDesk, key: PlaceKey) -> tuple[Assignment, Person]:
    place = desk.entry(key).place
    if place.assignment is None or place.person is None:
        raise NotFound(_("Nobody is on this place, so nothing was changed."))
    return place.assignment, place.person


def _moves(desk: RosterDesk, one: PlaceKey, other: PlaceKey) -> list[tuple[Assignment, PlaceKey]]:
    """Who goes where."""
    found = ((desk.entry(here).place.assignment, there) for here, there in ((one, other), (other, one)))
    return [(assignment, there) for assignment, there in found if assignment is not None]


def _after(desk: RosterDesk, moves: list[tuple[Assignment, PlaceKey]]) -> tuple[str, ...]:
    """What speaks against those who moved, where they are now; the places that they left don't count any more."""
    left = {(assignment.need_id, assignment.place) for assignment, _key in moves}
    found: list[str] = []
    for assignment, key in moves:
        person, entry = desk.person(assignment.person_id), desk.entry(key)
        others = [other for other in desk.places_of(person.id) if (other.need.need.id, other.place.number) not in left]
        found += _sentences(desk.breaks(person, entry, others))
    return tuple(found)


def _sentences(breaks: tuple[Break, ...]) -> tuple[str, ...]:
    return tuple(found.sentence for found in breaks)


def _title(words: str, person: Person, entry: RosterEntry) -> str:
    place = _("{role} {time}").format(role=entry.need.role.name, time=f"{entry.shift.shift.starts:%H:%M}")
    return words.format(person=person.name, place=place)


def _assignment(key: PlaceKey, person_id: PersonId, *, pin: bool, override: str) -> Assignment:
    return Assignment(
        id=AssignmentId(new_id()),
        need_id=key.need_id,
        person_id=person_id,
        place=key.number,
        is_pinned=pin,
        override=override,
    )


def _moved(assignment: Assignment, key: PlaceKey) -> Assignment:
    """A row of its own: two rows that exchange places would for a moment hold the same one. Reasons stay behind."""
    return _assignment(key, assignment.person_id, pin=assignment.is_pinned, override="")
