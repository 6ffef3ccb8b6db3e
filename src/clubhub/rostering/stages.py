"""One model, solved level by level: each aim is minimised, then held while the next one is.

Lexicographic goal programming in stages, never one weighted sum: a sum needs weights so large that the solver's
tolerances swallow the lesser aims.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from time import monotonic
from typing import Protocol

from clubhub.rostering.board import Board, Seats
from clubhub.rostering.levels import Level, Score, floor, levels, score
from clubhub.rostering.model import Model, build
from clubhub.rostering.solver import Solved, Solver


class Watch(Protocol):
    """Who follows the work: hears of stages (None: all aims, part by part) and better plans, and knows when to stop."""

    deadline: float

    def stage(self, level: Level | None) -> None: ...

    def better(self, seats: Seats) -> None: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """`bounds` run by level; None where nothing is known. A level whose bound equals the plan's value is proved."""

    seats: Seats
    bounds: tuple[int | None, ...]
    iterations: int


def improve(
    board: Board, start: Seats, people: int, fixed: Seats, *, seed: int, watch: Watch, nodes: int | None = None
) -> Outcome:
    """The best plan that keeps `fixed` and else moves only `people` (a bit set), from the valid plan `start`.

    `start` holds `fixed` and gives seats beyond it only to `people`. Ends early at `watch.deadline`, with the best
    plan so far; the bounds hold for plans that keep `fixed`. `nodes` limits each level's search tree.
    """
    model = build(board, fixed, people)
    solver = Solver(model, seed, nodes) if model.pairs else None
    return _Stages(model, start, solver, watch).run()


class _Stages:
    def __init__(self, model: Model, start: Seats, solver: Solver | None, watch: Watch) -> None:
        self._model = model
        self._watch = watch
        self._best = start
        self._score = score(model.board, start)
        self._offsets = self._constant_parts()
        self._floor = floor(model.board)
        self._solver = solver
        if solver:
            solver.on_better(self._found)
        self._iterations = 0

    def run(self) -> Outcome:
        bounds = [self._stage(index, level) for index, level in enumerate(levels(self._model.board))]
        return Outcome(
            seats=self._best, bounds=tuple(_trusted(bounds, self._score, self._floor)), iterations=self._iterations
        )

    def _stage(self, index: int, level: Level) -> int | None:
        """Minimise a level and hold it; its bound, given the levels before."""
        bound: int | None = self._floor[index]
        costs = self._model.costs[index]
        if self._solver is None or not costs:
            return self._score[index]
        if self._score[index] != bound:
            bound = self._minimise(self._solver, index, level)
        self._solver.hold(costs, self._score[index] - self._offsets[index])
        return bound

    def _minimise(self, solver: Solver, index: int, level: Level) -> int | None:
        left = self._watch.deadline - monotonic()
        if left <= 0:
            return None
        self._watch.stage(level)
        self._iterations += 1
        # Half of what is left, so that a level that can't be proved doesn't starve those after it.
        is_last = index == len(self._score) - 1
        solved = solver.minimise(
            self._model.costs[index], self._model.values(self._best), left if is_last else left / 2
        )
        if solved.values is not None:
            self._found(solved.values)
        return self._bound(solved, index)

    def _bound(self, solved: Solved, index: int) -> int | None:
        if solved.is_optimal:
            return self._score[index]
        return None if solved.bound is None else solved.bound + self._offsets[index]

    def _found(self, values: Sequence[float]) -> None:
        seats = self._model.seats(values)
        value = score(self._model.board, seats)
        if value < self._score:
            self._best, self._score = seats, value
            self._watch.better(seats)

    def _constant_parts(self) -> Score:
        """What each level costs before any column counts: needs and households that are settled already."""
        values = self._model.values(self._best)
        counted = (round(sum(cost * values[column] for column, cost in costs.items())) for costs in self._model.costs)
        return tuple(value - part for value, part in zip(self._score, counted, strict=True))


def _trusted(bounds: list[int | None], reached: Score, lowest: Score) -> list[int | None]:
    """The bounds that hold without a condition: behind a level that is not proved, only the count by need is left."""
    trusted: list[int | None] = []
    for bound, least in zip(bounds, lowest, strict=True):
        earlier_proved = all(b == v for b, v in zip(trusted, reached, strict=False))
        trusted.append(bound if earlier_proved and bound is not None else least)
    return trusted
