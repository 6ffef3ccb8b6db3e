"""Draws a mark in its cell: a tint, a sign, and a ring around the cell that the keys act on.

A cell's picture is made once for each mark, size and theme: drawing the sign anew for 12,000 cells would be felt.
"""

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from clubhub.domain.polls import Mark
from clubhub.viewmodels.polls.grid import MARK_ROLE, WAITS
from clubhub.viewmodels.table_model import Index
from clubhub.widgets import icons
from clubhub.widgets.theme import Theme

SIGNS: dict[Mark | str, str] = {WAITS: "time", Mark.YES: "ok", Mark.IF_NEED_BE: "ifneed", Mark.NO: "no"}
RADIUS = 4


def mark_colours(theme: Theme, mark: Mark | str) -> tuple[str, str]:
    """Ink and tint of a mark, or of WAITS; "no" is grey, never red."""
    colours = theme.colours
    return {
        WAITS: (colours.info.ink, colours.info.tint),
        Mark.YES: (colours.ok.ink, colours.ok.tint),
        Mark.IF_NEED_BE: (colours.ifneed.ink, colours.ifneed.tint),
        Mark.NO: (colours.text2, colours.sunken),
    }[mark]


class MarkDelegate(QStyledItemDelegate):
    """Paints cells whose model gives a mark under MARK_ROLE."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._pictures: dict[tuple[Mark | str | None, int, int], QPixmap] = {}
        theme.changed.connect(self.forget)

    def forget(self) -> None:
        """Colours, text size or the screen have changed: make the pictures anew."""
        self._pictures.clear()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect, state = option.rect, option.state
        is_current = bool(state & QStyle.StateFlag.State_HasFocus)
        if not is_current and state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(self._theme.colours.soft))
        key = (index.data(MARK_ROLE), rect.width(), rect.height())
        picture = self._pictures.get(key)
        if picture is None:
            picture = self._pictures[key] = self._drawn(key[0], rect.size(), painter.device().devicePixelRatioF())
        painter.drawPixmap(rect.topLeft(), picture)
        if is_current:
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(self._theme.colours.accent), 2))
            painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), RADIUS, RADIUS)
            painter.restore()

    def _drawn(self, mark: Mark | str | None, size: QSize, ratio: float) -> QPixmap:
        picture = QPixmap(size * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_mark(painter, QRect(QPoint(0, 0), size), mark, self._theme)
        painter.end()
        return picture


def draw_mark(painter: QPainter, rect: QRect, mark: Mark | str | None, theme: Theme) -> None:
    """The tint and sign of a mark, a clock for a yes that waits for a place; silence is a dot on nothing."""
    painter.setPen(Qt.PenStyle.NoPen)
    if mark is None:
        dot = max(2.0, theme.line_height() / 7)
        painter.setBrush(QColor(theme.colours.text3))
        painter.drawEllipse(QRectF(rect).center(), dot / 2, dot / 2)
        return
    ink, tint = mark_colours(theme, mark)
    painter.setBrush(QColor(tint))
    painter.drawRoundedRect(QRectF(rect).adjusted(3, 1, -3, -1), RADIUS, RADIUS)
    side = min(max(12, round(theme.line_height() * 0.82)), rect.height() - 4)
    icons.paint(painter, QStyle.alignedRect(Qt.LayoutDirection.LeftToRight, Qt.AlignmentFlag.AlignCenter,
                                            QSize(side, side), rect), SIGNS[mark], ink)  # fmt: skip
