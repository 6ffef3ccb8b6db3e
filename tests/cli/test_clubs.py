"""Commands on the club as a whole."""

import hashlib
import logging
from pathlib import Path

import pytest

from clubhub.support import clock


def test_a_new_club_is_made_once(clubhub, tmp_path):
    path = tmp_path / "club.clubhub"
    made = clubhub("new", path, "--name", "Kvarnö", "--time-zone", "Europe/Helsinki")
    assert (made.code, path.is_file()) == (0, True)
    before = path.read_bytes()
    again = clubhub("new", path, "--name", "Other", "--time-zone", "Europe/Helsinki")
    assert again.code == 4
    assert "exists already" in again.err
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("name", "zone", "word"), [("Kvarnö", "Europe/Helsingfors", "Helsinki"), ("  ", "Europe/Helsinki", "name")]
)
def test_a_club_without_name_or_with_an_unknown_zone_is_refused_and_leaves_no_file(clubhub, tmp_path, name, zone, word):
    path = tmp_path / "club.clubhub"
    refused = clubhub("new", path, "--name", name, "--time-zone", zone)
    assert refused.code == 3
    assert word in refused.err
    assert not path.exists()


def test_an_unknown_country_is_refused_and_leaves_no_file(clubhub, tmp_path):
    path = tmp_path / "k.clubhub"
    refused = clubhub("new", path, "--name", "K", "--time-zone", "UTC", "--region", "FIN")
    assert (refused.code, "FIN" in refused.err, path.exists()) == (3, True, False)


def test_the_club_is_taken_before_and_after_the_command_and_from_the_environment(clubhub, club, monkeypatch):
    assert clubhub("--club", club, "list", "people", "--json").json == []
    assert clubhub("list", "people", "--json", "--club", club).json == []
    monkeypatch.setenv("CLUBHUB_CLUB", str(club))
    assert clubhub("list", "people", "--json").json == []


def test_the_club_after_the_command_goes_before_the_one_before_it_and_both_before_the_environment(
    clubhub, club, tmp_path, monkeypatch
):
    wrong = tmp_path / "none.clubhub"
    monkeypatch.setenv("CLUBHUB_CLUB", str(wrong))
    assert clubhub("check").code == 4
    assert clubhub("--club", club, "check").code == 0
    assert clubhub("check", "--club", club).code == 0
    monkeypatch.setenv("CLUBHUB_CLUB", str(club))
    assert clubhub("--club", wrong, "check").code == 4
    assert clubhub("--club", wrong, "check", "--club", club).code == 0


@pytest.mark.parametrize(
    "arguments",
    [["list", "people"], ["lst"], ["list", "cats"], ["fill"], ["history", "--limit", "0"], ["new", "x.clubhub"]],
)
def test_wrong_usage_is_exit_code_2(clubhub, arguments):
    assert clubhub(*arguments).code == 2


def test_help_is_exit_code_0(clubhub):
    assert clubhub("--help").code == 0
    assert clubhub("import", "meet", "--help").code == 0


def test_files_that_are_no_club_are_named_and_left_alone(clubhub, tmp_path):
    text = tmp_path / "letter.clubhub"
    text.write_text("Dear members, " * 2000)
    before = hashlib.sha256(text.read_bytes()).digest()
    missing = clubhub("--club", tmp_path / "none.clubhub", "list", "people")
    wrong = clubhub("--club", text, "list", "people")
    assert (missing.code, wrong.code) == (4, 4)
    assert "no club" in missing.err
    assert "not a ClubHub club" in wrong.err
    assert hashlib.sha256(text.read_bytes()).digest() == before


def test_check_finds_a_sound_club_sound_and_a_damaged_one_damaged(clubhub, club):
    assert clubhub("--club", club, "check").code == 0
    damaged = bytearray(club.read_bytes())
    for place in range(4096 * 3, len(damaged), 4096):
        damaged[place : place + 64] = b"\xff" * 64
    club.write_bytes(damaged)
    answer = clubhub("--club", club, "check")
    assert answer.code == 4
    assert "damaged" in answer.err


