"""Which day a shift counts for."""

from datetime import date

import pytest
from tests.domain.roster_parts import at

from clubhub.domain.working_days import working_day


@pytest.mark.parametrize(
    ("starts", "day"),
    [
        ("2027-06-12 08:00", date(2027, 6, 12)),
        ("2027-06-12 22:00", date(2027, 6, 12)),
        ("2027-06-13 00:00", date(2027, 6, 12)),
        ("2027-06-13 03:59", date(2027, 6, 12)),
        ("2027-06-13 04:00", date(2027, 6, 13)),
    ],
)
def test_the_small_hours_belong_to_the_evening_before(starts: str, day: date):
    assert working_day(at(starts)) == day
