"""The open format: what is read comes back the same, and what doesn't hold together is refused with its field."""

import json
import re
from copy import deepcopy
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.rostering import instances
from tests.rostering.engine import LEVELS

from clubhub.domain.errors import InvalidInput
from clubhub.rostering.fill import fill
from clubhub.rostering.problem import HouseholdShare, Reply
from clubhub.rostering.problem_json import plan_from_json, problem_from_json, problem_to_json

Json = dict[str, Any]

WITH_IDS = ("slots", "roles", "shifts", "needs", "households", "volunteers")
LISTS = (*WITH_IDS, "keep_apart", "keep_together", "bans", "pins", "previous", "objective", "locations", "travel")


def whole() -> Json:
    """A problem that holds together, with something in every list."""
    volunteer = {
        "household": "berg",
        "age": 30,
        "skills": {"judge": None, "first_aid": -5},
        "max_minutes": 900,
        "max_minutes_day": 900,
        "min_rest": 0,
        "opted_in": ["helper"],
        "availability": {"k0": "yes"},
        "preferences": {"helper": -2},
    }
    pair = {"volunteer": "aino", "need": "n0"}
    data: Json = {
        "format": "clubhub-roster-instance/1",
        "name": "whole",
        "seed": 3,
        "adult_age": 18,
        "objective": ["required", "optional"],
        "locations": ["pool", "hall"],
        "travel": [[0, 5], [5, 0]],
        "slots": [{"id": "k0", "start": 0, "end": 60}],
        "roles": [{"id": "helper", "requires": ["judge"], "min_age": 0, "opt_in": True, "priority": 1}],
        "shifts": [{"id": "s0", "start": 0, "end": 60, "location": "pool", "day": 0, "slots": ["k0"]}],
        "needs": [{"id": "n0", "shift": "s0", "role": "helper", "min": 1, "max": 2, "points": 1}],
        "households": [{"id": "berg", "owes": 2}],
        "volunteers": [{"id": "aino"} | volunteer, {"id": "bo"} | volunteer],
        "keep_apart": [["aino", "bo"]],
        "keep_together": [["bo", "aino"]],
        "bans": [pair],
        "pins": [pair],
        "previous": [pair],
    }
    # No two fields are the same object, so that a test changes just one.
    return json.loads(json.dumps(data))


def refusal(data: Any) -> str:
    """The field and what is wrong with it."""
    with pytest.raises(InvalidInput, match="nothing was filled") as refused:
        problem_from_json(data)
    [detail] = refused.value.details
    assert detail in str(refused.value)
    return detail


def changed(path: str, value: Any) -> Json:
    """The whole problem with one field set; `path` as in a refusal."""
    data = whole()
    steps = [int(step) if step.isdigit() else step for step in re.findall(r"\w+", path)]
    target: Any = data
    for step in steps[:-1]:
        target = target[step]
    target[steps[-1]] = value
    return data


NUMBERS = (
    *("adult_age", "travel[0][1]", "slots[0].start", "slots[0].end", "roles[0].min_age", "roles[0].priority"),
    *("shifts[0].start", "shifts[0].end", "shifts[0].day", "needs[0].min", "needs[0].max", "needs[0].points"),
    *("households[0].owes", "volunteers[1].age", "volunteers[1].max_minutes", "volunteers[1].max_minutes_day"),
    "volunteers[1].min_rest",
)


@given(task=instances.problems(instances.SMALL, levels=LEVELS))
@settings(max_examples=20)
def test_a_problem_survives_the_way_through_json(task):
    problem = problem_from_json(task)

    assert problem_from_json(json.loads(json.dumps(problem_to_json(problem)))) == problem
    sorted_ = [person | {"opted_in": sorted(person["opted_in"])} for person in task["volunteers"]]
    assert problem_to_json(problem) == task | {"volunteers": sorted_}


