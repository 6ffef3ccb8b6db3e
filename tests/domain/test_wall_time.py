"""Wall times on ordinary nights and on the two nights when the clock changes."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clubhub.domain.errors import InvalidInput
from clubhub.domain.wall_time import (
    check_zone,
    clock_change_note,
    exists,
    from_utc,
    hours_text,
    real_length,
    skipped_time_problem,
    to_utc,
)

BERLIN, HELSINKI = "Europe/Berlin", "Europe/Helsinki"
at = datetime.fromisoformat


@pytest.mark.parametrize(("zone", "hour"), [(BERLIN, 2), (HELSINKI, 3)])
def test_the_hour_skipped_in_spring_does_not_exist(zone, hour):
    assert not exists(at(f"2026-03-29 {hour:02}:30"), zone)
    assert exists(at(f"2026-03-29 {hour - 1:02}:59"), zone)
    assert exists(at(f"2026-03-29 {hour + 1:02}:00"), zone)


@pytest.mark.parametrize(("zone", "hour"), [(BERLIN, 2), (HELSINKI, 3)])
def test_the_hour_shown_twice_in_autumn_means_the_first(zone, hour):
    twice = at(f"2026-10-25 {hour:02}:30")
    assert exists(twice, zone)
    assert to_utc(twice, zone) == at("2026-10-25T00:30Z")


@pytest.mark.parametrize(("zone", "day", "hours"), [(BERLIN, 29, 7), (HELSINKI, 29, 7), (BERLIN, 28, 8)])
def test_a_night_shift_in_spring_is_an_hour_shorter_only_on_the_night_of_the_change(zone, day, hours):
    length = real_length(at(f"2026-03-{day - 1:02} 22:00"), at(f"2026-03-{day:02} 06:00"), zone)
    assert length == timedelta(hours=hours)


@pytest.mark.parametrize("zone", [BERLIN, HELSINKI])
def test_a_night_shift_in_autumn_is_an_hour_longer(zone):
    assert real_length(at("2026-10-24 22:00"), at("2026-10-25 06:00"), zone) == timedelta(hours=9)


def test_a_shift_that_starts_in_the_skipped_hour_is_refused_with_its_name():
    problem = skipped_time_problem("Night watch", at("2026-03-29 02:30"), at("2026-03-29 06:00"), BERLIN)
    assert problem is not None
    assert "Night watch" in problem
    assert "02:30" in problem


def test_a_shift_that_ends_in_the_skipped_hour_is_refused():
    assert skipped_time_problem("Night", at("2026-03-28 22:00"), at("2026-03-29 03:15"), HELSINKI)


def test_a_shift_around_the_skipped_hour_is_taken_with_its_real_length():
    starts, ends = at("2026-03-28 22:00"), at("2026-03-29 06:00")
    assert skipped_time_problem("Night", starts, ends, BERLIN) is None
    note = clock_change_note("Night", starts, ends, BERLIN)
    assert note is not None
    assert "7:00" in note


def test_an_ordinary_shift_needs_no_note():
    assert clock_change_note("Bar", at("2026-06-01 22:00"), at("2026-06-02 01:00"), BERLIN) is None


def test_a_known_zone_is_taken_without_its_blanks():
    assert check_zone(" Europe/Helsinki ") == "Europe/Helsinki"


@pytest.mark.parametrize(
    ("name", "guess"),
    [
        ("Europe/Helsinky", "Europe/Helsinki"),
        ("helsinki", "Europe/Helsinki"),
        ("europe/berlin", "Europe/Berlin"),
        ("New York", "America/New_York"),
    ],
)
def test_a_wrong_zone_is_refused_with_the_likeliest_one(name, guess):
    with pytest.raises(InvalidInput, match=guess):
        check_zone(name)


@pytest.mark.parametrize("name", ["", "Europe", "localtime", "../etc/passwd", "/etc/localtime", "x\0y", "qqqqqqqq"])
def test_what_is_no_zone_at_all_is_refused(name):
    with pytest.raises(InvalidInput, match="no time zone"):
        check_zone(name)


@given(
    st.datetimes(at("2000-01-01 00:00"), at("2037-01-01 00:00")), st.sampled_from([BERLIN, HELSINKI, "Asia/Kolkata"])
)
def test_a_time_that_exists_comes_back_from_utc(wall, zone):
    assert not exists(wall, zone) or from_utc(to_utc(wall, zone), zone) == wall


def test_hours_are_written_with_two_digits_of_minutes():
    assert hours_text(timedelta(hours=4, minutes=5)) == "4:05"
