"""HiGHS behind three calls: load a model, minimise a cost, hold it. The only file that knows highspy.

Source of the settings: every cost is a whole number, so a gap below 1 is a proof (`mip_abs_gap` 0.99, `mip_rel_gap` 0;
the defaults would accept plans that are not optimal); one thread and a seed make a run repeatable.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from math import ceil, isfinite
from typing import Any

from clubhub.rostering.model import Costs, Model


def is_available() -> bool:
    """Whether this computer has the solver; without it the greedy plan and its annealing stand."""
    return find_spec("highspy") is not None and can_anneal()


def can_anneal() -> bool:
    """Whether this computer has numpy; without it the greedy plan stands."""
    return find_spec("numpy") is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Effort:
    """How much a run may cost: `seconds` for the user's sake, `nodes` (None: no limit) so that it can be had again."""

    seconds: float = float("inf")
    nodes: int | None = None
    seed: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Solved:
    """`values` is None if the run ended without a plan; `bound` is what no plan of this model can be under."""

    values: list[float] | None
    bound: int | None


FIXING_TOLERANCE = 1e-4
"""How far the reduced costs of the relaxation may be off; the costs themselves are whole numbers."""


class Solver:
    """A model in HiGHS."""

    def __init__(self, model: Model) -> None:
        import highspy

        self._model = model
        # highspy's own types call plain methods untyped.
        self._highs: Any = highspy.Highs()  # type: ignore[no-untyped-call]
        for name, value in {"output_flag": False, "threads": 1, "mip_rel_gap": 0.0, "mip_abs_gap": 0.99}.items():
            self._highs.setOptionValue(name, value)
        self._highs.passModel(_lp(model))

    def on_better(self, listen: Callable[[Sequence[float]], None]) -> None:
        """Tell `listen` the column values of every plan that a run finds on its way."""
        self._highs.cbMipImprovingSolution += lambda event: listen(event.data_out.mip_solution)

    def minimise(self, costs: Costs, start: Sequence[float] | None, effort: Effort) -> Solved:
        """Minimise a cost, from a start that satisfies all rows if there is one."""
        import highspy

        self._set_costs(costs)
        # The start comes last: a row or a cost that is changed after it drops it without a word.
        if start is not None:
            solution: Any = highspy.HighsSolution()
            solution.col_value = start
            self._highs.setSolution(solution)
        self._highs.setOptionValue("time_limit", max(0.0, effort.seconds))
        # A restart begins the root anew, which is all the work there is where one node is allowed.
        self._highs.setOptionValue("mip_allow_restart", effort.nodes != 1)
        self._highs.setOptionValue("mip_max_nodes", 2**31 - 1 if effort.nodes is None else effort.nodes)
        self._highs.setOptionValue("random_seed", effort.seed % 2**31)
        self._highs.run()
        return self._result()

    def hold(self, costs: Costs, limit: int, least: int) -> None:
        """From now on this cost may not exceed `limit`; at the `least` it can be, its columns are fixed."""
        import numpy as np

        columns = np.array(list(costs), dtype=np.int32)
        values = np.array(list(costs.values()), dtype=float)
        if limit > least:
            self._highs.addRow(-np.inf, float(limit), len(columns), columns, values)
            return
        lower, upper = np.array(self._model.lower)[columns], np.array(self._model.upper)[columns]
        fixed = np.where(values > 0, lower, upper)
        self._highs.changeColsBounds(len(columns), columns, fixed, fixed)

    def reduced_costs(self, costs: Costs, seconds: float) -> list[float] | None:
        """By column what a step up from its lower bound costs in the relaxation; None if that took too long."""
        self._highs.setOptionValue("time_limit", max(0.0, seconds))
        return list(self._highs.getSolution().col_dual) if self._relax(costs) else None

    def fix_by_reduced_cost(self, costs: Costs, plan: Sequence[float], limit: int) -> None:
        """Fix every column that can't leave its bound without this cost exceeding `limit`, the cost of the plan.

        Reduced-cost fixing (Dantzig, Fulkerson and Johnson 1954, for the travelling salesman), here between two aims:
        the next aim's proof had to find out again and again what this one's relaxation says at once.
        """
        import numpy as np

        if not self._relax(costs):
            return
        lp = self._highs.getLp()
        lower, upper = np.array(lp.col_lower_), np.array(lp.col_upper_)
        reduced = np.array(self._highs.getSolution().col_dual)
        slack = limit - self._highs.getInfo().objective_function_value + FIXING_TOLERANCE
        # Only where the plan agrees: an unlucky rounding must not shut out the plan that is held.
        stays_low = (reduced > slack) & (np.array(plan) == lower)
        stays_high = (-reduced > slack) & (np.array(plan) == upper)
        lower, upper = np.where(stays_high, upper, lower), np.where(stays_low, lower, upper)
        self._highs.changeColsBounds(len(lower), np.arange(len(lower), dtype=np.int32), lower, upper)

    def _relax(self, costs: Costs) -> bool:
        """Solve the relaxation; whether it was solved."""
        import highspy

        self._set_costs(costs)
        self._highs.setOptionValue("solve_relaxation", True)
        self._highs.run()
        self._highs.setOptionValue("solve_relaxation", False)
        return bool(self._highs.getModelStatus() == highspy.HighsModelStatus.kOptimal)

    def _set_costs(self, costs: Costs) -> None:
        import numpy as np

        width = len(self._model.upper)
        dense: Any = np.zeros(width)
        dense[list(costs)] = list(costs.values())
        self._highs.changeColsCost(width, np.arange(width, dtype=np.int32), dense)

    def _result(self) -> Solved:
        import highspy

        info = self._highs.getInfo()
        has_plan = info.primal_solution_status == highspy.SolutionStatus.kSolutionStatusFeasible
        return Solved(
            values=list(self._highs.getSolution().col_value) if has_plan else None,
            # A little less than the bound, since HiGHS counts in floating point.
            bound=ceil(info.mip_dual_bound - 1e-6) if isfinite(info.mip_dual_bound) else None,
        )


def _lp(model: Model) -> Any:  # noqa: ANN401  highspy has no types
    import highspy
    import numpy as np

    lp: Any = highspy.HighsLp()
    lp.num_col_, lp.num_row_ = len(model.upper), len(model.rows.lower)
    lp.col_cost_ = np.zeros(len(model.upper))
    lp.col_lower_ = np.array(model.lower)
    lp.col_upper_ = np.array(model.upper)
    lp.row_lower_ = np.array(model.rows.lower)
    lp.row_upper_ = np.array(model.rows.upper)
    lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    lp.a_matrix_.start_ = np.array(model.rows.starts, dtype=np.int32)
    lp.a_matrix_.index_ = np.array(model.rows.columns, dtype=np.int32)
    lp.a_matrix_.value_ = np.array(model.rows.values, dtype=float)
    # Whole numbers all of them, and said to be: with continuous columns beside binary ones the presolve of HiGHS 1.15
    # calls plans optimal that are not, once in some thousand small models (ERGO-Code/HiGHS #3043, #3073 are alike).
    lp.integrality_ = [highspy.HighsVarType.kInteger] * len(model.upper)
    return lp
