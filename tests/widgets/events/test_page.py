"""The Events page: the list, one event, its tabs, events and shifts by hand; with mouse and keyboard."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QPushButton

from clubhub.services.bundle import Services
from clubhub.viewmodels.qt_time import to_qt_day
from clubhub.widgets.events.bring_in_dialog import BringInDialog
from clubhub.widgets.events.fill_dialog import FillDialog
from clubhub.widgets.events.new_event_dialog import NewEventDialog
from clubhub.widgets.events.page import EVENT, LIST, EventsPage
from clubhub.widgets.events.publish_dialog import PublishDialog
from clubhub.widgets.events.session_dialog import SessionDialog
from clubhub.widgets.events.shift_dialog import ShiftDialog
from clubhub.widgets.main_window import MainWindow

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def page(demo_window: MainWindow, qtbot) -> EventsPage:
    """The demo's only event, open."""
    demo_window.show_page("events")
    shown = demo_window.page("events")
    qtbot.waitUntil(lambda: shown.view is not None)
    return shown


@pytest.fixture
def empty_page(empty_window: MainWindow, qtbot) -> EventsPage:
    empty_window.show_page("events")
    shown = empty_window.page("events")
    qtbot.waitUntil(lambda: shown.list._stack.currentIndex() == 1)
    return shown


def services_of(page: EventsPage) -> Services:
    return page.shell.services


def dialog_of(page: EventsPage, kind: type[QDialog], qtbot) -> QDialog:
    qtbot.waitUntil(lambda: any(found.isVisible() for found in page.findChildren(kind)))
    return next(found for found in page.findChildren(kind) if found.isVisible())


def click(widget) -> None:
    QTest.mouseClick(widget, LEFT)


def test_a_club_with_one_event_opens_it_at_once(page):
    assert page._stack.currentIndex() == EVENT
    assert page.head._title.text() == "Kvarken Games"
    assert page.head._badge.text() == "Version 1 is published"
    assert page.head._figure.text() == "147 of 156"
    assert page.head.publish.isHidden()
    assert page.head.ask.isHidden()


def test_escape_leads_to_the_list_and_enter_back(page, qtbot):
    QTest.keyClick(page, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: page._stack.currentIndex() == LIST)
    assert [line.event.name for line in page.list.model.rows] == ["Kvarken Games"]
    QTest.keyClick(page.list.table, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page._stack.currentIndex() == EVENT)


def test_tabs_are_changed_by_mouse_and_arrows(page):
    tabs = {name: page.findChild(QPushButton, f"tab-{name}") for name in ("roster", "programme", "people")}
    click(tabs["programme"])
    assert page.programme.isVisible()
    tabs["programme"].setFocus()
    QTest.keyClick(tabs["programme"], Qt.Key.Key_Right)
    assert page.people.isVisible()
    assert tabs["people"].isChecked()


def test_a_tab_is_filled_when_it_is_looked_at_and_not_before(page, qtbot):
    assert page.programme.model is None
    assert not page.people.model.rows
    click(page.findChild(QPushButton, "tab-programme"))
    assert len(page.programme.model.rows) == 36
    click(page.findChild(QPushButton, "tab-people"))
    qtbot.waitUntil(lambda: bool(page.people.model.rows))


def test_a_target_opens_what_it_names(page, qtbot):
    event = services_of(page).events.lines()[0].event.id
    page.open_target(("fill", event))
    dialog_of(page, FillDialog, qtbot).reject()
    page.open_target("new")
    dialog_of(page, NewEventDialog, qtbot).reject()
    page.open_target(Path("meet.lef"))
    dialog_of(page, BringInDialog, qtbot).reject()


def test_an_event_and_its_shift_by_hand(empty_page, qtbot):
    page = empty_page
    click(page.findChild(QPushButton, "first").parentWidget().findChildren(QPushButton)[-1])
    dialog = dialog_of(page, NewEventDialog, qtbot)
    click(dialog.accept_button)
    assert dialog.isVisible()
    QTest.keyClicks(dialog.name, "Spring gala")
    dialog.starts_on.setDate(to_qt_day(date(2027, 3, 6)))
    QTest.keyClick(dialog.name, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.view is not None)
    assert page.view.roster.event.name == "Spring gala"
    assert page.view.roster.event.ends_on == date(2027, 3, 6)
    assert page.programme.isVisible()

    click(page.findChild(QPushButton, "add-shift"))
    shift = dialog_of(page, ShiftDialog, qtbot)
    shift.accept()
    assert "at least one role" in shift.keeping.refusal.text()
    shift.needs._rows[0].role.setCurrentText("Marshal")
    shift.needs._rows[0].least.setValue(3)
    assert shift.needs._rows[0].most.value() == 3
    click(shift.accept_button)
    qtbot.waitUntil(lambda: page.view.coverage.places == 3)
    assert page.programme.model.rows[0].shift.name == "Marshal"
    assert not page.head.ask.isHidden()


def test_a_shift_is_changed_and_removed_with_the_keyboard(page, qtbot):
    page.head.set_tab("programme")
    page.programme.table.selectRow(0)
    QTest.keyClick(page.programme.table, Qt.Key.Key_Return)
    dialog = dialog_of(page, ShiftDialog, qtbot)
    dialog.name.setText("Lane ropes")
    QTest.keyClick(dialog.name, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.programme.model.rows[0].shift.name == "Lane ropes")

    page.programme.table.selectRow(0)
    QTest.keyClick(page.programme, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: len(page.programme.model.rows) == 35)
    page.shell.undo_wanted.emit()
    qtbot.waitUntil(lambda: len(page.programme.model.rows) == 36)


