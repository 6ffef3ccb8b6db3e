"""A new poll from an event's shifts or from days, with the mouse and with the keyboard."""

from datetime import date

import pytest
from PySide6.QtCore import QDate, QEvent, Qt
from PySide6.QtWidgets import QApplication, QSpinBox, QTableView, QTimeEdit, QToolButton

from clubhub.domain.polls import PollKind
from clubhub.viewmodels.polls.slots import ROOM
from clubhub.widgets.polls.new_poll_dialog import NewPollDialog


@pytest.fixture
def dialog(page, qtbot):
    page.make_poll()
    shown = page.findChild(NewPollDialog)
    qtbot.waitUntil(lambda: shown.events.count() == 1)
    qtbot.mouseClick(shown.for_event, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(shown.slots.slots) == 8)
    yield shown
    for left in page.findChildren(NewPollDialog):
        left.reject()


def test_an_events_poll_is_made_of_slots_that_its_shifts_give(page, dialog, qtbot):
    assert dialog.events.currentText() == "Kvarken Games (has a poll)"
    assert "fills nothing" in dialog._note.text()
    free_name = dialog.name.text()
    assert free_name == "Kvarken Games: when can you come? 2"
    dialog.name.setText("evening for helpers")
    qtbot.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "already" in dialog._refusal.text())
    dialog.name.setText(free_name)
    with qtbot.waitSignal(page.view.shown):
        qtbot.keyClick(dialog.name, Qt.Key.Key_Return)
    assert page.view.board.event.name == "Kvarken Games"
    assert page.view.model.columnCount() == 8
    assert len(page.view.model.silent()) == 60


def test_slots_are_removed_and_changed_before(dialog, qtbot):
    view = dialog.editor.table
    view.setCurrentIndex(dialog.slots.index(0, 0))
    qtbot.keyClick(view, Qt.Key.Key_Delete)
    assert len(dialog.slots.slots) == 7
    view.edit(dialog.slots.index(0, 1))
    editor = QApplication.focusWidget()
    assert editor.accessibleName() == "From"
    editor.setTime(editor.time().addSecs(-1800))
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: f"{dialog.slots.slots[0][0]:%H:%M}" == "07:30")
    view.edit(dialog.slots.index(0, 1))
    last = QApplication.focusWidget()
    last.setTime(last.time().addSecs(6 * 3600))
    qtbot.keyClick(last, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: f"{dialog.slots.slots[1][0]:%H:%M}" == "13:30")
    qtbot.waitUntil(lambda: not view.findChildren(QTimeEdit))


def test_days_and_times_by_hand_make_a_poll_of_their_own(page, dialog, qtbot):
    qtbot.mouseClick(dialog.from_days, Qt.MouseButton.LeftButton)
    assert dialog.slots.slots == []
    assert dialog.name.text() == ""
    qtbot.keyClicks(dialog.name, "Which evening?")
    for day in (8, 9):
        dialog.days.calendar.setSelectedDate(QDate(2027, 6, day))
        dialog.days.times.setText("17:00 18.30")
        qtbot.keyClick(dialog.days.times, Qt.Key.Key_Return)
        assert dialog.accept_button.isEnabled()
        assert page.shell.jobs.running == []
    assert dialog.slots.summary() == "4 times on 2 days"
    with qtbot.waitSignal(page.view.shown):
        qtbot.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)
    assert page.view.board.event is None
    assert page.view.tools.rules.isVisible()


def test_times_by_hand_are_there_again_after_a_look_at_the_event(dialog, qtbot):
    dialog.from_days.click()
    assert dialog.editor._hint.text() == "Choose a day, write its times, and add it."
    dialog.days.times.setText("17")
    qtbot.mouseClick(dialog.days.add_button, Qt.MouseButton.LeftButton)
    by_hand = list(dialog.slots.slots)
    dialog.for_event.click()
    qtbot.waitUntil(lambda: len(dialog.slots.slots) == 8)
    dialog.from_days.click()
    assert dialog.slots.slots == by_hand


def test_a_club_whose_events_have_polls_begins_with_days(page, qtbot):
    page.make_poll()
    shown = page.findChild(NewPollDialog)
    qtbot.waitUntil(shown.from_days.isChecked)
    assert shown.days.isVisible()
    assert shown.slots.slots == []
    shown.reject()


def test_times_that_are_none_are_told_and_an_empty_line_is_the_whole_day(dialog, qtbot):
    qtbot.mouseClick(dialog.from_days, Qt.MouseButton.LeftButton)
    dialog.days.times.setText("at noon")
    qtbot.mouseClick(dialog.days.add_button, Qt.MouseButton.LeftButton)
    assert dialog.slots.slots == []
    assert dialog.days.times.property("state") == "danger"
    dialog.days.times.clear()
    qtbot.mouseClick(dialog.days.add_button, Qt.MouseButton.LeftButton)
    (slot,) = dialog.slots.slots
    assert (slot[1] - slot[0]).days == 1


def test_home_opens_it_for_an_event(page, demo_window, qtbot):
    event_id = page.shell.services.events.find("Kvarken").id
    demo_window.shell.go("polls", ("new-for", event_id))
    shown = page.findChild(NewPollDialog)
    qtbot.waitUntil(lambda: shown._chosen() is not None)
    assert shown._chosen().event.id == event_id
    shown.reject()


def test_every_part_of_the_calendar_is_named(dialog):
    for kind in (QToolButton, QSpinBox, QTableView):
        assert all(part.accessibleName() for part in dialog.findChildren(kind))


def test_the_dialog_is_freed_when_it_closes(page, dialog, qtbot):
    with qtbot.waitSignal(dialog.destroyed):
        dialog.reject()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert page.findChild(NewPollDialog) is None


