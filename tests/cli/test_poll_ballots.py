"""Ballots, the answer page and invitations from the command line."""

import pytest

from clubhub.support.settings import SettingsStore

PEOPLE = """Given name,Family name,Mail,Phone,Group
Signe,Vikdahl,signe@vikdahl.example,050 555 0107,Juniors
Oskar,Lindmyr,,050 555 0108,Masters
"""
OPTIONS = "2027-06-12 09:00\n2027-06-12 13:00\n"


@pytest.fixture
def asked(clubhub, club, write, monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    assert clubhub("--club", club, "import", "people", write("people.csv", PEOPLE)).code == 0
    assert clubhub("--club", club, "poll", "new", "Meeting", "--options", write("options.txt", OPTIONS)).code == 0
    return club


def test_ballots_are_written_for_each_person(clubhub, asked, tmp_path):
    out = tmp_path / "out"
    done = clubhub(
        "--club", asked, "poll", "ballots", "meet", "--out", out, "--whatsapp", "050 555 0142", "--paper", "Letter"
    )
    assert (done.code, done.err) == (0, "")
    assert done.out.splitlines() == [f"Wrote 2 ballots to {out}.", "Answers go to +358505550142."]
    assert sorted(path.name for path in (out / "texts").iterdir()) == ["oskar-lindmyr.txt", "signe-vikdahl.txt"]
    assert sorted(path.name for path in (out / "sheets").iterdir()) == ["oskar-lindmyr.pdf", "signe-vikdahl.pdf"]
    assert "https://wa.me/358505550142?text=Meeting" in (out / "links.csv").read_text("utf-8-sig")


def test_a_page_is_linked_from_texts(clubhub, asked, tmp_path):
    page = clubhub("--club", asked, "poll", "page", "--out", tmp_path / "site")
    assert page.out.startswith(f"Wrote {tmp_path / 'site' / 'answer.html'}.\n")
    options = ("--out", tmp_path / "out", "--page", "https://kvarno.example/answer.html", "--person", "Signe")
    done = clubhub("--club", asked, "poll", "ballots", "Meeting", *options)
    assert done.out == f"Wrote 1 ballot to {tmp_path / 'out'}.\n"
    assert "Nobody’s address is known for the answers" in done.err
    assert "Give the address with --mail-to ADDRESS or --whatsapp NUMBER." in done.err.splitlines()
    refused = clubhub("--club", asked, "poll", "invite", "Meeting", "2", "--out", tmp_path / "calendar")
    assert (refused.code, "say where to with --mail-to ADDRESS" in refused.err) == (3, True)
    text = (tmp_path / "out" / "texts" / "signe-vikdahl.txt").read_text("utf-8")
    assert "Or tap: https://kvarno.example/answer.html#1" in text


def test_the_page_that_the_window_was_told_of_is_linked(clubhub, asked, tmp_path):
    store = SettingsStore()
    store.keep(store.current.with_answer_page("Kvarnö Swim Club", "https://kvarno.example/a.html"))
    for options, is_linked in (((), True), (("--page", ""), False)):
        clubhub("--club", asked, "poll", "ballots", "Meeting", "--out", tmp_path / "out", *options)
        text = (tmp_path / "out" / "everybody.txt").read_text("utf-8")
        assert ("https://kvarno.example/a.html#1" in text) == is_linked


def test_old_ballots_are_made_void(clubhub, asked, tmp_path):
    def signature():
        clubhub("--club", asked, "poll", "ballots", "Meeting", "--out", tmp_path / "out")
        return (tmp_path / "out" / "texts" / "signe-vikdahl.txt").read_text("utf-8").splitlines()[-1]

    first = signature()
    assert signature() == first
    assert clubhub("--club", asked, "poll", "ballots", "Meeting", "--out", tmp_path / "out", "--renew").code == 0
    assert signature() != first


def test_invitations_to_one_slot(clubhub, asked, tmp_path):
    options = ("--out", tmp_path / "out", "--mail-to", "henrike@kvarno.example")
    done = clubhub("--club", asked, "poll", "invite", "Meeting", "2", *options)
    assert (done.out, done.err) == (
        f"Wrote 1 invitation to {tmp_path / 'out'}.\n",
        "Oskar Lindmyr has no mail address.\n",
    )
    assert b"DTSTART;TZID=Europe/Helsinki:20270612T130000" in (tmp_path / "out" / "signe-vikdahl.ics").read_bytes()
    wrong = clubhub("--club", asked, "poll", "invite", "Meeting", "7", *options)
    assert wrong.code == 3
    assert wrong.err.startswith("The poll has no number 7. There are: 1 ")


def test_an_unknown_group_is_refused_and_nothing_is_written(clubhub, asked, tmp_path):
    done = clubhub("--club", asked, "poll", "ballots", "Meeting", "--out", tmp_path / "out", "--to", "group: Seniors")
    assert done.code == 3
    assert "There is no group called “Seniors”." in done.err
    assert not (tmp_path / "out").exists()
