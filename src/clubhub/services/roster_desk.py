"""A coordinator's desk: one state of an event's roster with all that is needed to judge every place of it.

It is read once and asked often, from any thread: it is a value, and asking it doesn't touch the club's file.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from clubhub.domain.breaks import Break
from clubhub.domain.change_kinds import CLUB, LEDGER, PEOPLE, POLLS, RULES
from clubhub.domain.club_rules import Ban
from clubhub.domain.errors import NotFound
from clubhub.domain.events import Event
from clubhub.domain.ids import AssignmentId, ChangeId, EventId, NeedId, PersonId
from clubhub.domain.people import Person
from clubhub.domain.rosters import Roster, RosterEntry
from clubhub.domain.stand_ins import Hours, StandIn, StandIns
from clubhub.services.club_facts import ClubFacts, load_facts
from clubhub.services.lookup import event_of
from clubhub.services.roster_view import load_roster
from clubhub.storage import change_log
from clubhub.storage.unit_of_work import Reader
from clubhub.support.texts import _

_BESIDE_THE_ROSTER = PEOPLE | RULES | POLLS | LEDGER | CLUB


@dataclass(frozen=True, slots=True, order=True)
class PlaceKey:
    """A place by its need and number (from 1)."""

    need_id: NeedId
    number: int


@dataclass(frozen=True, kw_only=True)
class RosterDesk:
    """`as_of` is the newest change of the club that it knows."""

    roster: Roster
    facts: ClubFacts
    as_of: ChangeId

    @cached_property
    def entries(self) -> Mapping[PlaceKey, RosterEntry]:
        """Every place, in the roster's order."""
        return {PlaceKey(entry.need.need.id, entry.place.number): entry for entry in self.roster.entries()}

    @cached_property
    def hours(self) -> Hours:
        return Hours.of(self.roster)

    @cached_property
    def warnings(self) -> Mapping[AssignmentId, tuple[Break, ...]]:
        """What speaks against those who are on places, by assignment; only where something does."""
        found = {}
        for entry in self.entries.values():
            if entry.place.person is not None and entry.place.assignment is not None:
                breaks = self.breaks(entry.place.person, entry)
                if breaks:
                    found[entry.place.assignment.id] = breaks
        return found

    def entry(self, key: PlaceKey) -> RosterEntry:
        """Raises NotFound if there is no such place (any more)."""
        entry = self.entries.get(key)
        if entry is None:
            raise NotFound(_("This place is no longer in the roster. Nothing was changed: look at the roster again."))
        return entry

    def person(self, person_id: PersonId) -> Person:
        """Raises NotFound if nobody in the club has the id."""
        person = self._people.get(person_id)
        if person is None:
            raise NotFound(_("This person is no longer in the club. Nothing was changed."))
        return person

    def breaks(
        self, person: Person, entry: RosterEntry, others: Iterable[RosterEntry] | None = None
    ) -> tuple[Break, ...]:
        """What speaks against a person on a place, whether they stand there or not; worst first.

        `others` are the places that they have besides; None: those that they have now.
        """
        besides = self.places_of(person.id) if others is None else others
        others = [other for other in besides if other.need.need.id != entry.need.need.id]
        return self.facts.breaks(person, entry, others, self.roster)

    def bans(self, need_id: NeedId) -> tuple[tuple[Ban, Person], ...]:
        """Who is kept from a need, by name."""
        found = [(ban, self._people[ban.person_id]) for ban in self.facts.rules.bans if ban.need_id == need_id]
        return tuple(sorted(found, key=lambda pair: pair[1].name.casefold()))

    def places_of(self, person_id: PersonId) -> list[RosterEntry]:
        """In order of time."""
        return self._places_of.get(person_id, [])

    def stand_ins(self, key: PlaceKey) -> StandIns:
        """Who could step in on a place: everybody who isn't on its need yet, the likeliest first. Raises NotFound."""
        entry = self.entry(key)
        there = {place.person.id for place in entry.need.places if place.person}
        return StandIns.in_order(self.stand_in(person, entry) for person in self.facts.people if person.id not in there)

    def stand_in(self, person: Person, entry: RosterEntry) -> StandIn:
        return StandIn(
            person=person,
            mark=self.facts.mark(person.id, entry.shift),
            breaks=self.breaks(person, entry),
            length=self.hours.own(person),
            household_length=self.hours.household(person),
        )

    @cached_property
    def _people(self) -> Mapping[PersonId, Person]:
        return {person.id: person for person in self.facts.people}

    @cached_property
    def _places_of(self) -> Mapping[PersonId, list[RosterEntry]]:
        return self.roster.entries_by_person()


def load_desk(reader: Reader, event_id: EventId, earlier: RosterDesk | None = None) -> RosterDesk:
    """The desk of an event as it stands: the `earlier` one if nothing in the club has changed since.

    People and answers are taken over from an `earlier` desk of the event if none of them changed since: with 5,000
    people reading them takes longer than all the rest. Raises NotFound if the event is gone.
    """
    newest = ChangeId(change_log.newest_id(reader))
    event = event_of(reader, event_id)
    if earlier and earlier.as_of == newest and earlier.roster.event.id == event_id:
        return earlier
    facts = earlier.facts if earlier and _still_holds(reader, earlier, event) else load_facts(reader, event)
    return RosterDesk(roster=load_roster(reader, event), facts=facts, as_of=newest)


def _still_holds(reader: Reader, earlier: RosterDesk, event: Event) -> bool:
    changed = change_log.kinds_since(reader, earlier.as_of)
    return earlier.roster.event.id == event.id and not changed & _BESIDE_THE_ROSTER
