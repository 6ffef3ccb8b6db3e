"""One poll: its grid, filled with the mouse or the keys, beside what the answers come to."""

from collections.abc import Hashable

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from clubhub.domain.changes import Changes
from clubhub.domain.errors import NotFound
from clubhub.domain.ids import PollId
from clubhub.domain.poll_outcomes import AnyRule
from clubhub.domain.poll_results import Rule, Weights
from clubhub.domain.polls import Mark, PollKind
from clubhub.services.poll_boards import PollBoard, PollBoardService
from clubhub.viewmodels.polls.grid import PollGridModel
from clubhub.viewmodels.polls.grid_rows import GridRow, find_name, grid_rows, in_order_of_time
from clubhub.viewmodels.polls.mark_queue import MarkQueue
from clubhub.viewmodels.polls.rules import rule_from, rule_text
from clubhub.viewmodels.polls.said import is_said
from clubhub.widgets.controls import column, row
from clubhub.widgets.pages import Shell
from clubhub.widgets.polls.grid import PollGrid
from clubhub.widgets.polls.head import PollHead
from clubhub.widgets.polls.name_field import NameField
from clubhub.widgets.polls.panel import ResultsPanel
from clubhub.widgets.polls.said_list import SaidList
from clubhub.widgets.polls.tools import GridTools
from clubhub.widgets.tokens import NARROW_WIDTH, PAGE_MARGIN, PANEL_WIDTH

USUAL_LINE = 18
"""Pixels of a line at the usual text size; larger text needs a wider window for the same."""


