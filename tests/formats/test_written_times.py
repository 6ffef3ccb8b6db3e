"""Times and lengths as people write them."""

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clubhub.formats.written_dates import DayOrder
from clubhub.formats.written_times import written_length, written_range, written_time

DAY = date(2026, 6, 13)


def read(text: str):
    return written_time(text, DayOrder.UNKNOWN, latest_year=2050)


@pytest.mark.parametrize(
    "text",
    [
        "9:30",
        "09:30",
        "9.30",
        "09.30",
        "0930",
        "930",
        "9h30",
        "09:30:00",
        "klo 9.30",
        "kl. 9.30",
        "9:30 am",
        "9.30 Uhr",
    ],
)
def test_half_past_nine_is_read_however_it_is_written(text):
    assert (read(text).at, read(text).day) == (time(9, 30), None)


@pytest.mark.parametrize(
    ("text", "hour"), [("9", 9), ("9 h", 9), ("5 pm", 17), ("12 am", 0), ("12 p.m.", 12), ("0", 0)]
)
def test_full_hours_are_read(text, hour):
    assert read(text).at == time(hour)


@pytest.mark.parametrize(
    "text", ["2026-06-13 09:30", "2026-06-13T09:30:00", "13.6.2026 9.30", "13/06/2026 9:30", "13.06.2026, 09:30"]
)
def test_a_date_before_the_time_is_read(text):
    assert (read(text).day, read(text).at) == (DAY, time(9, 30))


def test_twenty_four_o_clock_is_the_midnight_after():
    assert read("24:00").on(DAY) == datetime.fromisoformat("2026-06-14 00:00")


@pytest.mark.parametrize("text", ["", "soon", "25:00", "9:60", "24:30", "13 pm", "9:30:", "2026-02-30 9:00", "1234567"])
def test_what_is_no_time_is_refused(text):
    with pytest.raises(ValueError):  # noqa: PT011  any text may follow
        read(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("9:00–12:30", ("9:00", "12:30")),
        ("9 - 12.30", ("9", "12.30")),
        ("09.00-12.30", ("09.00", "12.30")),
        ("0900-1230", ("0900", "1230")),
        ("9:00 to 12:30", ("9:00", "12:30")),
        ("2026-06-13 9:00-12:30", ("2026-06-13 9:00", "12:30")),
        ("2026-06-13 09:00", None),
        ("2026-06-13", None),
        ("9:00", None),
        ("", None),
    ],
)
def test_two_times_in_a_cell_are_told_from_the_hyphens_of_a_date(text, expected):
    assert written_range(text) == expected


@pytest.mark.parametrize(
    ("text", "minutes"),
    [("1:30", 90), ("90", 90), ("90 min", 90), ("2", 120), ("2.5", 150), ("1,5 h", 90), ("3 Stunden", 180)],
)
def test_lengths_are_minutes_or_hours(text, minutes):
    assert written_length(text) == timedelta(minutes=minutes)


@pytest.mark.parametrize("text", ["", "long", "-5", "1 week"])
def test_what_is_no_length_is_refused(text):
    with pytest.raises(ValueError):  # noqa: PT011  any text may follow
        written_length(text)


@given(
    st.times().map(lambda at: at.replace(microsecond=0, second=0)),
    st.sampled_from(["%H:%M", "%H.%M", "%H%M", "%I:%M %p"]),
)
def test_every_time_of_the_day_comes_back(at, shape):
    assert read(at.strftime(shape)).at == at
