"""An answer told by phone: the name, then a key per time."""

from PySide6.QtCore import Qt

from clubhub.domain.polls import Mark
from clubhub.widgets.polls.typed_answer_dialog import TypedAnswerDialog


def open_dialog(page, key=None) -> TypedAnswerDialog:
    page.type_answer(key)
    return page.findChild(TypedAnswerDialog)


def test_keys_write_an_answer_and_go_on_to_the_next_time(page, evenings, demo_window, qtbot):
    row = evenings.model.rows[7]
    dialog = open_dialog(page, row.key)
    for key in (Qt.Key.Key_Y, Qt.Key.Key_Y, Qt.Key.Key_M):
        qtbot.keyClick(dialog.table, key)
    dialog.table.setCurrentIndex(dialog.answer.index(1, 1))
    qtbot.keyClick(dialog.table, Qt.Key.Key_Delete)
    dialog.comment.setText("rang at noon")
    qtbot.keyClick(dialog.comment, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not evenings.model.rows[7].is_silent)
    assert [evenings.model.mark(7, column) for column in range(3)] == [Mark.YES, None, Mark.IF_NEED_BE]
    assert demo_window.banner_text == f"Take down the answer of {row.name} to “Evening for helpers”"


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
