"""The ledger from the command line."""

import pytest

PEOPLE = "Name,Household\nAnna Lind,Lind\nOtto Lind,Lind\nMaja Berg,\n"
SHIFTS = "Role,Venue,Date,Start,End,People\nTimekeeper,Hall,2020-06-12,08:00,12:00,2\n"


@pytest.fixture
def gala(clubhub, club, write):
    clubhub("--club", club, "import", "people", write("people.csv", PEOPLE))
    clubhub("--club", club, "import", "shifts", write("shifts.csv", SHIFTS), "--event", "Gala")
    clubhub("--club", club, "assign", "Gala", "Anna Lind", "Timekeeper", "08:00")
    clubhub("--club", club, "rules", "--duty", "10")
    return club


def page(clubhub, club, name, *more):
    (found,) = clubhub("--club", club, "ledger", "show", name, "--json", "--on", "2020-06-12", *more).json["households"]
    return found


def test_what_is_done_on_shifts_and_by_hand_stands_against_the_duty(clubhub, gala):
    done = clubhub("--club", gala, "ledger", "enter", "otto lind", "1:30", "baked cakes", "--on", "2020-05-01")
    assert done.out == "Done: enter 1:30 h for Lind.\n"
    found = page(clubhub, gala, "Lind")
    assert {key: value for key, value in found.items() if key.endswith("_minutes")} == {
        "duty_minutes": 600,
        "served_minutes": 240,
        "entered_minutes": 90,
        "planned_minutes": 0,
        "balance_minutes": -270,
    }
    assert [entry["note"] for entry in found["entries"]] == ["baked cakes"]
    shown = clubhub("--club", gala, "ledger", "show", "Lind", "--on", "2020-06-12").out.splitlines()
    assert shown[0] == "Season 2019/20"
    assert shown[2].split() == ["Lind", "10:00", "4:00", "1:30", "−4:30", "0:00"]
    assert [line.strip() for line in shown[3:]] == [
        "2020-05-01  1:30  baked cakes",
        "2020-06-12 08:00  4:00  Anna Lind, Timekeeper, Gala",
    ]


def test_every_household_is_listed_and_who_has_none_alone(clubhub, gala):
    pages = clubhub("--club", gala, "ledger", "show", "--json").json["households"]
    assert [one["name"] for one in pages] == ["Lind", "Maja Berg"]
    assert "Maja Berg" in clubhub("--club", gala, "ledger", "show").out


def test_hours_are_taken_back_and_an_entry_is_removed_and_comes_back(clubhub, gala):
    clubhub("--club", gala, "ledger", "enter", "Maja Berg", "2", "counted twice", "--take-back", "--on", "2020-06-12")
    (entry,) = page(clubhub, gala, "Maja Berg")["entries"]
    assert entry["minutes"] == -120
    assert clubhub("--club", gala, "ledger", "remove", entry["id"]).code == 0
    assert page(clubhub, gala, "Maja Berg")["entries"] == []
    clubhub("--club", gala, "undo")
    assert page(clubhub, gala, "Maja Berg")["entries"] == [entry]


@pytest.mark.parametrize(
    "wrong",
    [
        ["enter", "Nobody", "2", "cakes"],
        ["enter", "Lind", "much", "cakes"],
        ["enter", "Lind", "0", "cakes"],
        ["enter", "Lind", "2", "cakes", "--on", "yesterday"],
        ["remove", "17"],
        ["remove", "first"],
    ],
)
def test_what_cannot_be_is_refused(clubhub, gala, wrong):
    assert clubhub("--club", gala, "ledger", *wrong).code == 3
    assert page(clubhub, gala, "Lind")["entries"] == []
