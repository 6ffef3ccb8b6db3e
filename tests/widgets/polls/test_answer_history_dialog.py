"""Who entered an answer: in the tip and the description of its cell, and with its earlier states on Ctrl+I."""

import pytest
from PySide6.QtCore import Qt

from clubhub.domain.polls import Mark, Road
from clubhub.widgets.polls.answer_history_dialog import AnswerHistoryDialog


def shown(window, qtbot) -> AnswerHistoryDialog:
    qtbot.waitUntil(lambda: window.findChild(AnswerHistoryDialog) is not None)
    return window.findChild(AnswerHistoryDialog)


def test_a_cell_tells_how_its_answer_came_in(page, evenings, qtbot):
    person, option = evenings.model.rows[3].person, evenings.model.options[0]
    page.shell.services.poll_editing.record_answer(
        evenings.board.poll.id, person_id=person.id, marks={option.id: Mark.YES}, road=Road.CHAT
    )
    qtbot.waitUntil(lambda: evenings.model.mark(3, 0) is Mark.YES)
    index = evenings.model.index(3, 0)
    description = index.data(Qt.ItemDataRole.AccessibleDescriptionRole)
    assert description.startswith("from a chat, ")
    assert index.data(Qt.ItemDataRole.ToolTipRole).endswith(f"yes\n{description}")
    assert evenings.model.index(4, 0).data(Qt.ItemDataRole.AccessibleDescriptionRole) == ""


def test_ctrl_i_shows_the_answers_of_a_row_from_first_to_last(evenings, demo_window, qtbot):
    table = evenings.grid.table
    for key in (Qt.Key.Key_Y, Qt.Key.Key_N, Qt.Key.Key_Delete):
        qtbot.keyClick(table, key, Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: evenings.queue.is_idle)
    qtbot.keyClick(table, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    dialog = shown(demo_window, qtbot)
    assert evenings.model.rows[0].name in dialog.windowTitle()
    said = [dialog.model.index(row, 2).data() for row in range(dialog.model.rowCount())]
    assert said == ["taken out: silent again", "no: Sat 12 June, 17:00", "yes: Sat 12 June, 17:00"]
    assert dialog.model.index(1, 1).data() == "typed in by the coordinator"
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: demo_window.findChild(AnswerHistoryDialog) is None)


@pytest.mark.usefixtures("evenings")
def test_who_said_nothing_has_no_history(page, demo_window, qtbot):
    page.answer_acts.tell_history(page.view.model.rows[2])
    assert shown(demo_window, qtbot).model.rowCount() == 0
