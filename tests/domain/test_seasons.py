"""In which season a day lies."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as some

from clubhub.domain.clubs import Club
from clubhub.domain.seasons import season_of

DAYS = some.dates(date(1900, 1, 1), date(2199, 12, 31))


def club(month: int) -> Club:
    return Club(name="Kvarnö", time_zone="Europe/Helsinki", season_month=month)


@pytest.mark.parametrize(
    ("month", "day", "name", "first", "last"),
    [
        (8, date(2027, 6, 12), "2026/27", date(2026, 8, 1), date(2027, 7, 31)),
        (8, date(2027, 8, 1), "2027/28", date(2027, 8, 1), date(2028, 7, 31)),
        (1, date(2027, 12, 31), "2027", date(2027, 1, 1), date(2027, 12, 31)),
        (3, date(2024, 2, 29), "2023/24", date(2023, 3, 1), date(2024, 2, 29)),
        (9, date(1999, 9, 1), "1999/00", date(1999, 9, 1), date(2000, 8, 31)),
    ],
)
def test_a_season_runs_from_the_first_of_its_month_to_the_day_before(month, day, name, first, last):
    season = season_of(club(month), day)
    assert (season.name, season.starts_on, season.ends_on) == (name, first, last)


@given(DAYS, some.integers(1, 12))
def test_every_day_lies_in_its_own_season_and_in_no_other(day: date, month: int):
    season = season_of(club(month), day)
    assert day in season
    assert season_of(club(month), season.starts_on) == season_of(club(month), season.ends_on) == season
    assert season.starts_on not in season_of(club(month), date(day.year + 2, day.month, 1))
