"""When a person usually can't come: added by day and hours, and taken away."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QToolButton

from clubhub.domain.errors import InvalidInput
from clubhub.domain.polls import Mark
from clubhub.domain.written_weeks import usual_draft
from clubhub.viewmodels.people.usual_words import usual_words


def opened(page, qtbot):
    first = page.listing.model.rows[0]
    page.open_target(first.id)
    qtbot.waitUntil(lambda: page.person_panel.name.text() == first.name)
    return first, page.person_panel.usual, page.shell.services.usual_answers


def lines(field):
    return [label.text() for label in field.findChildren(QLabel) if ": " in label.text()]


def test_a_day_and_hours_are_kept_in_steps_of_undo_and_taken_away(page, qtbot, demo_window):
    first, field, usual = opened(page, qtbot)
    field.weekday.show_value("1")
    qtbot.mouseClick(field.add, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: lines(field) == ["Tuesday: no"])
    field.weekday.show_value("5")
    field.mark.show_value(Mark.IF_NEED_BE)
    qtbot.keyClicks(field.hours, "8-12.30")
    qtbot.keyClick(field.hours, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: lines(field) == ["Tuesday: no", "Saturday 08:00–12:30: if need be"])
    assert "can usually come" in demo_window.banner_text
    cross = field.findChildren(QToolButton)[0]
    assert cross.accessibleName() == "Take away: Tuesday: no"
    cross.click()
    qtbot.waitUntil(lambda: lines(field) == ["Saturday 08:00–12:30: if need be"])
    assert [one.weekday for one in usual.of_person(first.id)] == [5]


def test_hours_that_are_none_stay_typed_and_are_told(page, qtbot):
    first, field, usual = opened(page, qtbot)
    qtbot.keyClicks(field.hours, "in the evening")
    qtbot.keyClick(field.hours, Qt.Key.Key_Return)
    assert field._refusal.text().startswith("“in the evening” are no hours")
    assert field.hours.text() == "in the evening"
    assert usual.of_person(first.id) == []


@pytest.mark.parametrize("hours", ["12-8", "8-8", "8", "8:75-9", "20-25"])
def test_what_is_no_stretch_of_a_day_is_refused(hours):
    with pytest.raises(InvalidInput):
        usual_draft(1, Mark.NO, hours)


def test_hours_are_read_with_colons_points_and_any_dash():
    assert usual_words(usual_draft(6, Mark.YES, "17.30 \u2013 24:00")) == "Sunday 17:30–24:00: yes"
