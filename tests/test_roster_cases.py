"""The made-up roster problems of the benchmarks: the same each time, and true to what they say of themselves."""

import json

import pytest
from roster_cases.candidates import candidates
from roster_cases.families import FAMILIES, make_problem
from roster_cases.greedy import greedy_plan
from tests.rostering.brute_force import lifted
from tests.rostering.judge import Names, broken_alone, faults, values

PEOPLE = {"festival": 120, "festival_m": 1000, "festival_repair": 100, "tight_l": 1001}
"""Fewer than usual where the usual number takes long; never so few that another programme is chosen by it."""

PLANTED = ("tight_s", "tight_m", "tight_l", "known_loss")
REPAIRS = [name for name, family in FAMILIES.items() if family.is_repair]


def made(family: str, seed: int = 1) -> dict:
    return make_problem(family, seed, PEOPLE.get(family))


@pytest.mark.parametrize("family", FAMILIES)
def test_a_problem_is_the_same_each_time_and_another_for_another_seed(family: str) -> None:
    assert json.dumps(made(family)) == json.dumps(made(family))
    assert made(family) != made(family, 2)


@pytest.mark.parametrize("family", FAMILIES)
def test_every_name_in_a_problem_is_one_that_it_has(family: str) -> None:
    problem = made(family)
    ids = {
        kind: [value["id"] for value in problem[kind]]
        for kind in ("slots", "roles", "shifts", "needs", "households", "volunteers")
    }
    assert all(len(set(names)) == len(names) for names in ids.values())
    assert {slot for shift in problem["shifts"] for slot in shift["slots"]} <= set(ids["slots"])
    assert {shift["location"] for shift in problem["shifts"]} <= set(problem["locations"])
    assert {need["shift"] for need in problem["needs"]} <= set(ids["shifts"])
    assert {need["role"] for need in problem["needs"]} <= set(ids["roles"])
    assert {person["household"] for person in problem["volunteers"]} == set(ids["households"])
    for person in problem["volunteers"]:
        assert person["availability"].keys() <= set(ids["slots"])
        assert person["preferences"].keys() | set(person["opted_in"]) <= set(ids["roles"])


@pytest.mark.parametrize("family", FAMILIES)
@pytest.mark.parametrize("seed", [1, 2])
def test_the_pencil_and_paper_plan_breaks_no_rule(family: str, seed: int) -> None:
    problem = made(family, seed)
    assert faults(problem, greedy_plan(problem)) == []


@pytest.mark.parametrize("family", ["swim_meet", "hopeless", "festival"])
def test_the_filter_and_the_judge_agree_who_may(family: str) -> None:
    problem = made(family)
    names = Names(problem)
    for need, found in candidates(problem).items():
        assert found == [name for name in names.people if not broken_alone(names, name, need)]


@pytest.mark.parametrize("family", PLANTED)
@pytest.mark.parametrize("seed", [1, 2])
def test_a_planted_plan_is_valid_and_has_the_optimum(family: str, seed: int) -> None:
    problem = made(family, seed)
    plan = [(pair["volunteer"], pair["need"]) for pair in problem["planted"]]
    assert faults(problem, plan) == []
    assert values(problem, plan) == tuple(problem["optimum"][level] for level in problem["objective"])


def test_what_is_lost_has_too_few_people() -> None:
    """The optimum beside the certificate: 3 for each of the dives that nobody can do, 2 for each missing pilot."""
    problem = made("known_loss")
    few = {need: len(found) for need, found in candidates(problem).items()}
    short = [need for need in problem["needs"] if few[need["id"]] < need["min"]]
    assert {need["role"] for need in short} == {"diver", "pilot"}
    priority = {role["id"]: role["priority"] for role in problem["roles"]}
    lost = sum(priority[need["role"]] * (need["min"] - few[need["id"]]) for need in short)
    assert lost == problem["optimum"]["required"]


@pytest.mark.parametrize("seed", range(1, 9))
def test_a_hopeless_need_has_nobody_for_the_one_reason_given(seed: int) -> None:
    problem = made("hopeless", seed)
    names = Names(problem)
    assert problem["truth"]
    for need, rule in problem["truth"].items():
        assert all(broken_alone(names, name, need) for name in names.people)
        without = Names(lifted(problem, rule))
        assert any(not broken_alone(without, name, need) for name in names.people)


@pytest.mark.parametrize("family", REPAIRS)
def test_the_plan_to_repair_was_valid_until_some_cancelled(family: str) -> None:
    problem = made(family)
    plan = [(pair["volunteer"], pair["need"]) for pair in problem["previous"]]
    broken = faults(problem, plan)
    assert {fault.rule for fault in broken} == {"not_available"}
    assert {fault.pairs[0][0] for fault in broken} == set(problem["cancelled"])
    assert problem["objective"][:2] == ["required", "changes"]
