"""Which shifts one person cannot both be on: overlap, the way from place to place, and the night's rest, in one graph.

The rest depends on the person, so there is a graph per `min_rest` that occurs. Everything that asks "is this person
free then?" asks these graphs, so that no two parts of the engine can answer differently.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from clubhub.rostering.bits import bit_set, indices
from clubhub.rostering.problem import Problem, ShiftTime


@dataclass(frozen=True, slots=True)
class Clashes:
    """A conflict graph of shifts: `sets[i]` holds, as bits, the shifts that clash with shift i, itself among them."""

    sets: tuple[int, ...]

    def cliques(self, own: int) -> list[int]:
        """Sets of these shifts (`own`, as bits) of which only one can be taken; together they cover every clash.

        Edges are covered greedily by maximal cliques: rows over cliques are tighter than rows over pairs (Atamtürk,
        Nemhauser and Savelsbergh 2000). Shifts are numbered in the order of their starts, which makes most of the
        neighbours that come before a shift a clique of their own.
        """
        found: list[int] = []
        for shift in indices(own):
            earlier = self.sets[shift] & own & ((1 << shift) - 1)
            uncovered = earlier
            for clique in found:
                if clique >> shift & 1:
                    uncovered &= ~clique
            while uncovered:
                clique = self._grown(1 << shift, uncovered, self.sets[shift] & own)
                uncovered &= ~clique
                found.append(clique)
        return found

    def _grown(self, clique: int, wanted: int, allowed: int) -> int:
        """The clique with as many of the wanted shifts as fit, the latest first, then with any that still fits."""
        for choice in (wanted, allowed & ~wanted):
            open_to_all = choice & ~clique
            for member in indices(clique):
                open_to_all &= self.sets[member]
            while open_to_all:
                latest = open_to_all.bit_length() - 1
                clique |= 1 << latest
                open_to_all &= self.sets[latest] & ~(1 << latest)
        return clique


def clash_graphs(problem: Problem, shifts: Sequence[ShiftTime]) -> dict[int, Clashes]:
    """A graph for each `min_rest` among the volunteers, over shifts in the order of their starts."""
    return {rest: _graph(problem, shifts, rest) for rest in sorted({v.min_rest for v in problem.volunteers} | {0})}


def _graph(problem: Problem, shifts: Sequence[ShiftTime], rest: int) -> Clashes:
    others: list[list[int]] = [[index] for index in range(len(shifts))]
    for one, other in _clashing(problem, shifts, rest):
        others[one].append(other)
        others[other].append(one)
    return Clashes(tuple(bit_set(found, len(shifts)) for found in others))


def _clashing(problem: Problem, shifts: Sequence[ShiftTime], rest: int) -> Iterator[tuple[int, int]]:
    """Pairs of different shifts that clash: a sweep over the starts, as far as any gap can reach."""
    place = {location: index for index, location in enumerate(problem.locations)}
    widest = max(rest, *(minutes for row in problem.travel for minutes in row), 0)
    for one, first in enumerate(shifts):
        for other in range(one + 1, len(shifts)):
            gap = shifts[other].start - first.end
            if gap >= widest:
                break
            if gap < _needed(problem.travel, place, first, shifts[other], rest):
                yield one, other


def _needed(
    travel: Sequence[Sequence[int]], place: dict[str, int], first: ShiftTime, second: ShiftTime, rest: int
) -> int:
    """Minutes that must lie between the end of the one and the start of the other."""
    between = 0
    if first.location in place and second.location in place:
        between = travel[place[first.location]][place[second.location]]
    return max(between, rest) if first.day != second.day else between
