"""Filling, changing and giving out a roster from the command line."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from clubhub.services.filling import Filling

PEOPLE = """Given name,Family name,Skills
Anna,Lind,
Otto,Berg,
Maj,Sjöblad,Judge
"""
SHIFTS = """Role,Venue,Date,Start,End,People,Skill
Timekeeper,Pool deck,2027-06-12,10:00,12:00,2,
Judge,Pool deck,2027-06-12,10:00,12:00,1,Judge
Canteen,Café,2027-06-12,13:00,15:00,1,
"""
ANSWERS = """Name,2027-06-12T10:00,2027-06-12T12:00,2027-06-12T14:00
Anna Lind,yes,yes,yes
Otto Berg,yes,no,no
Maj Sjöblad,yes,ifneedbe,ifneedbe
"""


@pytest.fixture
def gala(clubhub, club: Path, write: Callable[[str, str], Path]) -> Path:
    """A club with an event, answers, and nobody assigned yet."""
    steps = [
        ("import", "people", write("people.csv", PEOPLE)),
        ("import", "shifts", write("shifts.csv", SHIFTS), "--event", "Gala"),
        ("import", "answers", write("answers.csv", ANSWERS), "--event", "Gala"),
    ]
    for step in steps:
        answer = clubhub("--club", club, *step)
        assert answer.code == 0, answer.err
    return club


def roster(clubhub, club) -> dict[str, list[str]]:
    shifts = clubhub("--club", club, "list", "shifts", "--event", "Gala", "--json").json
    return {need["role"]: sorted(need["people"]) for shift in shifts for need in shift["needs"]}


def test_filling_keeps_the_rules_and_is_one_step_of_undo(clubhub, gala):
    done = clubhub("--club", gala, "fill", "Gala", "--json").json
    assert (done["places"], done["filled"], done["proved"], done["empty"]) == (4, 4, True, [])
    filled = {"Timekeeper": ["Anna Lind", "Otto Berg"], "Judge": ["Maj Sjöblad"], "Canteen": ["Anna Lind"]}
    assert roster(clubhub, gala) == filled
    assert clubhub("--club", gala, "undo").out == "Undo: fill the roster of Gala\n"
    assert not any(roster(clubhub, gala).values())
    clubhub("--club", gala, "redo")
    assert roster(clubhub, gala) == filled


def test_what_lapsed_while_it_was_filled_is_left_out_and_told(clubhub, gala, write, monkeypatch):
    plain_run = Filling.run

    def run(filling, **callbacks):
        found = plain_run(filling, **callbacks)
        answers = write("late.csv", "Name,2027-06-12T10:00,2027-06-12T12:00,2027-06-12T14:00\nOtto Berg,no,no,no\n")
        assert clubhub("--club", gala, "import", "answers", answers, "--event", "Gala").code == 0
        return found

    monkeypatch.setattr(Filling, "run", run)
    told = clubhub("--club", gala, "fill", "Gala")
    assert "3 of 4 places are filled." in told.out
    assert "Left out, since it doesn’t hold any more: Otto Berg said no to the time of Timekeeper" in told.out
    assert "Timekeeper, Sat 12 June 10:00–12:00: 1 of 2 is open." in told.out
    assert roster(clubhub, gala)["Timekeeper"] == ["Anna Lind"]
    assert clubhub("--club", gala, "undo").out == "Undo: fill the roster of Gala\n"


def test_filling_again_changes_nothing(clubhub, gala):
    clubhub("--club", gala, "fill", "Gala")
    before = gala.read_bytes()
    assert clubhub("--club", gala, "fill", "Gala").code == 0
    assert gala.read_bytes() == before


def test_a_place_that_stays_empty_is_explained_and_the_exit_code_is_0(clubhub, gala, write):
    late = write("late.csv", "Name,Skills\nMaj Sjöblad,Judge (2027-01-31)\n")
    clubhub("--club", gala, "import", "people", late)
    answer = clubhub("--club", gala, "fill", "Gala", "--json")
    assert answer.code == 0
    (short,) = answer.json["empty"]
    assert (short["name"], short["missing"]) == ("Judge", 1)
    assert any("lapses" in reason for reason in short["why"])
    told = clubhub("--club", gala, "fill", "Gala")
    assert "3 of 4 places are filled" in told.out


def test_silence_is_not_yes(clubhub, club, write):
    clubhub("--club", club, "import", "people", write("people.csv", PEOPLE))
    clubhub("--club", club, "import", "shifts", write("shifts.csv", SHIFTS), "--event", "Gala")
    done = clubhub("--club", club, "fill", "Gala", "--json").json
    assert done["filled"] == 0
    assert done["empty"]


def test_somebody_put_there_by_hand_stays_when_the_roster_is_filled(clubhub, gala):
    by_hand = clubhub(
        "--club", gala, "assign", "Gala", "Lind, Anna", "judge", "10:00", "--reason", "she has the licence"
    )
    assert by_hand.code == 0
    assert "Anna Lind doesn't hold the skill Judge" in by_hand.out
    clubhub("--club", gala, "fill", "Gala")
    assert roster(clubhub, gala)["Judge"] == ["Anna Lind"]
    warnings = clubhub("--club", gala, "list", "warnings", "--event", "Gala", "--json").json
    assert any("she has the licence" in warning["name"] for warning in warnings)
    history = clubhub("--club", gala, "history", "--json").json
    assert "assign Anna Lind to Judge 10:00 (Sat 12 June)" in [entry["name"] for entry in history]


def test_a_place_is_freed_and_taken_again(clubhub, gala):
    clubhub("--club", gala, "fill", "Gala")
    assert clubhub("--club", gala, "free", "Gala", "Otto Berg", "Timekeeper", "10:00").code == 0
    assert roster(clubhub, gala)["Timekeeper"] == ["Anna Lind"]
    assert clubhub("--club", gala, "assign", "Gala", "Otto Berg", "Timekeeper", "2027-06-12T10:00").code == 0
    assert roster(clubhub, gala)["Timekeeper"] == ["Anna Lind", "Otto Berg"]


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (["assign", "Gala", "Ana Lind", "Judge", "10:00"], "Anna Lind"),
        (["assign", "Gala", "Anna Lind", "Diver", "10:00"], "Diver"),
        (["assign", "Gala", "Anna Lind", "Judge", "11:11"], "11:11"),
        (["assign", "Party", "Anna Lind", "Judge", "10:00"], "Party"),
        (["free", "Gala", "Anna Lind", "Judge", "10:00"], "Anna Lind"),
        (["fill", "Party"], "Gala"),
        (["publish", "Party"], "Party"),
    ],
)
def test_names_that_are_not_there_are_refused(clubhub, gala, arguments, word):
    before = gala.read_bytes()
    refused = clubhub("--club", gala, *arguments)
    assert refused.code == 3
    assert word in refused.err
    assert gala.read_bytes() == before


def test_a_full_role_and_a_double_assignment_are_refused(clubhub, gala):
    for person in ("Anna Lind", "Otto Berg"):
        clubhub("--club", gala, "assign", "Gala", person, "Timekeeper", "10:00")
    full = clubhub("--club", gala, "assign", "Gala", "Maj Sjöblad", "Timekeeper", "10:00")
    double = clubhub("--club", gala, "assign", "Gala", "Anna Lind", "Timekeeper", "10:00")
    assert (full.code, double.code) == (3, 3)


def test_versions_are_given_out_once_each(clubhub, gala):
    clubhub("--club", gala, "fill", "Gala")
    assert "version 1" in clubhub("--club", gala, "publish", "Gala").out
    again = clubhub("--club", gala, "publish", "Gala")
    assert again.code == 3
    clubhub("--club", gala, "free", "Gala", "Otto Berg", "Timekeeper", "10:00")
    assert "version 2" in clubhub("--club", gala, "publish", "Gala").out
    assert clubhub("--club", gala, "list", "events", "--json").json[0]["version"] == 2


def test_a_fill_keeps_what_was_published_where_it_can(clubhub, gala, write):
    clubhub("--club", gala, "fill", "Gala")
    clubhub("--club", gala, "publish", "Gala")
    before = roster(clubhub, gala)
    clubhub("--club", gala, "import", "people", write("more.csv", "Name\nElsi Haapajoki\n"))
    clubhub(
        "--club",
        gala,
        "import",
        "answers",
        write("more-answers.csv", ANSWERS + "Elsi Haapajoki,yes,yes,yes\n"),
        "--event",
        "Gala",
    )
    clubhub("--club", gala, "fill", "Gala")
    assert roster(clubhub, gala) == before


def test_lists_are_arrays_of_objects_with_id_and_name(clubhub, gala):
    for kind in ("people", "events", "shifts", "polls", "warnings"):
        records = clubhub("--club", gala, "list", kind, "--json").json
        assert records
        assert all(isinstance(record["id"], str) and record["name"] for record in records)
    assert json.loads(clubhub("--club", gala, "history", "--json").out)


def test_a_repair_fills_in_for_who_cancelled(clubhub, gala, write):
    clubhub("--club", gala, "fill", "Gala")
    clubhub("--club", gala, "publish", "Gala")
    later = ANSWERS.replace("Anna Lind,yes,yes,yes", "Anna Lind,yes,yes,no").replace(
        "Otto Berg,yes,no,no", "Otto Berg,yes,yes,yes"
    )
    clubhub("--club", gala, "import", "answers", write("later.csv", later), "--event", "Gala")
    before = roster(clubhub, gala)
    done = clubhub("--club", gala, "fill", "Gala", "--repair", "--json").json
    after = roster(clubhub, gala)
    assert done["filled"] == done["places"] == 4
    assert "Anna Lind" not in after["Canteen"]
    assert {role: people for role, people in after.items() if role != "Canteen"} == {
        role: people for role, people in before.items() if role != "Canteen"
    }
    assert done["hearing"] == (2 if before["Canteen"] == ["Anna Lind"] else 0)


def test_what_a_change_would_bring_is_told_and_nothing_done(clubhub, gala):
    before = roster(clubhub, gala)
    told = clubhub("--club", gala, "whatif", "Gala", "--drop-role", "Canteen", "--json").json
    assert (told["before"]["places"], told["after"]["places"]) == (4, 3)
    assert clubhub("--club", gala, "whatif", "Gala", "--end", "13:00", "--more", "2").out.startswith(
        "1 of 4 places fewer."
    )
    assert clubhub("--club", gala, "whatif", "Gala").code == 3
    assert roster(clubhub, gala) == before
