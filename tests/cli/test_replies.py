"""Answers as they came, on the command line: sure ones are counted, the others told."""

import io
import sys

import pytest

from clubhub.app import build_services

PEOPLE = "Name,E-mail\nAino Berg,aino@example.org\nOnni Lind,onni@example.org\n"
SLOTS = "2027-06-07 17:00-18:30\n2027-06-08 17:00-18:30\n2027-06-09 17:00-18:30\n"


@pytest.fixture
def evening(clubhub, club, write):
    """The ids of a poll's people and the line that signs Aino's answers."""
    clubhub("--club", club, "import", "people", write("people.csv", PEOPLE))
    made = clubhub("--club", club, "poll", "new", "Evening", "--options", write("slots.txt", SLOTS), "--json")
    assert made.code == 0, made.err
    services = build_services(club)
    (summary,) = services.poll_boards.summaries()
    asking = services.ballots.ask(summary.poll.id)
    return {ballot.person.name: asking.asked.signature(ballot.person) for ballot in asking.ballots}


def test_the_sure_ones_are_counted_and_the_others_told(clubhub, club, write, evening):
    lines = [
        f"24.5.2027 klo 18.05 - Aino Berg: 1 3?\n{evening['Aino Berg']}",
        "24.5.2027 klo 18.06 - Onni Lind: 2",
        "24.5.2027 klo 18.07 - Onni Lind: see you",
    ]
    chat = write("chat.txt", "\n".join(lines))
    tried = clubhub("--club", club, "import", "answers", chat, "--poll", "Evening", "--dry-run")
    assert "Aino Berg: 1 yes; 3 if need be" in tried.out
    assert "dry run" in tried.out
    done = clubhub("--club", club, "import", "answers", chat, "--poll", "Evening", "--json").json
    assert (done["answers"], done["talk"]) == (1, 1)
    assert [item["name"] for item in done["sure"]] == ["Aino Berg"]
    assert list(done["sure"][0]["marks"].values()) == ["yes", "if need be"]
    assert [(item["name"], item["verdict"]) for item in done["unsure"]] == [("Onni Lind", "unsigned")]
    assert done["refused"] == []
    again = clubhub("--club", club, "import", "answers", chat, "--poll", "Evening", "--unsigned", "--json").json
    assert again["answers"] == 1


def test_what_is_replaced_and_what_lacks_only_a_signature_is_said(clubhub, club, write, evening):
    def said(words: str) -> str:
        return clubhub("--club", club, "import", "answers", write("reply.txt", words), "--poll", "Evening").out

    assert "in place of" not in said(f"1 3?\n{evening['Aino Berg']}")
    assert "Aino Berg: 2 yes — in place of: 1 yes; 3 if need be" in said(f"2\n{evening['Aino Berg']}")
    assert "1 is clear and only unsigned" in said("Name: Onni Lind\n2\n")


def test_standard_input_is_read(clubhub, club, evening, monkeypatch):
    words = io.TextIOWrapper(io.BytesIO(f"1 2\n{evening['Onni Lind']}\n".encode()))
    monkeypatch.setattr(sys, "stdin", words)
    done = clubhub("--club", club, "import", "answers", "-", "--json").json
    assert (done["poll"], done["answers"]) == ("Evening", 1)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"Name,Soup,Tea\nAino Berg,yes,no\n")))
    assert clubhub("--club", club, "import", "answers", "-", "--poll", "Lunch", "--json").json["answers"] == 1
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b" \n")))
    assert clubhub("--club", club, "import", "answers", "-", "--poll", "Lunch").code == 4


def test_what_names_no_poll_is_refused(clubhub, club, write, evening):
    refused = clubhub("--club", club, "import", "answers", write("reply.txt", "1 3\n"))
    assert refused.code != 0
    assert refused.err == "Nothing in it says which poll it answers: say so with --poll NAME.\n"
    assert evening


@pytest.mark.usefixtures("evening")
def test_a_ballot_that_nobody_filled_in_tells_its_poll(clubhub, club, write):
    service = build_services(club).ballots
    text = service.ask(service.id_of("Evening")).everybody.text
    quoted = "\n".join(f"> {line}" for line in text.splitlines())
    for words in (text, quoted):
        done = clubhub("--club", club, "import", "answers", write("reply.txt", words), "--json")
        assert (done.code, done.json["poll"], done.json["answers"]) == (0, "Evening", 0)
