import json
from dataclasses import replace

import pytest
from hypothesis import given
from tests.rostering.problems import need, person, problem, problems

from clubhub.domain.errors import InvalidInput
from clubhub.rostering.problem import Problem, ShiftTime, points_for
from clubhub.rostering.problem_json import problem_from_json, problem_to_json


@given(problems())
def test_a_problem_survives_the_way_through_json(task: Problem):
    assert problem_from_json(json.loads(json.dumps(problem_to_json(task)))) == task


def test_what_may_be_left_out_takes_its_plain_value():
    data = problem_to_json(problem(person("Aino", "morning"), needs=(need("a", "morning"),)))
    for name in ("objective", "households", "pins", "previous"):
        del data[name]
    for name in ("requires", "min_age", "priority"):
        del data["roles"][0][name]
    for name in ("age", "skills"):
        del data["volunteers"][0][name]

    assert problem_from_json(data) == problem(person("Aino", "morning"), needs=(need("a", "morning"),))


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"needs": (need("a", "evening"),)}, "needs[a].shift: evening"),
        ({"needs": (need("a", "long", role="king"),)}, "needs[a].role: king"),
        ({"needs": (need("a", "long", heads=2, most=1),)}, "needs[a].min, max, points"),
        ({"needs": (need("a", "long", points=-1),)}, "needs[a].min, max, points"),
        ({"needs": (need("a", "long", heads=float("nan")),)}, "needs[a].min, max, points"),
        ({"needs": (need("a", "long"), need("a", "noon"))}, "needs: id twice"),
        ({"shifts": (ShiftTime(id="long", start=5, end=5),)}, "shifts[long].end"),
        ({"volunteers": (person("Aino", "evening"),)}, "volunteers[Aino].availability"),
        ({"volunteers": (person("Aino", skills={"judge": 1.5}),)}, "volunteers[Aino].skills"),
        ({"pins": (("Bo", "a"),)}, "pins: Bo, a"),
        ({"previous": (("Aino", "z"),)}, "previous: Aino, z"),
    ],
)
def test_a_problem_that_does_not_hold_together_is_refused_with_its_field(change, field):
    task = problem(person("Aino", "long"), needs=(need("a", "long"),))

    with pytest.raises(InvalidInput) as refused:
        problem_from_json(problem_to_json(replace(task, **change)))
    assert field in refused.value.details


@pytest.mark.parametrize("data", [{}, {"roles": 3}, {"roles": [], "shifts": [], "needs": [{}], "volunteers": []}, []])
def test_json_of_another_shape_is_refused(data):
    with pytest.raises(InvalidInput, match="nothing was filled"):
        problem_from_json(data)


@pytest.mark.parametrize(("minutes", "points"), [(1, 1), (89, 1), (90, 2), (240, 4)])
def test_points_are_hours_rounded_and_at_least_one(minutes, points):
    assert points_for(minutes) == points
