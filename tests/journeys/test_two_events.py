"""One person, two events at the same time: filling sees it, and what is done by hand is told."""

import pytest

PEOPLE = "Name\nAnna Lind\nOtto Berg\n"
SHIFTS = "Role,Venue,Date,Start,End,People\n{role},Pool deck,2027-06-12,{start},{end},1\n"
ANSWERS = "Name,{column}\nAnna Lind,yes\nOtto Berg,no\n"
SENTENCE = (
    "Anna Lind is on two places at the same time: Timekeeper (Timekeeper, Sat 12 June 10:00–12:00) of Gala and "
    "Canteen (Canteen, Sat 12 June 11:00–13:00) of Fair"
)


@pytest.fixture
def two_events(clubhub, club, write):
    """Both want Anna, the only one who said yes: Gala from 10 to 12, the Fair from 11 to 13 by the same clock."""
    steps = [("people", write("p.csv", PEOPLE))]
    for event, role, start, end in (("Gala", "Timekeeper", "10:00", "12:00"), ("Fair", "Canteen", "11:00", "13:00")):
        shifts = write(f"{event}.csv", SHIFTS.format(role=role, start=start, end=end))
        answers = write(f"{event}-a.csv", ANSWERS.format(column=f"2027-06-12 {start}-{end}"))
        steps += [("shifts", shifts, "--event", event), ("answers", answers, "--event", event)]
    for step in steps:
        answer = clubhub("--club", club, "import", *step)
        assert answer.code == 0, answer.err
    return club


def test_who_is_taken_in_one_event_is_not_put_on_another_at_that_time(clubhub, two_events):
    assert clubhub("--club", two_events, "fill", "Gala", "--json").json["filled"] == 1
    fair = clubhub("--club", two_events, "fill", "Fair", "--json").json
    assert (fair["places"], fair["filled"], fair["proved"]) == (1, 0, True)
    assert "on another place at that time" in " ".join(fair["empty"][0]["why"])
    assert clubhub("--club", two_events, "fill", "Gala", "--json").json["filled"] == 1
    clubhub("--club", two_events, "free", "Gala", "Anna Lind", "Timekeeper", "10:00")
    assert clubhub("--club", two_events, "fill", "Fair", "--json").json["filled"] == 1


def test_events_of_two_zones_are_compared_by_real_time(clubhub, club, two_events, write):
    clubhub("--club", club, "fill", "Gala")
    swedish = write("s.csv", SHIFTS.format(role="Runner", start="11:00", end="12:00"))
    clubhub("--club", club, "import", "shifts", swedish, "--event", "Open water", "--time-zone", "Europe/Stockholm")
    answers = write("s-a.csv", ANSWERS.format(column="2027-06-12 11:00-12:00"))
    clubhub("--club", club, "import", "answers", answers, "--event", "Open water")
    assert clubhub("--club", club, "fill", "Open water", "--json").json["filled"] == 1
    assert overlaps(clubhub, two_events) == []


def test_a_double_booking_by_hand_is_told_at_once_and_by_both_events_and_once_in_all(clubhub, two_events):
    clubhub("--club", two_events, "fill", "Gala")
    done = clubhub("--club", two_events, "assign", "Fair", "Anna Lind", "Canteen", "11:00")
    assert f"Mind: {SENTENCE}." in done.out
    for chosen in ([], ["--event", "Gala"], ["--event", "Fair"]):
        assert overlaps(clubhub, two_events, *chosen) == [("problem", f"{SENTENCE}.")]


def test_a_reason_given_at_one_of_the_two_places_sets_the_overlap_aside_for_both(clubhub, two_events):
    clubhub("--club", two_events, "fill", "Gala")
    reason = ("--reason", "the café is next door")
    clubhub("--club", two_events, "assign", "Fair", "Anna Lind", "Canteen", "11:00", *reason)
    for chosen in ([], ["--event", "Gala"]):
        assert overlaps(clubhub, two_events, *chosen) == [("note", f"{SENTENCE}. Set aside: the café is next door")]


def test_a_rule_set_aside_without_a_reason_stays_as_urgent_as_it_is(clubhub, two_events):
    done = clubhub("--club", two_events, "assign", "Gala", "Otto Berg", "Timekeeper", "10:00")
    assert "Mind: Otto Berg said no" in done.out
    found = clubhub("--club", two_events, "list", "warnings", "--event", "Gala", "--json").json
    assert [warning["severity"] for warning in found if warning["kind"] == "said no"] == ["warning"]


def overlaps(clubhub, club, *options):
    found = clubhub("--club", club, "list", "warnings", *options, "--json").json
    return [(warning["severity"], warning["name"]) for warning in found if warning["kind"] == "overlap"]
