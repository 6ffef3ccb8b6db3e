"""Asking what a change would bring, in the window."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from clubhub.widgets.events.what_if_dialog import WhatIfDialog
from clubhub.widgets.main_window import MainWindow


@pytest.fixture
def dialog(demo_window: MainWindow, qtbot) -> WhatIfDialog:
    event = demo_window.shell.services.events.lines()[0].event
    demo_window.show_page("events", event.id)
    page = demo_window.page("events")
    qtbot.waitUntil(lambda: page.view is not None)
    page.head.what_if.trigger()
    return next(found for found in page.findChildren(WhatIfDialog))


def test_the_effect_is_told_and_the_next_question_can_be_asked(dialog, qtbot):
    assert not dialog.accept_button.isEnabled()
    dialog.role.setCurrentIndex(dialog.role.findText("Canteen"))
    QTest.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)
    assert not dialog.accept_button.isEnabled()
    qtbot.waitUntil(dialog.accept_button.isEnabled, timeout=60_000)
    assert "of 156 places fewer." in dialog.told.text()
    assert "stay open instead of 9." in dialog.told.text()


def test_a_day_is_asked_only_with_an_end(dialog):
    assert not dialog.day.isEnabled()
    dialog.ends_at.setCurrentIndex(dialog.ends_at.findText("15:00"))
    assert dialog.day.isEnabled()
    assert f"{dialog.change().ends_at:%H:%M}" == "15:00"
    dialog.ends_at.setCurrentIndex(0)
    dialog.helpers.setValue(10)
    assert dialog.change().helpers == 10
    assert dialog.change().ends_at is None


def test_closing_leaves_the_question(dialog, qtbot):
    dialog.helpers.setValue(5)
    dialog.accept_button.click()
    with qtbot.waitSignal(dialog.destroyed):
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
