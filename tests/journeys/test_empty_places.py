"""What `fill` and `demo` say about the places that stay empty."""

import pytest

PEOPLE = "Given name,Family name\nAnna,Lind\nOtto,Berg\nMaj,Sjöblad-Hägglöv\nElsi,Haapajoki\n"
SHIFTS = """Role,Venue,Date,Start,End,People
Canteen,Café,2027-06-12,10:00,12:00,3
"""
ANSWERS = "Name,2027-06-12T10:00,2027-06-12T11:00\nAnna Lind,yes,yes\nOtto Berg,no,no\n"
TOLD = """Canteen, Sat 12 June 10:00–12:00: 2 of 3 are open. Of 4 people 2 didn't answer and 1 said no; the
  other one is on it already. Ask Elsi Haapajoki and Maj Sjöblad-Hägglöv, who didn't answer; ask
  Otto Berg again, who said no.
"""


@pytest.fixture
def gala(clubhub, club, write):
    for step in (
        ("people", write("people.csv", PEOPLE)),
        ("shifts", write("shifts.csv", SHIFTS), "--event", "Gala"),
        ("answers", write("answers.csv", ANSWERS), "--event", "Gala"),
    ):
        answer = clubhub("--club", club, "import", *step)
        assert answer.code == 0, answer.err
    return club


def test_fill_tells_three_sentences_as_wide_as_the_terminal(clubhub, gala, monkeypatch):
    monkeypatch.setenv("COLUMNS", "100")
    told = clubhub("--club", gala, "fill", "Gala").out

    assert told.partition("\n")[2] == TOLD
    monkeypatch.setenv("COLUMNS", "60")
    lines = clubhub("--club", gala, "fill", "Gala").out.splitlines()[1:]
    assert max(map(len, lines)) <= 60
    assert " ".join(line.strip() for line in lines) == " ".join(TOLD.split())


def test_fill_gives_programs_the_sentences_one_by_one(clubhub, gala):
    [short] = clubhub("--club", gala, "fill", "Gala", "--json").json["empty"]

    assert short["why"][0] == "2 of 3 are open."
    assert len(short["why"]) == 3
    assert short["shift"].endswith("2027-06-12 10:00–12:00")


def test_the_demo_gives_each_hole_a_line_and_its_first_remedy_another(clubhub, tmp_path):
    lines = clubhub("demo", tmp_path / "out").out.splitlines()
    first = lines.index("First aid, Sunday afternoon (13:15–16:30): 1 of 1 is open.")

    assert lines[first + 1] == "  Ask Mirja Ojalampi, who didn't answer."
    assert sum(line.startswith("  ") for line in lines) == 6
    assert len(lines) == 16


def test_two_sessions_of_one_name_are_told_apart_by_the_day(clubhub, club, write):
    meet = """<LENEX version="3.0"><MEETS><MEET name="Gala" city="Vaasa" course="LCM"><SESSIONS>
      <SESSION number="1" name="Morning" date="2027-06-12" daytime="09:00" endtime="12:00"><EVENTS/></SESSION>
      <SESSION number="2" name="Morning" date="2027-06-13" daytime="09:00" endtime="12:00"><EVENTS/></SESSION>
      <SESSION number="3" date="2027-06-13" daytime="14:00" endtime="17:00"><EVENTS/></SESSION>
    </SESSIONS></MEET></MEETS></LENEX>"""
    answer = clubhub("--club", club, "import", "meet", write("meet.lef", meet))
    assert answer.code == 0, answer.err
    told = clubhub("--club", club, "fill", "Gala").out

    assert ", Morning (Sat 12 June " in told
    assert ", Morning (Sun 13 June " in told
    assert ", Session 3 (1" in told
    assert "There is nobody to ask yet" in " ".join(told.split())


def test_why_says_the_same_of_the_roster_as_it_stands_and_changes_nothing(clubhub, gala, monkeypatch):
    monkeypatch.setenv("COLUMNS", "100")
    clubhub("--club", gala, "assign", "Gala", "Anna Lind", "Canteen", "10:00")
    before = gala.read_bytes()
    assert clubhub("--club", gala, "why", "Gala").out == TOLD
    assert clubhub("--club", gala, "why", "Gala", "canteen", "12.6. 10:00").out == TOLD
    assert clubhub("--club", gala, "why", "Gala", "Diver").code == 3
    [short] = clubhub("--club", gala, "why", "Gala", "--json").json
    assert (short["name"], short["missing"]) == ("Canteen", 2)
    assert gala.read_bytes() == before


def test_why_speaks_of_a_roster_in_which_somebody_stands_against_the_rules(clubhub, gala):
    clubhub("--club", gala, "assign", "Gala", "Otto Berg", "Canteen", "10:00", "--no-pin")
    assert "2 of 3 are open" in clubhub("--club", gala, "why", "Gala").out


def test_why_has_nothing_to_say_of_a_full_roster(clubhub, gala):
    for person in ("Anna Lind", "Otto Berg", "Elsi Haapajoki"):
        clubhub("--club", gala, "assign", "Gala", person, "Canteen", "10:00")
    assert clubhub("--club", gala, "why", "Gala").out == "No place that is needed is open there.\n"
