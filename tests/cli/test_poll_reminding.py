"""Reminding from the command line: who and how, drafts, and the log that holds back for two days."""

import json

import pytest

PEOPLE = """Given name,Family name,Mail,Phone
Signe,Vikdahl,signe@vikdahl.example,
Oskar,Lindmyr,,050 555 0108
Edvin,Norrgrann,,
"""


@pytest.fixture
def asked(clubhub, club, write, monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    assert clubhub("--club", club, "import", "people", write("people.csv", PEOPLE)).code == 0
    assert (
        clubhub("--club", club, "poll", "new", "Meeting", "--options", write("o.txt", "2027-06-12 09:00\n")).code == 0
    )
    return club


def test_the_silent_are_told_with_their_roads_and_nobody_twice(clubhub, asked):
    first = clubhub("--club", asked, "poll", "remind", "Meet", "--sent")
    assert (first.code, first.err) == (0, "")
    assert "Oskar Lindmyr" in first.out
    assert "text message" in first.out
    assert "Edvin Norrgrann: No mail address and no phone number is known." in first.out
    assert first.out.endswith("Done: remind 2 people of “Meeting”.\n")
    again = clubhub("--club", asked, "poll", "remind", "Meeting", "--sent")
    assert "Nobody is to be reminded now." in again.out
    assert "Signe Vikdahl: Asked within the last hour." in again.out
    assert "Done" not in again.out


def test_letters_and_drafts_are_written(clubhub, asked, tmp_path):
    done = clubhub("--club", asked, "poll", "remind", "Meeting", "--json", "--drafts", tmp_path / "drafts")
    assert [path.name for path in (tmp_path / "drafts").iterdir()] == ["signe-vikdahl.eml"]
    letter = next(one for one in json.loads(done.out)["letters"] if one["to"] == "Signe Vikdahl")
    assert letter["link"].startswith("mailto:signe@vikdahl.example?subject=")
    assert "Hello Signe," in letter["text"]
    assert letter["times"] == 0


def test_who_moved_up_is_told_and_written_down(clubhub, asked, write, tmp_path):
    def say(words):
        answers = ("import", "answers", write("a.txt", f"{words}\n"), "--poll", "Meeting", "--unsigned")
        assert clubhub("--club", asked, *answers).code == 0

    assert clubhub("--club", asked, "poll", "change", "Meeting", "--limit", "1").code == 0
    for words in ("Oskar Lindmyr: 1 yes", "Signe Vikdahl: 1 yes", "Oskar Lindmyr: 1 no"):
        say(words)
    found = clubhub("--club", asked, "poll", "moved-up", "Meeting", "--json", "--drafts", tmp_path / "drafts")
    (letter,) = found.json["letters"]
    assert (letter["to"], letter["subject"]) == ("Signe Vikdahl", "You have a place: Meeting")
    assert [path.name for path in (tmp_path / "drafts").iterdir()] == ["signe-vikdahl.eml"]
    done = clubhub("--club", asked, "poll", "moved-up", "Meeting", "--told")
    assert done.out.endswith("Done: tell 1 person of a place in “Meeting”.\n")
    assert clubhub("--club", asked, "poll", "moved-up", "Meet").out == "Nobody has moved up who wasn’t told.\n"
