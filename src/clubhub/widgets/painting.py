"""What is painted by hand: words in one line, a sign, a chip; the same in both directions of reading.

Places are given as if one read from the left: QPainter mirrors alignment, not rectangles.
"""

from functools import lru_cache

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QStyle

from clubhub.widgets import icons
from clubhub.widgets.tokens import RADIUS_CHIP, Colours

ISOLATE, END_OF_ISOLATE = "\u2068", "\u2069"
"""Around a text whose own letters say its direction: else "Nils E." would end with its dot at the wrong side."""


def inside(direction: Qt.LayoutDirection, bounds: QRect, rect: QRect) -> QRect:
    """The rectangle where it belongs in this direction of reading."""
    return QStyle.visualRect(direction, bounds, rect)


def draw_words(
    painter: QPainter,
    place: QRect,
    words: str,
    direction: Qt.LayoutDirection,
    *,
    within: QRect | None = None,
    is_end: bool = False,
    cut: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
) -> None:
    """One line in the painter's font and pen, from the reading start or at the end, cut with an ellipsis.

    `place` is mirrored in `within`, if that is given.
    """
    shown = painter.fontMetrics().elidedText(words, cut, place.width())
    if direction == Qt.LayoutDirection.RightToLeft:
        shown = f"{ISOLATE}{shown}{END_OF_ISOLATE}"
    is_left = (direction == Qt.LayoutDirection.LeftToRight) != is_end
    side = Qt.AlignmentFlag.AlignLeft if is_left else Qt.AlignmentFlag.AlignRight
    at = inside(direction, within, place) if within else place
    painter.drawText(at, side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute, shown)


def draw_sign(painter: QPainter, rect: QRect, meaning: str, colour: str) -> None:
    """A sign in the middle of a rectangle's height; drawn once per colour and size, then copied."""
    ratio = painter.device().devicePixelRatioF() if painter.device() else 1.0
    size = rect.width()
    top = rect.top() + (rect.height() - size) // 2
    painter.drawPixmap(rect.left(), top, _sign(meaning, colour, size, ratio))


def draw_tint(painter: QPainter, rect: QRect, tint: str, radius: int = RADIUS_CHIP) -> None:
    """The ground of a chip, or of a chosen row."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(tint))
    painter.drawRoundedRect(rect, radius, radius)


def draw_tick_box(painter: QPainter, box: QRect, colours: Colours, *, is_ticked: bool) -> None:
    """A square box as the look has it, beside those that QCheckBox draws by the style sheet."""
    painter.setPen(QPen(QColor(colours.fill if is_ticked else colours.edge), 1.4))
    painter.setBrush(QColor(colours.fill if is_ticked else colours.sheet))
    painter.drawRoundedRect(box, 4, 4)
    if is_ticked:
        icons.paint(painter, box.adjusted(2, 2, -2, -2), "ok", colours.onfill)


@lru_cache(maxsize=256)
def _sign(meaning: str, colour: str, size: int, ratio: float) -> QPixmap:
    pixmap = QPixmap(QSize(size, size) * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    icons.paint(painter, QRect(0, 0, size, size), meaning, colour)
    painter.end()
    return pixmap
