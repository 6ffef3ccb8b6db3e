"""How full a roster is, as a bar: solid for filled places, hollow and dashed for open ones; numbers stand beside it."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QStyle, QWidget

from clubhub.support.texts import _
from clubhub.widgets.theme import Theme

LEAST_OPEN_WIDTH = 10
"""However few places are open, the hole is seen."""


class CoverageBar(QWidget):
    """Painted by the theme; a screen reader says the numbers."""

    def __init__(self, theme: Theme, *, height: int = 10) -> None:
        super().__init__()
        self._theme = theme
        self._filled = 0
        self._places = 0
        self._height = height
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def set_coverage(self, filled: int, places: int) -> None:
        self._filled, self._places = filled, places
        self.setAccessibleName(_("{filled} of {places} places filled").format(filled=filled, places=places))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(80, self._height)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        if not self._places:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self._theme.colours.sunken))
            painter.drawRoundedRect(whole, whole.height() / 2, whole.height() / 2)
            return
        open_places = self._places - self._filled
        open_width = max(LEAST_OPEN_WIDTH, whole.width() * open_places / self._places) if open_places else 0.0
        filled_width = max(0.0, whole.width() - open_width - (2 if open_places else 0))
        self._paint_part(painter, QRectF(whole.left(), whole.top(), filled_width, whole.height()), is_open=False)
        if open_places:
            left = whole.right() - open_width
            self._paint_part(painter, QRectF(left, whole.top(), open_width, whole.height()), is_open=True)

    def _paint_part(self, painter: QPainter, part: QRectF, *, is_open: bool) -> None:
        if part.width() <= 0:
            return
        colours = self._theme.colours
        rect = QRectF(QStyle.visualRect(self.layoutDirection(), self.rect(), part.toAlignedRect()))
        if is_open:
            painter.setPen(QPen(QColor(colours.open.solid), 1.2, Qt.PenStyle.DashLine))
            painter.setBrush(QColor(colours.open.tint))
        else:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.ok.solid))
        painter.drawRoundedRect(rect, rect.height() / 2, rect.height() / 2)
