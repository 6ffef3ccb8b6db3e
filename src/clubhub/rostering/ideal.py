"""Is there a plan that nobody could wish better? A restricted model that answers at once, or is soon given up.

It holds only the pairs that cost nothing (people who said yes and like the role), with every aim fixed at the least it
can ever be: all places filled that have a candidate, every household at its share. Where the relaxation of this small
model is infeasible, as for most clubs, that is known in moments; where there is a plan, it is proved best in all aims
without the large model ever being built.
"""

from clubhub.rostering.bits import indices
from clubhub.rostering.board import Board, Seat
from clubhub.rostering.draft import Draft
from clubhub.rostering.model import Model
from clubhub.rostering.problem import Aim
from clubhub.rostering.rows import build
from clubhub.rostering.solver import Effort, Solver


def has_known_ideal(board: Board) -> bool:
    """Whether the least that each aim can be is known before anything is solved."""
    return not board.previous or not {Aim.WITHDRAWN, Aim.CHANGES} & set(board.problem.objective)


def ideal_seats(board: Board, effort: Effort) -> frozenset[Seat] | None:
    """The seats beside the pins of a plan with all aims at their least; None if there is none, or none was found."""
    model = build(Draft(board, board.pins), _costless_pairs(board), ())
    for aim in board.problem.objective:
        _fix_at_least(model, aim)
    solved = Solver(model).minimise({}, None, effort)
    return None if solved.values is None else frozenset(model.seats(solved.values))


def _costless_pairs(board: Board) -> list[Seat]:
    objective = board.problem.objective
    pairs = ((person, need) for need, people in enumerate(board.candidates) for person in indices(people))
    return [
        seat
        for seat in pairs
        if not (Aim.PREFERENCE in objective and board.dislike(seat))
        and not (Aim.IF_NEED_BE in objective and board.maybe[seat[1]] >> seat[0] & 1)
    ]


def _fix_at_least(model: Model, aim: Aim) -> None:
    """A cost's columns at the bound where they cost least."""
    for column, cost in model.costs(aim).items():
        if cost > 0:
            model.upper[column] = model.lower[column]
        else:
            model.lower[column] = model.upper[column]
