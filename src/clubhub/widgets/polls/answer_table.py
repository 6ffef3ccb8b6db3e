"""The options of a poll with one person's answer, typed by keys or clicked."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from clubhub.domain.polls import Mark, PollKind
from clubhub.support.texts import _
from clubhub.viewmodels.polls.typed_answer import SAID, TypedAnswer
from clubhub.widgets.polls.cell_menu import KEYS
from clubhub.widgets.polls.cells import MarkDelegate
from clubhub.widgets.polls.table import NEXT_MARK
from clubhub.widgets.theme import Theme

MOST_SHOWN = 12
"""Options that are seen without scrolling."""


class AnswerTable(QTableView):
    """A row per option; a mark's key sets it and goes on, with Shift it stays.

    In an order Y puts an option next, a figure in its place.
    """

    def __init__(self, model: TypedAnswer, theme: Theme) -> None:
        super().__init__()
        self._answer = model
        self._theme = theme
        self.setModel(model)
        if model.poll.kind is not PollKind.RANKED:
            self.setItemDelegateForColumn(SAID, MarkDelegate(theme, self))
        self.setAccessibleName(_("Options and answers"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        self.verticalHeader().setDefaultSectionSize(theme.line_height() + 12)
        self.setColumnWidth(SAID, 6 * theme.line_height())
        shown = min(len(model.options), MOST_SHOWN)
        head = self.horizontalHeader().sizeHint().height()
        self.setMinimumHeight(shown * (theme.line_height() + 12) + head + 2)
        self.setCurrentIndex(model.index(0, SAID))
        self.clicked.connect(self._move_on)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.currentIndex().row()
        if row >= 0 and self._answer.poll.kind is PollKind.RANKED and event.text().isdecimal():
            self._answer.put_at(row, int(event.text()) or None)
        elif row >= 0 and event.key() in KEYS:
            self._set(row, KEYS[Qt.Key(event.key())])
        elif row >= 0 and event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._set(row, None)
        else:
            super().keyPressEvent(event)
            return
        if not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._go_on(row)

    def _set(self, row: int, mark: Mark | None) -> None:
        if self._answer.poll.kind is PollKind.RANKED:
            self._answer.put_at(row, len(self._answer.options) if mark is Mark.YES else None)
        else:
            self._answer.set_mark(row, mark)

    def _go_on(self, row: int) -> None:
        following = self._answer.index(min(row + 1, len(self._answer.options) - 1), SAID)
        self.setCurrentIndex(following)
        self.scrollTo(following)

    @Slot()
    def _move_on(self) -> None:
        """A click on a mark changes it: yes, if need be, no, silence; on a place: next in the order, or out of it."""
        index = self.currentIndex()
        if index.column() != SAID:
            return
        if self._answer.poll.kind is PollKind.RANKED:
            is_out = self._answer.place(index.row()) is None
            self._answer.put_at(index.row(), len(self._answer.options) if is_out else None)
            return
        present = self._answer.marks.get(self._answer.options[index.row()].id)
        self._answer.set_mark(index.row(), NEXT_MARK[present])
