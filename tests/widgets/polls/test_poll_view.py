"""The grid under the keys and the mouse: marks are shown at once, written behind, and taken back by undo."""

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from clubhub.domain.poll_drafts import MarkEdit
from clubhub.domain.poll_results import Rule, Weights
from clubhub.domain.polls import Mark
from clubhub.widgets.polls.weights_dialog import WeightsDialog

Y, M, N = Mark.YES, Mark.IF_NEED_BE, Mark.NO


def marks(view, row):
    return [view.model.mark(row, column) for column in range(view.model.columnCount())]


def written(page, view, row):
    """A row's marks as the club's file has them."""
    board = page.shell.services.poll_boards.board(view.board.poll.id)
    answer = board.answers.get(view.model.rows[row].person_id)
    return [answer.marks.get(option.id) if answer else None for option in board.options]


def wait_written(qtbot, view):
    qtbot.waitUntil(lambda: view.queue.is_idle)


def is_seen(panel, listed):
    """Whether the current row of a list stands in the part of the panel that is in sight."""
    middle = listed.visualRect(listed.currentIndex()).center()
    return panel._scroll.rect().contains(listed.viewport().mapTo(panel._scroll, middle))


def click(qtbot, view, row, column, modifier=Qt.KeyboardModifier.NoModifier):
    table = view.grid.table
    place = table.visualRect(view.model.index(row, column)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, modifier, place)


def test_keys_mark_a_row_and_each_is_a_step_of_undo(page, evenings, demo_window, qtbot):
    table = evenings.grid.table
    assert table.hasFocus()
    for key in (Qt.Key.Key_Y, Qt.Key.Key_M, Qt.Key.Key_N):
        qtbot.keyClick(table, key)
    assert marks(evenings, 0) == [Y, M, N]
    wait_written(qtbot, evenings)
    assert written(page, evenings, 0) == [Y, M, N]
    demo_window.undo()
    qtbot.waitUntil(lambda: marks(evenings, 0) == [Y, M, None])


def test_delete_clears_and_backspace_too(page, evenings, qtbot):
    table = evenings.grid.table
    for key in (Qt.Key.Key_Y, Qt.Key.Key_Delete, Qt.Key.Key_N, Qt.Key.Key_Backspace):
        qtbot.keyClick(table, key, Qt.KeyboardModifier.ShiftModifier)
    wait_written(qtbot, evenings)
    assert marks(evenings, 0) == written(page, evenings, 0) == [None] * 3
    assert evenings.model.rows[0].is_silent


def test_a_mark_goes_on_to_the_next_cell_and_stays_with_shift_and_at_the_end(evenings, qtbot):
    table = evenings.grid.table
    at = []
    for key, modifier in (
        (Qt.Key.Key_Y, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_N, Qt.KeyboardModifier.ShiftModifier),
        (Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_M, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier),
    ):
        qtbot.keyClick(table, key, modifier)
        at.append((table.currentIndex().row(), table.currentIndex().column()))
    assert at == [(0, 1), (0, 1), (0, 2), (0, 2), (1, 0)]
    assert marks(evenings, 0) == [Y, None, M]
    assert marks(evenings, 1) == [None] * 3
    assert len(table.selectedIndexes()) == 1
    wait_written(qtbot, evenings)


def test_marks_in_many_chosen_cells_are_one_step_and_told(page, evenings, demo_window, qtbot):
    click(qtbot, evenings, 1, 0)
    click(qtbot, evenings, 2, 2, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(evenings.grid.table, Qt.Key.Key_Y)
    qtbot.waitUntil(lambda: demo_window.banner_text == "Set 6 marks in “Evening for helpers”")
    assert written(page, evenings, 2) == [Y, Y, Y]
    demo_window.undo()
    qtbot.waitUntil(lambda: marks(evenings, 1) + marks(evenings, 2) == [None] * 6)


def test_a_second_click_moves_a_mark_on(evenings, qtbot):
    click(qtbot, evenings, 2, 1)
    assert marks(evenings, 2) == [None] * 3
    seen = []
    for _again in range(4):
        click(qtbot, evenings, 2, 1)
        seen.append(evenings.model.mark(2, 1))
    assert seen == [Y, M, N, None]


def test_the_legend_marks_the_chosen_cells(evenings, qtbot):
    click(qtbot, evenings, 1, 0)
    for mark, shown in ((M, M), (None, None)):
        button = evenings.tools._marks[mark]
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        assert evenings.model.mark(1, 0) is shown


def test_the_menu_of_a_cell_marks_it(evenings):
    table = evenings.grid.table
    place = table.visualRect(table.currentIndex()).center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, table.viewport().mapToGlobal(place))
    QApplication.sendEvent(table.viewport(), event)
    menu = table.findChild(QMenu)
    assert [action.text() for action in menu.actions()] == [
        "Yes",
        "If need be",
        "No",
        "Clear",
        "",
        "Choose Sat 12 June, 17:00",
        "",
        "Who entered this?",
    ]
    menu.actions()[2].trigger()
    assert evenings.model.mark(0, 0) is N
    menu.close()


