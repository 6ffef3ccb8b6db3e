"""Few changes after a cancellation, by the path that only large rosters take."""

from hypothesis import assume, event, given, settings
from roster_cases.families import make_problem
from tests.rostering.brute_force import TooMany
from tests.rostering.brute_force import fewest_changes as fewest_known
from tests.rostering.engine import ask, plan_of, taken_for
from tests.rostering.judge import faults
from tests.rostering.problems import need, person, problem
from tests.rostering.repairs import repairs

from clubhub.rostering.board import lay_out
from clubhub.rostering.fill import fill
from clubhub.rostering.greedy import greedy
from clubhub.rostering.levels import floor, score
from clubhub.rostering.problem import REPAIR_OBJECTIVE
from clubhub.rostering.problem_json import problem_from_json
from clubhub.rostering.repair import fewest_changes


@given(task=repairs())
@settings(max_examples=60)
def test_no_plan_has_fewer_changes_than_counted(task):
    board = lay_out(problem_from_json(task))
    try:
        required, changes = fewest_known(task)
    except TooMany:
        assume(False)
    assume(required == floor(board)[0])
    counted = fewest_changes(board)
    event("reached" if counted == changes else "below")

    assert counted <= changes


def test_a_place_that_need_not_be_filled_is_not_filled_anew():
    task = problem(
        person("Aino"),
        *(person(name, "morning") for name in ("Bo", "Cai", "Dan")),
        needs=(need("a", "morning", heads=1, most=3),),
        previous=(("Aino", "a"),),
        objective=REPAIR_OBJECTIVE,
    )
    with taken_for("parts"):
        filling = fill(task, seed=1)

    assert len(filling.seats) == 1
    assert filling.proved[:2] == (True, True)


def test_a_large_repair_changes_less_than_a_new_first_plan():
    task = make_problem("festival_repair", 2, 150)
    board = lay_out(problem_from_json(task))
    with taken_for("parts"):
        filling = ask(task, iterations=30)

    assert faults(task, plan_of(filling)) == []
    assert filling.score[:2] < score(board, greedy(board))[:2]
    assert filling.score[1] >= filling.bounds[1]
