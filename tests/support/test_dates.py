"""Days and times in the club's words."""

from datetime import date, datetime, timedelta

import pytest

from clubhub.support import dates

SATURDAY = date(2026, 6, 13)


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", "Saturday 13 June"),
        ("", "Saturday 13 June"),
        ("xx-unknown", "Saturday 13 June"),
        ("no such language!", "Saturday 13 June"),
        ("fi", "lauantai 13. kesäkuuta"),
        ("sv-FI", "lördag 13 juni"),
        ("de", "Samstag 13. Juni"),
        ("fr", "samedi 13 juin"),
    ],
)
def test_a_day_is_named_in_the_clubs_language(language, expected):
    assert dates.day_name(SATURDAY, language) == expected


@pytest.mark.parametrize(
    ("language", "expected"),
    [("en", "Sat 13 June"), ("fi", "la 13. kesäkuuta"), ("sv", "lör 13 juni"), ("fr", "sam 13 juin")],
)
def test_a_short_day_has_no_dots_after_the_weekday(language, expected):
    assert dates.short_day(SATURDAY, language) == expected


def test_times_have_two_digits_and_an_en_dash():
    assert (
        dates.time_range(datetime.fromisoformat("2026-06-13T07:30"), datetime.fromisoformat("2026-06-13T11:00"))
        == "07:30–11:00"
    )


@pytest.mark.parametrize(
    ("last", "expected"),
    [
        (date(2026, 6, 13), "Sat 13 June 2026"),
        (date(2026, 6, 14), "Sat 13 June – Sun 14 June 2026"),
        (date(2027, 1, 1), "Sat 13 June 2026 – Fri 1 January 2027"),
    ],
)
def test_a_span_of_days_names_the_year_once_unless_it_changes(last, expected):
    assert dates.day_span(SATURDAY, last, "en") == expected


def test_a_stamp_has_day_and_time():
    assert dates.stamp(datetime.fromisoformat("2026-06-12T18:40"), "en") == "Fri 12 June 18:40"


def test_a_span_over_more_than_a_day_says_on_which_day_it_ends():
    night = datetime.fromisoformat("2026-06-13T22:00")
    assert dates.span(night, night + timedelta(hours=6), "en") == "22:00–04:00"
    assert dates.span(night, night + timedelta(hours=26), "en") == "22:00–Mon 15 June 00:00"
