"""How full a roster is, as a bar; the numbers stand beside it.

Solid for filled places, hatched for those that aren't published yet, hollow and dashed for open ones.
"""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QStyle, QWidget

from clubhub.support.texts import _, plural
from clubhub.widgets.theme import Theme
from clubhub.widgets.tokens import Colours

LEAST_OPEN_WIDTH = 10
"""However few places are open, the hole is seen; the same goes for those not told."""


class CoverageBar(QWidget):
    """Painted by the theme; a screen reader says the numbers."""

    def __init__(self, theme: Theme, *, height: int = 10) -> None:
        super().__init__()
        self._theme = theme
        self._filled = 0
        self._places = 0
        self._untold = 0
        self._height = height
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def set_coverage(self, filled: int, places: int, untold: int = 0) -> None:
        """`untold` of the filled places are in no version that was given out."""
        self._filled, self._places, self._untold = filled, places, untold
        name = _("{filled} of {places} places filled").format(filled=filled, places=places)
        self.setAccessibleName(name)
        self.setToolTip("\n".join([name, *self._notes()]))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(80, self._height)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_coverage(
            painter,
            self.rect(),
            self.layoutDirection(),
            self._theme.colours,
            (self._filled, self._places, self._untold),
        )

    def _notes(self) -> list[str]:
        notes = []
        if self._untold:
            notes.append(plural("{count} is not published yet", "{count} are not published yet", self._untold))
        if self._places > self._filled:
            notes.append(plural("{count} is open", "{count} are open", self._places - self._filled))
        return notes


def paint_coverage(
    painter: QPainter, whole: QRect, direction: Qt.LayoutDirection, colours: Colours, numbers: tuple[int, int, int]
) -> None:
    """Draw the bar into a rectangle; `numbers` are filled places, all places, and filled ones not told."""
    filled, places, untold = numbers
    if not places:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.sunken))
        painter.drawRoundedRect(whole, whole.height() / 2, whole.height() / 2)
        return
    parts = _widths(whole.width(), places, (filled - untold, untold, places - filled))
    left = whole.left()
    for kind, width in zip(("told", "untold", "open"), parts, strict=True):
        if width > 0:
            part = QStyle.visualRect(direction, whole, QRect(left, whole.top(), width, whole.height()))
            _paint_part(painter, QRectF(part).adjusted(0.6, 0.6, -0.6, -0.6), kind, colours)
            left += width + 2


def _widths(total: int, places: int, counts: tuple[int, int, int]) -> tuple[int, int, int]:
    """Pixels for told, untold and open places; small ones get their least width from the largest."""
    room = total - 2 * (sum(count > 0 for count in counts) - 1)
    widths = [max(LEAST_OPEN_WIDTH, round(room * count / places)) if count else 0 for count in counts]
    widths[widths.index(max(widths))] += room - sum(widths)
    return widths[0], widths[1], widths[2]


def _paint_part(painter: QPainter, rect: QRectF, kind: str, colours: Colours) -> None:
    radius = rect.height() / 2
    if kind == "open":
        painter.setPen(QPen(QColor(colours.open.solid), 1.2, Qt.PenStyle.DashLine))
        painter.setBrush(QColor(colours.open.tint))
    elif kind == "untold":
        painter.setPen(QPen(QColor(colours.ok.solid), 1.2))
        painter.setBrush(QBrush(QColor(colours.ok.solid), Qt.BrushStyle.BDiagPattern))
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.ok.solid))
    painter.drawRoundedRect(rect, radius, radius)
