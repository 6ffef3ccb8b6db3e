"""A programme that is brought in again: what is told, what is written, and what waits for --accept."""

import pytest

from clubhub.support.resources import resource

MEET = resource("demo", "meet.lef").read_text(encoding="utf-8")
SUNDAY_LATER = {'daytime="09:15"': 'daytime="09:45"', 'warmupfrom="08:30"': 'warmupfrom="09:00"'}


@pytest.fixture
def meet(clubhub, club, write):
    """A club with the demo meet, published; call it with replacements to bring the changed file in again."""

    def again(changes: dict[str, str], *arguments: str):
        text = MEET
        for old, new in changes.items():
            assert old in text
            text = text.replace(old, new)
        return clubhub("--club", club, "import", "meet", write("meet.lef", text), "--event", "Games", *arguments)

    assert again({}).code == 0
    assert clubhub("--club", club, "publish", "Games").code == 0
    return again


def state(clubhub, club):
    return [clubhub("--club", club, "list", kind, "--json").json for kind in ("events", "shifts")]


def test_published_shifts_are_told_first_and_in_the_conditional(clubhub, club, meet):
    before = state(clubhub, club)
    lines = meet(SUNDAY_LATER).out.splitlines()
    assert lines[0].endswith("shifts are published and were left as they are; add --accept to change them:")
    assert " would move from Sun " in lines[1]
    assert not any(" moves from " in line for line in lines)
    assert lines[-1] == "Nothing was changed."
    assert state(clubhub, club) == before


def test_what_is_left_alone_stays_whole_with_its_session_and_estimates(clubhub, club, meet):
    before = state(clubhub, club)
    done = meet({**SUNDAY_LATER, 'lanemax="6"': 'lanemax="8"'}, "--json").json
    assert done["changed"] is False
    assert all(change["left_alone"] for change in done["diff"])
    assert state(clubhub, club) == before
    assert meet({**SUNDAY_LATER, 'lanemax="6"': 'lanemax="8"'}, "--accept", "--json").json["changed"] is True
    (event,), _shifts = state(clubhub, club)
    assert event["lanes"] == 8
    assert event["sessions"] != before[0][0]["sessions"]


def test_accepted_changes_are_told_as_done(meet):
    done = meet(SUNDAY_LATER, "--accept")
    assert " moves from Sun " in done.out
    assert "would" not in done.out
    assert "Nothing was changed" not in done.out


def test_a_new_session_comes_in_while_a_published_one_waits(clubhub, club, meet):
    before_events, before_shifts = state(clubhub, club)
    text = '<SESSION number="9" name="Monday" date="2027-06-14" daytime="09:00"><EVENTS><EVENT eventid="9" number="99">'
    text += '<SWIMSTYLE distance="50" relaycount="1" stroke="FREE"/></EVENT></EVENTS></SESSION></SESSIONS>'
    done = meet({**SUNDAY_LATER, "</SESSIONS>": text}, "--json").json
    assert {change["kind"] for change in done["diff"] if not change["left_alone"]} == {"new"}
    (event,), shifts = state(clubhub, club)
    assert event["sessions"][:-1] == before_events[0]["sessions"]
    assert (event["ends_on"], event["sessions"][-1]["name"]) == ("2027-06-14", "Monday")
    known = {shift["id"] for shift in before_shifts}
    assert [shift for shift in shifts if shift["id"] in known] == before_shifts
    assert len(shifts) > len(before_shifts)


def test_a_dry_run_says_what_would_be(meet):
    dry = meet(SUNDAY_LATER, "--accept", "--dry-run").out
    assert " would move from Sun " in dry
    assert " moves from " not in dry


def test_the_same_file_again_changes_nothing_and_says_so(club, meet):
    before = club.read_bytes()
    lines = meet({}).out.splitlines()
    assert lines[-1] == "Nothing was changed."
    assert "The event is as the file says already." in lines
    assert club.read_bytes() == before
