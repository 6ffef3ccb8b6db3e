"""Dates as people write them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clubhub.domain.wall_time import YEARS
from clubhub.formats.written_dates import DayOrder, day_order, has_slashed_date, last_day_of, written_date

DAY, MONTH, UNKNOWN, MIXED = DayOrder.DAY_FIRST, DayOrder.MONTH_FIRST, DayOrder.UNKNOWN, DayOrder.MIXED


def read(text, order=UNKNOWN):
    return written_date(text, order, latest_year=2026)


@given(st.dates(min_value=date(YEARS.start, 1, 1), max_value=date(YEARS.stop - 1, 12, 31)))
def test_every_date_is_read_in_every_common_form(day):
    number = f"{day.year:04}"
    assert read(day.isoformat()) == day
    assert read(f"{day.isoformat()}T09:30") == day
    assert read(f" {day.day}.{day.month}.{number}") == day
    assert read(f"{day.day:02}. {day.month:02}. {number}") == day
    assert read(f"{day.day}-{day.month}-{number}") == day
    assert read(f"{day.day}/{day.month}/{number}", DAY) == day
    assert read(f"{day.month}/{day.day}/{number}", MONTH) == day
    assert read(f"{number}/{day.month}/{day.day}", MONTH) == day


@pytest.mark.parametrize(
    "text",
    ["29.2.2011", "2011-02-29", "31.4.2010", "32.1.2010", "1.13.2010", "yesterday", "", "2010", "1.2", "1/2-2010"],
)
def test_what_is_no_date_is_refused(text):
    with pytest.raises(ValueError):  # noqa: PT011  the texts are made by callers
        read(text)


@pytest.mark.parametrize(
    ("texts", "order"),
    [
        (["31/12/2010", "01/02/2010"], DAY),
        (["12/31/2010", "01/02/2010"], MONTH),
        (["01/02/2010", "31.12.2010", "2010-12-31"], UNKNOWN),
        (["31/12/2010", "12/31/2010"], MIXED),
        (["First aid (13/1/2027)"], DAY),
    ],
)
def test_the_whole_column_tells_day_from_month(texts, order):
    assert day_order(texts) is order


def test_an_ambiguous_date_is_day_first_unless_the_column_contradicts_itself():
    assert read("01/02/2010") == date(2010, 2, 1)
    assert read("12/31/2010", MIXED) == date(2010, 12, 31)
    assert read("31/12/2010", MIXED) == date(2010, 12, 31)
    assert read("02/02/2010", MIXED) == date(2010, 2, 2)
    with pytest.raises(ValueError, match="01/02/2010"):
        read("01/02/2010", MIXED)
    assert has_slashed_date(["x", "01/02/2010"])
    assert not has_slashed_date(["1/2", "a/b", "2010"])


def test_a_year_in_two_digits_is_never_in_the_future():
    assert read("31.12.10").year == 2010
    assert read("31.12.26").year == 2026
    assert read("31.12.27").year == 1927
    assert last_day_of("1.5.27", UNKNOWN, latest_year=2099) == date(2027, 5, 1)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2027", date(2027, 12, 31)),
        ("02/2028", date(2028, 2, 29)),
        ("2027-04", date(2027, 4, 30)),
        ("1.5.2027", date(2027, 5, 1)),
    ],
)
def test_a_month_or_a_year_ends_on_its_last_day(text, day):
    assert last_day_of(text, UNKNOWN, latest_year=2099) == day


@pytest.mark.parametrize("text", ["13/2027", "2027-00", "0000", "soon"])
def test_what_is_no_end_is_refused(text):
    with pytest.raises(ValueError):  # noqa: PT011  the texts are made by callers
        last_day_of(text, UNKNOWN, latest_year=2099)
