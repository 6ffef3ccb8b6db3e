"""Filling as a job for a child process: JSON in, reports on the way, JSON out."""

from collections.abc import Callable
from time import monotonic

from clubhub.rostering.board import Board, Seats, lay_out
from clubhub.rostering.check import violations
from clubhub.rostering.explain import explain
from clubhub.rostering.explain_json import explanation_to_json
from clubhub.rostering.fill import Filling, Follower, fill
from clubhub.rostering.levels import Score, floor, score, with_even_shares
from clubhub.rostering.problem import Aim
from clubhub.rostering.problem_json import pairs_to_json, plan_from_json, problem_from_json
from clubhub.rostering.progress import stage_sentence, state_sentence, summary
from clubhub.rostering.reasons import sentences
from clubhub.support.json_values import Json

REPORT_EVERY = 0.3
"""Seconds between two reports of a better plan: nobody reads faster, and a plan of 12,000 places is a large message."""


def fill_job(request: Json, report: Callable[[Json], None]) -> Json:
    """Fill the roster of a request.

    The request is {"problem": see problem_json, "seconds": a limit over all or null, "iterations": a limit or null,
    "seed": whole number}.

    Reports {"stage", "text", "state", "score", "plan"}: what happens by name ("first", "parts", or the aim that is
    worked on) and in plain words, the state of the plan in plain words, value and bound of each level, and the pairs
    of the plan if it is better than the one before, else None. The first plan comes within moments; the last one
    reported is what a cancelled job leaves.

    Answers {"plan", "score", "households", "explanations", "sentences", "method", "iterations", "seconds",
    "first_score", "pairs", "ran_out", "text"}. "score" lists {"level", "value", "bound", "proved"}, most important
    first; "households" {"id", "owes"} as counted; "explanations" one per short need (see explain_json), "sentences"
    the same in plain words.

    Raises InvalidInput for a problem that doesn't hold together.
    """
    problem = problem_from_json(request["problem"])
    teller = _Teller(report)
    seconds = request.get("seconds")
    filling = fill(
        problem,
        seconds=float("inf") if seconds is None else float(seconds),
        iterations=request.get("iterations"),
        seed=int(request["seed"]),
        follower=teller,
    )
    return _answer(filling, teller.first_score)


def explain_job(request: Json, _report: Callable[[Json], None]) -> Json:
    """What a plan is worth and why its short needs are short: {"problem", "plan"} as files hold them.

    Answers {"score", "violations", "explanations", "sentences"}: "score" lists {"level", "value", "bound"} with the
    bound that is known without solving; "violations" name every broken rule (see check.violations); "sentences" holds
    for each explanation the same in plain words.

    Raises InvalidInput for a problem or a plan that doesn't hold together.
    """
    problem = problem_from_json(request["problem"])
    pairs = plan_from_json(request["plan"], problem)
    board = lay_out(problem)
    seats = board.seats(pairs)
    board = with_even_shares(board, seats)
    explanations = explain(board, seats)
    return {
        "score": _bounded(board, score(board, seats), floor(board)),
        "violations": violations(problem, pairs),
        "explanations": [explanation_to_json(explanation) for explanation in explanations],
        "sentences": [sentences(explanation) for explanation in explanations],
    }


class _Teller(Follower):
    """Turns what a fill does into reports."""

    def __init__(self, report: Callable[[Json], None]) -> None:
        self._report = report
        self._stage: Aim | str = "first"
        self._board: Board | None = None
        self._score: Score = ()
        self._bounds: Score = ()
        self._seats: Seats = frozenset()
        self._reported_at = float("-inf")
        self._untold: Seats | None = None
        self.first_score: Score = ()

    def first(self, board: Board, seats: Seats) -> None:
        self._board = board
        self._bounds = floor(board)
        self.better(seats)
        self.first_score = self._score

    def stage(self, aim: Aim | None) -> None:
        self._stage = aim or "parts"
        self._tell(self._untold)

    def better(self, seats: Seats) -> None:
        if self._board is None:
            return
        self._score = score(self._board, seats)
        self._seats = seats
        self._untold = seats
        if monotonic() - self._reported_at >= REPORT_EVERY:
            self._tell(seats)

    def bounded(self, bounds: Score) -> None:
        self._bounds = bounds
        self._tell(self._untold)

    def _tell(self, seats: Seats | None) -> None:
        if self._board is None:
            return
        self._untold = None
        self._reported_at = monotonic()
        self._report(
            {
                "stage": str(self._stage),
                "text": stage_sentence(self._stage),
                "state": state_sentence(self._board, self._seats, self._bounds, self._score),
                "score": _bounded(self._board, self._score, self._bounds),
                "plan": None if seats is None else pairs_to_json(self._board.plan(seats)),
            }
        )


def _levels(board: Board, value: Score) -> list[Json]:
    return [{"level": str(aim), "value": number} for aim, number in zip(board.problem.objective, value, strict=True)]


def _bounded(board: Board, value: Score, bounds: Score) -> list[Json]:
    return [{**level, "bound": bound} for level, bound in zip(_levels(board, value), bounds, strict=True)]


def _answer(filling: Filling, first_score: Score) -> Json:
    board = filling.board
    explanations = explain(board, filling.seats)
    levels = zip(_levels(board, filling.score), filling.bounds, filling.proved, strict=True)
    return {
        "plan": pairs_to_json(board.plan(filling.seats)),
        "score": [{**level, "bound": bound, "proved": proved} for level, bound, proved in levels],
        "first_score": _levels(board, first_score),
        "households": _shares(board),
        "explanations": [explanation_to_json(explanation) for explanation in explanations],
        "sentences": [sentences(explanation) for explanation in explanations],
        "method": str(filling.method),
        "pairs": board.pair_count,
        "iterations": filling.iterations,
        "seconds": round(filling.seconds, 3),
        "ran_out": filling.ran_out,
        "text": summary(filling),
    }


def _shares(board: Board) -> list[Json]:
    households = zip(board.problem.households, board.owes, strict=True)
    return [{"id": household.id, "owes": owes or 0} for household, owes in households]
