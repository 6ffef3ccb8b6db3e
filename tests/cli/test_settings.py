"""The club's settings and whom helpers call."""

import pytest


def new(clubhub, path, *arguments):
    return clubhub("new", path, "--name", "Kvarnö", "--time-zone", "Europe/Berlin", *arguments)


def settings(clubhub, path, *arguments):
    return clubhub("--club", path, "settings", *arguments, "--json").json


def test_without_a_country_that_of_the_time_zone_is_taken(clubhub, tmp_path):
    path = tmp_path / "k.clubhub"
    assert new(clubhub, path).code == 0
    assert settings(clubhub, path)["region"] == "DE"


@pytest.mark.parametrize(("region", "word"), [("Deutschland", "DE"), ("XX", "XX")])
def test_what_is_no_country_is_refused_with_the_likeliest_one(clubhub, tmp_path, region, word):
    path = tmp_path / "k.clubhub"
    refused = new(clubhub, path, "--region", region)
    assert (refused.code, word in refused.err, path.exists()) == (3, True, False)


def test_settings_are_shown_and_those_given_are_changed(clubhub, club):
    before = settings(clubhub, club)
    changed = settings(clubhub, club, "--region", "se", "--language", "sv-FI", "--web-address", "kvarno.example.org")
    assert changed == {**before, "region": "SE", "language": "sv-FI", "web_address": "https://kvarno.example.org"}
    shown = clubhub("--club", club, "settings").out
    assert "Kvarnö Swim Club" in shown
    assert str(club) in shown
    clubhub("--club", club, "undo")
    assert settings(clubhub, club) == before


@pytest.mark.parametrize(
    "arguments",
    [["--time-zone", "Europe/Helsingfors"], ["--region", "Suomi"], ["--language", "klingonish"], ["--name", " "]],
)
def test_settings_that_cannot_be_are_refused_and_nothing_is_changed(clubhub, club, arguments):
    before = club.read_bytes()
    refused = clubhub("--club", club, "settings", "--web-address", "example.org", *arguments)
    assert (refused.code, "Nothing was changed" in refused.err) == (3, True)
    assert club.read_bytes() == before


def test_helpers_call_whom_the_coordinator_chose(clubhub, club, write, tmp_path):
    clubhub("--club", club, "import", "people", write("p.csv", "Name,Phone\nAnna Lind,050 555 0101\nOtto Berg,\n"))
    shifts = write("s.csv", "Role,Date,Start,End\nJudge,2027-06-12,09:00,12:00\n")
    clubhub("--club", club, "import", "shifts", shifts, "--event", "Gala")
    assert "no phone" in clubhub("--club", club, "contact", "Gala", "Otto Berg").out
    done = clubhub("--club", club, "contact", "gala", "lind, anna")
    assert done.out == "Helpers call Anna Lind about Gala.\n"
    clubhub("--club", club, "export", "roster", "Gala", "--out", tmp_path / "r.txt")
    assert "Anna Lind" in (tmp_path / "r.txt").read_text(encoding="utf-8")
    assert clubhub("--club", club, "contact", "Gala", "Nobody").code == 3
