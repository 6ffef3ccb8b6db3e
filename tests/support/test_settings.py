"""Settings survive a restart, and a damaged file of them does no harm."""

from pathlib import Path

import pytest

from clubhub.support.settings import MOST_RECENT, MOST_RULES, Settings, SettingsStore


def test_what_was_chosen_is_there_after_a_restart(tmp_path):
    store = SettingsStore(tmp_path / "deep" / "settings.json")
    store.change(scheme="dark", text_percent=150)
    assert SettingsStore(tmp_path / "deep" / "settings.json").current == store.current
    assert (store.current.scheme, store.current.text_percent) == ("dark", 150)


def test_what_another_window_has_chosen_meanwhile_stays(tmp_path):
    mine, theirs = (SettingsStore(tmp_path / "settings.json") for _window in range(2))
    theirs.change(scheme="dark")
    mine.change(window="wide")
    theirs.change(text_percent=150)
    kept = SettingsStore(tmp_path / "settings.json").current
    assert (kept.scheme, kept.window, kept.text_percent) == ("dark", "wide", 150)


@pytest.mark.parametrize("text", ["", "{", "[]", "null", '{"scheme": 7, "unknown": 1, "recent_clubs": [3]}'])
def test_a_damaged_file_counts_as_none(tmp_path, text):
    (tmp_path / "settings.json").write_text(text)
    assert SettingsStore(tmp_path / "settings.json").current.scheme == "system"


def test_recent_clubs_are_each_there_once_the_newest_first():
    settings = Settings()
    for number in (*range(MOST_RECENT + 3), 4):
        settings = settings.with_recent(Path(f"{number}.clubhub"))
    assert settings.recent_clubs[:2] == ("4.clubhub", f"{MOST_RECENT + 2}.clubhub")
    assert len(settings.recent_clubs) == MOST_RECENT


def test_a_poll_s_rule_is_found_again_and_many_are_forgotten_from_the_oldest():
    settings = Settings()
    for number in (*range(MOST_RULES + 3), 5):
        settings = settings.with_rule(number, f"most {number}")
    assert settings.with_rule(7, "points").rule_of(7) == "points"
    assert (settings.rule_of(5), settings.rule_of(0), settings.rule_of(55)) == ("most 5", "", "most 55")
    assert len(settings.poll_rules) == MOST_RULES


def test_a_place_that_can_not_be_written_is_no_fault(tmp_path):
    (tmp_path / "file").touch()
    store = SettingsStore(tmp_path / "file" / "settings.json")
    store.change(scheme="dark")
    store.change(paper="Letter")
    assert (store.current.scheme, store.current.paper) == ("dark", "Letter")


def test_each_club_has_its_own_answer_page_and_an_empty_address_forgets_it(tmp_path):
    store = SettingsStore(tmp_path / "settings.json")
    store.keep(store.current.with_answer_page("Kvarnö Swim Club", "https://kvarno.example/a.html"))
    store.keep(store.current.with_answer_page("Kvarken Games", "https://games.example/a.html"))
    store.keep(store.current.with_answer_page("Kvarnö Swim Club", "https://kvarno.example/b.html"))
    kept = SettingsStore(tmp_path / "settings.json").current
    assert kept.answer_page_of("Kvarnö Swim Club") == "https://kvarno.example/b.html"
    assert kept.answer_page_of("Kvarken Games") == "https://games.example/a.html"
    assert kept.with_answer_page("Kvarken Games", "").answer_page_of("Kvarken Games") == ""
    assert kept.answer_page_of("Another") == ""
