from hypothesis import assume, given, settings
from tests.rostering.brute_force import TooMany, best
from tests.rostering.drawn import Drawn, any_plans, first_plans
from tests.rostering.engine import LEVELS
from tests.rostering.instances import TINY
from tests.rostering.judge import values
from tests.rostering.problems import need, person, problem

from clubhub.rostering.board import lay_out
from clubhub.rostering.levels import floor, score, with_even_shares
from clubhub.rostering.problem_json import problem_from_json


@given(any_plans())
@settings(max_examples=50)
def test_the_score_of_any_plan_is_what_the_judge_counts(drawn: Drawn):
    assert score(drawn.board, drawn.seats) == values(drawn.task, drawn.plan)


@given(first_plans(TINY))
@settings(max_examples=20)
def test_no_plan_is_better_than_the_floor_in_any_aim(drawn: Drawn):
    for level in LEVELS:
        task = drawn.task | {"objective": [level]}
        try:
            assert floor(lay_out(problem_from_json(task))) <= best(task).values
        except TooMany:
            assume(False)


def test_shares_that_are_left_open_are_even_among_households_that_can_serve():
    task = problem(
        person("Aino", "morning", household="Berg"),
        person("Elin", "morning", household="Berg"),
        person("Bo", "morning", household="Salo"),
        person("Cia", household="Holm"),
        person("Dag", "morning", household="Lind"),
        needs=(need("a", "morning", heads=3, points=5),),
        owes={"Lind": 7},
    )
    board = lay_out(task)
    shared = with_even_shares(board, board.seats([("Aino", "a"), ("Bo", "a"), ("Dag", "a")]))

    assert dict(zip(("Berg", "Salo", "Holm", "Lind"), shared.owes, strict=True)) == {
        "Berg": 5,
        "Salo": 5,
        "Holm": 5,
        "Lind": 7,
    }