def test_an_estimated_end_is_made_known(page, qtbot):
    page.head.set_tab("programme")
    session = page.view.roster.sessions[0]
    assert session.ends_is_estimated
    page.programme._change_session(session)
    dialog = dialog_of(page, SessionDialog, qtbot)
    dialog.ends.setTime(dialog.ends.time().addSecs(1800))
    click(dialog.accept_button)
    qtbot.waitUntil(lambda: not page.view.roster.sessions[0].ends_is_estimated)
    assert page.head._badge.text().startswith("Draft, ")


def test_an_event_that_is_undone_leads_back_to_the_list(empty_page, qtbot):
    page = empty_page
    page.dialogs.new_event()
    dialog = dialog_of(page, NewEventDialog, qtbot)
    dialog.name.setText("Spring gala")
    dialog.accept()
    qtbot.waitUntil(lambda: page.view is not None)
    page.shell.undo_wanted.emit()
    qtbot.waitUntil(lambda: page._stack.currentIndex() == LIST and not page.list.model.rows)


def test_a_version_is_published_and_handed_out_next(page, qtbot):
    roster = page.view.roster
    entry = next(entry for entry in roster.entries() if entry.place.person)
    start = f"{entry.shift.shift.starts:%Y-%m-%dT%H:%M}"
    services_of(page).rosters.free("Kvarken", entry.place.person.name, entry.need.role.name, start)
    qtbot.waitUntil(lambda: page.head.publish.text() == "Publish 1 change…")
    click(page.head.publish)
    dialog = dialog_of(page, PublishDialog, qtbot)
    assert dialog.model.index(0, 1).data() == entry.place.person.name
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: dialog.accept_button.text() == "Export…")
    assert dialog.title_label.text() == "Version 2 is published"
    dialog.reject()
    qtbot.waitUntil(lambda: page.head._badge.text() == "Version 2 is published")


def test_publishing_without_a_change_is_told(page, demo_window, qtbot):
    page.publish()
    qtbot.waitUntil(lambda: "nothing to publish" in demo_window.banner_text)


def test_publishing_speaks_of_the_roster_as_it_is_though_the_page_shows_an_older_one(page, demo_window, qtbot):
    rosters = demo_window.shell.services.rosters
    entry = next(entry for entry in rosters.roster("Kvarken").entries() if entry.place.person)
    rosters.free("Kvarken", entry.place.person.name, entry.need.role.name, f"{entry.shift.shift.starts:%Y-%m-%dT%H:%M}")
    page.publish()
    dialog = dialog_of(page, PublishDialog, qtbot)
    assert len(dialog.model.rows) == 1
    assert dialog.accept_button.isEnabled()


def test_the_people_of_the_roster_are_found_by_name(page, qtbot):
    page.head.set_tab("people")
    qtbot.waitUntil(lambda: len(page.people.model.rows) > 0)
    everybody = len(page.people.model.rows)
    qtbot.keyClicks(page.people._filter, "åsa")
    assert 0 < len(page.people.model.rows) < everybody
    assert all("Åsa" in helper.person.name for helper in page.people.model.rows)


def test_commands_are_offered_for_the_open_event(page):
    words = [text for text, _do in page.commands()]
    assert {"Fill the roster", "Publish the roster", "Export or print the roster"} <= set(words)
    page.show_list()
    assert "Fill the roster" not in [text for text, _do in page.commands()]


def test_an_event_is_removed_and_comes_back(page, demo_window, qtbot):
    page.head.more.click()
    assert page.head.menu.isVisible()
    page.head.remove.trigger()
    qtbot.waitUntil(lambda: page.view is None)
    qtbot.waitUntil(lambda: not page.list.model.rows)
    assert demo_window.banner_text.startswith("Removed Kvarken Games with 36 shifts and 1 published version; ")
    assert demo_window.banner_text.endswith("Its poll stays, with all answers.")
    page.head.menu.hide()
    demo_window.undo()
    qtbot.waitUntil(lambda: len(page.list.model.rows) == 1)
    assert page.list.model.rows[0].coverage.filled == 147


def test_delete_in_the_list_removes_the_event(page, qtbot):
    page.show_list()
    qtbot.waitUntil(lambda: page.list.isVisible() and len(page.list.model.rows) == 1)
    page.list.table.select_id(page.list.model.rows[0].event.id)
    QTest.keyClick(page.list.table, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: not page.list.model.rows)
    assert page.list.findChild(QPushButton, "first").isVisible()


def test_opening_an_event_stands_on_its_tab(page, qtbot):
    page.show_list()
    qtbot.waitUntil(lambda: page._stack.currentIndex() == LIST)
    QTest.keyClick(page.list.table, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page._stack.currentIndex() == EVENT)
    assert page.focusWidget() is page.findChild(QPushButton, "tab-roster")


def test_sessions_and_estimates_are_whole_when_the_programme_is_first_shown(page, qtbot):
    page.findChild(QPushButton, "tab-programme").click()
    tab = page.programme
    cards = 8 * page.shell.theme.line_height()
    qtbot.waitUntil(lambda: tab._top.height() > cards)
    assert tab._inner.height() >= tab._note.geometry().bottom()