def test_history_names_what_was_done_and_undo_goes_two_steps_back(clubhub, club, write):
    for number in (1, 2):
        path = write(f"people{number}.csv", f"Given name,Family name\nAnna,Lind{number}\n")
        assert clubhub("--club", club, "import", "people", path).code == 0
    assert clubhub("--club", club, "undo").out == "Undo: bring in 1 person\n"
    assert clubhub("--club", club, "undo").out == "Undo: bring in 1 person\n"
    assert clubhub("--club", club, "list", "people", "--json").json == []
    nothing = clubhub("--club", club, "undo")
    assert nothing.code == 3
    assert "nothing to undo" in nothing.err
    assert clubhub("--club", club, "redo").out == "Redo: bring in 1 person\n"
    assert [person["name"] for person in clubhub("list", "people", "--club", club, "--json").json] == ["Anna Lind1"]
    entries = clubhub("--club", club, "history", "--json").json
    assert [entry["name"].split(":")[0] for entry in entries[:2]] == ["Redo", "Undo"]
    assert len(entries) == 5


def test_a_fault_of_the_program_is_exit_code_1_logged_and_changes_nothing(clubhub, club, write, monkeypatch, caplog):
    def broken() -> None:
        raise ZeroDivisionError("clock stopped")

    before = club.read_bytes()
    monkeypatch.setattr(clock, "utc_now", broken)
    monkeypatch.setattr("clubhub.storage.unit_of_work.utc_now", broken)
    with caplog.at_level(logging.ERROR):
        answer = clubhub("--club", club, "import", "people", write("people.csv", "Given name\nAnna\n"))
    assert answer.code == 1
    assert "Traceback" not in answer.err
    assert caplog.records
    assert club.read_bytes() == before


def test_every_command_explains_itself(clubhub):
    for command in ("new", "demo", "check", "history", "undo", "redo", "fill", "assign", "free", "publish"):
        assert len(clubhub(command, "--help").out.splitlines()) > 4


def test_the_window_opens_on_the_club_given_before_or_after(clubhub, club):
    assert clubhub("window", club).out == f"window on {club}\n"
    assert clubhub("--club", club, "window").out == f"window on {club}\n"
    assert clubhub("window").out == "window on None\n"


def test_names_with_control_characters_do_not_reach_the_terminal(clubhub, club, write):
    path = write("people.csv", "Given name,Note\nAnna,\x1b[31mred\n")
    clubhub("--club", club, "import", "people", path)
    assert "\x1b" not in clubhub("--club", club, "list", "people").out


def test_the_path_of_a_club_may_hold_any_character(clubhub, tmp_path):
    path: Path = tmp_path / "Kvarnö ?#% club" / "år 2027.clubhub"
    path.parent.mkdir()
    assert clubhub("new", path, "--name", "K", "--time-zone", "UTC").code == 0
    assert clubhub("--club", path, "check").code == 0


def test_a_club_s_name_gets_the_suffix_and_the_whole_path_is_told(clubhub, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    made = clubhub("new", "kvarken", "--name", "Kvarnö", "--time-zone", "UTC")
    assert str(tmp_path / "kvarken.clubhub") in made.out
    assert (tmp_path / "kvarken.clubhub").is_file()


@pytest.mark.parametrize(("name", "code", "word"), [("club.xlsx", 3, "club.clubhub"), ("none/club", 4, "none")])
def test_a_club_is_no_other_document_and_makes_no_folders(clubhub, tmp_path, name, code, word):
    refused = clubhub("new", tmp_path / name, "--name", "Kvarnö", "--time-zone", "UTC")
    assert (refused.code, word in refused.err) == (code, True)
    assert list(tmp_path.iterdir()) == []


def test_the_folder_in_which_clubs_are_offered_is_made(clubhub, tmp_path, monkeypatch):
    folder = tmp_path / "Documents" / "ClubHub"
    monkeypatch.setattr("clubhub.services.clubs.default_club_folder", lambda: folder)
    assert clubhub("new", folder / "k", "--name", "Kvarnö", "--time-zone", "UTC").code == 0
    assert (folder / "k.clubhub").is_file()
