"""How much a person works at the most, as it is typed."""

from dataclasses import dataclass

from clubhub.domain.club_rules import LONGEST_REST
from clubhub.domain.errors import InvalidInput
from clubhub.support.texts import _

MOST_MINUTES = 10_000 * 60
"""Of an event, a season or a ledger's entry: more is a slip of the pen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """In minutes, with the meanings of the fields of `Person`; None: no limit, or the club's rest."""

    max_minutes: int | None = None
    max_minutes_day: int | None = None
    min_rest: int | None = None


def check_limits(limits: Limits) -> None:
    """Raises InvalidInput with a sentence on what can't be."""
    if not 0 <= (limits.max_minutes or 0) <= MOST_MINUTES:
        raise InvalidInput(_("The most hours in an event are a number from 0 to 10,000. Nothing was changed."))
    if not 0 <= (limits.max_minutes_day or 0) <= 24 * 60:
        raise InvalidInput(_("The most hours on a day are a number from 0 to 24. Nothing was changed."))
    check_rest(limits.min_rest or 0)


def check_rest(minutes: int) -> None:
    """Raises InvalidInput for a rest that can't be."""
    if not 0 <= minutes <= LONGEST_REST:
        raise InvalidInput(_("The rest between days is a number of hours from 0 to 24. Nothing was changed."))
