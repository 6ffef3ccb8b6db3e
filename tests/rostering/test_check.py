from hypothesis import given, settings
from hypothesis import strategies as st
from tests.rostering.instances import SMALL, plans, problems
from tests.rostering.judge import faults
from tests.rostering.problems import need, person, problem

from clubhub.rostering.check import violations
from clubhub.rostering.problem import RoleRule
from clubhub.rostering.problem_json import problem_from_json


@given(st.data(), st.booleans())
@settings(max_examples=50)
def test_the_check_finds_as_many_faults_as_the_judge(data, has_pins):
    task = data.draw(problems(SMALL))
    pins = [(pin["volunteer"], pin["need"]) for pin in task["pins"]]
    plan = data.draw(plans(task)) + (sorted(set(pins)) if has_pins else [])
    known = [pair for pair in plan if pair[0] != "nobody" and pair[1] != "nothing"]
    # The judge counts a pin lost, or a pair told, as often as it stands there, and an overlap and nothing else of two.
    broken = [fault for fault in faults(task, known, pins_excused=True) if fault.rule not in ("pin_lost", "duplicate")]
    found = [told for told in violations(problem_from_json(task), known) if "pin lost" not in told]

    assert len([told for told in found if not told.startswith("twice")]) == len(broken)
    assert (violations(problem_from_json(task), plan) == []) == (faults(task, plan, pins_excused=True) == [])


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


def test_what_pins_break_among_themselves_is_no_violation_and_what_others_add_is():
    task = problem(
        person("Aino", "morning", "noon", "evening", max_minutes=60),
        person("Pia", "morning", age=12),
        person("Kim", "morning", age=12),
        needs=(need("a", "morning", most=2), need("b", "noon"), need("c", "evening")),
        pins=(("Aino", "b"), ("Aino", "c"), ("Pia", "a")),
    )

    assert violations(task, task.pins) == []
    assert violations(task, [*task.pins, ("Kim", "a")]) == ["no adult: morning"]
    assert violations(task, [*task.pins, ("Aino", "a")]) == ["too much in all: Aino"]


def test_an_id_that_the_problem_does_not_have_is_named():
    task = problem(person("Aino", "morning"), needs=(need("a", "morning"),))

    assert violations(task, [("Nobody", "a"), ("Aino", "b")]) == ["unknown id: Nobody, a", "unknown id: Aino, b"]
