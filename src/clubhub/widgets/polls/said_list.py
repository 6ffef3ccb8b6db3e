"""Answers without marks as a plain list: name, answer, comment. Enter types or changes an answer."""

from collections.abc import Hashable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHeaderView, QWidget

from clubhub.support.texts import _
from clubhub.viewmodels.polls.grid import PollGridModel
from clubhub.viewmodels.polls.grid_rows import GridRow
from clubhub.viewmodels.polls.said import said_columns
from clubhub.viewmodels.table_model import RowTableModel
from clubhub.widgets.controls import column
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
        self.table = RowTableView(self.model, theme, _("Answers"))
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


def _key(row: GridRow) -> Hashable:
    return row.key
