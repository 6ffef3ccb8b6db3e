"""The club's rules for rosters, changed in their dialog."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from clubhub.widgets.rules.club_rules_dialog import ClubRulesDialog


@pytest.fixture
def clubs(demo_window):
    return demo_window.shell.services.clubs


@pytest.fixture
def dialog(demo_window, qtbot):
    demo_window.show_page("settings")
    page = demo_window.page("settings")
    qtbot.mouseClick(page.rules, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.findChild(ClubRulesDialog) is not None)
    return page.findChild(ClubRulesDialog)


def test_rules_are_changed_together_and_undone_together(dialog, clubs, qtbot, demo_window):
    before = clubs.club()
    assert dialog.rest.text() == "8"
    dialog.rest.setText("10:30")
    dialog.duty.setText("12")
    dialog.minors.setChecked(not before.minors_need_adult)
    dialog.month.show_value("1")
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: clubs.club().rest_minutes == 630)
    after = clubs.club()
    assert (after.duty_minutes, after.season_month) == (720, 1)
    assert after.minors_need_adult is not before.minors_need_adult
    qtbot.waitUntil(lambda: bool(demo_window.banner_text))
    demo_window.undo()
    qtbot.waitUntil(lambda: clubs.club().rest_minutes == before.rest_minutes)


@pytest.mark.parametrize(("field", "text", "sentence"), [("rest", "a night", "is no length"), ("duty", "-3", "is no")])
def test_what_is_no_time_is_told_below_its_field(dialog, clubs, field, text, sentence):
    getattr(dialog, field).setText(text)
    dialog.accept()
    assert any(sentence in label.text() for label in dialog.findChildren(QLabel) if label.isVisible())
    assert dialog.isVisible()
    assert clubs.club().rest_minutes == 8 * 60


def test_a_rest_of_more_than_a_day_is_refused_and_stays_typed(dialog, qtbot):
    dialog.rest.setText("25")
    dialog.accept()
    qtbot.waitUntil(dialog.keeping.refusal.isVisible)
    assert "from 0 to 24" in dialog.keeping.refusal.text()
    assert dialog.rest.text() == "25"


def test_a_rule_that_another_window_changed_is_shown_before_it_is_overwritten(dialog, clubs, qtbot):
    clubs.save(replace(clubs.club(), duty_minutes=300, season_month=3))
    dialog.duty.setText("6")
    dialog.accept()
    qtbot.waitUntil(dialog.keeping.note.isVisible)
    assert dialog.month.value() == "3"
    assert "Every household owes in a season: 5" in [label.text() for label in dialog.findChildren(QLabel)]
    qtbot.mouseClick(dialog.keeping.note.keep_mine, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: clubs.club().duty_minutes == 360)
    assert clubs.club().season_month == 3