def test_what_the_format_does_not_know_is_read_too():
    data = whole() | {"objective": ["withdrawn", "if_need_be"], "description": "more", "optimum": {"required": 0}}
    data["volunteers"][0]["availability"]["k0"] = "no"
    data["households"][0]["owes"] = None
    data["shifts"][0]["location"] = ""
    problem = problem_from_json(data)

    assert problem.volunteers[0].availability == {"k0": Reply.NO}
    assert problem.households == (HouseholdShare(id="berg", owes=None),)
    assert problem_from_json(problem_to_json(problem)) == problem


def test_empty_lists_everywhere_are_a_problem_too():
    data = whole() | {name: [] for name in LISTS}

    assert fill(problem_from_json(data), seed=1).seats == frozenset()


@pytest.mark.parametrize("field", NUMBERS)
def test_a_number_of_another_kind_or_size_is_refused_with_its_field(field):
    least, most = {"roles[0].priority": (1, 10_000), "needs[0].points": (0, 100_000)}.get(field, (0, 10**9))
    for value in (True, False, None, "1", 1.0, float("nan"), float("inf"), [], {}, [[1]]):
        if (field, value) != ("households[0].owes", None):
            assert refusal(changed(field, value)) == f"{field}: not a whole number"
    for value in (least - 1, -(10**9), most + 1, 10**30):
        assert refusal(changed(field, value)) == f"{field}: {value} is not from {least} to {most}"


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("format", "clubhub-roster-instance/2", "only clubhub-roster-instance/1 can be read"),
        ("format", None, "not a text"),
        ("name", 3, "not a text"),
        ("objective[1]", "required", "required stands twice"),
        ("objective[1]", "beauty", "beauty is unknown"),
        ("objective[1]", ["required"], "not a text"),
        ("objective", "required", "not a list"),
        ("locations[1]", "pool", "pool stands twice"),
        ("locations[1]", "", "not a text"),
        ("travel[1]", 5, "not a list"),
        ("slots[0].id", "", "not a text"),
        ("slots[0].id", 7, "not a text"),
        ("roles[0].opt_in", 1, "neither true nor false"),
        ("roles[0].opt_in", None, "neither true nor false"),
        ("roles[0].requires", "judge", "not a list"),
        ("roles[0].requires[0]", None, "not a text"),
        ("shifts[0].location", None, "not a text"),
        ("shifts[0].location", "moon", "moon is unknown"),
        ("shifts[0].end", 0, "not after its start"),
        ("shifts[0].slots", {"k0": 1}, "not a list"),
        ("shifts[0].slots", ["k9"], "k9 is unknown"),
        ("needs[0].shift", "s9", "s9 is unknown"),
        ("needs[0].role", "king", "king is unknown"),
        ("needs[0].max", 0, "less than its min"),
        ("households[0]", "berg", "not an object"),
        ("volunteers[1].household", "salo", "salo is unknown"),
        ("volunteers[1].skills", [], "not an object"),
        ("volunteers[1].skills.judge", "never", "not a whole number"),
        ("volunteers[1].skills.judge", True, "not a whole number"),
        ("volunteers[1].availability.k0", "perhaps", "none of yes, maybe, no"),
        ("volunteers[1].availability.k0", None, "none of yes, maybe, no"),
        ("volunteers[1].availability.k0", ["yes"], "none of yes, maybe, no"),
        ("volunteers[1].availability", {"k9": "yes"}, "k9 is unknown"),
        ("volunteers[1].preferences.helper", 1, "none of -2, 0, 2"),
        ("volunteers[1].preferences.helper", False, "not a whole number"),
        ("volunteers[1].preferences", {"king": 2}, "king is unknown"),
        ("volunteers[1].opted_in", ["king"], "king is unknown"),
        ("keep_apart[0]", ["aino"], "not two ids"),
        ("keep_apart[0]", ["aino", 3], "not two ids"),
        ("keep_apart[0]", ["aino", "aino"], "aino stands twice"),
        ("keep_together[0]", ["aino", "bo", "aino"], "not two ids"),
        ("keep_together[0]", ["aino", "eva"], "eva is unknown"),
        ("bans[0]", ["aino", "n0"], "not an object"),
        ("bans[0].volunteer", "eva", "eva is unknown"),
        ("pins[0].need", "n9", "n9 is unknown"),
        ("previous[0].need", None, "not a text"),
    ],
)
def test_what_is_wrong_with_a_field_is_said_with_the_path_to_it(field, value, said):
    assert refusal(changed(field, value)) == f"{field}: {said}"


