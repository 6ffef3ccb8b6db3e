"""Reads the ledger of a season."""

from collections.abc import Sequence

from clubhub.domain.ledger import HouseholdBalance, Ledger, ledger_of
from clubhub.domain.people import Person
from clubhub.domain.seasons import Season
from clubhub.storage import clubs, ledger, people
from clubhub.storage.unit_of_work import Reader
from clubhub.support.clock import utc_now


def load_ledger(reader: Reader, season: Season, everybody: Sequence[Person]) -> Ledger:
    """What has ended by now counts as done."""
    return ledger_of(
        clubs.load_club(reader),
        season,
        people=everybody,
        households=people.load_households(reader),
        turns=ledger.load_turns(reader, season, utc_now()),
        entries=ledger.load_entries(reader, season),
    )


def load_page(reader: Reader, season: Season, person: Person) -> HouseholdBalance:
    """The page of a person's household alone, as the ledger has it, without reading everybody's."""
    key = person.household_key
    members = people.load_household(reader, person.household_id) if person.household_id else [person]
    ids = [member.id for member in members]
    entries = ledger.load_entries(reader, season)
    book = ledger_of(
        clubs.load_club(reader),
        season,
        people=members,
        households=[household for household in people.load_households(reader) if household.id == key],
        turns=ledger.load_turns(reader, season, utc_now(), ids),
        entries=[entry for entry in entries if entry.household_id == key or entry.person_id in ids],
    )
    return book.balances[0]
