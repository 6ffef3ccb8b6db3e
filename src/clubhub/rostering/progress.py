"""What a fill is doing and how good its plan is, in plain words."""

from collections.abc import Callable

from clubhub.rostering.board import Board
from clubhub.rostering.fill import Filling, Method
from clubhub.rostering.levels import Score
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


def state_sentence(board: Board, filled: int, bounds: Score, value: Score) -> str:
    """How many places a plan fills, and whether that is proved to be the most, like "118 of 120 places"."""
    places = sum(need.max for need in board.problem.needs)
    told = plural("{count} of {places} places", "{count} of {places} places", filled, places=places)
    coverage = [
        bound == number
        for aim, bound, number in zip(board.problem.objective, bounds, value, strict=True)
        if aim in COVERAGE
    ]
    if all(coverage):
        return _("{places}, proved: no plan fills more").format(places=told)
    return told


def summary(filling: Filling) -> str:
    """How the fill ended, in a sentence or two."""
    places = sum(need.max for need in filling.board.problem.needs)
    told = plural(
        "{count} of {places} places filled", "{count} of {places} places filled", len(filling.seats), places=places
    )
    levels = zip(filling.board.problem.objective, filling.proved, strict=True)
    if all(proved for aim, proved in levels if aim in COVERAGE):
        told = _("{places}; it is proved that no plan fills them better").format(places=told)
    if filling.method is Method.NO_SOLVER:
        return _("{result}. The solver (highspy) is not installed: a better plan may exist.").format(result=told)
    if filling.ran_out:
        return _("{result}. The time was over: a fairer plan may exist.").format(result=told)
    return _("{result}.").format(result=told)
