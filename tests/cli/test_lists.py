"""What the lists show to a person; as JSON they are tried with what they list."""

from datetime import UTC, datetime

import pytest

PEOPLE = """Given name,Family name,Skills
Örjan,Öhrvall,
Anna,Ålund,First aid (2027-05-31)
Otto,Zilliacus,First aid (2020-05-31)
Maj,Berg,Judge
"""
SHIFTS = """Role,Venue,Date,Start,End,People
Timekeeper,Pool,2027-06-12,09:00,12:00,3
Judge,Pool,2027-06-12,09:00,12:00,1
"""


@pytest.fixture
def gala(clubhub, club, write):
    clubhub("--club", club, "import", "people", write("people.csv", PEOPLE))
    clubhub("--club", club, "import", "shifts", write("shifts.csv", SHIFTS), "--event", "Gala")
    for person in ("Anna Ålund", "Maj Berg"):
        clubhub("--club", club, "assign", "Gala", person, "Timekeeper", "09:00")
    return club


def test_people_are_sorted_in_the_club_s_alphabet(clubhub, gala):
    people = clubhub("--club", gala, "list", "people", "--json").json
    assert [person["family_name"] for person in people] == ["Berg", "Zilliacus", "Ålund", "Öhrvall"]


def test_skills_are_listed_with_their_last_day_and_lapsed_ones_as_such(clubhub, gala, monkeypatch):
    monkeypatch.setattr("clubhub.services.club_facts.utc_now", lambda: datetime(2027, 1, 1, tzinfo=UTC))
    lines = {line.split("  ")[0]: line for line in clubhub("--club", gala, "list", "people").out.splitlines()}
    assert lines["Anna Ålund"].endswith("First aid (to 2027-05-31)")
    assert lines["Otto Zilliacus"].endswith("First aid (lapsed 2020-05-31)")
    assert lines["Maj Berg"].endswith("Judge")


def test_shifts_are_listed_with_who_is_on_them_and_no_name_is_broken(clubhub, gala, monkeypatch):
    clubhub("--club", gala, "assign", "Gala", "Otto Zilliacus", "Timekeeper", "09:00")
    monkeypatch.setenv("COLUMNS", "40")
    assert clubhub("--club", gala, "list", "shifts").out.splitlines() == [
        "2027-06-12 09:00–12:00  Pool  Judge",
        "    Judge 0/1",
        "2027-06-12 09:00–12:00  Pool  Timekeeper",
        "    Timekeeper 3/3: Anna Ålund,",
        "      Maj Berg, Otto Zilliacus",
    ]


def test_shifts_of_several_events_stand_under_their_event(clubhub, gala, write):
    clubhub("--club", gala, "import", "shifts", write("more.csv", SHIFTS), "--event", "Trip")
    lines = clubhub("--club", gala, "list", "shifts").out.splitlines()
    assert [line for line in lines if line in {"Gala", "Trip"}] == ["Gala", "Trip"]


def test_estimates_name_their_event_until_it_is_past(clubhub, gala, monkeypatch):
    told = clubhub("--club", gala, "list", "warnings", "--json").json
    assert [one["name"][:6] for one in told if one["kind"] == "estimate"] == ["Gala: "]
    monkeypatch.setattr("clubhub.services.club_facts.utc_now", lambda: datetime(2027, 6, 14, tzinfo=UTC))
    told = clubhub("--club", gala, "list", "warnings", "--json").json
    assert "estimate" not in {one["kind"] for one in told}


def test_the_history_shows_the_time_in_the_club_s_zone(clubhub, gala, monkeypatch):
    monkeypatch.setattr("clubhub.storage.unit_of_work.utc_now", lambda: datetime(2027, 1, 1, 23, 30, tzinfo=UTC))
    clubhub("--club", gala, "settings", "--language", "fi")
    newest = clubhub("--club", gala, "history").out.splitlines()[1]
    assert newest.startswith("2027-01-02 01:30")


def test_publishing_tells_what_is_still_open(clubhub, gala):
    assert "2 places are still open." in clubhub("--club", gala, "publish", "Gala").out
