from hypothesis import assume, event, given, settings
from hypothesis import strategies as st
from tests.rostering import instances
from tests.rostering.brute_force import TooMany, valid_plans
from tests.rostering.engine import LEVELS, PATHS, ask, taken_for
from tests.rostering.problems import need, person, problem

from clubhub.rostering.fill import fill
from clubhub.rostering.problem import Aim, Problem, RoleRule
from clubhub.rostering.progress import stage_sentence, state_sentence, summary

MORE, BETTER = "proved: no plan fills more", "proved: no plan fills them better"


def state(task: Problem) -> str:
    found = fill(task, seed=1)
    return state_sentence(found.board, found.seats, found.bounds, found.score)


@given(task=instances.problems(levels=LEVELS), path=st.sampled_from(PATHS))
@settings(max_examples=40)
def test_where_it_is_said_that_no_plan_fills_more_none_does(task, path):
    with taken_for(path):
        found = ask(task, iterations=20)
    told = state_sentence(found.board, found.seats, found.bounds, found.score)
    event(told.partition("proved: ")[2] or "nothing proved")
    count, _of, places = told.partition(", ")[0].removesuffix(" places").partition(" of ")
    assert int(places) == sum(one["max"] for one in task["needs"])
    try:
        most = max(_filled(task, plan) for plan in valid_plans(task))
    except TooMany:
        assume(False)

    assert int(count) <= most
    assert MORE not in told or int(count) == most


def _filled(task, plan) -> int:
    heads = [name for _person, name in plan]
    return sum(min(one["max"], heads.count(one["id"])) for one in task["needs"])


def test_how_many_places_are_filled_is_said_with_the_proof():
    people = person("Aino", "morning"), person("Bo")

    assert state(problem(*people, needs=(need("a", "morning"),))) == f"1 of 1 places, {MORE}"
    assert state(problem(*people, needs=(need("a", "morning", heads=2),))) == f"1 of 2 places, {MORE}"


def test_a_plan_that_fills_urgent_places_need_not_fill_the_most():
    task = problem(
        person("Aino", "morning", "long", "noon"),
        needs=(need("a", "morning"), need("b", "noon"), need("start", "long", role="starter")),
        roles=(RoleRule(id="starter", priority=11), RoleRule(id="helper", priority=5)),
    )

    assert state(task) == f"1 of 3 places, {BETTER}"


def test_while_nothing_is_proved_nothing_is_said_of_it():
    task = problem(
        *(person(f"p{i}", "morning", "long") for i in range(3)),
        needs=(need("a", "morning", heads=2), need("b", "long", heads=2)),
    )
    found = fill(task, seed=1, iterations=0)

    assert state_sentence(found.board, found.seats, found.bounds, found.score) == "3 of 4 places"
    assert summary(found) == "3 of 4 places filled."


def test_more_pins_than_places_fill_no_more_than_there_are():
    pins = (("Aino", "a"), ("Bo", "a"))
    task = problem(person("Aino"), person("Bo"), needs=(need("a", "morning"), need("b", "noon")), pins=pins)

    assert state(task) == f"1 of 2 places, {MORE}"


def test_a_summary_says_how_it_ended():
    task = problem(person("Aino", "morning", "noon"), needs=(need("a", "morning", heads=2), need("b", "noon")))
    with taken_for("no solver"):
        without = summary(fill(task, seed=1))
    uneven = problem(
        *(person(f"p{i}", "morning", "noon", household=f"h{i % 3}") for i in range(6)),
        needs=tuple(need(f"n{i}", ("morning", "noon")[i % 2], points=1 + i) for i in range(5)),
    )

    assert summary(fill(task, seed=1)) == "2 of 3 places filled; it is proved that no plan fills them better."
    assert without.endswith("The solver (highspy) is not installed: a better plan may exist.")
    assert summary(fill(uneven, seed=1, seconds=0)).endswith("The time was over: a fairer plan may exist.")


def test_each_stage_is_told_in_words_of_its_own():
    told = [stage_sentence(stage) for stage in ("first", "parts", *Aim)]

    assert len(set(told)) == len(told)
    assert all(sentence.endswith(" …") for sentence in told)
