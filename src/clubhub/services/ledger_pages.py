"""Reads the ledger of a season."""

from collections.abc import Sequence

from clubhub.domain.ledger import Ledger, ledger_of
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
