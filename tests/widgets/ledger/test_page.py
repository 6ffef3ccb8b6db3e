"""The Hours page with mouse and keyboard: households, entries by hand, duties of their own, seasons."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QToolButton

from clubhub.domain.ids import HouseholdId
from clubhub.widgets.ledger.entry_dialog import EntryDialog

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def page(demo_window, qtbot):
    """The page, on a club that asks eight hours of every household."""
    services = demo_window.shell.services
    services.clubs.save(replace(services.clubs.club(), duty_minutes=8 * 60))
    demo_window.resize(1360, 860)
    demo_window.show_page("ledger")
    made = demo_window.page("ledger")
    qtbot.waitUntil(lambda: bool(made.model.rows))
    return made


def texts(widget):
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]


def opened(page, qtbot, place=0):
    """The panel of a household, by Enter."""
    key = page.model.rows[place].key
    page.table.select_id(key)
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert page.panel.isVisible()
    assert page.panel.page.key == key
    return key


def of(page, key):
    return next(one for one in page.shell.services.ledger.ledger().balances if one.key == key)


def dialog_of(page, qtbot):
    qtbot.waitUntil(lambda: any(one.isVisible() for one in page.findChildren(EntryDialog)))
    return next(one for one in page.findChildren(EntryDialog) if one.isVisible())


def test_typing_filters_by_household_and_people(page, qtbot):
    wanted = page.model.rows[3]
    qtbot.keyClicks(page.filter, wanted.members[0].given_name.encode("ascii", "ignore").decode()[:3])
    assert wanted.key in {row.key for row in page.model.rows}
    assert len(page.model.rows) < len(page.ledger.balances)
    qtbot.keyClicks(page.filter, "qqq")
    assert any("No household fits" in text for text in texts(page))


def test_hours_are_entered_for_the_household_that_is_chosen_and_undone(page, qtbot, demo_window):
    key = opened(page, qtbot)
    qtbot.mouseClick(page.panel.enter, LEFT)
    dialog = dialog_of(page, qtbot)
    assert dialog.household.value() == str(key)
    qtbot.mouseClick(dialog.accept_button, LEFT)
    assert "Say how many hours." in texts(dialog)
    qtbot.keyClicks(dialog.hours, "1:30")
    qtbot.keyClicks(dialog.note, "baked cakes")
    qtbot.keyClick(dialog.note, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: of(page, key).entered_minutes == 90)
    qtbot.waitUntil(lambda: any("baked cakes" in text for text in texts(page.panel)))
    demo_window.undo()
    qtbot.waitUntil(lambda: not any("baked cakes" in text for text in texts(page.panel)))


def test_an_entry_is_changed_to_take_hours_away_and_removed(page, qtbot):
    key = page.model.rows[0].key
    entry = page.shell.services.ledger.enter(HouseholdId(key), 60, "cakes").entry
    page.refresh()
    qtbot.waitUntil(lambda: page.model.rows[0].entries == (entry,))
    opened(page, qtbot)
    buttons = {one.accessibleName().split(" the entry")[0]: one for one in page.panel.findChildren(QToolButton)}
    buttons["Change"].click()
    dialog = dialog_of(page, qtbot)
    assert dialog.hours.text() == "1"
    assert not dialog.household.isEnabled()
    dialog.takes_back.click()
    dialog.accept()
    qtbot.waitUntil(lambda: of(page, key).entered_minutes == -60)
    qtbot.waitUntil(lambda: any("−1:00" in text for text in texts(page.panel)))
    buttons = {one.accessibleName().split(" the entry")[0]: one for one in page.panel.findChildren(QToolButton)}
    buttons["Remove"].click()
    qtbot.waitUntil(lambda: of(page, key).entries == ())


def test_two_windows_change_one_entry_and_both_texts_are_shown(page, qtbot):
    key, ledger = page.model.rows[0].key, page.shell.services.ledger
    entry = ledger.enter(HouseholdId(key), 60, "cakes").entry
    page.refresh()
    qtbot.waitUntil(lambda: page.model.rows[0].entries == (entry,))
    opened(page, qtbot)
    page.panel.change_wanted.emit(entry)
    dialog = dialog_of(page, qtbot)
    ledger.change(replace(entry, note="theirs"))
    dialog.note.setText("mine")
    dialog.accept()
    qtbot.waitUntil(dialog.keeping.note.isVisible)
    assert "What was done: theirs" in texts(dialog)
    qtbot.mouseClick(dialog.keeping.note.keep_mine, LEFT)
    qtbot.waitUntil(lambda: ledger.entry(entry.id).note == "mine")


def test_a_household_gets_a_duty_of_its_own_and_the_clubs_again(page, qtbot):
    key = opened(page, qtbot)
    duty = page.panel.duty
    assert duty.placeholderText() == "as the club asks: 8:00"
    duty.setFocus()
    qtbot.keyClicks(duty, "2.5")
    qtbot.keyClick(duty, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.panel.page.duty_minutes == 150)
    qtbot.waitUntil(lambda: duty.text() == "2:30")
    duty.clear()
    qtbot.keyClick(duty, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: of(page, key).duty_minutes == 480)


def test_a_duty_that_is_none_stays_typed_and_is_told(page, qtbot):
    key = opened(page, qtbot)
    page.panel.duty.setFocus()
    qtbot.keyClicks(page.panel.duty, "a lot")
    qtbot.keyClick(page.panel.duty, Qt.Key.Key_Return)
    assert any("“a lot” is no length of time" in text for text in texts(page.panel))
    assert page.panel.duty.text() == "a lot"
    assert of(page, key).duty_minutes == 480


def test_arrows_lead_to_the_seasons_before_and_after(page, qtbot):
    this = page.season.text()
    qtbot.mouseClick(page.before, LEFT)
    qtbot.waitUntil(lambda: page.season.text() != this)
    qtbot.mouseClick(page.after, LEFT)
    qtbot.waitUntil(lambda: page.season.text() == this)


def test_escape_closes_the_panel_and_the_list_has_the_focus(page, qtbot, demo_window):
    demo_window.activateWindow()
    opened(page, qtbot)
    qtbot.keyClick(page.panel.enter, Qt.Key.Key_Escape)
    assert not page.panel.isVisible()
    assert page.table.hasFocus()


def test_in_a_small_window_the_panel_takes_the_place_of_the_list(page, qtbot, demo_window):
    demo_window.resize(1024, 640)
    opened(page, qtbot)
    assert not page.table.isVisible()
    qtbot.mouseClick(page.panel.close_button, LEFT)
    assert page.table.isVisible()


def test_an_empty_club_says_what_belongs_here(empty_window, qtbot):
    empty_window.show_page("ledger")
    made = empty_window.page("ledger")
    qtbot.waitUntil(lambda: made.ledger is not None)
    assert any("Every household stands here" in text for text in texts(made))
    assert not made.enter_button.isEnabled()


def test_what_is_left_to_do_stays_in_sight_at_large_text_in_a_small_window(page, application, demo_window, qtbot):
    shown = [page.table.isColumnHidden(column) for column in range(page.model.columnCount())]
    assert shown == [False] * page.model.columnCount()
    demo_window.resize(1024, 640)
    application.theme.choose(text_percent=200)
    try:
        qtbot.waitUntil(lambda: page.table.horizontalHeader().length() <= page.table.viewport().width())
        assert not page.table.isColumnHidden(page.model.columnCount() - 1)
    finally:
        application.theme.choose(text_percent=100)
