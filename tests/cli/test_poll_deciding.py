"""Deciding a poll from the command line, and what comes of it."""

import json

import pypdf
import pytest

from clubhub.domain.errors import EnvironmentProblem

PEOPLE = """Given name,Family name,Mail,Phone,Group
Signe,Vikdahl,signe@vikdahl.example,050 555 0107,Juniors
Oskar,Lindmyr,,050 555 0108,Masters
"""
OPTIONS = "2027-06-12 09:00-11:00\n2027-06-12 13:00-15:00\n"
ANSWERS = "Signe Vikdahl: 1 yes, 2 no\n"


@pytest.fixture
def asked(clubhub, club, write, monkeypatch, tmp_path):
    """Signe can come to the first of two times; nobody else has answered."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    run = [
        ("import", "people", write("people.csv", PEOPLE)),
        ("poll", "new", "Meeting", "--options", write("options.txt", OPTIONS)),
        ("import", "answers", write("answers.txt", ANSWERS), "--poll", "Meeting", "--unsigned"),
    ]
    assert [clubhub("--club", club, *one).code for one in run] == [0, 0, 0]
    return club


@pytest.fixture
def decide(clubhub, asked):
    return lambda *options: clubhub("--club", asked, "poll", "decide", "meet", *options)


def told(decide, *options):
    done = decide(*options, "--json")
    assert done.code == 0, done.err
    return json.loads(done.out)


@pytest.mark.parametrize("option", ["1", "sat 12 june 09:00–11:00", "2027-06-12T09:00"])
def test_an_option_is_chosen_by_number_name_or_time(decide, option):
    done = decide(option)
    assert (done.code, done.err) == (0, "")
    lines = done.out.splitlines()
    assert lines[0] == "Done: decide “Meeting”: Sat 12 June 09:00–11:00."
    assert "1 yes" in lines[1]


def test_what_was_decided_is_told_as_json_and_left_open_again(decide):
    first = told(decide, "2")
    assert (first["poll"], first["decided"], first["event"], first["files"]) == (
        "Meeting", "Sat 12 June 13:00–15:00", None, [],
    )  # fmt: skip
    assert "would be the best" in first["why"]
    assert told(decide)["decided"] == "Sat 12 June 13:00–15:00"
    assert told(decide, "--undo") | {"decided": None, "why": None} == told(decide, "--undo")
    assert decide("--undo").out == "Nothing was changed: it is so already.\n"


def test_an_unknown_option_is_refused_with_what_there_is(decide):
    done = decide("3")
    assert done.code == 3
    assert done.err.startswith(
        "The poll has no option “3”. Use its number or its name: 1 Sat 12 June 09:00–11:00 and 2"
    )
    assert decide().code == 2
    assert "Say which option. There are: 1 Sat" in decide().err


def test_the_event_is_made_and_knows_who_can_come(decide, clubhub, asked):
    done = told(decide, "1", "--event", "Helpers’ meeting", "--availability")
    assert done["event"] == "Helpers’ meeting"
    found = json.loads(clubhub("--club", asked, "list", "events", "--json").out)
    assert [(event["name"], event["starts_on"]) for event in found] == [("Helpers’ meeting", "2027-06-12")]
    again = decide("--event", "Another")
    assert again.code == 3
    assert "belongs to an event already" in again.err


@pytest.mark.parametrize(
    ("options", "code", "sentence"),
    [
        (("--event", "Two", "--invitation", "{tmp}/out"), 3, "say where to with --mail-to ADDRESS"),
        (("--event", "Two", "--invitation", "{tmp}/no/out", "--mail-to", "a@kvarno.example"), 4, "no folder"),
        (("--invitation", "{tmp}/people.csv", "--mail-to", "a@kvarno.example"), 4, "is a file, not a folder"),
        (("--invitation", "{tmp}/out", "--mail-to", "nobody"), 3, "Nothing was written"),
        (("--event", "Two", "--minutes", "{tmp}/no/minutes.pdf"), 4, "no folder"),
        (("--event", "old PARTY"), 3, "There is an event called “old PARTY” already."),
        (("--event", " "), 3, "needs a name"),
        (("--for", "Nowhere"), 3, "There is no event called"),
    ],
)
def test_what_can_be_refused_is_refused_before_anything_is_written(
    decide, clubhub, asked, tmp_path, options, code, sentence
):
    assert decide("1", "--event", "Old party").code == 0
    done = decide("2", *(one.format(tmp=tmp_path) for one in options))
    assert (done.code, done.out) == (code, "")
    assert sentence in done.err
    assert "Done" not in done.err
    assert told(decide)["decided"] == "Sat 12 June 09:00–11:00"
    events = json.loads(clubhub("--club", asked, "list", "events", "--json").out)
    assert [event["name"] for event in events] == ["Old party"]
    assert not (tmp_path / "out").exists()


def test_a_poll_that_belongs_to_an_event_is_not_decided_otherwise_for_another(decide):
    assert decide("1", "--event", "One", "--availability").code == 0
    done = decide("2", "--event", "Two")
    assert (done.code, done.out) == (3, "")
    assert done.err.startswith("This poll belongs to an event already.")
    assert told(decide)["decided"] == "Sat 12 June 09:00–11:00"


def test_what_was_done_before_the_disk_was_full_is_told(decide, monkeypatch, tmp_path):
    def full(*_what, **_how):
        raise EnvironmentProblem("The disk is full.")

    monkeypatch.setattr("clubhub.services.exports.ExportService.poll", full)
    done = decide("1", "--event", "One", "--minutes", tmp_path / "minutes.pdf", "--json")
    assert (done.code, done.err) == (4, "The disk is full.\n")
    assert (json.loads(done.out)["event"], json.loads(done.out)["files"]) == ("One", [])
    done = decide("2", "--minutes", tmp_path / "minutes.pdf")
    assert (done.code, done.out) == (4, "")
    assert done.err == "Done: decide “Meeting”: Sat 12 June 13:00–15:00.\nThe disk is full.\n"


def test_an_event_that_is_there_takes_the_answers(decide):
    assert decide("1", "--event", "Helpers’ meeting").code == 0
    assert told(decide, "--for", "helpers")["event"] == "Helpers’ meeting"
    assert decide("--for", "helpers").code == 3


def test_invitations_and_minutes_are_written(decide, tmp_path):
    minutes = tmp_path / "minutes.pdf"
    files = ("--invitation", tmp_path / "out", "--mail-to", "henrike@kvarno.example", "--minutes", minutes)
    done = decide("1", *files)
    assert done.code == 0
    assert f"Wrote 1 invitation to {tmp_path / 'out'}." in done.out.splitlines()
    assert done.err == "Oskar Lindmyr has no mail address.\n"
    invitation = (tmp_path / "out" / "signe-vikdahl.ics").read_bytes()
    assert b"DTSTART;TZID=Europe/Helsinki:20270612T090000" in invitation
    assert "Sat 12 June 09:00–11:00" in pypdf.PdfReader(minutes).pages[0].extract_text()
    assert told(decide, "--minutes", minutes)["files"] == [str(minutes)]


@pytest.mark.parametrize(
    ("options", "told_"),
    [
        (("1", "--undo"), "With --undo nothing else is done"),
        (("1", "--minutes", "minutes.docx"), "Minutes are a PDF"),
        (("1", "--availability"), "It goes with --event NAME"),
    ],
)
def test_options_that_contradict_each_other_are_refused_before_anything_is_done(decide, options, told_):
    done = decide(*options)
    assert (done.code, told_ in done.err) == (2, True)
    assert decide().code == 2
