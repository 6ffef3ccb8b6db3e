"""Which place somebody means by a role and a start, and what is said when nothing fits."""

import pytest

SHIFTS = """Role,Venue,Date,Start,End,People
Timekeeper,Pool,2027-06-12,09:15,12:00,1
Timekeeper,Pool,2027-06-13,09:15,12:00,1
Timekeeper,Hall,2027-06-13,14:00,16:00,1
Judge of stroke,Pool,2027-06-12,09:15,12:00,1
Judge of turns,Pool,2027-06-12,09:15,12:00,1
Night watch,Pool,2027-06-13,00:00,06:00,1
Marshal,Pool,2027-06-12,08:00,09:00,1
Marshal,Hall,2027-06-12,08:00,09:00,1
"""


@pytest.fixture
def assign(clubhub, club, write):
    clubhub("--club", club, "import", "people", write("people.csv", "Name\nAnna Lind\nOtto Berg\n"))
    clubhub("--club", club, "import", "shifts", write("shifts.csv", SHIFTS), "--event", "Gala")

    def assigned(role, start, *more, person="Anna Lind", command="assign"):
        return clubhub("--club", club, command, "Gala", person, role, start, *more)

    return assigned


@pytest.mark.parametrize(
    "start", ["12.06. 09:15", "12.6. 9.15", "12.6.2027 09:15", "2027-06-12 09:15", "2027-06-12T09:15", "12.6, 9:15 am"]
)
def test_a_day_and_a_time_are_read_in_each_way_of_writing_them(assign, start):
    done = assign("timekeeper", start)
    assert done.out.startswith("Done: assign Anna Lind to Timekeeper 09:15 (Sat 12 June).")


def test_midnight_is_the_start_of_the_next_day(assign):
    assert "00:00 (Sun 13 June)" in assign("Night watch", "2027-06-12 24:00").out


def test_a_role_s_beginning_is_enough_where_only_one_begins_so(assign):
    assert assign("Judge of s", "09:15").code == 0
    refused = assign("Judge", "09:15")
    assert refused.code == 3
    assert "There are: Judge of stroke, Judge of turns." in refused.err


def test_an_unknown_role_gets_those_that_there_are(assign):
    refused = assign("Diver", "09:15")
    assert refused.code == 3
    assert "Gala has no role “Diver”. There are: Marshal, Judge of stroke, Judge of turns, Timekeeper" in refused.err


def test_an_unknown_start_gets_those_that_there_are(assign):
    refused = assign("Timekeeper", "10:00")
    assert refused.code == 3
    assert "There are: 2027-06-12T09:15, 2027-06-13T09:15, 2027-06-13T14:00." in refused.err


def test_a_start_of_several_shifts_gets_the_real_choices(assign):
    refused = assign("Timekeeper", "09:15")
    assert refused.code == 3
    assert "2027-06-12T09:15 (Pool), 2027-06-13T09:15 (Pool)." in refused.err


def test_of_shifts_at_the_same_minute_the_venue_says_which(assign, clubhub, club):
    refused = assign("Marshal", "08:00")
    assert refused.code == 3
    assert "2027-06-12T08:00 (Hall), 2027-06-12T08:00 (Pool). Name the venue or the shift too." in refused.err
    unknown = assign("Marshal", "08:00", "--venue", "Beach")
    assert (unknown.code, "There are: Hall, Pool." in unknown.err) == (3, True)
    assert assign("Marshal", "08:00", "--venue", "hal").code == 0
    assert "is on that shift already" in assign("Marshal", "08:00", "--venue", "Hall").err
    open_there = [
        len(clubhub("--club", club, "why", "Gala", "Marshal", "--venue", venue, "--json").json)
        for venue in ("Hall", "Pool")
    ]
    assert open_there == [0, 1]
    assert assign("Marshal", "08:00", "--venue", "Pool").code == 0
    assert assign("Marshal", "08:00", command="free").code == 3
    assert assign("Marshal", "08:00", "--venue", "Pool", command="free").code == 0
    elsewhere = assign("Marshal", "08:00", "--venue", "Pool", command="free")
    assert (elsewhere.code, "but on: Marshal 2027-06-12T08:00 (Hall)." in elsewhere.err) == (3, True)


@pytest.mark.parametrize("start", ["25:00", "soon", "31.2. 09:15", ""])
def test_what_is_no_time_is_named(assign, start):
    refused = assign("Timekeeper", start)
    assert (refused.code, f"“{start}” is no time" in refused.err) == (3, True)


def test_of_a_full_shift_it_is_said_who_is_there(assign):
    assign("Night watch", "00:00")
    refused = assign("Night watch", "00:00", person="Otto Berg")
    assert refused.err.startswith("Every place of Night watch 00:00 (Sun 13 June) is taken, by Anna Lind.")


def test_who_is_to_be_freed_from_elsewhere_is_told_the_own_places(assign):
    assert "Anna Lind has no place in Gala." in assign("Timekeeper", "14:00", command="free").err
    assign("Timekeeper", "14:00")
    refused = assign("Night watch", "00:00", command="free")
    assert (refused.code, "but on: Timekeeper 2027-06-13T14:00." in refused.err) == (3, True)
    done = assign("timekeeper", "13.6. 14:00", command="free")
    assert done.out == "Done: free Anna Lind from Timekeeper 14:00 (Sun 13 June).\n"
