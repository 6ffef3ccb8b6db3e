"""What a fill is doing and how good its plan is, in plain words."""

from collections.abc import Callable

from clubhub.rostering.board import Board, Seats
from clubhub.rostering.fill import Filling, Method
from clubhub.rostering.levels import Score, fewest_open, filled
from clubhub.rostering.problem import Aim
from clubhub.support.texts import _, plural

COVERAGE = (Aim.REQUIRED, Aim.OPTIONAL)


def stage_sentence(stage: Aim | str) -> str:
    """What is worked on: an aim, "first" or "parts"."""
    return _STAGES[stage]()


_STAGES: dict[Aim | str, Callable[[], str]] = {
    "first": lambda: _("Making a first plan …"),
    "parts": lambda: _("Making the plan better, part by part …"),
    Aim.REQUIRED: lambda: _("Filling the places that must be filled …"),
    Aim.WITHDRAWN: lambda: _("Keeping what was published …"),
    Aim.CHANGES: lambda: _("Changing as little as possible …"),
    Aim.OPTIONAL: lambda: _("Filling the places beyond those …"),
    Aim.IF_NEED_BE: lambda: _("Sparing those who said “if need be” …"),
    Aim.FAIRNESS: lambda: _("Sharing the work evenly between households …"),
    Aim.PREFERENCE: lambda: _("Giving people the roles they like …"),
}


def state_sentence(board: Board, seats: Seats, bounds: Score, value: Score) -> str:
    """How many places a plan fills, and what is proved of that, like "118 of 120 places, proved: no plan fills more".

    A plan that is proved to be the best need not fill the most: one urgent place may outweigh two others.
    """
    places, count = sum(need.max for need in board.problem.needs), filled(board, seats)
    told = plural("{count} of {places} places", "{count} of {places} places", count, places=places)
    if places - count <= fewest_open(board, bounds):
        return _("{places}, proved: no plan fills more").format(places=told)
    if _is_covered(board, bounds, value):
        return _("{places}, proved: no plan fills them better").format(places=told)
    return told


def _is_covered(board: Board, bounds: Score, value: Score) -> bool:
    """Whether the aims of coverage are proved, and all before them."""
    counted = [index for index, aim in enumerate(board.problem.objective) if aim in COVERAGE]
    last = max(counted, default=-1) + 1
    return last > 0 and bounds[:last] == value[:last]


def summary(filling: Filling) -> str:
    """How the fill ended, in a sentence or two."""
    board = filling.board
    places, count = sum(need.max for need in board.problem.needs), filled(board, filling.seats)
    told = plural("{count} of {places} places filled", "{count} of {places} places filled", count, places=places)
    if _is_covered(board, filling.bounds, filling.score):
        told = _("{places}; it is proved that no plan fills them better").format(places=told)
    if filling.method is Method.NO_SOLVER:
        return _("{result}. The solver (highspy) is not installed: a better plan may exist.").format(result=told)
    if filling.ran_out:
        return _("{result}. The time was over: a fairer plan may exist.").format(result=told)
    return _("{result}.").format(result=told)
