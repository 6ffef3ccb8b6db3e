"""What rankings come to: points by Borda's count, and the option that wins every pair, if there is one.

Borda, "Mémoire sur les élections au scrutin" (1781): an option gets a point from each ballot for every other option
below it. Condorcet, "Essai sur l'application de l'analyse" (1785): the winner is who beats each other one by one; with
three or more options there may be none. Options that a ballot leaves out stand below all it names, and are equal with
half a point for each other, so that points remain the sum of the pairs (Black, "The Theory of Committees", 1958).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from clubhub.domain.ids import OptionId

Ranking = Sequence[OptionId]


@dataclass(frozen=True, slots=True, kw_only=True)
class RankedResult:
    """`points` are Borda's, `firsts` how often an option stands first; `ballots` is how many rankings there are.

    `beaten` tells for each option the others that more ballots put below it than above it.
    """

    ballots: int
    points: Mapping[OptionId, float]
    firsts: Mapping[OptionId, int]
    beaten: Mapping[OptionId, frozenset[OptionId]]

    @property
    def most_points(self) -> tuple[OptionId, ...]:
        """The winners by points, several if they are equal; none without a ballot."""
        most = max(self.points.values(), default=0)
        return tuple(key for key, points in self.points.items() if points == most) if self.ballots else ()

    def rank(self, option_id: OptionId) -> int:
        """1 for most points, shared by equals; 0 without a ballot."""
        points = self.points[option_id]
        return 1 + sum(other > points for other in self.points.values()) if self.ballots else 0

    @property
    def wins_all_pairs(self) -> OptionId | None:
        """The Condorcet winner; None if there is none."""
        others = len(self.points) - 1
        return next((key for key, beaten in self.beaten.items() if len(beaten) == others), None) if others else None


def ranked_result(option_ids: Sequence[OptionId], rankings: Iterable[Ranking]) -> RankedResult:
    """In the order of `option_ids`; options that aren't among them are passed over, and empty rankings too."""
    known = set(option_ids)
    ballots = [ballot for one in rankings if (ballot := [key for key in one if key in known])]
    place = [{key: at for at, key in enumerate(ballot)} for ballot in ballots]
    pairs = {one: {other: 0 for other in option_ids if other != one} for one in option_ids}
    for places in place:
        for one, row in pairs.items():
            for other in row:
                row[other] += _is_above(places, one, other) - _is_above(places, other, one)
    others = len(option_ids) - 1
    return RankedResult(
        ballots=len(ballots),
        points={one: (len(ballots) * others + sum(row.values())) / 2 for one, row in pairs.items()},
        firsts={one: sum(ballot[0] == one for ballot in ballots) for one in option_ids},
        beaten={one: frozenset(other for other, ahead in row.items() if ahead > 0) for one, row in pairs.items()},
    )


def _is_above(places: Mapping[OptionId, int], one: OptionId, other: OptionId) -> bool:
    return one in places and places[one] < places.get(other, len(places))
