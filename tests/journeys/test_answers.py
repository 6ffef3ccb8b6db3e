"""Taking answers in: which columns count as which times, what is refused, and what nobody was asked about."""

import pytest

PEOPLE = "Name\nAnna Lind\nOtto Berg\n"
SHIFTS = """Role,Venue,Date,Start,End,People
Timekeeper,Pool deck,2025-09-27,07:45,12:30,1
Clearing,Pool deck,2025-09-27,16:40,17:40,1
"""
MORNING = "Sat 27 September 07:45–12:30"
CLEARING = "Clearing, Sat 27 September 16:40–17:40: no column of the poll covers it, so nobody can be put there."


@pytest.fixture
def gala(clubhub, club, write):
    for step in (("people", write("p.csv", PEOPLE)), ("shifts", write("s.csv", SHIFTS), "--event", "Gala")):
        answer = clubhub("--club", club, "import", *step)
        assert answer.code == 0, answer.err
    return club


@pytest.fixture
def take(clubhub, gala, write):
    """Take in answers of one person under these headings."""

    def taken(*headings, options=("--event", "Gala")):
        rows = f"Name;{';'.join(headings)}\nAnna Lind;{';'.join(['yes'] * len(headings))}\n"
        return clubhub("--club", gala, "import", "answers", write("a.csv", rows), *options)

    return taken


@pytest.mark.parametrize(
    "heading", ["2025-09-27T07:45/2025-09-27T12:30", "27.09.2025 07:45-12:30", "27/09/2025 7:45–12:30"]
)
def test_an_interval_is_a_slot_that_fills_the_roster(clubhub, gala, take, heading):
    (option,) = take(heading, options=("--event", "Gala", "--json")).json["options"]
    assert (option["when"], option["starts"], option["ends"]) == (MORNING, "2025-09-27T07:45", "2025-09-27T12:30")
    assert clubhub("--club", gala, "fill", "Gala", "--json").json["filled"] == 1


@pytest.mark.parametrize("written", ["2025-09-27 {}", "27.09.2025 {}", "27.9.2025 klo {}", "27/09/2025 {}"])
def test_starts_written_by_hand_are_slots(take, written):
    headings = [written.format(time) for time in ("07:45", "12:30", "17:40")]
    assert MORNING in take(*headings).out


def test_what_was_read_and_what_nobody_is_asked_about_is_told_also_in_a_dry_run(clubhub, gala, take):
    before = gala.read_bytes()
    dry = take("27.09.2025 07:45-12:30", options=("--event", "Gala", "--dry-run"))
    assert f"“27.09.2025 07:45-12:30”: {MORNING}" in dry.out.splitlines()
    assert CLEARING in dry.out
    assert gala.read_bytes() == before
    done = take("27.09.2025 07:45-12:30", options=("--event", "Gala", "--json")).json
    assert (done["uncovered"], done["options"][0]["heading"]) == ([CLEARING], "27.09.2025 07:45-12:30")
    found = clubhub("--club", gala, "list", "warnings", "--event", "Gala", "--json").json
    assert [w["name"] for w in found if w["kind"] == "not asked"] == [CLEARING]


def test_a_heading_that_is_no_time_is_refused_with_the_way_to_write_it(gala, take):
    before = gala.read_bytes()
    refused = take("27.09.2025 07:45-12:30", "Saturday morning")
    assert refused.code == 3
    assert "“Saturday morning” is no time. Write it like 2027-06-12 08:00–12:30" in refused.err
    assert gala.read_bytes() == before


def test_columns_of_another_year_are_refused_with_both_days(gala, take):
    before = gala.read_bytes()
    refused = take("27.09.2024 07:45-12:30", "28.09.2024 07:45-12:30")
    assert refused.code == 3
    assert "for Fri 27 September – Sat 28 September 2024, but Gala is on Sat 27 September 2025" in refused.err
    assert gala.read_bytes() == before


def test_a_poll_of_no_event_takes_labels_and_times(take):
    done = take("Pizza", "27.09.2024 07:45", options=("--poll", "Party"))
    assert done.code == 0
    told = done.out.splitlines()
    assert told[told.index("“Pizza”: a choice") + 1] == "“27.09.2024 07:45”: Fri 27 September 07:45–08:45"


def test_further_times_are_added_to_the_poll_and_undone_with_the_answers(clubhub, gala, take):
    take("27.09.2025 07:45-12:30")
    done = take("27.09.2025 07:45-12:30", "27.09.2025 16:40-17:40")
    assert "“27.09.2025 16:40-17:40”: Sat 27 September 16:40–17:40, added to the poll" in done.out
    assert CLEARING not in done.out
    assert options_of(clubhub, gala) == ["27.09.2025 07:45-12:30", "27.09.2025 16:40-17:40"]
    assert clubhub("--club", gala, "fill", "Gala", "--json").json["filled"] == 2
    for _step in ("fill", "answers"):
        clubhub("--club", gala, "undo")
    assert options_of(clubhub, gala) == ["27.09.2025 07:45-12:30"]


def test_another_end_keeps_the_option(clubhub, gala, take):
    take("27.09.2025 07:45-12:30")
    done = take("2025-09-27T07:45").out
    assert f"“2025-09-27T07:45”: {MORNING}\n" in done
    assert options_of(clubhub, gala) == ["27.09.2025 07:45-12:30"]


def test_a_label_that_the_poll_does_not_know_is_refused_with_its_options(take):
    take("27.09.2025 07:45-12:30")
    refused = take("Pizza")
    assert refused.code == 3
    assert "“Pizza” is neither an option of the poll nor a time" in refused.err
    assert "(27.09.2025 07:45-12:30)" in refused.err


def test_the_event_s_days_are_checked_when_the_poll_is_named_alone(clubhub, gala, take):
    take("27.09.2025 07:45-12:30")
    (poll,) = clubhub("--club", gala, "list", "polls", "--json").json
    refused = take("27.09.2024 16:40-17:40", options=("--poll", poll["name"]))
    assert (refused.code, "2024" in refused.err) == (3, True)


def options_of(clubhub, club):
    (poll,) = clubhub("--club", club, "list", "polls", "--json").json
    return poll["options"]
