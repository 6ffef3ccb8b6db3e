"""What the benchmark of rosters measures against is itself right: brute force agrees with the plain model."""

import pytest
from hypothesis import assume, given, settings
from tests.rostering import instances
from tests.rostering.brute_force import TooMany, best
from tests.rostering.judge import faults, values

pytest.importorskip("highspy")


@settings(max_examples=150)
@given(problem=instances.problems(with_pins=False))
def test_the_plain_model_finds_the_best_plan(problem: dict) -> None:
    from _plain_highs import solve

    levels = problem["objective"]
    if "optional" in levels:
        problem["objective"] = ["required", *(level for level in levels if level != "required")]
    try:
        known = best(problem)
    except TooMany:
        assume(False)
    found = solve(problem, 60)
    assert faults(problem, found["plan"]) == []
    assert values(problem, found["plan"]) == known.values
    assert [(entry["level"], entry["value"]) for entry in found["score"]] == list(
        zip(problem["objective"], known.values, strict=True)
    )
    assert all(entry["proved"] for entry in found["score"])
