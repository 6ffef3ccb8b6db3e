"""The whole grid: names and times that stay while the cells scroll, and the sums at its foot."""

from collections.abc import Hashable

from PySide6.QtCore import QEvent, QItemSelectionModel, QRect, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollBar, QSizePolicy, QStyle, QWidget

from clubhub.domain.ids import OptionId
from clubhub.viewmodels.polls.grid import PollGridModel
from clubhub.widgets.controls import column
from clubhub.widgets.polls.sums import SumRow
from clubhub.widgets.polls.table import MarkTable
from clubhub.widgets.theme import Theme

SAY_MS = 200
"""After the last mark: sums are put into words for a screen reader."""

WIDEST = 1.5
"""Columns grow to this many times their least width where there is room."""


class PollGrid(QWidget):
    """Table, sums and one scroll bar under both. The table is as high as its rows, so that the sums stand below."""

    measured = Signal()
    """The corner over the names has another size or place."""

    def __init__(self, model: PollGridModel, theme: Theme) -> None:
        super().__init__()
        self.model = model
        self._theme = theme
        self._shown_ranks: list[int] = []
        self._saying = QTimer(self)
        self._saying.setSingleShot(True)
        self._saying.setInterval(SAY_MS)
        self._current: tuple[Hashable, OptionId] | None = None
        self.table = MarkTable(model, theme)
        self.sums = SumRow(self.table, theme)
        self._scroll = QScrollBar(Qt.Orientation.Horizontal)
        self.table.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        layout = column(self.table, self.sums, self._scroll, None, space=0)
        layout.setStretch(0, 1000)
        self.setLayout(layout)
        self._connect()
        self.fit()

    @Slot()
    def fit(self) -> None:
        """Measures from the text size, and from what is shown."""
        self.table.names.fit()
        self.table.times.fit()
        self.table.updateGeometries()  # else the view keeps the room that its headers had before
        self._fit_columns()
        height = self.table.times.height() + self.table.names.defaultSectionSize() * len(self.model.rows) + 2
        self.table.setMaximumHeight(max(height, 60))
        self.sums.updateGeometry()
        self.measured.emit()

    def corner(self) -> QRect:
        """The place over the names that no header takes, for a field as high as a control."""
        height = min(self._theme.line_height() + 14, self.table.times.height() - 6)
        area = QRect(2, self.table.times.height() - height - 4, self.table.names.width() - 14, height)
        return QStyle.visualRect(self.layoutDirection(), self.rect(), area)

    def show_cell(self, row: int, column_: int) -> None:
        """Make a cell the current one, and show it; it alone is chosen, though Ctrl is held, as for undo."""
        index = self.model.index(row, column_)
        self.table.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.table.scrollTo(index)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_columns()
        self.measured.emit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self.fit()

    def _connect(self) -> None:
        own, of_table = self._scroll, self.table.horizontalScrollBar()
        of_table.rangeChanged.connect(self._follow_range)
        of_table.valueChanged.connect(own.setValue)
        of_table.valueChanged.connect(self.sums.update)
        own.valueChanged.connect(of_table.setValue)
        own.hide()
        self._theme.changed.connect(self.fit)
        self.model.modelAboutToBeReset.connect(self._keep)
        self.model.modelReset.connect(self._restore)
        self.model.counted.connect(self._show_counts)
        self._saying.timeout.connect(self.sums.tell)

    def _fit_columns(self) -> None:
        least = self.table.times.least_width()
        room = self.width() - self.table.names.width() - self.table.verticalScrollBar().sizeHint().width() - 2
        count = max(1, len(self.model.options))
        self.table.times.setDefaultSectionSize(max(least, min(round(least * WIDEST), room // count)))
        self.table.times.viewport().update()
        self.sums.update()

    @Slot(int, int)
    def _follow_range(self, least: int, most: int) -> None:
        self._scroll.setRange(least, most)
        self._scroll.setPageStep(self.table.horizontalScrollBar().pageStep())
        self._scroll.setSingleStep(self.table.times.defaultSectionSize())
        self._scroll.setVisible(most > least)
        self.sums.update()

    @Slot()
    def _keep(self) -> None:
        """Remember whose cell is the current one: other rows may come before it."""
        index = self.table.currentIndex()
        self._current = (
            (self.model.rows[index.row()].key, self.model.options[index.column()].id) if index.isValid() else None
        )

    @Slot()
    def _restore(self) -> None:
        self.fit()
        if self._current is None:
            return
        row = self.model.place_of(self._current[0])
        columns = [place for place, option in enumerate(self.model.options) if option.id == self._current[1]]
        if row is not None and columns:
            self.show_cell(row, columns[0])

    @Slot()
    def _show_counts(self) -> None:
        """Sums at every mark; the outlines, which need the whole grid, only when others are best."""
        self.sums.update()
        self._saying.start()
        shown = self.model.shown_ranks()
        if shown != self._shown_ranks:
            self._shown_ranks = shown
            self.sums.updateGeometry()
            self.table.times.viewport().update()
            self.table.viewport().update()