def test_every_week_until_a_day_and_the_same_times_on_another_day(dialog, qtbot):
    dialog.from_days.click()
    picker = dialog.days
    picker.calendar.setSelectedDate(QDate(2027, 9, 7))
    picker.times.setText("17:00")
    picker.until.show_day(date(2027, 9, 21))
    qtbot.mouseClick(picker.add_button, Qt.MouseButton.LeftButton)
    assert [f"{starts:%d.%m.}" for starts, _ends in dialog.slots.slots] == ["07.09.", "14.09.", "21.09."]
    picker.until.show_day(date(2027, 9, 1))
    qtbot.mouseClick(picker.add_button, Qt.MouseButton.LeftButton)
    assert picker.until.property("state") == "danger"
    picker.until.show_day(None)
    picker.calendar.setSelectedDate(QDate(2027, 9, 25))
    dialog.editor.table.setCurrentIndex(dialog.slots.index(0, 0))
    assert picker.copy_button.text() == "Same times as Tue 7 September"
    qtbot.mouseClick(picker.copy_button, Qt.MouseButton.LeftButton)
    assert f"{dialog.slots.slots[-1][0]:%d.%m. %H:%M}" == "25.09. 17:00"


def test_room_is_typed_for_all_chosen_times_at_once(dialog, qtbot):
    table = dialog.editor.table
    table.setCurrentIndex(dialog.slots.index(0, ROOM))
    table.selectColumn(ROOM)
    table.edit(dialog.slots.index(0, ROOM))
    box = QApplication.focusWidget()
    assert box.accessibleName() == "Limit"
    qtbot.keyClicks(box, "6")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: set(dialog.slots.most.values()) == {6})
    assert len(dialog.slots.most) == 8


def test_a_question_with_choices_is_asked_in_an_order(page, dialog, qtbot):
    dialog.of_choices.click()
    qtbot.keyClicks(dialog.name, "What shall we eat?")
    dialog.kind.show_value(str(PollKind.RANKED))
    dialog.choice_editor.field.setText("Soup\nBread\n soup")
    qtbot.keyClick(dialog.choice_editor.field, Qt.Key.Key_Return)
    qtbot.keyClicks(dialog.choice_editor.field, "Cake")
    qtbot.keyClick(dialog.choice_editor.field, Qt.Key.Key_Return)
    assert dialog.choices.summary() == "3 choices"
    dialog.more.audience.set_rule("group: Styrelsen")
    with qtbot.waitSignal(page.view.shown):
        qtbot.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)
    board = page.view.board
    assert (board.poll.kind, board.poll.audience) == (PollKind.RANKED, "group: Styrelsen")
    assert [option.label for option in board.options] == ["Soup", "Bread", "Cake"]


def test_a_number_has_nothing_to_choose_from_and_days_are_not_answered_with_one(page, dialog, qtbot):
    dialog.of_choices.click()
    dialog.kind.show_value(str(PollKind.NUMBER))
    assert not dialog.choice_editor.isVisible()
    dialog.from_days.click()
    assert dialog.kind.findData(str(PollKind.NUMBER)) < 0
    assert dialog.kind.value() == PollKind.MARKS
    dialog.of_choices.click()
    dialog.kind.show_value(str(PollKind.NUMBER))
    dialog.name.setText("How many come with you?")
    with qtbot.waitSignal(page.view.shown):
        qtbot.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)
    assert page.view.board.options == ()


def test_a_choice_that_is_typed_and_not_added_is_asked_too(page, dialog, qtbot):
    dialog.of_choices.click()
    dialog.name.setText("What shall we eat?")
    for text in ("Soup", "Bread"):
        qtbot.keyClicks(dialog.choice_editor.field, text)
        if text == "Soup":
            qtbot.mouseClick(dialog.choice_editor.add_button, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(page.view.shown):
        qtbot.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)
    assert [option.label for option in page.view.board.options] == ["Soup", "Bread"]


def test_a_time_that_is_typed_and_not_added_is_asked_too_once_it_is_one(page, dialog, qtbot):
    dialog.from_days.click()
    dialog.name.setText("Which evening?")
    dialog.days.calendar.setSelectedDate(QDate(2027, 6, 8))
    qtbot.keyClicks(dialog.days.times, "17")
    qtbot.mouseClick(dialog.days.add_button, Qt.MouseButton.LeftButton)
    dialog.days.calendar.setSelectedDate(QDate(2027, 6, 9))
    assert dialog.days.take_written()
    assert dialog.slots.summary() == "1 time on 1 day"
    dialog.days.times.selectAll()
    qtbot.keyClicks(dialog.days.times, "at noon")
    qtbot.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)
    assert dialog.days.times.property("state") == "danger"
    assert page.shell.jobs.running == []
    dialog.days.times.selectAll()
    qtbot.keyClicks(dialog.days.times, "18")
    with qtbot.waitSignal(page.view.shown):
        qtbot.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)
    assert [f"{option.starts:%d %H}" for option in page.view.board.options] == ["08 17", "09 18"]


def test_columns_stay_where_they_are_while_times_come(dialog, qtbot):
    qtbot.mouseClick(dialog.from_days, Qt.MouseButton.LeftButton)
    table = dialog.editor.table
    qtbot.wait(300)  # the dialog itself is still being laid out
    widths = set()
    for days in range(0, 160, 8):
        dialog.days.calendar.setSelectedDate(QDate(2027, 1, 4).addDays(days))
        dialog.days.times.setText("17:00")
        dialog.days.add_day()
        qtbot.wait(5)
        widths.add((table.width(), *(table.columnWidth(section) for section in range(4))))
    assert table.verticalScrollBar().isVisible()
    assert len(widths) == 1
