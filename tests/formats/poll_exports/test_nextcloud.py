"""Nextcloud Polls: CSV in UTC, workbooks with rows From and To, polls of words."""

import pytest
from tests.formats.poll_exports.tables import headings, hours, said, sheet

MORNING = "2027-06-12T05:00:00.000Z - 2027-06-12T09:30:00.000Z"
SUNDAY = "2027-06-12T21:00:00.000Z - 2027-06-13T21:00:00.000Z"
CSV = f"""Participants,Email address,{MORNING},{SUNDAY}
Malin Holmgård,malin@example.org,yes,maybe
"Dahl, Viggo",,no,
"""


def test_intervals_in_utc_become_the_clock_at_the_poll():
    found = sheet(CSV)
    assert headings(found) == ["2027-06-12T08:00", "2027-06-13"]
    assert hours(found)[0] == "06-12 08:00-12:30"
    assert said(found) == {"Malin Holmgård": "YM", "Dahl, Viggo": "N-"}
    assert [row.mail for row in found.rows] == ["malin@example.org", ""]
    assert found.notes == ("The times of the file were in UTC; they were read as times in Europe/Helsinki.",)


def test_a_time_without_length_runs_to_the_next_one_of_the_day():
    heads = ",".join(f"2027-06-12T{hour}:00:00.000Z - 2027-06-12T{hour}:00:00.000Z" for hour in ("05", "07"))
    found = sheet(f"Participants,{heads}\nOtto Berg,yes,no\n")
    assert headings(found) == ["2027-06-12T08:00", "2027-06-12T10:00"]
    assert hours(found) == ["06-12 08:00-10:00", "06-12 10:00-12:00"]
    found = sheet("Trip\n\nFrom,2027-06-12 08:00\nTo,2027-06-12 08:00\nOtto Berg,✔\n")
    assert hours(found) == ["06-12 08:00-09:00"]


@pytest.mark.parametrize(
    ("zone", "start"),
    [("UTC", "2027-06-12T05:00"), ("America/New_York", "2027-06-12T01:00"), ("Asia/Tokyo", "2027-06-12T14:00")],
)
def test_the_zone_of_the_poll_decides(zone, start):
    assert headings(sheet(CSV, zone=zone))[0] == start


@pytest.mark.parametrize(
    ("starts", "ends"),
    [
        ('"Sat, Jun 12, 2027, 8:00 AM"', '"Sat, Jun 12, 2027, 12:30 PM"'),
        ('"Sa., 12. Juni 2027, 08:00"', '"Sa., 12. Juni 2027, 12:30"'),
        ("la 12. kesäk. 2027 klo 8.00", "la 12. kesäk. 2027 klo 12.30"),
        ("lör 12 juni 2027 08:00", "lör 12 juni 2027 12:30"),
        ('"sam. 12 juin 2027, 08:00"', '"sam. 12 juin 2027, 12:30"'),
    ],
)
def test_a_workbook_has_from_and_to_in_the_language_of_the_browser(starts, ends):
    found = sheet(f"Summer trip\nWhere to?\nFrom,{starts}\nTo,{ends}\nMalin Holmgård,✔\nViggo Dahl,❌\nOtto Berg,❔\n")
    assert hours(found) == ["06-12 08:00-12:30"]
    assert said(found) == {"Malin Holmgård": "Y", "Viggo Dahl": "N", "Otto Berg": "M"}


def test_a_workbook_of_the_owner_has_mail_addresses():
    found = sheet("Trip,,\n,,\nVon,,2027-06-12 08:00\nBis,,2027-06-12 09:00\nOtto Berg,otto@example.org,✔️\n")
    assert (said(found), found.rows[0].mail) == ({"Otto Berg": "Y"}, "otto@example.org")


def test_polls_of_words():
    found = sheet("Osallistujat,Sähköpostiosoite,Pizza,Soup\nOtto Berg,otto@example.org,yes,maybe\nTuuli Aho,,,no\n")
    assert (headings(found), said(found)) == (["Pizza", "Soup"], {"Otto Berg": "YM", "Tuuli Aho": "-N"})
    found = sheet("Lunch,,\nwhat?,,\nParticipants,Pizza,Soup\nOtto Berg,✔,❌\n")
    assert (headings(found), said(found)) == (["Pizza", "Soup"], {"Otto Berg": "YN"})
