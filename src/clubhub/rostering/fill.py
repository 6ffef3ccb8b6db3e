"""Fill a roster: a first plan at once, then the best one that the size and the time allow."""

from dataclasses import dataclass
from enum import StrEnum
from time import monotonic

from clubhub.rostering.board import Board, Seats, lay_out
from clubhub.rostering.greedy import greedy
from clubhub.rostering.levels import Level, Score, floor, score, with_even_shares
from clubhub.rostering.neighbourhoods import search
from clubhub.rostering.problem import Problem
from clubhub.rostering.solver import is_available
from clubhub.rostering.stages import Outcome, improve

ONE_MODEL = 40_000
"""Up to so many (person, need) pairs one model is built; beyond, the plan is made better part by part."""


class Method(StrEnum):
    """How the plan was made better after the first one."""

    ONE_MODEL = "one model"
    PARTS = "parts"
    FIRST_PLAN = "first plan"
    """No solver on this computer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Filling:
    """A filled roster. `board` holds the shares that fairness was counted with; `bounds` and `score` run by level.

    `iterations` counts the models solved; `ran_out` says that the time was over before the work was.
    """

    board: Board
    seats: Seats
    score: Score
    bounds: tuple[int | None, ...]
    method: Method
    iterations: int
    ran_out: bool

    @property
    def proved(self) -> tuple[bool, ...]:
        """Per level whether no plan is better, given the levels before it."""
        return tuple(bound == value for bound, value in zip(self.bounds, self.score, strict=True))


class Follower:
    """Hears how a fill goes; `first` comes once, before all else. Each method may be overridden."""

    deadline: float = float("inf")

    def first(self, board: Board, seats: Seats) -> None: ...

    def stage(self, level: Level | None) -> None: ...

    def better(self, seats: Seats) -> None: ...


def fill(problem: Problem, *, seconds: float, seed: int, follower: Follower | None = None) -> Filling:
    """Fill a problem that holds together, in at most about `seconds`, and at once where the plan is proved.

    The same problem and seed give the same plan unless the time runs out first.
    """
    follower = follower or Follower()
    follower.deadline = monotonic() + seconds
    board = lay_out(problem)
    start = greedy(board)
    board = with_even_shares(board, start)
    follower.first(board, start)
    method, outcome = _best(board, start, seed, follower)
    value = score(board, outcome.seats)
    return Filling(
        board=board,
        seats=outcome.seats,
        score=value,
        bounds=outcome.bounds,
        method=method,
        iterations=outcome.iterations,
        ran_out=monotonic() >= follower.deadline and outcome.bounds != value,
    )


def _best(board: Board, start: Seats, seed: int, follower: Follower) -> tuple[Method, Outcome]:
    if not is_available():
        return Method.FIRST_PLAN, Outcome(seats=start, bounds=floor(board), iterations=0)
    if board.pair_count <= ONE_MODEL:
        everybody = board.sieve.everybody
        return Method.ONE_MODEL, improve(board, start, everybody, board.pins, seed=seed, watch=follower)
    seats, iterations = search(board, start, seed=seed, watch=follower)
    return Method.PARTS, Outcome(seats=seats, bounds=floor(board), iterations=iterations)
