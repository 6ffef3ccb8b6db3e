"""A guest's row says so, and is taken out or given to somebody of the club, by keys and from the menus."""

import threading
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu

from clubhub.domain.poll_drafts import PollDraft
from clubhub.domain.polls import Mark, PollKind
from clubhub.widgets.polls.whose_dialog import WhoseDialog

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def with_guest(page, evenings, qtbot):
    """The evenings, with a guest whose name begins like that of one person of the club."""
    first = evenings.model.rows[0].name
    editing, board = page.shell.services.poll_editing, evenings.board
    marks = {option.id: Mark.YES for option in board.options}
    editing.record_answer(board.poll.id, guest_name=first[:-2], marks=marks, comment="by bus")
    page.refresh()
    qtbot.waitUntil(lambda: evenings.model.rowCount() == 61)
    evenings.grid.show_cell(60, 0)
    return evenings


def whose(page, qtbot) -> WhoseDialog:
    qtbot.waitUntil(lambda: any(one.isVisible() for one in page.findChildren(WhoseDialog)))
    return next(one for one in page.findChildren(WhoseDialog) if one.isVisible())


def test_a_guests_row_is_marked_for_eyes_and_ears(with_guest):
    row = with_guest.model.rows[60]
    assert row.is_guest
    header = with_guest.model.headerData(60, Qt.Orientation.Vertical, Qt.ItemDataRole.AccessibleTextRole)
    assert header == f"{row.name}, guest: by bus"
    person = with_guest.model.headerData(0, Qt.Orientation.Vertical, Qt.ItemDataRole.AccessibleTextRole)
    assert "guest" not in person


def test_a_key_takes_a_guests_answer_out_and_undo_brings_it_back(with_guest, demo_window, qtbot):
    name = with_guest.model.rows[60].name
    qtbot.keyClick(with_guest.grid.table, Qt.Key.Key_Delete, CONTROL)
    qtbot.waitUntil(lambda: with_guest.model.rowCount() == 60)
    assert demo_window.banner_text == f"Remove the answer of {name} to “Evening for helpers”"
    demo_window.undo()
    qtbot.waitUntil(lambda: with_guest.model.rowCount() == 61)


def test_an_answer_is_taken_out_with_the_marks_typed_just_before(evenings, qtbot):
    """However slowly they are written: the removal waits for them."""
    table, row = evenings.grid.table, evenings.model.rows[0]
    writing, set_marks = threading.Event(), evenings.queue._editing.set_marks
    evenings.queue._editing = SimpleNamespace(set_marks=lambda *given: writing.wait(10) and set_marks(*given))
    evenings.grid.show_cell(0, 0)
    for key in (Qt.Key.Key_Y, Qt.Key.Key_Y):
        qtbot.keyClick(table, key)
    evenings.grid.show_cell(0, 0)
    qtbot.keyClick(table, Qt.Key.Key_Delete, CONTROL)
    assert len(row.marks) == 2
    writing.set()
    qtbot.waitUntil(lambda: evenings.queue.is_idle and evenings.model.rows[0].is_silent)
    assert row.person_id not in evenings._shell.services.poll_boards.board(evenings.board.poll.id).answers


def test_an_answer_that_somebody_else_has_changed_is_not_taken_out_unseen(page, with_guest, demo_window, qtbot):
    poll_id, name = with_guest.board.poll.id, with_guest.model.rows[60].name
    page.shell.services.poll_editing.record_answer(poll_id, guest_name=name, marks={}, comment="by train")
    qtbot.keyClick(with_guest.grid.table, Qt.Key.Key_Delete, CONTROL)
    qtbot.waitUntil(lambda: "changed this meanwhile" in demo_window.banner_text)
    qtbot.waitUntil(lambda: with_guest.model.rows[60].comment == "by train")


def test_a_guest_is_found_to_be_somebody_of_the_club(page, with_guest, qtbot):
    first = with_guest.model.rows[0]
    qtbot.keyClick(with_guest.grid.table, Qt.Key.Key_F2)
    dialog = whose(page, qtbot)
    assert dialog.name.currentText() == first.name, "whose name begins so"
    assert not dialog.told.isVisible()
    qtbot.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: with_guest.model.rowCount() == 60)
    row = with_guest.model.rows[0]
    assert set(row.marks.values()) == {Mark.YES}
    assert row.comment == "by bus"


def test_an_answer_that_would_be_lost_is_told_before_and_somebody_unknown_is_refused(page, with_guest, qtbot):
    other = with_guest.model.rows[5]
    editing, board = page.shell.services.poll_editing, with_guest.board
    editing.record_answer(board.poll.id, person_id=other.person_id, marks={board.options[0].id: Mark.NO})
    page.refresh()
    qtbot.waitUntil(lambda: not with_guest.model.rows[5].is_silent)
    with_guest.grid.show_cell(60, 0)
    qtbot.keyClick(with_guest.grid.table, Qt.Key.Key_F2)
    dialog = whose(page, qtbot)
    dialog.name.setEditText("Nobody at all")
    qtbot.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)
    assert "Choose somebody of the club" in dialog.subline_label.text()
    dialog.name.setEditText(other.name)
    assert "has an answer already (typed in by the coordinator" in dialog.told.text()
    qtbot.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: with_guest.model.rowCount() == 60)
    assert set(with_guest.model.rows[5].marks.values()) == {Mark.YES}


def test_the_menu_of_a_name_offers_what_fits_its_row(with_guest):
    table = with_guest.grid.table
    for row, offered in ((60, ["Who entered this?", "“{name}” is…", "Remove the answer of {name}"]),
                         (0, ["Who entered this?"])):  # fmt: skip
        with_guest.grid.show_cell(row, 0)
        place = QPoint(4, table.names.sectionViewportPosition(row) + 4)
        table.names.customContextMenuRequested.emit(place)
        menu = table.findChildren(QMenu)[-1]
        name = with_guest.model.rows[row].name
        assert [action.text() for action in menu.actions()] == [text.format(name=name) for text in offered]
        menu.close()
        menu.setParent(None)


def test_a_guest_of_a_list_can_be_taken_out_too(page, open_poll, qtbot):
    editing = page.shell.services.poll_editing
    made = editing.create(PollDraft(name="How many", kind=PollKind.NUMBER)).poll_id
    editing.record_answer(made, guest_name="Tuuli Nobody", said="3")
    page.show_list()
    qtbot.waitUntil(lambda: len(page.list.model.rows) == 3)
    view = open_poll("How many")
    view.said.table.select_id(view.model.rows[60].key)
    assert view.said.table.current().name == "Tuuli Nobody"
    assert view.said.model.index(60, 0).data() == "Tuuli Nobody (guest)"
    qtbot.keyClick(view.said.table, Qt.Key.Key_Delete, CONTROL)
    qtbot.waitUntil(lambda: view.said.model.rowCount() == 60)
