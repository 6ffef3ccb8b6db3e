"""Who could step in on a place, in the order in which to ask; and why somebody is on the one that they have.

Nobody is left out for good: whoever breaks more rules is found by name. Lengths are real hours in the event.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from clubhub.domain.breaks import Break, Rule
from clubhub.domain.ids import PersonId
from clubhub.domain.people import Person
from clubhub.domain.polls import Mark
from clubhub.domain.rosters import Roster
from clubhub.domain.wall_time import real_length

# What is asked for most lightly comes first: a person who was silent may still say yes, a skill can't be had by asking.
_LIGHTEST_FIRST = (
    Rule.PARTNER_MISSING,
    Rule.SILENT,
    Rule.NOT_SIGNED_UP,
    Rule.MINOR_ALONE,
    Rule.OVERLAP,
    Rule.TOO_FAR,
    Rule.SHORT_REST,
    Rule.OVER_DAY,
    Rule.OVER_LIMIT,
    Rule.SAID_NO,
    Rule.KEPT_APART,
    Rule.SKILL_LAPSED,
    Rule.TOO_YOUNG,
    Rule.SKILL_MISSING,
    Rule.BANNED,
)
_WEIGHTS = {rule: weight for weight, rule in enumerate(_LIGHTEST_FIRST)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Hours:
    """How long everybody works in an event so far, and all of each household together."""

    of_person: Mapping[PersonId, timedelta]
    of_household: Mapping[object, timedelta]

    @classmethod
    def of(cls, roster: Roster) -> "Hours":
        own: dict[PersonId, timedelta] = defaultdict(timedelta)
        together: dict[object, timedelta] = defaultdict(timedelta)
        for shift in roster.shifts:
            length = real_length(shift.shift.starts, shift.shift.ends, roster.event.time_zone)
            for person in (place.person for need in shift.needs for place in need.places):
                if person is not None:
                    own[person.id] += length
                    together[_household(person)] += length
        return cls(of_person=own, of_household=together)

    def own(self, person: Person) -> timedelta:
        return self.of_person.get(person.id, timedelta())

    def household(self, person: Person) -> timedelta:
        """Of somebody without a household the own hours."""
        return self.of_household.get(_household(person), timedelta())


@dataclass(frozen=True, slots=True, kw_only=True)
class StandIn:
    """Somebody for a place. `mark` is what they said to its time (None: silence); `breaks` speak against it."""

    person: Person
    mark: Mark | None
    breaks: tuple[Break, ...]
    length: timedelta
    household_length: timedelta

    @property
    def fits(self) -> bool:
        return not self.breaks


@dataclass(frozen=True, slots=True, kw_only=True)
class StandIns:
    """Everybody who isn't on the need already, the likeliest first; the first `fitting` break no rule."""

    everybody: tuple[StandIn, ...]
    fitting: int
    bent: int

    @property
    def likely(self) -> Sequence[StandIn]:
        """Those who break no rule, then those who break one."""
        return self.everybody[: self.fitting + self.bent]

    @classmethod
    def in_order(cls, found: Iterable[StandIn]) -> "StandIns":
        """Who breaks no rule first, then who breaks one.

        Among equals: a yes before "if need be", then the household with the fewest hours, then the person with the
        fewest, then by name.
        """
        ordered = sorted(found, key=_order)
        return cls(
            everybody=tuple(ordered),
            fitting=sum(candidate.fits for candidate in ordered),
            bent=sum(len(candidate.breaks) == 1 for candidate in ordered),
        )


def _order(candidate: StandIn) -> tuple[int, int, bool, timedelta, timedelta, str]:
    return (
        len(candidate.breaks),
        max((_WEIGHTS[found.rule] for found in candidate.breaks), default=0),
        candidate.mark is not Mark.YES,
        candidate.household_length,
        candidate.length,
        candidate.person.name,
    )


def _household(person: Person) -> object:
    return person.household_id or (person.id,)