def test_a_letter_or_a_slash_jumps_to_a_name_and_enter_goes_back(evenings, qtbot):
    table = evenings.grid.table
    qtbot.keyClicks(table, "/")
    assert evenings.names.hasFocus()
    name = evenings.model.rows[20].name
    qtbot.keyClicks(evenings.names, name)
    assert table.currentIndex().row() == 20
    qtbot.keyClick(evenings.names, Qt.Key.Key_Return)
    assert table.hasFocus()
    assert evenings.names.text() == ""
    qtbot.keyClicks(table, "b")
    assert evenings.names.text() == "b"
    qtbot.keyClicks(evenings.names, "zzz")
    assert evenings.names.property("state") == "danger"
    qtbot.keyClick(evenings.names, Qt.Key.Key_Escape)
    assert table.hasFocus()


def test_a_cell_that_is_shown_is_chosen_alone_though_ctrl_is_held_for_undo(evenings):
    """Only a key of the whole window counts as held."""
    evenings.grid.show_cell(0, 0)
    window = evenings.window().windowHandle()
    QTest.keyPress(window, Qt.Key.Key_Control, Qt.KeyboardModifier.ControlModifier)
    try:
        assert QGuiApplication.keyboardModifiers() == Qt.KeyboardModifier.ControlModifier
        evenings.grid.show_cell(2, 1)
        assert evenings.grid.table.chosen_cells() == [(2, 1)]
    finally:
        QTest.keyRelease(window, Qt.Key.Key_Control)


def test_chosen_cells_are_copied_with_their_names_and_times(evenings, qtbot):
    table = evenings.grid.table
    qtbot.keyClick(table, Qt.Key.Key_Y, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(table, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    name = evenings.model.rows[0].name
    head = "\tSaturday 12 June 17:00–18:30\tSaturday 12 June 18:30–20:00"
    assert QGuiApplication.clipboard().text() == f"{head}\n{name}\tyes\t"


def test_a_mark_that_another_window_changed_is_told_and_shown(page, evenings, demo_window, qtbot):
    option, person = evenings.model.options[0], evenings.model.rows[0].person_id
    theirs = MarkEdit(option_id=option.id, was=None, mark=N, person_id=person)
    page.shell.services.poll_editing.set_marks(evenings.board.poll.id, [theirs])
    with qtbot.waitSignal(evenings.queue.refused):
        qtbot.keyClick(evenings.grid.table, Qt.Key.Key_Y)
    qtbot.waitUntil(lambda: evenings.model.mark(0, 0) is N)
    assert "meanwhile" in demo_window.banner_text


def test_a_change_elsewhere_appears_and_the_current_cell_stays(page, evenings, qtbot):
    evenings.grid.show_cell(3, 2)
    option, person = evenings.model.options[1], evenings.model.rows[5].person_id
    theirs = MarkEdit(option_id=option.id, was=None, mark=M, person_id=person)
    page.shell.services.poll_editing.set_marks(evenings.board.poll.id, [theirs])
    qtbot.waitUntil(lambda: evenings.model.mark(5, 1) is M)
    current = evenings.grid.table.currentIndex()
    assert (current.row(), current.column()) == (3, 2)


def test_sums_and_best_times_follow_the_marks(evenings, qtbot):
    table = evenings.grid.table
    for key in (Qt.Key.Key_Y, Qt.Key.Key_M):
        qtbot.keyClick(table, key)
    assert evenings.model.shown_ranks() == [1, 2, 0]
    qtbot.waitUntil(lambda: "17:00: 1 yes, 0 if need be, 0 no" in evenings.grid.sums.accessibleDescription())
    qtbot.waitUntil(evenings.panel.best.cards[1].isVisible)
    assert not evenings.panel.best.cards[2].isVisible()


def test_the_rule_is_chosen_by_its_buttons_and_from_the_menu(evenings, qtbot):
    rules = evenings.tools.rules
    assert evenings.model.rule == Rule.YES_THEN_MAYBE
    qtbot.mouseClick(rules._buttons[list(rules._buttons)[1]], Qt.MouseButton.LeftButton)
    assert evenings.model.rule == Rule.MOST_WHO_CAN
    next(action for action in rules._more.menu().actions() if action.text() == "If need be is half").trigger()
    assert evenings.model.rule == Rule.HALVES
    assert rules._more.text() == "If need be is half"
    assert evenings.panel.best.sentence.isVisible()


def test_the_clubs_own_weights_rank_and_are_remembered(evenings, open_poll, demo_window, qtbot):
    evenings.tools.rules._more.menu().actions()[-1].trigger()
    dialog = demo_window.findChild(WeightsDialog)
    dialog.points.setText("1, 2")
    qtbot.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)
    assert dialog.isVisible()
    dialog.points.setText("5; 1; -3")
    qtbot.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)
    own = Weights(yes=5, if_need_be=1, no=-3)
    assert evenings.model.rule == own
    assert evenings.tools.rules._more.text() == "Points: 5, 1, −3"
    open_poll("Kvarken")
    assert open_poll("Evening").model.rule == own


