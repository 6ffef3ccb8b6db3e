"""Pairs and bans from the command line."""

import pytest

PEOPLE = "Name\nAnna Lind\nOtto Berg\n"
SHIFTS = """Role,Venue,Date,Start,End,People
Timekeeper,Hall,2027-06-12,08:00,12:00,2
Judge,Quay,2027-06-12,12:15,15:00,1
"""


@pytest.fixture
def gala(clubhub, club, write):
    clubhub("--club", club, "import", "people", write("people.csv", PEOPLE))
    clubhub("--club", club, "import", "shifts", write("shifts.csv", SHIFTS), "--event", "Gala")
    return club


def pairs(clubhub, club):
    return [(one["name"], one["other"], one["kept"]) for one in clubhub("--club", club, "list", "pairs", "--json").json]


def test_two_people_are_kept_together_or_apart_or_neither(clubhub, gala):
    done = clubhub("--club", gala, "keep", "together", "otto berg", "Anna Lind")
    assert done.out == "Done: keep Otto Berg and Anna Lind together.\n"
    assert pairs(clubhub, gala) == [("Anna Lind", "Otto Berg", "together")]
    clubhub("--club", gala, "keep", "apart", "Anna Lind", "Otto Berg")
    assert pairs(clubhub, gala) == [("Anna Lind", "Otto Berg", "apart")]
    assert clubhub("--club", gala, "keep", "apart", "Otto Berg", "Anna Lind").out.startswith("Nothing was changed")
    clubhub("--club", gala, "keep", "free", "Otto Berg", "Anna Lind")
    assert pairs(clubhub, gala) == []
    assert clubhub("--club", gala, "keep", "free", "Otto Berg", "Anna Lind").code == 3


def test_who_stands_beside_somebody_to_be_kept_apart_is_warned_of(clubhub, gala):
    clubhub("--club", gala, "keep", "apart", "Anna Lind", "Otto Berg")
    assert "Mind" not in clubhub("--club", gala, "assign", "Gala", "Anna Lind", "Timekeeper", "08:00").out
    assert "are to be kept apart" in clubhub("--club", gala, "assign", "Gala", "Otto Berg", "Timekeeper", "08:00").out
    told = [one for one in clubhub("--club", gala, "list", "warnings", "--json").json if one["kind"] == "kept apart"]
    assert len(told) == 1


def test_somebody_is_kept_from_a_place_and_let_on_again(clubhub, gala):
    clubhub("--club", gala, "keep", "off", "Gala", "Anna Lind", "judge", "12:15", "--note", "Her knee.")
    (ban,) = clubhub("--club", gala, "list", "bans", "Gala", "--json").json
    assert (ban["name"], ban["note"], "Judge (Judge, Sat 12 June 12:15–15:00)") == (
        "Anna Lind",
        "Her knee.",
        ban["place"],
    )
    assert "Her knee." in clubhub("--club", gala, "list", "bans", "Gala").out
    clubhub("--club", gala, "keep", "on", "Gala", "Anna Lind", "judge")
    assert clubhub("--club", gala, "list", "bans", "Gala", "--json").json == []
    assert clubhub("--club", gala, "keep", "on", "Gala", "Anna Lind", "judge").code == 3


def test_nobody_is_kept_from_themselves(clubhub, gala):
    refused = clubhub("--club", gala, "keep", "apart", "Anna Lind", "Anna Lind")
    assert (refused.code, "two different people" in refused.err) == (3, True)
