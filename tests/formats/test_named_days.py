"""Days with the name of their month, as programs write them in the language of whoever exports."""

from datetime import date

import pytest
from babel.dates import format_date
from hypothesis import given
from hypothesis import strategies as st

from clubhub.formats.named_days import LANGUAGES, day_of_month, lacks_year, month_and_year, with_iso_days

TODAY = date(2027, 1, 15)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Sat 12 June 2027 8:00", "2027-06-12 8:00"),
        ("Fri, Oct 14, 1983, 9:30 AM", "1983-10-14, 9:30 AM"),
        ("Fr., 14. Okt. 1983, 09:30", "1983-10-14, 09:30"),
        ("pe 14. lokak. 1983 klo 9.30", "1983-10-14 klo 9.30"),
        ("jeudi 23 mai 2019", "2019-05-23"),
        ("1er mai 2027", "2027-05-01"),
        ("12 de junio de 2027", "2027-06-12"),
        ("30 February 2027", "30 February 2027"),
        ("2027-06-12 08:00", "2027-06-12 08:00"),
        ("Gym May 3", "Gym May 3"),
        ("Pizza 12 marvellous 2027", "Pizza 12 marvellous 2027"),
        ("Sat 12 June", "Sat 12 June"),
    ],
)
def test_a_named_day_becomes_an_iso_date(text, read):
    assert with_iso_days(text) == read


def test_without_a_year_the_nearest_one_with_that_weekday_is_taken():
    assert with_iso_days("Mon 20 May 9:00 AM", TODAY) == "2024-05-20 9:00 AM"
    assert with_iso_days("20 May", TODAY) == "2027-05-20"
    assert with_iso_days("Mon 1 Dec", TODAY) == "2025-12-01"
    assert [lacks_year(text) for text in ("20 May", "20 May 2027", "2027-05-20")] == [True, False, False]


def test_months_and_days_that_stand_alone():
    assert [month_and_year(text) for text in ("May 2019", "mai 2019", "toukokuu 2019", "Count")] == [(2019, 5)] * 3 + [
        None
    ]
    assert [day_of_month(text) for text in ("Thu 23", "to 23.", "23", "23 to", "Count 23", "32")] == [23] * 4 + [
        None
    ] * 2


@given(st.dates(date(1990, 1, 1), date(2100, 1, 1)), st.sampled_from(LANGUAGES), st.sampled_from(["full", "long"]))
def test_whatever_language_a_day_is_written_in(day, language, length):
    assert with_iso_days(format_date(day, length, locale=language)).strip(" .") == day.isoformat()
