import pytest
from hypothesis import given, settings
from roster_cases.families import make_problem
from tests.rostering.drawn import Drawn, first_plans
from tests.rostering.judge import faults
from tests.rostering.problems import HELPER, need, person, problem

from clubhub.rostering import greedy as greedy_module
from clubhub.rostering.board import lay_out
from clubhub.rostering.draft import Draft
from clubhub.rostering.greedy import greedy
from clubhub.rostering.problem import Problem, RoleRule
from clubhub.rostering.problem_json import problem_from_json

JUDGE = RoleRule(id="judge", requires=("judge",))


def planned(task: Problem) -> set[tuple[str, str]]:
    board = lay_out(task)
    return set(board.plan(greedy(board)))


@given(first_plans())
@settings(max_examples=50)
def test_the_first_plan_is_valid_and_leaves_nobody_free_for_a_place(drawn: Drawn):
    assert faults(drawn.task, drawn.plan, pins_excused=True) == []
    tied = {name for two in drawn.task["keep_together"] for name in two}
    heads = [need_id for _person, need_id in drawn.plan]
    for spec in drawn.task["needs"]:
        if heads.count(spec["id"]) < spec["max"]:
            others = [(p["id"], spec["id"]) for p in drawn.task["volunteers"] if p["id"] not in tied]
            assert all(
                faults(drawn.task, [*drawn.plan, pair], pins_excused=True) for pair in others if pair not in drawn.plan
            )


@pytest.mark.parametrize("family", ["swim_meet_repair", "season_repair", "festival_s_repair"])
def test_what_was_published_stays_wherever_it_may(family: str):
    task = make_problem(family, 2, {"season_repair": 40, "festival_s_repair": 120}.get(family))
    board = lay_out(problem_from_json(task))
    draft = Draft(board, board.pins)
    greedy_module._keep_previous(draft)
    kept = sorted(board.plan(draft.seats))
    lost = board.plan(board.previous - draft.seats)

    assert {person for person, _need in lost} >= set(task["cancelled"])
    assert all(faults(task, [*kept, pair]) for pair in lost)
    assert faults(task, kept) == []


def test_the_household_with_the_least_to_do_comes_first_and_likes_decide_between_equals():
    task = problem(
        person("Aino", "morning"),
        person("Bo", "morning", preferences={"helper": 2}),
        person("Cia", "morning", maybe=("noon",)),
        needs=(need("a", "morning"), need("b", "noon")),
        owes={"of Aino": 2, "of Bo": 2, "of Cia": 9},
        objective=(),
    )

    assert planned(task) == {("Cia", "a"), ("Cia", "b")}
    assert planned(problem(*task.volunteers[:2], needs=task.needs)) == {("Bo", "a")}


def test_somebody_hands_over_what_another_can_do_too():
    task = problem(
        person("Aino", "long", skills={"judge": None}),
        person("Bo", "long"),
        needs=(need("a", "long", role="helper"), need("b", "long", role="judge")),
        roles=(RoleRule(id="helper", priority=5), JUDGE),
        owes={"of Aino": 9, "of Bo": 0},
    )

    assert planned(task) == {("Aino", "b"), ("Bo", "a")}


def test_nobody_hands_over_to_somebody_whom_they_may_not_meet():
    """Bo could follow Aino, but not on the shift that she stays on."""
    task = problem(
        person("Aino", "long", skills={"judge": None}),
        person("Bo", "long"),
        needs=(need("a", "long"), need("b", "long", role="judge")),
        roles=(RoleRule(id="helper", priority=5), JUDGE),
        owes={"of Aino": 9, "of Bo": 0},
        keep_apart=(("Aino", "Bo"),),
    )

    assert planned(task) == {("Aino", "a")}


def test_the_only_adult_does_not_leave_children_alone():
    task = problem(
        person("Aino", "morning", "long", skills={"judge": None}),
        person("Pia", "morning", age=12),
        needs=(need("a", "morning", heads=2), need("b", "long", role="judge")),
        roles=(RoleRule(id="helper", priority=5), JUDGE),
    )

    assert planned(task) == {("Aino", "a"), ("Pia", "a")}


def test_people_who_are_kept_together_come_all_or_not_at_all():
    people = person("Aino", "morning", "noon"), person("Bo", "morning", "noon")
    needs = need("a", "morning"), need("b", "noon", heads=2)

    assert planned(problem(*people, needs=needs, keep_together=(("Aino", "Bo"),))) == {("Aino", "b"), ("Bo", "b")}


def test_two_places_of_one_partner_are_not_taken_for_both_partners():
    task = problem(
        person("Aino", "morning"),
        person("Bo", "morning"),
        needs=(need("a", "morning"), need("b", "morning", heads=0, most=0)),
        keep_together=(("Aino", "Bo"),),
        previous=(("Aino", "a"), ("Aino", "b")),
        roles=(HELPER,),
    )

    assert planned(task) == set()
