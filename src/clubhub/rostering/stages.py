"""One model, solved aim by aim: each is minimised, then held while the next one is.

Lexicographic goal programming in stages, never one weighted sum: a sum needs weights so large that the solver's
tolerances swallow the lesser aims.
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from time import monotonic

from clubhub.rostering.board import Seat
from clubhub.rostering.model import Costs, Model
from clubhub.rostering.problem import Aim
from clubhub.rostering.solver import Effort, Solver

EARLIER_SHARE = 0.6
"""Of the time that is left, for a stage that others follow: it matters more than they do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """An aim to minimise in its turn, or one that only must not get worse (`is_held`)."""

    aim: Aim
    is_held: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Staged:
    """`seats` beyond what was settled; `values` and `bounds` (None: unknown) by stage, of what is in the model alone.

    A bound holds given the values of the stages before it. `runs` counts the solver's.
    """

    seats: frozenset[Seat]
    values: tuple[int, ...]
    bounds: tuple[int | None, ...]
    runs: int


class Stages:
    """Solves one model. `better` hears of each plan that is better in the order of the stages than all before it."""

    def __init__(
        self,
        model: Model,
        stages: Sequence[Stage],
        start: Collection[Seat],
        *,
        better: Callable[[frozenset[Seat]], None] | None = None,
        begin: Callable[[Aim], None] | None = None,
    ) -> None:
        self._model = model
        self._stages = stages
        self._costs = [model.costs(stage.aim) for stage in stages]
        self._least = [model.least(stage.aim) for stage in stages]
        self._seats = frozenset(start)
        self._column_values = model.values(start)
        self._values = self._counted(self._column_values)
        self._better, self._begin = better, begin
        self._runs = 0

    def run(self, effort: Effort) -> Staged:
        """All stages, as long as the effort lasts: the seconds are for all together, the nodes for each."""
        deadline = monotonic() + effort.seconds
        bounds: list[int | None] = []
        solver = Solver(self._model) if self._can_gain() else None
        if solver:
            solver.on_better(self._found)
        for index in range(len(self._stages)):
            bound: int | None = self._least[index]
            if solver and self._can_be_better(index):
                bound = self._minimise(solver, index, effort, deadline)
            bounds.append(bound)
            if solver and self._is_followed(index):
                self._hold(solver, index, is_to_be_proved=effort.nodes is None)
        return Staged(seats=self._seats, values=self._values, bounds=tuple(bounds), runs=self._runs)

    def _can_gain(self) -> bool:
        return any(map(self._can_be_better, range(len(self._stages))))

    def _can_be_better(self, index: int) -> bool:
        return not self._stages[index].is_held and self._values[index] > self._least[index]

    def _is_followed(self, index: int) -> bool:
        return any(map(self._can_be_better, range(index + 1, len(self._stages))))

    def _hold(self, solver: Solver, index: int, *, is_to_be_proved: bool) -> None:
        """Fixing costs a relaxation more: that pays for a proof, not for a round of a few nodes."""
        costs, value, least = self._costs[index], self._values[index], self._least[index]
        if not costs:
            return
        if is_to_be_proved and value > least:
            solver.fix_by_reduced_cost(costs, self._column_values, value)
        solver.hold(costs, value, least)

    def _minimise(self, solver: Solver, index: int, effort: Effort, deadline: float) -> int | None:
        left = deadline - monotonic()
        if left <= 0:
            return None
        if self._begin:
            self._begin(self._stages[index].aim)
        # Not all that is left, so that a stage that can't be proved doesn't starve those after it.
        is_last = index == len(self._stages) - 1
        share = Effort(seconds=left if is_last else left * EARLIER_SHARE, nodes=effort.nodes, seed=effort.seed)
        solved = solver.minimise(self._costs[index], self._column_values, share)
        self._runs += 1
        if solved.values is not None:
            self._found(solved.values)
        # The solver's word for it that a plan is the best is not enough: what was found must reach the bound.
        return None if solved.bound is None else min(solved.bound, self._values[index])

    def _found(self, values: Sequence[float]) -> None:
        seats = frozenset(self._model.seats(values))
        # Counted from the seats, since the solver's other columns may be a rounding off.
        column_values = self._model.values(seats)
        counted = self._counted(column_values)
        if counted < self._values:
            self._seats, self._values, self._column_values = seats, counted, column_values
            if self._better:
                self._better(seats)

    def _counted(self, column_values: Sequence[float]) -> tuple[int, ...]:
        return tuple(_cost(costs, column_values) for costs in self._costs)


def _cost(costs: Costs, values: Sequence[float]) -> int:
    return round(sum(cost * values[column] for column, cost in costs.items()))
