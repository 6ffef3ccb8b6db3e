"""Lists of roles, pairs, bans and ways as a person sees them; as JSON they are tried with what they list."""

import pytest

SHIFTS = (
    "Role,Venue,Date,Start,End,People\nTimekeeper,Hall,2027-06-12,08:00,12:00,2\nJudge,Quay,2027-06-12,12:15,15:00,1\n"
)


@pytest.fixture
def gala(clubhub, club, write):
    clubhub("--club", club, "import", "people", write("people.csv", "Name\nAnna Lind\nOtto Berg\n"))
    clubhub("--club", club, "import", "shifts", write("shifts.csv", SHIFTS), "--event", "Gala")
    return club


@pytest.mark.parametrize(
    ("what", "words"),
    [
        (["pairs"], "keep together"),
        (["bans", "Gala"], "keep off"),
        (["ways"], "set way"),
    ],
)
def test_an_empty_list_says_how_to_begin(clubhub, gala, what, words):
    assert words in clubhub("--club", gala, "list", *what).out


def test_roles_are_listed_with_who_signed_up(clubhub, gala):
    clubhub("--club", gala, "set", "role", "Judge", "--opt-in", "--priority", "1")
    clubhub("--club", gala, "set", "person", "Otto Berg", "--sign-up", "Judge")
    lines = clubhub("--club", gala, "list", "roles").out.splitlines()
    assert lines[1].split("  ")[0] == "Judge"
    assert "those who signed up" in lines[1]
    assert lines[1].endswith("Otto Berg")


def test_pairs_and_ways_are_tables(clubhub, gala):
    clubhub("--club", gala, "keep", "together", "Anna Lind", "Otto Berg")
    clubhub("--club", gala, "set", "way", "Hall", "Quay", "25")
    (_headings, pair) = clubhub("--club", gala, "list", "pairs").out.splitlines()
    assert pair.split() == ["Anna", "Lind", "Otto", "Berg", "together"]
    assert clubhub("--club", gala, "list", "ways").out.splitlines()[1].split()[2] == "25"


def test_a_club_without_shifts_has_no_roles(clubhub, club):
    assert "import shifts" in clubhub("--club", club, "list", "roles").out
