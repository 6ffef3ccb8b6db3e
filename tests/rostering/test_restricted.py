import pytest
from roster_cases.families import make_problem
from tests.rostering.judge import faults

from clubhub.rostering import restricted
from clubhub.rostering.board import Board, lay_out
from clubhub.rostering.greedy import greedy
from clubhub.rostering.problem import Aim
from clubhub.rostering.problem_json import problem_from_json
from clubhub.rostering.restricted import solve_restricted
from clubhub.rostering.rounds import Rounds
from clubhub.rostering.solver import Effort


@pytest.fixture
def task() -> dict:
    return make_problem("festival", 1, 30)


def started(task: dict) -> tuple[Board, Rounds]:
    board = lay_out(problem_from_json(task))
    return board, Rounds(board, greedy(board))


def test_the_cheap_pairs_give_a_much_fairer_plan_that_covers_as_much(task, monkeypatch):
    monkeypatch.setattr(restricted, "MOST_KEPT", 1)
    board, rounds = started(task)
    before = rounds.score
    is_tried = solve_restricted(rounds, Aim.FAIRNESS, Effort(nodes=1))

    assert is_tried
    assert faults(task, sorted(board.plan(rounds.seats)), pins_excused=True) == []
    assert rounds.score[:2] <= before[:2]
    assert rounds.score[2] < 0.9 * before[2]


@pytest.mark.parametrize("effort", [Effort(nodes=1, seconds=0), Effort(nodes=1)])
def test_nothing_is_tried_without_time_or_where_all_pairs_are_cheap(task, effort, monkeypatch):
    if effort.seconds:
        monkeypatch.setattr(restricted, "MOST_KEPT", 0)
    _board, rounds = started(task)
    before = rounds.seats

    assert not solve_restricted(rounds, Aim.FAIRNESS, effort)
    assert rounds.seats == before
