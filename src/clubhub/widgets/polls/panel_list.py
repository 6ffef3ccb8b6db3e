"""Short lists of the panel: as high as their rows; of many the first, until all are asked for. They never scroll."""

from typing import Any

from PySide6.QtCore import QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from clubhub.support.texts import _
from clubhub.viewmodels.table_model import Column, Index, RowTableModel
from clubhub.widgets.controls import button, column, row
from clubhub.widgets.theme import Theme

FEW = 2
"""So many rows more than the most are shown too: a button would take their room."""

LEADING = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
TRAILING = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class PanelList(QListView):
    """Rows of one column, drawn by a delegate. A row is as high as a line of text and `spare` pixels.

    `most` rows are shown until `is_whole`; a few more are rather shown than hidden.
    """

    shown = Signal(QRect)
    """The place of the row that is current now: whatever scrolls around the list shows it."""

    def __init__(self, of: Column[Any], identify: Any, theme: Theme, *, most: int, spare: int = 15) -> None:  # noqa: ANN401  see RowTableModel
        super().__init__()
        self._theme = theme
        self._most = most
        self._rows: list[Any] = []
        self.is_whole = False
        self.spare = spare
        self.rows_model: RowTableModel[Any] = RowTableModel([of], identify, self)
        self.setModel(self.rows_model)
        self.setAccessibleName(of.heading)
        self.setProperty("surface", "panel")
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        theme.changed.connect(self.fit)

    @property
    def count(self) -> int:
        """Of all rows, shown or not."""
        return len(self._rows)

    @property
    def is_long(self) -> bool:
        return self.count > self._most + FEW

    def set_rows(self, rows: list[Any]) -> None:
        self._rows = rows
        self.rows_model.set_rows(rows if self.is_whole or not self.is_long else rows[: self._most])
        self.fit()

    def show_whole(self, *, is_whole: bool) -> None:
        self.is_whole = is_whole
        self.set_rows(self._rows)

    def fit(self) -> None:
        self.setFixedHeight(len(self.rows_model.rows) * (self._theme.line_height() + self.spare) + 2)
        self.doItemsLayout()

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if current.isValid():
            self.shown.emit(self.visualRect(current))


class FoldedList(QWidget):
    """A list, and under it the way to all of its rows."""

    def __init__(self, listed: PanelList) -> None:
        super().__init__()
        self.list = listed
        self.all_button = button(_("Show all"), self._turn, look="link", name="show_all")
        self.setLayout(column(listed, row(self.all_button, None), space=2))

    def set_rows(self, rows: list[Any]) -> None:
        self.list.set_rows(rows)
        self._name()

    @Slot()
    def _turn(self) -> None:
        self.list.show_whole(is_whole=not self.list.is_whole)
        self._name()

    def _name(self) -> None:
        self.all_button.setVisible(self.list.is_long)
        words = _("Show fewer") if self.list.is_whole else _("Show all {count}").format(count=self.list.count)
        self.all_button.setText(words)
        self.all_button.setAccessibleName(f"{words}, {self.list.accessibleName()}")


class PanelDelegate(QStyledItemDelegate):
    """Subclasses draw a row's contents; here are its height, its ring, and words at its two ends."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        view = self.parent()
        return QSize(100, self.theme.line_height() + (view.spare if isinstance(view, PanelList) else 0))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QColor(self.theme.colours.accent))
            painter.drawRoundedRect(option.rect.adjusted(1, 1, -1, -1), 6, 6)
        self.paint_row(painter, option, index)
        painter.restore()

    def paint_row(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        raise NotImplementedError

    def paint_ends(self, painter: QPainter, area: QRect, start: str, end: str, *, ink: str = "") -> None:
        """A text at the start, cut if it must be, and a smaller one at the end."""
        colours = self.theme.colours
        direction = painter.layoutDirection()
        painter.setFont(self.theme.font("small"))
        painter.setPen(QColor(ink or colours.text2))
        painter.drawText(area, TRAILING, end)
        width = painter.fontMetrics().horizontalAdvance(end) + 8
        painter.setFont(self.theme.font())
        painter.setPen(QColor(ink or colours.text))
        left = QStyle.visualRect(direction, area, area.adjusted(0, 0, -width, 0))
        shown = painter.fontMetrics().elidedText(start, Qt.TextElideMode.ElideRight, left.width())
        painter.drawText(left, LEADING, shown)
