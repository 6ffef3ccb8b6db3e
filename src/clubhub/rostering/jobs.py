"""Filling as a job for a child process: JSON in, reports on the way, JSON out."""

from collections.abc import Callable

from clubhub.rostering.board import Board, Seats
from clubhub.rostering.explain import explain, explanation_to_json
from clubhub.rostering.fill import Filling, Follower, Method, fill
from clubhub.rostering.levels import Level, Score, levels, score
from clubhub.rostering.problem import Aim
from clubhub.rostering.problem_json import pairs_to_json, problem_from_json
from clubhub.support.json_values import Json
from clubhub.support.texts import _, plural


def fill_job(request: Json, report: Callable[[Json], None]) -> Json:
    """Fill the roster of `request`: {"problem": see problem_json, "seconds": a limit over all, "seed": whole number}.

    Reports {"stage", "text", "score", "plan"}: what happens by name ("first", "parts", or the aim that is worked on)
    and in plain words, the value of each level, and the pairs of the plan if it is better than the one before, else
    None. The first plan comes within moments; the last one reported is what a cancelled job leaves.

    Answers {"plan", "score", "households", "explanations", "method", "iterations", "ran_out", "text"}. "score" lists
    {"level", "priority", "value", "bound", "proved"}, most important first; "households" {"id", "owes"} as counted;
    "explanations" holds one per short need (see explain.explanation_from_json).

    Raises InvalidInput for a problem that doesn't hold together.
    """
    problem = problem_from_json(request["problem"])
    teller = _Teller(report)
    filling = fill(problem, seconds=float(request["seconds"]), seed=int(request["seed"]), follower=teller)
    return _answer(filling)


class _Teller(Follower):
    """Turns what a fill does into reports."""

    def __init__(self, report: Callable[[Json], None]) -> None:
        self._report = report
        self._stage = "first"
        self._text = _("Making a first plan …")
        self._board: Board | None = None
        self._score: list[Json] = []

    def first(self, board: Board, seats: Seats) -> None:
        self._board = board
        self.better(seats)

    def stage(self, level: Level | None) -> None:
        self._stage = str(level.aim) if level else "parts"
        self._text = _STAGES[level.aim]() if level else _("Making the plan better, part by part …")
        self._tell(None)

    def better(self, seats: Seats) -> None:
        if self._board:
            self._score = _levels(self._board, score(self._board, seats))
            self._tell(pairs_to_json(self._board.plan(seats)))

    def _tell(self, plan: list[Json] | None) -> None:
        self._report({"stage": self._stage, "text": self._text, "score": self._score, "plan": plan})


_STAGES: dict[Aim, Callable[[], str]] = {
    Aim.REQUIRED: lambda: _("Filling the places that must be filled …"),
    Aim.WITHDRAWN: lambda: _("Keeping what was published …"),
    Aim.OPTIONAL: lambda: _("Filling the places beyond those …"),
    Aim.IF_NEED_BE: lambda: _("Sparing those who said “if need be” …"),
    Aim.FAIRNESS: lambda: _("Sharing the work evenly between households …"),
}


def _levels(board: Board, value: Score) -> list[Json]:
    return [
        {"level": str(level.aim), "priority": level.priority, "value": number}
        for level, number in zip(levels(board), value, strict=True)
    ]


def _answer(filling: Filling) -> Json:
    board = filling.board
    scored = [
        {**level, "bound": bound, "proved": proved}
        for level, bound, proved in zip(_levels(board, filling.score), filling.bounds, filling.proved, strict=True)
    ]
    return {
        "plan": pairs_to_json(board.plan(filling.seats)),
        "score": scored,
        "households": _shares(board),
        "explanations": [explanation_to_json(explanation) for explanation in explain(board, filling.seats)],
        "method": str(filling.method),
        "iterations": filling.iterations,
        "ran_out": filling.ran_out,
        "text": _summary(filling),
    }


def _shares(board: Board) -> list[Json]:
    names = {board.household_of[i]: v.household for i, v in enumerate(board.problem.volunteers)}
    return [{"id": names[index], "owes": owes or 0} for index, owes in enumerate(board.owes) if index in names]


def _summary(filling: Filling) -> str:
    """How the fill ended, in a sentence or two."""
    places = sum(need.max for need in filling.board.problem.needs)
    text = plural("{count} of {{places}} places filled", "{count} of {{places}} places filled", len(filling.seats))
    told = text.format(places=places)
    coverage = [
        proved
        for level, proved in zip(levels(filling.board), filling.proved, strict=True)
        if level.aim in (Aim.REQUIRED, Aim.OPTIONAL)
    ]
    if all(coverage):
        told = _("{places}; it is proved that no plan fills them better").format(places=told)
    if filling.method is Method.FIRST_PLAN:
        return _("{result}. The solver (highspy) is not installed: a better plan may exist.").format(result=told)
    if filling.ran_out:
        return _("{result}. The time was over: a fairer plan may exist.").format(result=told)
    return f"{told}."
