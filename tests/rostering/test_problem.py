import pytest

from clubhub.rostering.problem import points_for


@pytest.mark.parametrize(("minutes", "points"), [(1, 1), (89, 1), (90, 2), (240, 4)])
def test_points_are_hours_rounded_and_at_least_one(minutes, points):
    assert points_for(minutes) == points
