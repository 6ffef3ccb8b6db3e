"""A Hall set is a proof: counted again by hand, and never filled by any plan there is."""

from hypothesis import assume, event, given, settings
from roster_cases.families import make_problem
from tests.rostering.brute_force import TooMany, could_take, valid_plans
from tests.rostering.engine import ask
from tests.rostering.explained import Told, kept_away, told
from tests.rostering.instances import SMALL
from tests.rostering.judge import Json, Names
from tests.rostering.problems import need, person, problem

from clubhub.rostering.board import lay_out
from clubhub.rostering.draft import Draft
from clubhub.rostering.explain import explain
from clubhub.rostering.hall import HallSet, hall_set


def sets(draft: Draft) -> list[tuple[int, HallSet]]:
    short = [number for number in range(len(draft.heads)) if draft.wanted(number)]
    return [(number, found) for number in short if (found := hall_set(draft, number))]


def counted_again(task: Json, found: HallSet) -> None:
    names = Names(task)
    for spec in (names.needs[name] for name in found.needs):
        shift = names.shifts[spec["shift"]]
        assert shift["start"] <= found.minute < shift["end"]
    assert found.places == sum(names.needs[name]["min"] for name in found.needs)
    assert found.places > len(found.people)
    pinned = {pin["volunteer"] for pin in task["pins"] if pin["need"] in found.needs}
    could = could_take(task, list(found.needs)) | pinned
    assert set(found.people) <= could
    for name in could - set(found.people):
        company = {"too_long", "no_partner", "no_adult"}
        assert all({rule for rule, _skill in kept_away(task, name, one)} for one in found.needs)
        assert any({rule for rule, _skill in kept_away(task, name, one)} <= company for one in found.needs)


@given(told(SMALL))
@settings(max_examples=30)
def test_every_hall_set_is_right_when_counted_again(given_: Told):
    task, _plan, draft = given_
    found = sets(draft)
    event(f"{min(len(found), 2)} sets")
    for number, one in found:
        assert task["needs"][number]["id"] in one.needs
        counted_again(task, one)


@given(told())
@settings(max_examples=30)
def test_no_plan_there_is_fills_a_hall_set(given_: Told):
    task, _plan, draft = given_
    found = [one for _number, one in sets(draft)]
    event(f"{min(len(found), 2)} sets")
    least = {spec["id"]: spec["min"] for spec in task["needs"]}
    try:
        for plan in valid_plans(task) if found else ():
            heads = [need_id for _person, need_id in plan]
            for one in found:
                assert sum(min(least[name], heads.count(name)) for name in one.needs) < one.places
    except TooMany:
        assume(False)


def test_the_proofs_of_a_hopeless_event_are_right():
    task = make_problem("hopeless", 2)
    filling = ask(task, iterations=0)
    found = [one.hall_set for one in explain(filling.board, filling.seats)]

    assert sum(one is not None for one in found) > len(found) / 2
    for one in found:
        if one:
            counted_again(task, one)


def test_the_set_grows_over_what_its_people_do_until_nobody_is_free():
    board = lay_out(
        problem(
            person("Aino", "morning", "long"),
            person("Bo", "morning", "long"),
            person("Cia", "noon"),
            needs=(need("a", "morning", heads=2), need("b", "long"), need("c", "noon")),
        )
    )
    found = hall_set(Draft(board, board.seats([("Aino", "a"), ("Bo", "b"), ("Cia", "c")])), 0)

    assert found == HallSet(minute=0, needs=("a", "b"), people=("Aino", "Bo"), places=3)


def test_there_is_no_proof_while_somebody_is_free():
    board = lay_out(problem(person("Aino", "morning"), person("Bo", "morning"), needs=(need("a", "morning", heads=3),)))

    assert hall_set(Draft(board, board.seats([("Aino", "a")])), 0) is None


def test_whoever_is_pinned_to_two_places_at_once_counts_for_no_proof():
    people = person("Aino", "morning", "long"), person("Bo")
    needs = need("a", "morning", heads=2), need("b", "long")
    board = lay_out(problem(*people, needs=needs, pins=(("Aino", "a"), ("Aino", "b"))))

    assert hall_set(Draft(board, board.pins), 0) is None
