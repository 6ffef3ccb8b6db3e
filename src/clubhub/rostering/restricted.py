"""The whole problem, restricted to the pairs that its relaxation finds cheap: a first way to a plan near the bound.

The reduced costs of the linear relaxation say what giving somebody a seat would cost at the least. A model with only
the pairs that cost nothing there, and those of the plan in hand, is a good deal smaller and has nearly the same best
plan (the core problem of Balas and Zemel 1980, here with the incumbent in it). One node is enough: at its root HiGHS
adds cuts and rounds what they leave (relaxation-induced neighbourhoods, Danna, Rothberg and Le Pape 2005).
"""

from dataclasses import replace
from time import monotonic

from clubhub.rostering.bits import indices
from clubhub.rostering.board import Seat
from clubhub.rostering.draft import Draft
from clubhub.rostering.problem import Aim
from clubhub.rostering.rounds import Rounds
from clubhub.rostering.rows import build
from clubhub.rostering.solver import Effort, Solver
from clubhub.rostering.stages import Stage

CHEAP = 0.01
"""Reduced cost up to which a pair is kept."""

MOST_KEPT = 0.8
"""Where the relaxation keeps more of the pairs than this, it doesn't know better than any other way."""


def solve_restricted(rounds: Rounds, aim: Aim, effort: Effort) -> bool:
    """Make the plan better in this aim, with those before it held; whether it was tried."""
    began = monotonic()
    pairs = _cheap_pairs(rounds, aim, effort.seconds)
    if not pairs:
        return False
    freed = rounds.seats - rounds.board.pins
    stages = [*_held(rounds, aim), Stage(aim=aim)]
    rounds.solve(freed, pairs, stages, replace(effort, seconds=effort.seconds - (monotonic() - began)))
    return True


def _held(rounds: Rounds, aim: Aim) -> list[Stage]:
    objective = rounds.board.problem.objective
    return [Stage(aim=earlier, is_held=True) for earlier in objective[: objective.index(aim)]]


def _cheap_pairs(rounds: Rounds, aim: Aim, seconds: float) -> list[Seat]:
    """The pairs that the relaxation would give for nothing; none if that is nearly all of them."""
    board = rounds.board
    start = rounds.seats - board.pins
    pairs = [(person, need) for need, people in enumerate(board.candidates) for person in indices(people)]
    model = build(Draft(board, board.pins), pairs, start)
    solver = Solver(model)
    values = model.values(start)
    for stage in _held(rounds, aim):
        costs = model.costs(stage.aim)
        if costs:
            limit = round(sum(cost * values[column] for column, cost in costs.items()))
            solver.hold(costs, limit, model.least(stage.aim))
    reduced = solver.reduced_costs(model.costs(aim), seconds)
    if reduced is None:
        return []
    kept = [pair for pair, cost in zip(model.pairs, reduced, strict=False) if cost <= CHEAP]
    return kept if len(kept) <= MOST_KEPT * len(model.pairs) else []
