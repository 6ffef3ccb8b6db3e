"""Short lists of the panel: as high as their rows, up to a number; then they scroll."""

from typing import Any

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from clubhub.viewmodels.table_model import Column, Index, RowTableModel
from clubhub.widgets.theme import Theme

LEADING = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
TRAILING = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class PanelList(QListView):
    """Rows of one column, drawn by a delegate. A row is as high as a line of text and `spare` pixels."""

    def __init__(self, column: Column[Any], identify: Any, theme: Theme, *, most: int, spare: int = 15) -> None:  # noqa: ANN401  see RowTableModel
        super().__init__()
        self._theme = theme
        self._most = most
        self.spare = spare
        self.rows_model: RowTableModel[Any] = RowTableModel([column], identify, self)
        self.setModel(self.rows_model)
        self.setAccessibleName(column.heading)
        self.setProperty("surface", "panel")
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        theme.changed.connect(self.fit)

    def set_rows(self, rows: list[Any]) -> None:
        self.rows_model.set_rows(rows)
        self.fit()

    def fit(self) -> None:
        shown = min(self._most, len(self.rows_model.rows))
        self.setFixedHeight(shown * (self._theme.line_height() + self.spare) + 2)
        self.doItemsLayout()


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
