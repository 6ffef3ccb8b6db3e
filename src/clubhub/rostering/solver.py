"""HiGHS behind three calls: load a model, minimise a cost, hold it. The only file that knows highspy and numpy.

Source of the settings: every cost is a whole number, so a gap below 1 is a proof (`mip_abs_gap` 0.99, `mip_rel_gap` 0;
the defaults would accept plans that are not optimal); one thread and a seed make a run repeatable.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from math import ceil, isfinite
from typing import Any

from clubhub.rostering.model import Model, Row


def is_available() -> bool:
    """Whether this computer has the solver; without it the greedy plan stands."""
    return find_spec("highspy") is not None and find_spec("numpy") is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Solved:
    """`values` is None if the run ended without a plan; `bound` is what no plan of this model can be under."""

    values: list[float] | None
    bound: int | None
    is_optimal: bool


class Solver:
    """A model in HiGHS. `nodes` limits the search tree of each run (None: no limit)."""

    def __init__(self, model: Model, seed: int, nodes: int | None = None) -> None:
        import highspy

        self._width = len(model.upper)
        # highspy's own types call plain methods untyped.
        self._highs: Any = highspy.Highs()  # type: ignore[no-untyped-call]
        options = {
            "output_flag": False,
            "threads": 1,
            "random_seed": seed % 2**31,
            "mip_rel_gap": 0.0,
            "mip_abs_gap": 0.99,
            "mip_max_nodes": 2**31 - 1 if nodes is None else nodes,
        }
        for name, value in options.items():
            self._highs.setOptionValue(name, value)
        self._highs.passModel(_lp(model))

    def on_better(self, listen: Callable[[Sequence[float]], None]) -> None:
        """Tell `listen` the column values of every plan that a run finds on its way."""
        self._highs.cbMipImprovingSolution += lambda event: listen(event.data_out.mip_solution)

    def minimise(self, costs: dict[int, int], start: Sequence[float], seconds: float) -> Solved:
        """Minimise a cost from a start that satisfies all rows, for at most `seconds`."""
        import highspy
        import numpy as np

        dense: Any = np.zeros(self._width)
        dense[list(costs)] = list(costs.values())
        self._highs.changeColsCost(self._width, np.arange(self._width, dtype=np.int32), dense)
        # The start comes last: a row or a cost that is changed after it drops it without a word.
        solution: Any = highspy.HighsSolution()
        solution.col_value = start
        self._highs.setSolution(solution)
        self._highs.setOptionValue("time_limit", max(0.0, seconds))
        self._highs.run()
        return self._result()

    def hold(self, costs: dict[int, int], limit: int) -> None:
        """From now on this cost may not exceed `limit`."""
        import numpy as np

        columns = np.array(list(costs), dtype=np.int32)
        self._highs.addRow(-np.inf, float(limit), len(columns), columns, np.array(list(costs.values()), dtype=float))

    def _result(self) -> Solved:
        import highspy

        info = self._highs.getInfo()
        is_optimal = self._highs.getModelStatus() == highspy.HighsModelStatus.kOptimal
        has_plan = info.primal_solution_status == highspy.SolutionStatus.kSolutionStatusFeasible
        return Solved(
            values=list(self._highs.getSolution().col_value) if has_plan else None,
            # A little less than the bound, since HiGHS counts in floating point.
            bound=ceil(info.mip_dual_bound - 1e-6) if isfinite(info.mip_dual_bound) else None,
            is_optimal=is_optimal,
        )


def _lp(model: Model) -> Any:  # noqa: ANN401  highspy has no types
    import highspy
    import numpy as np

    lp: Any = highspy.HighsLp()
    lp.num_col_, lp.num_row_ = len(model.upper), len(model.rows)
    lp.col_cost_ = np.zeros(len(model.upper))
    lp.col_lower_ = np.zeros(len(model.upper))
    lp.col_upper_ = np.array(model.upper)
    lp.row_lower_ = np.array([row.lower for row in model.rows])
    lp.row_upper_ = np.array([row.upper for row in model.rows])
    lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    lp.a_matrix_.start_ = np.cumsum([0, *(len(row.entries) for row in model.rows)], dtype=np.int32)
    lp.a_matrix_.index_ = np.array(_flat(model.rows, 0), dtype=np.int32)
    lp.a_matrix_.value_ = np.array(_flat(model.rows, 1), dtype=float)
    kinds = highspy.HighsVarType
    continuous = len(model.upper) - len(model.pairs)
    lp.integrality_ = [kinds.kInteger] * len(model.pairs) + [kinds.kContinuous] * continuous
    return lp


def _flat(rows: Sequence[Row], part: int) -> list[float]:
    return [entry[part] for row in rows for entry in row.entries]
