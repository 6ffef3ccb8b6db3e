"""Headings that sort: the arrow stands beside its word, where Qt's own stands at the far end of a wide column."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHeaderView, QStyle, QTableView

from clubhub.widgets import icons
from clubhub.widgets.theme import Theme

EDGE, GAP = 11, 5
"""The padding of a heading (see style.qss), and the pixels before its arrow."""


class SortHeader(QHeaderView):
    """Replaces the horizontal header of a table whose rows are sorted before the model."""

    def __init__(self, theme: Theme, table: QTableView) -> None:
        super().__init__(Qt.Orientation.Horizontal, table)
        self._theme = theme
        self.setProperty("sorts", True)
        self.setSectionsClickable(True)
        self.setSortIndicatorShown(True)
        self.setHighlightSections(False)
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N803  as Qt has it
        super().paintSection(painter, rect, logicalIndex)
        if logicalIndex != self.sortIndicatorSection():
            return
        text = str(self.model().headerData(logicalIndex, self.orientation()) or "")
        side = round(self._theme.line_height() * 0.8)
        start = min(EDGE + self.fontMetrics().horizontalAdvance(text) + GAP, rect.width() - side)
        place = QRect(rect.left() + start, rect.center().y() - side // 2 + 1, side, side)
        turned = QStyle.visualRect(self.layoutDirection(), rect, place)
        is_down = self.sortIndicatorOrder() == Qt.SortOrder.DescendingOrder
        painter.save()
        icons.paint(painter, turned, "down" if is_down else "up", self._theme.colours.text2)
        painter.restore()
