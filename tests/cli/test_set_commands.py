"""Limits, wishes, roles, ways and duties from the command line."""

import pytest

PEOPLE = "Name,Household,Max hours\nAnna Lind,Lind,\nOtto Berg,,10\n"
SHIFTS = """Role,Venue,Date,Start,End,People
Timekeeper,Hall,2027-06-12,08:00,12:00,2
Judge,Quay,2027-06-12,12:15,15:00,1
"""


@pytest.fixture
def gala(clubhub, club, write):
    clubhub("--club", club, "import", "people", write("people.csv", PEOPLE))
    clubhub("--club", club, "import", "shifts", write("shifts.csv", SHIFTS), "--event", "Gala")
    return club


def people(clubhub, club):
    return {person["name"]: person for person in clubhub("--club", club, "list", "people", "--json").json}


def test_limits_and_wishes_are_set_shown_and_taken_back(clubhub, gala):
    assert people(clubhub, gala)["Otto Berg"]["max_minutes"] == 600
    done = clubhub(
        *("--club", gala, "set", "person", "lind anna", "--max-hours", "20", "--max-hours-day", "7.5"),
        *("--rest", "10", "--sign-up", "judge", "--likes", "Timekeeper"),
    )
    assert done.out == "Done: change Anna Lind.\n"
    anna = people(clubhub, gala)["Anna Lind"]
    assert [anna[name] for name in ("max_minutes", "max_minutes_day", "min_rest")] == [1200, 450, 600]
    assert (anna["signed_up"], anna["likes"], anna["dislikes"]) == (["Judge"], ["Timekeeper"], [])
    clubhub("--club", gala, "set", "person", "Anna Lind", "--max-hours", "none", "--dislikes", "timekeeper")
    anna = people(clubhub, gala)["Anna Lind"]
    assert (anna["max_minutes"], anna["max_minutes_day"]) == (None, 450)
    assert (anna["signed_up"], anna["likes"], anna["dislikes"]) == (["Judge"], [], ["Timekeeper"])
    clubhub("--club", gala, "set", "person", "Anna Lind", "--either", "Timekeeper", "--sign-off", "Judge")
    anna = people(clubhub, gala)["Anna Lind"]
    assert (anna["signed_up"], anna["dislikes"]) == ([], [])


def test_what_is_so_already_is_told(clubhub, gala):
    assert clubhub("--club", gala, "set", "person", "Otto Berg", "--max-hours", "10").out.startswith("Nothing")


@pytest.mark.parametrize("wrong", [["--max-hours", "many"], ["--sign-up", "Diver"], ["--max-hours-day", "25"]])
def test_what_cannot_be_is_refused(clubhub, gala, wrong):
    refused = clubhub("--club", gala, "set", "person", "Anna Lind", *wrong)
    assert (refused.code, "Nothing was changed" in refused.err) == (3, True)


def test_a_role_gets_what_it_needs(clubhub, gala):
    clubhub(
        *("--club", gala, "set", "role", "judge", "--opt-in", "--priority", "1", "--minimum-age", "18"),
        *("--skill", "Judge of stroke", "--name", "Chief judge"),
    )
    (judge, _timekeeper) = clubhub("--club", gala, "list", "roles", "--json").json
    assert {key: judge[key] for key in ("name", "priority", "minimum_age", "opt_in", "skills")} == {
        "name": "Chief judge",
        "priority": 1,
        "minimum_age": 18,
        "opt_in": True,
        "skills": ["Judge of stroke"],
    }
    clubhub("--club", gala, "set", "role", "chief", "--for-anybody", "--minimum-age", "none", "--skill", "none")
    (judge, _timekeeper) = clubhub("--club", gala, "list", "roles", "--json").json
    assert (judge["opt_in"], judge["minimum_age"], judge["skills"]) == (False, None, [])
    assert clubhub("--club", gala, "set", "role", "chief", "--minimum-age", "17").code == 3


def test_a_household_gets_a_duty_of_its_own(clubhub, gala):
    assert clubhub("--club", gala, "set", "household", "lind", "--duty", "5").out == "Done: change the duty of Lind.\n"
    pages = {page["name"]: page for page in clubhub("--club", gala, "ledger", "show", "--json").json["households"]}
    assert (pages["Lind"]["duty_minutes"], pages["Otto Berg"]["duty_minutes"]) == (300, None)
    alone = clubhub("--club", gala, "set", "household", "Otto Berg", "--duty", "5")
    assert (alone.code, "has no household" in alone.err) == (3, True)


def test_a_way_is_listed_and_taken_away(clubhub, gala):
    clubhub("--club", gala, "set", "way", "hall", "quay", "25")
    (way,) = clubhub("--club", gala, "list", "ways", "--json").json
    assert (way["name"], way["other"], way["minutes"]) in {("Hall", "Quay", 25), ("Quay", "Hall", 25)}
    clubhub("--club", gala, "set", "way", "quay", "hall", "0")
    assert clubhub("--club", gala, "list", "ways", "--json").json == []
