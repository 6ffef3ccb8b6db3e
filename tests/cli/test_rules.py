"""The club's rules for rosters, shown and changed."""

import pytest


def rules(clubhub, club, *arguments):
    return clubhub("--club", club, "rules", *arguments, "--json").json


def test_a_new_club_has_rules_and_those_given_are_changed(clubhub, club):
    before = rules(clubhub, club)
    assert before == {"rest_minutes": 480, "minors_need_adult": True, "duty_minutes": None, "season_month": 8}
    changed = rules(clubhub, club, "--rest", "9:30", "--duty", "12", "--season-month", "1", "--minors-may-be-alone")
    assert changed == {"rest_minutes": 570, "minors_need_adult": False, "duty_minutes": 720, "season_month": 1}
    assert rules(clubhub, club, "--duty", "none")["duty_minutes"] is None
    clubhub("--club", club, "undo")
    assert rules(clubhub, club) == changed


def test_rules_are_told_in_words(clubhub, club):
    clubhub("--club", club, "rules", "--duty", "7.5")
    assert clubhub("--club", club, "rules").out.splitlines() == [
        "Rest between days: 8:00",
        "Minors need an adult: yes",
        "A household owes in a season: 7:30",
        "A season begins in month: 8",
    ]


@pytest.mark.parametrize("wrong", [["--rest", "25"], ["--duty", "soon"], ["--season-month", "13"], ["--duty", "10001"]])
def test_rules_that_cannot_be_are_refused(clubhub, club, wrong):
    before = rules(clubhub, club)
    refused = clubhub("--club", club, "rules", *wrong)
    assert (refused.code, "Nothing was changed" in refused.err) == (3, True)
    assert rules(clubhub, club) == before


def test_the_settings_leave_the_rules_alone(clubhub, club):
    changed = rules(clubhub, club, "--rest", "10")
    clubhub("--club", club, "settings", "--language", "sv")
    assert rules(clubhub, club) == changed
