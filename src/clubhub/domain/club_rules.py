"""What a club has laid down about pairs of people, about places that somebody shall not have, and about ways.

The rules that are numbers (rest, adults for minors) are the club's own (domain.clubs), limits are the person's.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from clubhub.domain.ids import BanId, CompanionsId, NeedId, PersonId, TravelId, VenueId


class Company(StrEnum):
    """TOGETHER: on a shift both or neither. APART: never both on a shift."""

    TOGETHER = "together"
    APART = "apart"


@dataclass(frozen=True, slots=True, kw_only=True)
class Companions:
    """A pair of people, in no order of their own; a pair has one row."""

    id: CompanionsId
    one_id: PersonId
    other_id: PersonId
    company: Company
    version: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Ban:
    """The person shall not be on the need; `note` may say why."""

    id: BanId
    person_id: PersonId
    need_id: NeedId
    note: str = ""
    version: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Travel:
    """The way between two venues, as long in both directions; a pair of venues has one row."""

    id: TravelId
    one_id: VenueId
    other_id: VenueId
    minutes: int
    version: int = 1


LONGEST_REST = 24 * 60
"""Minutes from one day's shift to the next day's."""

LONGEST_WAY = 24 * 60
"""Minutes from one venue to another."""


def in_order(one: int, other: int) -> tuple[int, int]:
    """The two ids of a pair as its row keeps them: the smaller one first."""
    return (one, other) if one < other else (other, one)


@dataclass(frozen=True, kw_only=True)
class ClubRules:
    """`names` are those of the people in `companions`."""

    companions: tuple[Companions, ...] = ()
    bans: tuple[Ban, ...] = ()
    travel: tuple[Travel, ...] = ()
    names: Mapping[PersonId, str] = field(default_factory=dict)

    def together_with(self, person_id: PersonId) -> Iterable[PersonId]:
        return self._company[Company.TOGETHER].get(person_id, ())

    def apart_from(self, person_id: PersonId) -> Iterable[PersonId]:
        return self._company[Company.APART].get(person_id, ())

    def ban(self, person_id: PersonId, need_id: NeedId) -> Ban | None:
        return self._bans.get((person_id, need_id))

    def minutes_between(self, one: VenueId | None, other: VenueId | None) -> int:
        """0 where nothing is laid down."""
        return self._travel.get(in_order(one, other), 0) if one and other else 0

    @cached_property
    def _company(self) -> Mapping[Company, Mapping[PersonId, list[PersonId]]]:
        found: dict[Company, dict[PersonId, list[PersonId]]] = {company: defaultdict(list) for company in Company}
        for pair in self.companions:
            found[pair.company][pair.one_id].append(pair.other_id)
            found[pair.company][pair.other_id].append(pair.one_id)
        return found

    @cached_property
    def _bans(self) -> Mapping[tuple[PersonId, NeedId], Ban]:
        return {(ban.person_id, ban.need_id): ban for ban in self.bans}

    @cached_property
    def _travel(self) -> Mapping[tuple[int, int], int]:
        return {in_order(way.one_id, way.other_id): way.minutes for way in self.travel}
