"""Answers without marks as a plain list: name, answer, comment. Enter types or changes an answer.

The keys and the menu of a row are those of the grid's rows.
"""

from collections.abc import Hashable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QHeaderView, QMenu, QWidget

from clubhub.support.texts import _
from clubhub.viewmodels.polls.grid import PollGridModel
from clubhub.viewmodels.polls.grid_rows import GridRow
from clubhub.viewmodels.polls.said import said_columns
from clubhub.viewmodels.table_model import RowTableModel
from clubhub.widgets.controls import column
from clubhub.widgets.polls.row_acts import RowActs
from clubhub.widgets.tables import RowTableView
from clubhub.widgets.theme import Theme

NAME_LETTERS, COMMENT_LETTERS = 22, 24


class SaidList(QWidget):
    """Shows the rows of the grid's model."""

    answer_wanted = Signal(object)
    """Type the answer of the row with this key."""

    def __init__(self, grid: PollGridModel, theme: Theme) -> None:
        super().__init__()
        self._grid = grid
        self.model: RowTableModel[GridRow] = RowTableModel(said_columns(grid.kind, ()), _key, self)
        self.table = SaidTable(self.model, theme)
        self.acts = self.table.acts
        header = self.table.horizontalHeader()
        header.setStretchLastSection(False)
        self.table.set_column_chars([NAME_LETTERS, NAME_LETTERS, COMMENT_LETTERS])
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self.table.opened.connect(self.answer_wanted)
        self.setLayout(column(self.table))

    def show_answers(self) -> None:
        """As the grid's model has them now."""
        self.model.columns = tuple(said_columns(self._grid.kind, self._grid.options))
        self.model.set_rows(list(self._grid.rows))


class SaidTable(RowTableView):
    def __init__(self, model: RowTableModel[GridRow], theme: Theme) -> None:
        super().__init__(model, theme, _("Answers"))
        self._said = model
        self.acts = RowActs(self)
        self.setAccessibleDescription(
            _(
                "Enter types an answer, Ctrl+I says who entered it, Ctrl+Delete removes the answer, F2 says who a "
                "guest is."
            )
        )

    def current(self) -> GridRow | None:
        return self._said.row(self.currentIndex())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.acts.take_key(event, self.current()):
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        row = self.current()
        if row is not None:
            menu = QMenu(self)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            self.acts.add_to(menu, row)
            place = self.visualRect(self.currentIndex()).bottomLeft()
            is_by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
            menu.popup(event.globalPos() if is_by_mouse else self.viewport().mapToGlobal(place))


def _key(row: GridRow) -> Hashable:
    return row.key
