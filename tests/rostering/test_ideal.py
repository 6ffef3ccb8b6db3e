import pytest
from hypothesis import event, given, settings
from roster_cases.families import make_problem
from tests.rostering.drawn import Drawn, first_plans
from tests.rostering.engine import ask
from tests.rostering.judge import faults, values

from clubhub.rostering.board import lay_out
from clubhub.rostering.ideal import has_known_ideal, ideal_seats
from clubhub.rostering.problem_json import problem_from_json
from clubhub.rostering.solver import Effort


@given(first_plans(with_previous=False))
@settings(max_examples=30)
def test_an_ideal_plan_is_valid_and_costs_nothing_that_its_people_decide(drawn: Drawn):
    board = drawn.board
    seats = ideal_seats(board, Effort())
    event("none" if seats is None else "found")
    plan = sorted(board.plan(board.pins | seats)) if seats is not None else []

    assert has_known_ideal(board)
    assert seats is None or faults(drawn.task, plan, pins_excused=True) == []
    for level in ("preference", "if_need_be") if seats and not board.pins else ():
        if level in drawn.task["objective"]:
            assert values(drawn.task | {"objective": [level]}, plan) == (0,)


@pytest.mark.parametrize("family", ["tight_s", "known_loss"])
def test_where_a_plan_was_planted_that_nobody_could_wish_better_it_is_found_at_once(family):
    filling = ask(make_problem(family, 6, 60))

    assert all(filling.proved)
    assert filling.iterations == 1


def test_where_people_were_told_of_a_plan_no_ideal_is_known():
    task = make_problem("swim_meet_repair", 1, 24)

    assert not has_known_ideal(lay_out(problem_from_json(task)))
    assert has_known_ideal(lay_out(problem_from_json(task | {"objective": ["required", "optional"]})))
