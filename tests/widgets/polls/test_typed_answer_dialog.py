"""An answer told by phone: the name, then a key per time."""

import pytest
from PySide6.QtCore import Qt

from clubhub.domain.poll_drafts import PollDraft, PollSettings
from clubhub.domain.polls import Mark, PollKind
from clubhub.widgets.polls.typed_answer_dialog import TypedAnswerDialog


def open_dialog(page, key=None) -> TypedAnswerDialog:
    page.dialogs.type_answer(key)
    return page.findChild(TypedAnswerDialog)


def test_keys_write_an_answer_and_go_on_to_the_next_time(page, evenings, demo_window, qtbot):
    row = evenings.model.rows[7]
    dialog = open_dialog(page, row.key)
    for key in (Qt.Key.Key_Y, Qt.Key.Key_Y, Qt.Key.Key_M):
        qtbot.keyClick(dialog.table, key)
    dialog.table.setCurrentIndex(dialog.answer.index(1, 1))
    qtbot.keyClick(dialog.table, Qt.Key.Key_Delete, Qt.KeyboardModifier.ShiftModifier)
    assert dialog.table.currentIndex().row() == 1
    dialog.comment.setText("rang at noon")
    qtbot.keyClick(dialog.comment, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not evenings.model.rows[7].is_silent)
    assert [evenings.model.mark(7, column) for column in range(3)] == [Mark.YES, None, Mark.IF_NEED_BE]
    assert demo_window.banner_text == f"Write down the answer of {row.name} to “Evening for helpers”"


def test_a_typed_name_is_somebody_else_or_a_guest(page, evenings, qtbot):
    dialog = open_dialog(page)
    assert dialog.focusWidget() in (dialog.name, dialog.name.lineEdit())
    dialog.name.setEditText("Tuuli Nobody")
    qtbot.keyClick(dialog.table, Qt.Key.Key_N)
    qtbot.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: evenings.model.rowCount() == 61)
    assert evenings.model.rows[60].name == "Tuuli Nobody"


def test_an_earlier_answer_is_shown_to_begin_from(page, open_poll):
    view = open_poll("Kvarken")
    row = next(row for row in view.model.rows if not row.is_silent)
    dialog = open_dialog(page, row.key)
    assert dialog.answer.marks == row.marks
    dialog.reject()


def test_nobody_in_an_events_poll_is_refused_and_the_answer_kept(page, open_poll, qtbot):
    open_poll("Kvarken")
    dialog = open_dialog(page)
    dialog.name.setEditText("Tuuli Nobody")
    qtbot.keyClick(dialog.table, Qt.Key.Key_Y)
    qtbot.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "not in the club" in dialog.keeping.refusal.text())
    assert len(dialog.answer.marks) == 1
    dialog.reject()


def test_a_click_on_a_mark_moves_it_on(page, evenings, qtbot):
    dialog = open_dialog(page, evenings.model.rows[0].key)
    place = dialog.table.visualRect(dialog.answer.index(2, 1)).center()
    qtbot.mouseClick(dialog.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.mouseClick(dialog.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert dialog.answer.marks == {evenings.model.options[2].id: Mark.IF_NEED_BE}
    dialog.reject()


@pytest.mark.parametrize("key", [Qt.Key.Key_Tab, Qt.Key.Key_Return])
def test_the_beginning_of_one_persons_name_means_that_person(page, evenings, qtbot, key):
    dialog = open_dialog(page)
    qtbot.keyClicks(dialog.name, "rolf")
    assert dialog.name.note.text() == "Tab or Enter takes Rolf Backlund."
    qtbot.keyClick(dialog.name, key)
    assert dialog.name.currentText() == "Rolf Backlund"
    assert not dialog.name.note.isVisible()
    assert dialog.isVisible()
    qtbot.keyClick(dialog.table, Qt.Key.Key_Y)
    with qtbot.waitSignal(dialog.accepted):
        qtbot.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)
    board = page.shell.services.poll_boards.board(evenings.board.poll.id)
    assert board.guests == ()
    assert [person.name for person in board.people if person.id in board.answers] == ["Rolf Backlund"]


@pytest.mark.usefixtures("evenings")
def test_a_name_of_nobody_is_said_to_be_a_guests(page, qtbot):
    dialog = open_dialog(page)
    qtbot.keyClicks(dialog.name, "Tuuli  Nobody")
    qtbot.keyClick(dialog.name, Qt.Key.Key_Tab)
    assert dialog.name.note.isVisible()
    assert dialog.name.note.text() == "A guest: nobody in the club is called “Tuuli Nobody”."
    assert dialog.name.accessibleDescription() == dialog.name.note.text()
    dialog.reject()


def test_of_a_poll_for_some_the_others_of_the_club_are_found_too(page, qtbot):
    draft = PollDraft(name="Food", labels=("Soup", "Bread"), kind=PollKind.SEVERAL,
                      settings=PollSettings(audience="group: Styrelsen"))  # fmt: skip
    made = page.shell.services.poll_editing.create(draft)
    with qtbot.waitSignal(page.view.shown):
        page.open_poll(made.poll_id)
    asked = {row.name for row in page.view.model.rows}
    dialog = open_dialog(page)
    qtbot.waitUntil(lambda: dialog.name.count() == 60)
    assert (dialog.name.currentIndex(), dialog.name.currentText()) == (-1, "")
    other = dialog.name.itemText(59)
    assert other not in asked
    qtbot.keyClicks(dialog.name, other[:-1])
    qtbot.keyClick(dialog.name, Qt.Key.Key_Tab)
    assert dialog.name.currentText() == other
    assert dialog.name.chosen().person.name == other
    dialog.reject()
