from hypothesis import given, settings
from hypothesis import strategies as st
from tests.rostering.instances import TINY, problems
from tests.rostering.judge import faults
from tests.rostering.problems import need, person, problem

from clubhub.rostering.check import violations
from clubhub.rostering.problem import RoleRule
from clubhub.rostering.problem_json import problem_from_json


@given(problems(TINY, with_pins=False), st.data())
@settings(max_examples=200, deadline=None)
def test_the_check_agrees_with_the_judge(drawn, data):
    task = problem_from_json(drawn)
    pairs = [(v.id, n.id) for v in task.volunteers for n in task.needs]
    plan = sorted(data.draw(st.sets(st.sampled_from(pairs), max_size=6))) if pairs else []

    assert (violations(task, plan) == []) == (faults(drawn, plan) == [])


def test_each_broken_rule_is_named():
    task = problem(
        person("Aino", "morning", "long", age=14),
        person("Bo", no=("morning",), skills={"judge": 10}),
        needs=(need("a", "morning", role="judge"), need("b", "long")),
        roles=(RoleRule(id="judge", requires=("judge",), min_age=16), RoleRule(id="helper")),
        pins=(("Bo", "b"),),
    )
    plan = [("Aino", "a"), ("Aino", "b"), ("Bo", "a"), ("Bo", "a")]

    assert set(violations(task, plan)) == {
        "twice: Bo, a",
        "pin lost: Bo, b",
        "too young: Aino, a",
        "skill judge: Aino, a",
        "not available: Bo, a",
        "skill judge: Bo, a",
        "two at once: Aino, a, b",
        "too many: a",
        "no adult: long",
    }


def test_what_pins_break_among_themselves_is_no_violation():
    task = problem(person("Aino"), needs=(need("a", "morning"),), pins=(("Aino", "a"),))

    assert violations(task, [("Aino", "a")]) == []


def test_an_id_that_the_problem_does_not_have_is_named():
    task = problem(person("Aino", "morning"), needs=(need("a", "morning"),))

    assert violations(task, [("Nobody", "a"), ("Aino", "b")]) == ["unknown id: Nobody, a", "unknown id: Aino, b"]
