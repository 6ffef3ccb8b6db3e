"""The ledger: what each household owes the club in a season, what it has done, and what it is going to do.

What counts are the places that its people have had on rosters, in real time, and what was entered by hand.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TypeVar

from clubhub.domain.clubs import Club
from clubhub.domain.ids import EventId, HouseholdId, LedgerEntryId, PersonId
from clubhub.domain.people import Household, HouseholdKey, Person
from clubhub.domain.seasons import Season
from clubhub.domain.wall_time import hours_text

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerEntry:
    """Work that no roster knows of, such as "baked cakes". Negative minutes take something back.

    It counts for a household; `person_id` is set instead for somebody who has none, and counts for the household that
    they join.
    """

    id: LedgerEntryId
    done_on: date
    minutes: int
    note: str = ""
    household_id: HouseholdId | None = None
    person_id: PersonId | None = None
    version: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """A place on a shift that somebody has or had. `starts` is wall-clock time; `is_done`: the shift has ended."""

    person_id: PersonId
    event_id: EventId
    event_name: str
    role_name: str
    starts: datetime
    minutes: int
    is_done: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class HouseholdBalance:
    """One household's page. `household` is None for somebody without one, who is the only one of `members` then.

    `duty_minutes` is what it owes (None: the club asks for nothing, 0: it is exempt). `turns` are in order of time,
    `entries` by day.
    """

    key: HouseholdKey
    name: str
    household: Household | None
    members: tuple[Person, ...]
    duty_minutes: int | None
    turns: tuple[Turn, ...] = ()
    entries: tuple[LedgerEntry, ...] = ()

    @property
    def served_minutes(self) -> int:
        """On shifts that have ended."""
        return sum(turn.minutes for turn in self.turns if turn.is_done)

    @property
    def planned_minutes(self) -> int:
        """On shifts that are still to come."""
        return sum(turn.minutes for turn in self.turns if not turn.is_done)

    @property
    def entered_minutes(self) -> int:
        return sum(entry.minutes for entry in self.entries)

    @property
    def done_minutes(self) -> int:
        return self.served_minutes + self.entered_minutes

    @property
    def balance_minutes(self) -> int | None:
        """Done less owed: negative while something is owed. Planned shifts don't count. None without a duty."""
        return None if self.duty_minutes is None else self.done_minutes - self.duty_minutes

    def left_minutes(self, *, without: EventId | None = None) -> int | None:
        """What is still owed when all that is planned is done, 0 at the least; None without a duty.

        `without` leaves an event out, so that its own roster can be planned.
        """
        if self.duty_minutes is None:
            return None
        served = sum(turn.minutes for turn in self.turns if turn.event_id != without)
        return max(0, self.duty_minutes - self.entered_minutes - served)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledger:
    """All households of a season, by name; `club` has what it asks of each."""

    club: Club
    season: Season
    balances: tuple[HouseholdBalance, ...]


def ledger_of(
    club: Club,
    season: Season,
    *,
    people: Sequence[Person],
    households: Iterable[Household],
    turns: Iterable[Turn],
    entries: Iterable[LedgerEntry],
) -> Ledger:
    """`turns` and `entries` are those of the season, `people` everybody; a household needs nobody to have a page."""
    key_of = {person.id: person.household_key for person in people}
    members = _by_key((person.household_key, person) for person in people)
    served = _by_key((key_of[turn.person_id], turn) for turn in turns if turn.person_id in key_of)
    entered = _by_key((_key_of_entry(entry, key_of), entry) for entry in entries)
    homes: dict[HouseholdKey, Household | None] = dict.fromkeys(members)
    homes |= {household.id: household for household in households}
    balances = [
        HouseholdBalance(
            key=key,
            name=household.name if household else members[key][0].name,
            household=household,
            members=tuple(members.get(key, ())),
            duty_minutes=duty_of(club, household),
            turns=tuple(sorted(served.get(key, ()), key=lambda turn: turn.starts)),
            entries=tuple(sorted(entered.get(key, ()), key=lambda entry: entry.done_on)),
        )
        for key, household in homes.items()
    ]
    return Ledger(
        club=club, season=season, balances=tuple(sorted(balances, key=lambda balance: balance.name.casefold()))
    )


def duty_of(club: Club, household: Household | None) -> int | None:
    """The household's own duty, else the club's."""
    return club.duty_minutes if household is None or household.duty_minutes is None else household.duty_minutes


def whole_hours(minutes: int) -> int:
    """Rounded, half an hour up: rosters are shared out in whole hours."""
    return (minutes + 30) // 60


def hours_words(minutes: int) -> str:
    """Like "7:30" or "−0:30"."""
    return ("−" if minutes < 0 else "") + hours_text(timedelta(minutes=abs(minutes)))


def _key_of_entry(entry: LedgerEntry, key_of: Mapping[PersonId, HouseholdKey]) -> HouseholdKey:
    if entry.household_id is not None:
        return entry.household_id
    if entry.person_id is None:
        raise ValueError("an entry belongs to a household or to a person")
    return key_of[entry.person_id]


def _by_key(pairs: Iterable[tuple[HouseholdKey, _T]]) -> Mapping[HouseholdKey, list[_T]]:
    found: dict[HouseholdKey, list[_T]] = defaultdict(list)
    for key, item in pairs:
        found[key].append(item)
    return found
