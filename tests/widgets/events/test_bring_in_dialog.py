"""Bringing a programme in: what is found is shown first; choices are read anew; nothing changes before the button."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from clubhub.support.resources import resource
from clubhub.widgets.events.bring_in_dialog import BringInDialog
from clubhub.widgets.events.page import EventsPage
from clubhub.widgets.main_window import MainWindow

MEET = resource("demo", "meet.lef")


def page_of(window: MainWindow) -> EventsPage:
    window.show_page("events")
    return window.page("events")


def opened(page: EventsPage, path) -> BringInDialog:
    page.dialogs.bring_in(path)
    return next(found for found in page.findChildren(BringInDialog) if found.isVisible())


def texts(dialog: BringInDialog) -> str:
    return "\n".join(label.text() for label in dialog.view.findChildren(QLabel))


def test_a_dropped_meet_becomes_an_event(empty_window, qtbot):
    empty_window.actions_of_window.take_file(str(MEET))
    page = empty_window.page("events")
    dialog = next(found for found in page.findChildren(BringInDialog))
    qtbot.waitUntil(lambda: dialog.found is not None, timeout=20_000)
    assert "Kvarken Games, Sat 12 and Sun 13 June 2027, Kvarnö" in texts(dialog)
    assert "4 sessions, 36 shifts, 156 places" in texts(dialog)
    assert "Sunday afternoon ends about 16:30: from its 49 heats and their distances." in texts(dialog)
    assert empty_window.shell.services.events.lines() == []
    assert dialog.accept_button.text() == "Make the event"

    QTest.keyClick(dialog, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.view is not None, timeout=20_000)
    assert page.view.roster.event.name == "Kvarken Games"
    assert page.head._figure.text() == "0 of 156"


def test_lanes_and_name_are_chosen_before(empty_window, qtbot):
    page = page_of(empty_window)
    dialog = opened(page, MEET)
    qtbot.waitUntil(lambda: dialog.found is not None, timeout=20_000)
    dialog.lanes.setValue(8)
    assert not dialog.accept_button.isEnabled()
    qtbot.waitUntil(lambda: dialog.found is not None, timeout=20_000)
    assert dialog.found.draft.lanes == 8
    QTest.keyClicks(dialog.name, "Autumn cup")
    qtbot.waitUntil(lambda: dialog.found is not None and dialog.found.draft.name == "Autumn cup", timeout=20_000)
    QTest.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.view is not None and page.view.roster.event.name == "Autumn cup", timeout=20_000)


def test_a_known_event_shows_its_difference_and_keeps_published_shifts(demo_window, qtbot):
    page = page_of(demo_window)
    dialog = opened(page, MEET)
    qtbot.waitUntil(lambda: dialog.found is not None, timeout=20_000)
    assert "The event is as the file says already." in texts(dialog)
    assert not dialog.accept_button.isEnabled()
    dialog.lanes.setValue(8)
    qtbot.waitUntil(lambda: dialog.found is not None and dialog.found.left_alone > 0, timeout=20_000)
    assert dialog.accepts_published.isVisible()
    dialog.accepts_published.setChecked(True)
    qtbot.waitUntil(lambda: dialog.found is not None and dialog.found.left_alone == 0, timeout=20_000)
    assert dialog.accept_button.isEnabled()
    dialog.reject()


def test_a_file_that_is_none_is_refused_with_its_reason(empty_window, qtbot, tmp_path):
    bad = tmp_path / "broken.lef"
    bad.write_text("<LENEX>")
    dialog = opened(page_of(empty_window), bad)
    qtbot.waitUntil(lambda: "othing was changed" in texts(dialog), timeout=20_000)
    assert not dialog.accept_button.isEnabled()
    assert empty_window.shell.services.events.lines() == []


@pytest.mark.parametrize(("name", "is_meet"), [("shifts.csv", False), ("meet.lxf", True)])
def test_plan_and_lanes_are_asked_for_meets_only(empty_window, qtbot, name, is_meet):
    dialog = opened(page_of(empty_window), None)
    qtbot.waitUntil(lambda: dialog.plan.count() > 0)
    dialog.path.setText(f"/nowhere/{name}")
    options = dialog.options(dry_run=True)
    assert (options.plan is not None) is is_meet
    qtbot.waitUntil(lambda: dialog._meet_form.isVisible() is is_meet, timeout=20_000)