@pytest.mark.parametrize("name", WITH_IDS)
def test_the_same_id_twice_is_refused(name):
    data = whole()
    data[name].append(deepcopy(data[name][0]))
    first, number = data[name][0]["id"], len(data[name]) - 1

    assert refusal(data) == f"{name}[{number}]: {first} stands twice"


@pytest.mark.parametrize("field", sorted(set(whole()) - {"name", "seed"}))
def test_a_field_that_is_missing_is_named(field):
    data = whole()
    del data[field]

    assert refusal(data) == f"{field}: missing"


@pytest.mark.parametrize("name", [*WITH_IDS, "bans"])
def test_a_field_that_an_entry_lacks_is_named(name):
    for field in whole()[name][0]:
        data = whole()
        del data[name][0][field]
        assert refusal(data) == f"{name}[0].{field}: missing"


@pytest.mark.parametrize("data", [None, [], "problem", 3, True, float("nan")])
def test_json_that_is_no_object_is_refused(data):
    assert refusal(data) == "/: not an object"


@pytest.mark.parametrize("name", ["needs", "volunteers", "previous"])
def test_a_million_entries_are_refused_before_they_are_read(name):
    assert re.fullmatch(rf"{name}: 1000000 entries; at most \d+ can be read", refusal(whole() | {name: [{}] * 10**6}))


def test_a_need_for_a_million_heads_is_refused():
    assert refusal(changed("needs[0].max", 10**6)) == "needs: 1000000 places; at most 200000 can be filled"


@pytest.mark.parametrize("travel", [[[0, 5]], [[0], [5]], [[0, 5, 5], [5, 0, 5]], [[], []]])
def test_a_table_of_ways_that_is_not_square_is_refused(travel):
    assert refusal(whole() | {"travel": travel}) == "travel: not a row and a column per location"


@pytest.mark.parametrize(
    "field", ["objective", "travel", "needs", "keep_apart", "volunteers[0].skills", "pins[0].need"]
)
def test_nesting_however_deep_is_refused_with_its_field(field):
    value: list[Any] = []
    for _level in range(20_000):
        value = [value]
    data = whole()
    # Set by hand: what is nested so deep can't be copied.
    target = data["volunteers"][0] if "skills" in field else data["pins"][0] if "pins" in field else data
    target[field.rpartition(".")[2]] = value

    assert refusal(data).startswith(field)


JUNK = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=3),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(("id", "min", "need")), inner),
    max_leaves=6,
)


@given(field=st.sampled_from([name for name in LISTS if name != "previous"]), junk=JUNK)
def test_whatever_stands_in_a_field_it_is_read_or_refused_in_words(field, junk):
    refusals: list[InvalidInput] = []
    try:
        problem_from_json(whole() | {field: junk})
    except InvalidInput as error:
        refusals.append(error)

    assert all(re.match(r"[a-z_]+[^:]*: .", detail) for error in refusals for detail in error.details)


WHOLE = problem_from_json(whole())


@given(junk=JUNK.filter(lambda junk: junk != []))
def test_a_plan_that_is_none_is_refused_in_words(junk):
    with pytest.raises(InvalidInput, match="assignments"):
        plan_from_json({"assignments": junk}, WHOLE)


def test_a_plan_is_read_in_its_order():
    pairs = [("bo", "n0"), ("aino", "n0")]

    assert plan_from_json({"assignments": [{"volunteer": v, "need": n} for v, n in pairs]}, WHOLE) == tuple(pairs)


@pytest.mark.parametrize(("field", "value"), [("volunteer", "eva"), ("need", "n9")])
def test_a_plan_of_another_problem_is_refused(field, value):
    pair = {"volunteer": "aino", "need": "n0"} | {field: value}
    with pytest.raises(InvalidInput, match=rf"assignments\[0\].{field}: {value} is unknown"):
        plan_from_json({"assignments": [pair]}, WHOLE)
