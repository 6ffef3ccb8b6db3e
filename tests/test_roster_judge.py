"""The judge of rosters held against the other one, and brute force against what can be seen without it."""

import importlib.util
import json
import random
from collections import Counter
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from tests.rostering import instances
from tests.rostering.brute_force import TooMany, best, could_take, fewest_changes, lifted, valid_plans
from tests.rostering.judge import Names, broken_alone, faults, score, values
from tests.rostering.repairs import repairs

CASES = ("swim_meet", "hopeless", "tight_s", "known_loss", "season", "swim_meet_repair", "season_repair", "festival_s")
LEVELS = ("required", "optional", "changes", "fairness", "preference")


@pytest.fixture(scope="session")
def other_judge(shared_data: Path) -> ModuleType:
    """The validator that comes with the shared problems."""
    path = shared_data.parent / "tools" / "validate_roster.py"
    if not path.is_file():
        pytest.skip(f"no validator in {path}")
    spec = importlib.util.spec_from_file_location("other_judge", path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def agreed(other: ModuleType, problem: dict, plan: list[tuple[str, str]]) -> None:
    errors, judged = other.check(problem, {"assignments": [{"volunteer": v, "need": n} for v, n in plan]})
    assert Counter(fault.rule for fault in faults(problem, plan)) == Counter(error[0] for error in errors)
    known = [pair for pair in plan if pair[0] != "nobody" and pair[1] != "nothing"]
    ours = score(problem, known)
    assert {level: ours[level] for level in LEVELS} == judged


@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_both_judges_agree_on_any_plan(other_judge: ModuleType, data: st.DataObject) -> None:
    problem = data.draw(instances.problems(instances.SMALL))
    agreed(other_judge, problem, data.draw(instances.plans(problem)))


@pytest.mark.parametrize("case", CASES)
def test_both_judges_agree_on_the_shared_problems(other_judge: ModuleType, shared_data: Path, case: str) -> None:
    problem = json.loads((shared_data / "rosters" / f"{case}-1.json").read_text("utf-8"))
    chance = random.Random(case)
    pairs = [(v["id"], n["id"]) for v in problem["volunteers"] for n in problem["needs"]]
    pinned = [(pin["volunteer"], pin["need"]) for pin in problem["pins"]]
    before = [(pair["volunteer"], pair["need"]) for pair in problem["previous"]]
    for plan in ([], pinned, before, chance.sample(pairs, 40), chance.sample(pairs, min(len(pairs), 600))):
        agreed(other_judge, problem, plan)


@settings(max_examples=60)
@given(problem=instances.problems())
def test_brute_force_finds_every_valid_plan(problem: dict) -> None:
    """Held against every set of pairs there is, where these are few."""
    pairs = [(v["id"], n["id"]) for v in problem["volunteers"] for n in problem["needs"]]
    assume(len(pairs) <= 9)
    sets = ([pair for bit, pair in enumerate(pairs) if number >> bit & 1] for number in range(2 ** len(pairs)))
    valid = {frozenset(plan) for plan in sets if not faults(problem, plan, pins_excused=True)}
    assert set(valid_plans(problem)) == valid


@settings(max_examples=60)
@given(problem=instances.problems(levels=(*instances.FORMAT_LEVELS, *instances.OWN_LEVELS)))
def test_the_best_plan_is_valid_and_nothing_beats_it(problem: dict) -> None:
    try:
        found = best(problem)
    except TooMany:
        assume(False)
    assert found.plans
    assert {values(problem, sorted(plan)) for plan in found.plans} == {found.values}
    assert all(values(problem, sorted(plan)) >= found.values for plan in valid_plans(problem))


@settings(max_examples=60)
@given(problem=instances.problems())
def test_the_fewest_changes_are_the_second_level_of_a_repair(problem: dict) -> None:
    try:
        found = best(problem | {"objective": ["required", "changes"]})
    except TooMany:
        assume(False)
    assert found.values == fewest_changes(problem)


@settings(max_examples=40)
@given(problem=repairs())
def test_a_repair_changes_at_least_the_places_of_who_cancelled(problem: dict) -> None:
    lost = sum(pair["volunteer"] in problem["cancelled"] for pair in problem["previous"])
    assert lost
    assert fewest_changes(problem)[1] >= lost


def test_a_fault_of_pins_alone_is_excused_and_no_other() -> None:
    problem = two_at_the_pool()
    problem["pins"] = [{"volunteer": "anna", "need": "early"}, {"volunteer": "anna", "need": "same time"}]
    pins = [("anna", "early"), ("anna", "same time")]
    assert [fault.rule for fault in faults(problem, pins)] == ["overlap"]
    assert faults(problem, pins, pins_excused=True) == []
    problem["pins"].pop()
    assert [fault.rule for fault in faults(problem, pins, pins_excused=True)] == ["overlap"]
    assert [fault.rule for fault in faults(problem, [], pins_excused=True)] == ["pin_lost"]


@pytest.mark.parametrize(
    ("rule", "change"),
    [
        ("banned", {"bans": [{"volunteer": "anna", "need": "early"}]}),
        ("opt_in", {"roles": [{"id": "helper", "requires": [], "min_age": 0, "opt_in": True, "priority": 1}]}),
        ("under_age", {"roles": [{"id": "helper", "requires": [], "min_age": 99, "opt_in": False, "priority": 1}]}),
        (
            "skill_missing",
            {"roles": [{"id": "helper", "requires": ["x"], "min_age": 0, "opt_in": False, "priority": 1}]},
        ),
    ],
)
def test_a_lifted_rule_keeps_nobody_away(rule: str, change: dict) -> None:
    problem = two_at_the_pool() | change
    assert broken_alone(Names(problem), "anna", "early") == [rule]
    assert "anna" not in could_take(problem, ["early"])
    assert broken_alone(Names(lifted(problem, rule)), "anna", "early") == []


def two_at_the_pool() -> dict:
    shift = {"id": "morning", "start": 480, "end": 540, "location": "pool", "day": 0, "slots": []}
    need = {"shift": "morning", "role": "helper", "min": 1, "max": 2, "points": 1}
    free = {"household": "home", "age": 30, "skills": {}, "max_minutes": 900, "max_minutes_day": 900, "min_rest": 0}
    free |= {"opted_in": [], "availability": {}, "preferences": {}}
    lists = ("slots", "keep_apart", "keep_together", "bans", "pins", "previous")
    return {name: [] for name in lists} | {
        "adult_age": 18,
        "objective": list(LEVELS),
        "locations": ["pool"],
        "travel": [[0]],
        "roles": [{"id": "helper", "requires": [], "min_age": 0, "opt_in": False, "priority": 1}],
        "shifts": [shift],
        "needs": [{"id": "early"} | need, {"id": "same time"} | need],
        "households": [{"id": "home", "owes": 2}],
        "volunteers": [{"id": "anna"} | free, {"id": "bo"} | free],
    }
