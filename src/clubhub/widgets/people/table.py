"""The list of people: sorted by its headings, followed by the side, removed with Delete."""

from typing import Any

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QMenu

from clubhub.domain.ids import PersonId
from clubhub.support.texts import _, plural
from clubhub.viewmodels.people.filters import Sorting
from clubhub.viewmodels.people.model import PeopleModel
from clubhub.viewmodels.people.rows import PersonRow
from clubhub.widgets.people.delegate import PeopleDelegate
from clubhub.widgets.sort_header import SortHeader
from clubhub.widgets.tables import RowTableView
from clubhub.widgets.theme import Theme

SHARES = (22, 20, 20, 33, 5)
"""How what is left of a wide page is shared among the columns, in hundredths."""
LEAST_CHARS = (17, 11, 9, 13, 14)
"""Letters that each column needs."""


class PeopleTable(RowTableView):
    """`opened` (Enter, double click) comes from RowTableView."""

    sorted = Signal(object)
    """A Sorting that a heading asks for."""
    chosen = Signal()
    """Other rows are chosen."""
    pointed = Signal(object)
    """The id of a row that was clicked."""
    removal_wanted = Signal()

    def __init__(self, model: PeopleModel, theme: Theme) -> None:
        super().__init__(model, theme, _("People"))
        self._sorting = Sorting()
        self.setItemDelegate(PeopleDelegate(theme, self))
        header = SortHeader(theme, self)
        self.setHorizontalHeader(header)
        header.setStretchLastSection(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.sectionClicked.connect(self._sort)
        self.clicked.connect(self._point)
        self.selectionModel().selectionChanged.connect(self._tell_chosen)
        theme.changed.connect(self.fit_columns)
        self._show_sorting()

    def chosen_rows(self) -> list[PersonRow]:
        """From top to bottom."""
        places = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [self.rows_model.rows[place] for place in places]

    def chosen_ids(self) -> list[PersonId]:
        return [row.id for row in self.chosen_rows()]

    def go_to_first(self) -> None:
        """Choose the first row if none is chosen."""
        if self.model().rowCount() and not self.selectionModel().hasSelection():
            self.select_id(self.rows_model.id_at(0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete and self.selectionModel().hasSelection():
            self.removal_wanted.emit()
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        count = len(self.chosen_rows())
        if not count:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(_("Open"), self._open_current)
        menu.addAction(_("Copy as a table"), self.copy_rows)
        menu.addSeparator()
        menu.addAction(plural("Remove {count} person", "Remove {count} people", count), self.removal_wanted.emit)
        at = event.globalPos() if event.globalPos() != QPoint() else self.mapToGlobal(self.rect().center())
        menu.popup(at)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit_columns()

    @Slot()
    def fit_columns(self) -> None:
        """Each as wide as its letters need, and what is left shared; where nothing is left, the table scrolls."""
        letter = self.fontMetrics().horizontalAdvance("n")
        room = self.viewport().width()
        spare = max(0, room - sum(LEAST_CHARS) * letter)
        widths = [chars * letter + spare * share // 100 for share, chars in zip(SHARES, LEAST_CHARS, strict=True)]
        widths[-1] = max(widths[-1], room - sum(widths[:-1]))
        for section, width in enumerate(widths):
            self.setColumnWidth(section, width)

    @Slot(int)
    def _sort(self, section: int) -> None:
        key = self.rows_model.columns[section].key
        is_again = key == self._sorting.column
        self._sorting = Sorting(key, is_again and not self._sorting.is_descending)
        self._show_sorting()
        self.sorted.emit(self._sorting)

    def _show_sorting(self) -> None:
        keys = [column.key for column in self.rows_model.columns]
        order = Qt.SortOrder.DescendingOrder if self._sorting.is_descending else Qt.SortOrder.AscendingOrder
        self.horizontalHeader().setSortIndicator(keys.index(self._sorting.column), order)

    @Slot()
    def _open_current(self) -> None:
        if self.currentIndex().isValid():
            self.opened.emit(self.rows_model.id_at(self.currentIndex().row()))

    @Slot(QModelIndex)
    def _point(self, index: QModelIndex) -> None:
        self.pointed.emit(self.rows_model.id_at(index.row()))

    @Slot()
    def _tell_chosen(self, *_selections: Any) -> None:  # noqa: ANN401  two QItemSelections
        self.chosen.emit()
