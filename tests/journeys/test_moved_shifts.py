"""A newer file moves shifts that people are on: who no longer fits, and what to do next."""

import pytest

PEOPLE = "Name\nAnna Lind\nOtto Berg\nMaj Sjöblad\n"
SHIFTS = """Role,Venue,Date,Start,End,People
Timekeeper,Pool deck,2027-06-12,{start},{end},2
Canteen,Café,2027-06-12,15:00,16:00,1
"""
ANSWERS = """Name,2027-06-12 10:00-12:00,2027-06-12 12:00-14:00,2027-06-12 15:00-16:00
Anna Lind,yes,yes,no
Otto Berg,yes,no,no
Maj Sjöblad,no,no,yes
"""


@pytest.fixture
def gala(clubhub, club, write):
    for step in (
        ("import", "people", write("p.csv", PEOPLE)),
        ("import", "shifts", write("s.csv", SHIFTS.format(start="10:00", end="12:00")), "--event", "Gala"),
        ("import", "answers", write("a.csv", ANSWERS), "--event", "Gala"),
        ("fill", "Gala"),
        ("publish", "Gala"),
    ):
        answer = clubhub("--club", club, *step)
        assert answer.code == 0, answer.err
    return club


@pytest.fixture
def move(clubhub, gala, write):
    """Bring in the shifts with other hours for the timekeepers."""

    def moved(start, end, *options):
        path = write("moved.csv", SHIFTS.format(start=start, end=end))
        return clubhub("--club", gala, "import", "shifts", path, "--event", "Gala", *options)

    return moved


def test_who_no_longer_fits_is_told_with_the_next_steps_and_they_help(clubhub, gala, move):
    told = "1 person on moved shifts no longer fits (Otto Berg): fill again, then publish."
    assert told in move("12:00", "14:00", "--accept", "--dry-run").out
    assert told in move("12:00", "14:00", "--accept").out
    assert clubhub("--club", gala, "fill", "Gala", "--json").json["filled"] == 2
    assert clubhub("--club", gala, "publish", "Gala").code == 0


def test_programs_get_the_numbers(move):
    told = move("12:00", "14:00", "--accept", "--json").json
    assert (told["moved_people"], told["no_longer_fit"]) == (2, ["Otto Berg"])


def test_those_who_are_pinned_are_told_to_be_freed_first(clubhub, gala, move):
    clubhub("--club", gala, "free", "Gala", "Otto Berg", "Timekeeper", "10:00")
    clubhub("--club", gala, "assign", "Gala", "Otto Berg", "Timekeeper", "10:00")
    assert "1 of them is pinned and stays there when you fill" in move("12:00", "14:00", "--accept").out


def test_where_everybody_still_fits_only_publishing_is_left(move):
    told = move("10:30", "12:00", "--accept").out
    assert "2 people on moved shifts still fit: publish, so that the new times are known." in told


def test_shifts_that_stay_or_wait_say_nothing_of_people(move):
    assert "on moved shifts" not in move("12:00", "14:00").out
    assert "on moved shifts" not in move("10:00", "12:00", "--accept").out