def test_an_events_poll_counts_its_shifts_instead(open_poll):
    view = open_poll("Kvarken")
    assert not view.tools.rules.isVisible()
    assert view.model.shown_ranks() == [0] * 8
    assert view.panel.shifts.count == len(view.board.shifts) > 10
    assert view.panel._too_few.text() == "Too few for Sun 13 13:30–16:30."
    assert view.panel.silent.count == 9


def test_a_long_list_shows_its_first_until_all_are_asked_for(open_poll, qtbot):
    panel = open_poll("Evening").panel
    assert len(panel.silent.rows_model.rows) == 6
    assert panel._silent.all_button.text() == "Show all 60"
    qtbot.mouseClick(panel._silent.all_button, Qt.MouseButton.LeftButton)
    assert len(panel.silent.rows_model.rows) == 60
    assert not panel.silent.verticalScrollBar().maximum()
    qtbot.waitUntil(lambda: panel._scroll.verticalScrollBar().maximum() > 1000)
    panel.silent.setFocus()
    qtbot.keyClick(panel.silent, Qt.Key.Key_End)
    assert is_seen(panel, panel.silent)
    qtbot.mouseClick(panel._silent.all_button, Qt.MouseButton.LeftButton)
    assert len(panel.silent.rows_model.rows) == 6


def test_a_poll_remembers_the_rule_that_was_chosen_for_it(evenings, open_poll, page, qtbot):
    qtbot.mouseClick(evenings.tools.rules._buttons[Rule.FEWEST_LEFT_OUT], Qt.MouseButton.LeftButton)
    open_poll("Kvarken")
    page.show_list()
    view = open_poll("Evening")
    assert view.model.rule == Rule.FEWEST_LEFT_OUT
    assert view.tools.rules._buttons[Rule.FEWEST_LEFT_OUT].isChecked()


def test_no_name_covers_a_cell_whichever_poll_was_shown_before(open_poll):
    for name in ("Kvarken", "Evening", "Kvarken"):
        table = open_poll(name).grid.table
        assert table.names.width() == table.viewport().geometry().left()


def test_of_a_low_window_the_grid_gets_the_height(evenings, demo_window, application, qtbot):
    application.theme.choose(text_percent=200)
    demo_window.resize(1024, 640)
    try:
        qtbot.waitUntil(evenings.tools.rules._list.isVisible)
        assert not evenings.tools.rules._segments.isVisible()
        assert evenings.head.take.text() == ""
        assert evenings.head.take.toolTip() == "Bring in answers"
        assert evenings.head._told.height() < 2 * evenings.head._cut.fontMetrics().height()
        assert evenings.head._cut.toolTip() == "0 of 60 have answered."
        table = evenings.grid.table
        qtbot.waitUntil(lambda: table.viewport().height() >= 4 * table.rowHeight(0))
        evenings.tools.rules._list.setCurrentIndex(1)
        evenings.tools.rules._list.activated.emit(1)
        assert evenings.model.rule == Rule.MOST_YES
        demo_window.resize(1500, 1200)
        qtbot.waitUntil(evenings.head._subline.isVisible)
        assert not evenings.head._cut.isVisible()
    finally:
        application.theme.choose(text_percent=100)


def test_a_narrow_window_shows_grid_or_results(evenings, demo_window, qtbot):
    demo_window.resize(1000, 700)
    qtbot.waitUntil(lambda: not evenings.panel.isVisible())
    evenings.head.results.click()
    assert evenings.panel.isVisible()
    assert not evenings.grid.isVisible()
    demo_window.resize(1700, 800)
    qtbot.waitUntil(lambda: evenings.grid.isVisible() and evenings.panel.isVisible())


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_names_stand_at_the_start_and_the_field_over_them(evenings, demo_window, qtbot, direction):
    demo_window.setLayoutDirection(direction)
    qtbot.wait(50)
    grid = evenings.grid
    names = grid.table.names.mapTo(grid, QPoint(grid.table.names.width() // 2, 0)).x()
    first = grid.table.times.viewport().mapTo(grid, QPoint(grid.table.times.sectionViewportPosition(0), 0)).x()
    is_mirrored = direction == Qt.LayoutDirection.RightToLeft
    assert (names > first) == is_mirrored
    assert abs(evenings.names.geometry().center().x() - names) < 20


def test_the_grid_is_measured_anew_with_the_text(evenings, application, qtbot):
    before = evenings.grid.table.rowHeight(0)
    application.theme.choose(text_percent=200)
    try:
        qtbot.waitUntil(lambda: evenings.grid.table.rowHeight(0) > 1.5 * before)
        assert evenings.names.height() <= evenings.grid.table.times.height()
    finally:
        application.theme.choose(text_percent=100)


def test_another_screen_draws_marks_anew(evenings):
    table = evenings.grid.table
    table.grab()
    assert table._delegate._pictures
    QApplication.sendEvent(table, QEvent(QEvent.Type.DevicePixelRatioChange))
    assert not table._delegate._pictures
