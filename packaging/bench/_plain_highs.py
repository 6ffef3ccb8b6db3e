"""The baseline of roster_solve.py: one HiGHS model, solved as an engineer's first version would.

`_plain_highs.py PROBLEM.json --out PLAN.json --seconds S` solves the levels one by one, each held by a row before the
next; no start, no cuts, no neighbourhoods. It prints what the program's own command prints: score, bounds and seconds.
"""

import argparse
import json
import sys
from pathlib import Path
from time import perf_counter

import highspy
import numpy as np
from _plain_model import Numbers, PlainModel, Terms, TooLarge
from roster_cases.parts import Json


def solve(problem: Json, seconds: float) -> Json:
    """The best plan of one model within the seconds, level by level; no level, no plan. Raises TooLarge."""
    begin = perf_counter()
    model = PlainModel(problem, begin + seconds)
    solver = model.loaded()
    scores: list[Json] = []
    plan: list[tuple[str, str]] = []
    for level in problem["objective"]:
        left = begin + seconds - perf_counter()
        taken = _chosen(solver, model.costs[level], left) if left > 0 else None
        if taken is None:
            break
        plan = [pair for pair, column in model.pairs.items() if taken[column] > 0.5]
        proved = solver.getModelStatus() == highspy.HighsModelStatus.kOptimal
        bound = solver.getInfo().mip_dual_bound
        least = _hold(solver, model, level, taken)
        constant = model.constants[level]
        scores.append({"level": level, "value": round(least + constant), "bound": bound + constant, "proved": proved})
    return {"plan": plan, "score": scores, "seconds": perf_counter() - begin}


def _chosen(solver: highspy.Highs, costs: Terms, seconds: float) -> Numbers | None:
    """The columns of the best that was found for these costs, or None."""
    every = np.arange(solver.getNumCol(), dtype=np.int32)
    solver.changeColsCost(len(every), every, np.array([costs.get(column, 0.0) for column in range(len(every))]))
    solver.setOptionValue("time_limit", seconds)
    solver.run()
    if solver.getInfo().primal_solution_status != highspy.SolutionStatus.kSolutionStatusFeasible:
        return None
    return np.array(solver.getSolution().col_value, float)


def _hold(solver: highspy.Highs, model: PlainModel, level: str, taken: Numbers) -> int:
    """Add the row that keeps this level as good as it is. Returns its value.

    What a stopped run leaves in the columns that only count is not the least that its plan takes, so these are worked
    out once more, with the plan fixed.
    """
    whole = np.arange(len(model.pairs), dtype=np.int32)
    fixed = np.round(taken[: len(whole)])
    solver.changeColsBounds(len(whole), whole, fixed, fixed)
    solver.setOptionValue("time_limit", highspy.kHighsInf)
    solver.run()
    least = round(solver.getInfo().objective_function_value)
    solver.changeColsBounds(len(whole), whole, *model.bounds(len(whole)))
    terms = model.costs[level]
    held = np.array(sorted(terms), np.int32)
    factors = np.array([terms[column] for column in held], float)
    solver.addRow(-highspy.kHighsInf, least, len(held), held, factors)
    return least


def main(arguments: list[str]) -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("problem", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--seconds", type=float, default=30)
    chosen = parser.parse_args(arguments)
    try:
        found = solve(json.loads(chosen.problem.read_text("utf-8")), chosen.seconds)
    except TooLarge:
        sys.exit("the model was not written in the time and memory that there is")
    if not found["score"]:
        sys.exit("no plan was found in time")
    plan = [{"volunteer": name, "need": need} for name, need in found.pop("plan")]
    chosen.out.write_text(json.dumps({"assignments": plan}), "utf-8")
    print(json.dumps(found))


if __name__ == "__main__":
    main(sys.argv[1:])