class PollView(QWidget):
    """`board` is the poll as last read from the club's file, None before the first reading."""

    shown = Signal()
    """The grid shows the poll as the file has it."""
    gone = Signal()
    """The poll is no longer in the club."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self._poll_id: PollId | None = None
        self.board: PollBoard | None = None
        self._has_to_read = False
        self.model = PollGridModel(self)
        self.queue = MarkQueue(shell.services.poll_editing, shell.jobs, self)
        self.head = PollHead()
        self.tools = GridTools(shell.theme)
        self.grid = PollGrid(self.model, shell.theme)
        self.said = SaidList(self.model, shell.theme)
        self.names = NameField()
        self.panel = ResultsPanel(self.model, shell.theme)
        self._lay_out()
        self._connect()

    def show_poll(self, poll_id: PollId) -> None:
        """Read a poll and show it."""
        if poll_id != self._poll_id:
            self.board = None
        self._poll_id = poll_id
        self.read()

    @Slot()
    def read(self) -> None:
        """Ask for the poll as it stands; while marks are being written, once they are."""
        self._has_to_read = not self.queue.is_idle
        if self._poll_id is None or self._has_to_read:
            return
        poll_id, edits = self._poll_id, self.queue.count
        boards = self._shell.services.poll_boards
        self._shell.jobs.run("", lambda _progress: (edits, *_read(boards, poll_id)), self._show, owner=self,
                             on_failed=self._miss, quiet=True)  # fmt: skip

    @Slot(object)
    def set_mark(self, mark: Mark | None) -> None:
        """Set a mark in the chosen cells: shown at once, written behind, one step of undo."""
        mark, cells = self.model.fitting(mark), self.grid.table.chosen_cells()
        edits = [edit for cell in cells if (edit := self.model.paint_mark(*cell, mark))]
        if edits and self._poll_id is not None:
            self.queue.put(self._poll_id, edits)

    def show_person(self, key: Hashable) -> None:
        """Make the first cell of a row the current one."""
        place = self.model.place_of(key)
        if place is not None and self.model.options:
            self.grid.show_cell(place, max(0, self.grid.table.currentIndex().column()))
            self.grid.table.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._share_width()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_width()

    def _lay_out(self) -> None:
        self.names.setParent(self.grid)
        self._main = QWidget()
        parts = column(self.tools, self.grid, self.said, margins=(PAGE_MARGIN, 12, PAGE_MARGIN, 12), space=10)
        self._main.setLayout(parts)
        self.said.hide()
        body = row(self._main, self.panel, space=0)
        body.setStretch(0, 1)
        layout = column(self.head, body, space=0)
        layout.setStretch(1, 1)
        self.setLayout(layout)

    def _connect(self) -> None:
        self.grid.table.mark_wanted.connect(self.set_mark)
        self.grid.table.jump_wanted.connect(self.names.begin)
        self.grid.measured.connect(self._place_names)
        self.names.typed.connect(self._jump)
        self.names.left.connect(self.grid.table.setFocus)
        self.tools.mark_wanted.connect(self.set_mark)
        self.tools.rules.chosen.connect(self._choose_rule)
        self.panel.best.rule_wanted.connect(self.tools.rules.choose)
        self.tools.rules.weights_wanted.connect(self._ask_weights)
        self.head.results_wanted.connect(self._share_width)
        self._shell.theme.changed.connect(self._share_width)
        self.queue.written.connect(self._tell_written)
        self.queue.refused.connect(self._tell_refused)

    def _show(self, read: tuple[int, PollBoard, list[GridRow]]) -> None:
        edits, board, rows = read
        if board.poll.id != self._poll_id:
            return
        if edits != self.queue.count or not self.queue.is_idle:
            self.read()
            return
        is_first = self.board is None
        self.board = board
        if is_first:
            self._recall_rule(board.poll.id)
        has_rules = not board.shifts and board.poll.kind is PollKind.MARKS
        self.tools.show_rules(are_wanted=has_rules)
        self.tools.show_poll(board.poll, board.options)
        self.grid.table.show_kind(board.poll.kind)
        self.model.set_poll(board.poll)
        self.model.set_rule(None if board.shifts else self.tools.rules.rule if has_rules else Rule.MOST_YES)
        self.model.set_rows(in_order_of_time(board.options), rows, board.requirements)
        self._show_said(board.poll.kind)
        self.head.show_board(board, self.model)
        self.panel.show_board(board)
        if is_first and self.model.rows and self.model.options:
            self.grid.show_cell(0, 0)
            self.grid.table.setFocus()
        self.shown.emit()

    def _show_said(self, kind: PollKind) -> None:
        """A list in the grid's place for answers without marks."""
        has_list = is_said(kind)
        for part in (self.tools, self.grid):
            part.setVisible(not has_list)
        self.said.setVisible(has_list)
        if has_list:
            self.said.show_answers()

    def first_control(self) -> QWidget:
        return self.grid.table if self.said.isHidden() else self.said.table

    def _miss(self, error: Exception) -> None:
        if isinstance(error, NotFound):
            self.gone.emit()
        else:
            self._shell.say(str(error), stays=True)

    @Slot(str)
    def _jump(self, typed: str) -> None:
        place = find_name(self.model.rows, typed)
        self.names.show_found(is_found=place is not None)
        if place is not None and self.model.options:
            self.grid.show_cell(place, max(0, self.grid.table.currentIndex().column()))

    @Slot(object)
    def _choose_rule(self, rule: AnyRule) -> None:
        self.model.set_rule(rule)
        self.panel.show_results()
        if self._poll_id is not None:
            settings = self._shell.settings
            settings.keep(settings.current.with_rule(self._poll_id, rule_text(rule)))

    def _recall_rule(self, poll_id: PollId) -> None:
        """The rule that this poll was last ranked by."""
        self.tools.rules.set_rule(rule_from(self._shell.settings.current.rule_of(poll_id)))

    @Slot()
    def _ask_weights(self) -> None:
        from clubhub.widgets.polls.weights_dialog import USUAL, WeightsDialog

        rule = self.tools.rules.rule
        dialog = WeightsDialog(self, rule if isinstance(rule, Weights) else USUAL)
        dialog.chosen.connect(self.tools.rules.choose)
        dialog.open()

    @Slot(object)
    def _tell_written(self, written: list[tuple[Changes, int]]) -> None:
        """The cell itself shows what was done; many at once are worth a word, and their Undo."""
        for changes, marks in written:
            tell = self._shell.done if marks > 1 else self._shell.wrote
            tell(changes)
        if self.board is not None:
            self.head.show_board(self.board, self.model)
        if self._has_to_read:
            self.read()

    @Slot(object)
    def _tell_refused(self, error: Exception) -> None:
        self._shell.say(str(error), stays=True)
        self.read()

    @Slot()
    def _place_names(self) -> None:
        self.names.setGeometry(self.grid.corner())

    @Slot()
    def _share_width(self) -> None:
        """Where both have no room, the results stand in the grid's place while they are asked for."""
        is_narrow = self.window().width() < NARROW_WIDTH * max(1, self._shell.theme.line_height() / USUAL_LINE)
        self.head.results.setVisible(is_narrow)
        wants_results = self.head.results.isChecked()
        self._main.setVisible(not is_narrow or not wants_results)
        self.panel.setVisible(not is_narrow or wants_results)
        self.panel.setMaximumWidth(16_777_215 if is_narrow else PANEL_WIDTH)


def _read(boards: PollBoardService, poll_id: PollId) -> tuple[PollBoard, list[GridRow]]:
    """What the pool reads: the poll, and the rows of its grid."""
    board = boards.board(poll_id)
    return board, grid_rows(board)
