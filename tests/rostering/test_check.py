from hypothesis import given, settings
from hypothesis import strategies as st
from tests.rostering.problems import is_valid, need, person, problem, problems

from clubhub.rostering.check import violations
from clubhub.rostering.problem import Problem, Reply, RoleRule


@given(st.data())
@settings(max_examples=200, deadline=None)
def test_the_check_agrees_with_the_rules_told_otherwise(data):
    task: Problem = data.draw(problems())
    pairs = [(v.id, n.id) for v in task.volunteers for n in task.needs]
    drawn = data.draw(st.sets(st.sampled_from(pairs))) if pairs else set()
    plan = frozenset(drawn | set(task.pins))

    assert (violations(task, plan) == []) == is_valid(task, plan)


def test_each_broken_rule_is_named():
    task = problem(
        person("Aino", "morning", "long", age=14),
        person("Bo", replies={"morning": Reply.NO}, skills={"judge": 10}),
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
        "too many: a, 2",
    }


def test_an_id_that_the_problem_does_not_have_is_named():
    task = problem(person("Aino", "morning"), needs=(need("a", "morning"),))

    assert violations(task, [("Nobody", "a"), ("Aino", "b")]) == ["unknown id: Nobody, a", "unknown id: Aino, b"]
