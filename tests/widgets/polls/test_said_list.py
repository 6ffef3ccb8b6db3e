"""Polls that aren’t answered with marks: choices in the grid; orders, numbers and texts in the list."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from clubhub.domain.poll_drafts import PollDraft, PollSettings
from clubhub.domain.polls import Mark, PollKind
from clubhub.viewmodels.polls.waiting import room_words
from clubhub.widgets.polls.typed_answer_dialog import TypedAnswerDialog

LABELS = ("Soup", "Bread", "Cake")


@pytest.fixture
def make(page, open_poll, qtbot):
    """Makes a poll of a kind, and opens it."""

    def made(kind: PollKind, most=None, words=()):
        draft = PollDraft(
            name="Food", kind=kind, labels=LABELS if kind.has_options else (), most=most or {},
            settings=PollSettings(words=words),
        )  # fmt: skip
        page.shell.services.poll_editing.create(draft)
        page.show_list()
        qtbot.waitUntil(lambda: len(page.list.model.rows) == 3)
        return open_poll("Food")

    return made


def typed(page, view, row: int) -> TypedAnswerDialog:
    page.dialogs.type_answer(view.model.rows[row].key)
    return page.findChildren(TypedAnswerDialog)[-1]


def write(view, dialog, qtbot) -> None:
    with qtbot.waitSignal(view.shown):
        qtbot.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)


def panel_texts(view) -> list[str]:
    return [label.text() for label in view.panel.said.findChildren(QLabel) if label.isVisible()]


def test_where_one_is_chosen_a_key_chooses_another(page, make, qtbot):
    view = make(PollKind.ONE)
    table = view.grid.table
    assert table.accessibleDescription().startswith("Y to choose, Delete to clear; each goes on")
    assert not view.head._usual.isVisible(), "usual answers are about times"
    qtbot.keyClick(table, Qt.Key.Key_Y)
    qtbot.keyClick(table, Qt.Key.Key_Y, Qt.KeyboardModifier.ShiftModifier)
    assert list(view.model.rows[0].marks.values()) == [Mark.YES]
    assert view.model.mark(0, 1) is Mark.YES
    assert view.model.index(0, 1).data() == "chosen"
    qtbot.waitUntil(lambda: view.queue.is_idle)
    qtbot.keyClick(table, Qt.Key.Key_N)
    assert view.model.rows[0].marks == {}
    qtbot.waitUntil(lambda: view.queue.is_idle)
    assert page.shell.services.poll_boards.board(view.board.poll.id).answers == {}
    assert not view.tools.rules.isVisible()


def test_who_waits_for_a_place_is_told_under_the_sums_and_in_the_cell(make, qtbot):
    view = make(PollKind.SEVERAL, most={"Soup": 1})
    for _row in range(2):
        qtbot.keyClick(view.grid.table, Qt.Key.Key_Y)
        qtbot.keyClick(view.grid.table, Qt.Key.Key_Return)
    assert view.model.counts_words(0) == "chosen by 2; 1 of 1, 1 waits"
    assert view.tools.waits.isVisible()
    assert room_words(view.model.options) == "room for 1"
    cell = view.model.index(1, 0)
    assert cell.data(Qt.ItemDataRole.AccessibleTextRole).endswith("Soup, chosen, waits as number 1")
    qtbot.waitUntil(lambda: "1 of 1, 1 waits" in view.grid.sums.accessibleDescription())
    qtbot.keyClick(view.grid.table, Qt.Key.Key_Up)
    qtbot.keyClick(view.grid.table, Qt.Key.Key_Up)
    qtbot.keyClick(view.grid.table, Qt.Key.Key_Delete)
    assert view.model.counts_words(0) == "chosen by 1; 1 of 1"
    assert "waits" not in cell.data(Qt.ItemDataRole.AccessibleTextRole)
    qtbot.waitUntil(lambda: view.queue.is_idle)


def test_own_words_stand_on_the_tools_and_in_the_cells(make, qtbot):
    view = make(PollKind.MARKS, words=("sure", "perhaps", "sorry"))
    assert not view.tools.waits.isVisible(), "nothing is limited"
    qtbot.keyClick(view.grid.table, Qt.Key.Key_M)
    assert view.model.index(0, 0).data() == "perhaps"
    qtbot.waitUntil(lambda: view.grid.sums.accessibleName() == "Said yes")
    assert view.tools._marks[Mark.NO].text() == "Sorry"
    qtbot.waitUntil(lambda: view.queue.is_idle)


def test_an_order_is_typed_and_its_winner_told(page, make, qtbot):
    view = make(PollKind.RANKED)
    assert view.said.table.isVisible()
    qtbot.waitUntil(lambda: "Nobody has put the options in an order yet." in panel_texts(view))
    dialog = typed(page, view, 0)
    for key in (Qt.Key.Key_2, Qt.Key.Key_Y, Qt.Key.Key_1):
        qtbot.keyClick(dialog.table, key)
    assert dialog.answer.ranking == [dialog.answer.options[at].id for at in (2, 0, 1)]
    write(view, dialog, qtbot)
    assert view.said.model.index(0, 1).data() == "1 Cake, 2 Soup, 3 Bread"
    qtbot.waitUntil(lambda: any(text.startswith("Most points: Cake. ") for text in panel_texts(view)))


def test_numbers_are_listed_and_added_up(page, make, qtbot):
    view = make(PollKind.NUMBER)
    for row, number in ((0, "2"), (1, "3,5")):
        dialog = typed(page, view, row)
        qtbot.keyClicks(dialog.said, number)
        write(view, dialog, qtbot)
    assert view.said.model.index(1, 1).data() == "3.5"
    told = ["Together 5.5.", "2.75 on average, 2.75 in the middle."]
    qtbot.waitUntil(lambda: panel_texts(view)[1:3] == told)
    dialog = typed(page, view, 2)
    qtbot.keyClicks(dialog.said, "many")
    qtbot.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "no number" in dialog.keeping.refusal.text())
    dialog.reject()
