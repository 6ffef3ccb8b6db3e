"""A table of rows: no grid, no stripes, hairlines between rows; the selection is kept by id when rows change."""

from collections.abc import Hashable
from typing import Any

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFontMetrics, QGuiApplication, QKeyEvent, QKeySequence, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from clubhub.viewmodels.table_model import Index, RowTableModel
from clubhub.widgets.theme import Theme

ISOLATE, END_OF_ISOLATE = "\u2068", "\u2069"
"""Around what begins with a figure: right to left 07:00–08:00 would else be read from its end, and the plus of a number
stand behind it. The text's own letters say its direction. What is copied is without them.
"""


class RowTableView(QTableView):
    """Rows are chosen as wholes; Enter or double click opens one; Ctrl+C copies the chosen rows as a table."""

    opened = Signal(object)
    """The id of a row."""

    def __init__(self, model: RowTableModel[Any], theme: Theme, name: str) -> None:
        super().__init__()
        self.rows_model = model
        self._kept: list[Hashable] = []
        self._current: Hashable | None = None
        self._theme = theme
        self.setModel(model)
        self.setAccessibleName(name)
        self.setItemDelegate(RowDelegate(theme, self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setStretchLastSection(True)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.doubleClicked.connect(self._open)
        model.modelAboutToBeReset.connect(self._keep)
        model.modelReset.connect(self._restore)
        theme.changed.connect(self.fit_rows)
        self.fit_rows()

    @Slot()
    def fit_rows(self) -> None:
        self.verticalHeader().setDefaultSectionSize(self._theme.line_height() + 20)

    def set_column_chars(self, widths: list[int]) -> None:
        """Column widths in letters, so that they grow with the text."""
        letter = QFontMetrics(self._theme.font()).horizontalAdvance("n")
        for section, chars in enumerate(widths):
            self.setColumnWidth(section, chars * letter)

    def selected_ids(self) -> list[Hashable]:
        """The ids of the chosen rows, from top to bottom."""
        places = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [self.rows_model.id_at(place) for place in places]

    def select_id(self, row_id: Hashable) -> bool:
        """Choose and show one row; False if it isn't there."""
        place = self.rows_model.place_of(row_id)
        if place is None:
            return False
        # Not selectRow: right to left it looks for a column where there may be none, and chooses nothing.
        flags = QItemSelectionModel.SelectionFlag
        index = self.model().index(place, 0)
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        self.scrollTo(index)
        return True

    def copy_rows(self) -> None:
        """The chosen rows as text with tabs, headings first: a spreadsheet takes it as a table."""
        model = self.model()
        columns = range(model.columnCount())
        lines = [[model.headerData(column, Qt.Orientation.Horizontal) for column in columns]]
        chosen = sorted(self.selectionModel().selectedRows(), key=QModelIndex.row)
        lines += [[str(model.index(index.row(), column).data() or "") for column in columns] for index in chosen]
        QGuiApplication.clipboard().setText("\n".join("\t".join(line) for line in lines))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_rows()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """The ring goes around whole rows; Qt paints anew no more than the two cells."""
        super().currentChanged(current, previous)
        for index in (current, previous):
            if index.isValid():
                place = self.rowViewportPosition(index.row())
                self.viewport().update(0, place, self.viewport().width(), self.rowHeight(index.row()))

    @Slot(QModelIndex)
    def _open(self, index: Index) -> None:
        self.opened.emit(self.rows_model.id_at(index.row()))

    @Slot()
    def _keep(self) -> None:
        self._kept = self.selected_ids()
        current = self.currentIndex()
        self._current = self.rows_model.id_at(current.row()) if current.isValid() else None

    @Slot()
    def _restore(self) -> None:
        """A reset has emptied the selection: choose again what is still shown."""
        selection = QItemSelection()
        last = self.model().columnCount() - 1
        for row_id in self._kept:
            place = self.rows_model.place_of(row_id)
            if place is not None:
                selection.select(self.model().index(place, 0), self.model().index(place, last))
        self.selectionModel().select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        place = self.rows_model.place_of(self._current) if self._current is not None else None
        if place is not None:
            index = self.model().index(place, 0)
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)


class RowDelegate(QStyledItemDelegate):
    """Hairline below; a chosen row has an accent bar at its start and bold text in its first column."""

    def __init__(self, theme: Theme, parent: QTableView) -> None:
        super().__init__(parent)
        self.theme = theme

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        option.state &= ~QStyle.StateFlag.State_HasFocus
        is_first = index.column() == 0
        if is_first:
            is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
            option.font = self.theme.font("strong" if is_chosen else "body")
        if option.text[:1].isdigit() or option.text.startswith("+"):
            option.text = f"{ISOLATE}{option.text}{END_OF_ISOLATE}"

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        painter.save()
        painter.setPen(QPen(QColor(self.theme.colours.line), 1))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        if index.column() == 0 and option.state & QStyle.StateFlag.State_Selected:
            bar = QStyle.visualRect(
                option.direction, option.rect, option.rect.adjusted(0, 0, 3 - option.rect.width(), 0)
            )
            painter.fillRect(bar, QColor(self.theme.colours.accent))
        view = self.parent()
        if isinstance(view, QTableView) and view.hasFocus() and view.currentIndex().row() == index.row():
            painter.setPen(QPen(QColor(self.theme.colours.accent), 2))
            self._paint_ring(painter, option, view.horizontalHeader(), index.column())
        painter.restore()

    @staticmethod
    def _paint_ring(painter: QPainter, option: QStyleOptionViewItem, header: QHeaderView, column: int) -> None:
        """A cell's part of the ring around its row: the ends belong to the outermost columns."""
        rect = option.rect.adjusted(1, 1, -1, -1)
        painter.drawLine(option.rect.left(), rect.top(), option.rect.right(), rect.top())
        painter.drawLine(option.rect.left(), rect.bottom(), option.rect.right(), rect.bottom())
        shown = [place for place in range(header.count()) if not header.isSectionHidden(header.logicalIndex(place))]
        ends = [rect.left(), rect.right()]
        if option.direction == Qt.LayoutDirection.RightToLeft:
            ends.reverse()
        for place, x in zip((shown[0], shown[-1]), ends, strict=True):
            if header.visualIndex(column) == place:
                painter.drawLine(x, rect.top(), x, rect.bottom())
