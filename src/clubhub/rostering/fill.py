"""Fill a roster: a first plan at once, then the best one that the size and the budget allow."""

from dataclasses import dataclass
from enum import StrEnum
from time import monotonic

from clubhub.rostering.board import Board, Seats, lay_out
from clubhub.rostering.budget import Budget
from clubhub.rostering.greedy import greedy
from clubhub.rostering.levels import Score, with_even_shares
from clubhub.rostering.problem import Aim, Problem
from clubhub.rostering.search import MIDDLING, Search
from clubhub.rostering.solver import is_available


class Method(StrEnum):
    """How the plan was made better after the first one."""

    ONE_MODEL = "one model"
    PARTS = "parts"
    NO_SOLVER = "no solver"
    """Annealing alone: there is no solver on this computer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Filling:
    """A filled roster. `board` holds the shares that fairness was counted with; `score` and `bounds` run by aim.

    A bound holds for plans that are as good in all aims before it. `iterations` counts sub-models solved and batches
    of annealing; with the same seed as many give the same plan again. `ran_out`: the time was over before the work.
    """

    board: Board
    seats: Seats
    score: Score
    bounds: Score
    method: Method
    iterations: int
    seconds: float
    ran_out: bool

    @property
    def proved(self) -> tuple[bool, ...]:
        """Per aim whether no plan is better, given the aims before it."""
        proved: list[bool] = []
        for bound, value in zip(self.bounds, self.score, strict=True):
            proved.append(bound == value and all(proved))
        return tuple(proved)


class Follower:
    """Hears how a fill goes; `first` comes once, before all else. Each method may be overridden."""

    def first(self, board: Board, seats: Seats) -> None: ...

    def stage(self, aim: Aim | None) -> None: ...

    def better(self, seats: Seats) -> None: ...

    def bounded(self, bounds: Score) -> None: ...


def fill(
    problem: Problem,
    *,
    seconds: float = float("inf"),
    iterations: int | None = None,
    seed: int = 0,
    follower: Follower | None = None,
) -> Filling:
    """Fill a problem that holds together, in at most about `seconds`, and at once where the plan is proved.

    The same problem, seed and iterations give the same plan; so does the time, unless it runs out.
    """
    began = monotonic()
    follower = follower or Follower()
    budget = Budget(deadline=began + seconds, iterations=iterations, seed=seed)
    board = lay_out(problem)
    start = greedy(board)
    board = with_even_shares(board, start)
    follower.first(board, start)
    search = Search(board, start, budget, follower)
    search.run()
    method = Method.ONE_MODEL if board.pair_count <= MIDDLING else Method.PARTS
    return Filling(
        board=board,
        seats=search.best,
        score=search.score,
        bounds=tuple(search.bounds),
        method=method if is_available() else Method.NO_SOLVER,
        iterations=budget.spent,
        seconds=monotonic() - began,
        ran_out=budget.seconds_left <= 0 and tuple(search.bounds) != search.score,
    )
