"""Everybody on a roster with their places."""

from clubhub.domain.people import Person
from clubhub.domain.rosters import Roster, RosterEntry
from clubhub.formats.name_order import by_family_name


def people_with_places(roster: Roster) -> list[tuple[Person, list[RosterEntry]]]:
    """By family name in the club's alphabet; places in order of time."""
    places = roster.entries_by_person()
    return [(person, places[person.id]) for person in by_family_name(roster.people(), roster.club)]
