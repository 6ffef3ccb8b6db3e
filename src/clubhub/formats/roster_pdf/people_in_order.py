"""Everybody on a roster with their places."""

from collections import defaultdict

from clubhub.domain.ids import PersonId
from clubhub.domain.people import Person
from clubhub.domain.rosters import Roster, RosterEntry
from clubhub.formats.name_order import by_family_name


def people_with_places(roster: Roster) -> list[tuple[Person, list[RosterEntry]]]:
    """By family name in the club's alphabet; places in order of time. One pass: a roster can hold 5,000 people."""
    people: dict[PersonId, Person] = {}
    places: dict[PersonId, list[RosterEntry]] = defaultdict(list)
    for entry in roster.entries():
        if entry.place.person:
            people[entry.place.person.id] = entry.place.person
            places[entry.place.person.id].append(entry)
    return [(person, places[person.id]) for person in by_family_name(people.values(), roster.club)]
