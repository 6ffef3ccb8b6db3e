"""The engine asked in the words of the open format, also by the paths that only large problems take."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from tests.rostering.judge import Json, Pair

from clubhub.rostering import chain, neighbourhoods, search
from clubhub.rostering import fill as fill_module
from clubhub.rostering.board import Board, Seats
from clubhub.rostering.fill import Filling, Follower, fill
from clubhub.rostering.problem_json import problem_from_json

PATHS = ("one model", "annealed", "parts", "no solver")
"""How large a problem is taken to be; the last is a computer without the solver."""

LEVELS = ("required", "withdrawn", "changes", "optional", "if_need_be", "fairness", "preference")


def ask(problem: Json, **how) -> Filling:
    return fill(problem_from_json(problem), **({"seed": 1} | how))


def plan_of(filling: Filling) -> list[Pair]:
    return sorted(filling.board.plan(filling.seats))


class Listener(Follower):
    """Keeps every plan that it hears of, in order, and what was worked on."""

    def __init__(self) -> None:
        self.plans: list[list[Pair]] = []
        self.stages: list[str | None] = []

    def first(self, board: Board, seats: Seats) -> None:
        self._board = board
        self.better(seats)

    def stage(self, aim) -> None:
        self.stages.append(aim)

    def better(self, seats: Seats) -> None:
        self.plans.append(sorted(self._board.plan(seats)))


@contextmanager
def taken_for(path: str) -> Iterator[None]:
    """Small problems go one of the PATHS; there, rounds hold a few people and annealing is short."""
    small, middling = {"one model": (6_000, 40_000), "annealed": (-1, 40_000)}.get(path, (-1, -1))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(search, "SMALL", small)
        for module in (search, fill_module):
            patch.setattr(module, "MIDDLING", middling)
            if path == "no solver":
                patch.setattr(module, "is_available", lambda: False)
        for module, name, value in _SHORT:
            patch.setattr(module, name, value)
        yield


_SHORT = (
    (search, "BATCH", 150),
    (search, "BATCHES", 4),
    (search, "TOLD_EVERY", 2),
    (search, "POLISH_ROUNDS", 6),
    (chain, "SHORT_NEEDS", 2),
    (chain, "FEWEST_PEOPLE", 2),
    (chain, "PEOPLE_A_NEED", 1),
    (chain, "MOST_PEOPLE", 8),
    (chain, "PAIRS", 20),
    (neighbourhoods, "PAIRS", 10),
    (neighbourhoods, "PATIENCE", 2),
    (neighbourhoods, "ENDURANCE", 4),
    (neighbourhoods, "STEP", 2),
)
