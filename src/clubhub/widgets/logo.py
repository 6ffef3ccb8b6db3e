"""ClubHub's mark: waves on a tile of the accent."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from clubhub.widgets import icons, tokens
from clubhub.widgets.theme import theme_now


class Logo(QWidget):
    """Says nothing that isn't said beside it."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        side = 2 * theme_now().line_height()
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  the tile is small: always all of it
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = theme_now().colours
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.fill))
        painter.drawRoundedRect(self.rect(), tokens.RADIUS_ROW, tokens.RADIUS_ROW)
        edge = self.width() // 8
        icons.paint(painter, self.rect().adjusted(edge, edge, -edge, -edge), "club", colours.onfill)
        painter.end()
