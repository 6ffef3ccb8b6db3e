"""A sign beside text, painted in the colours and at the text size of the moment."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from clubhub.widgets import icons, tokens
from clubhub.widgets.theme import theme_now
from clubhub.widgets.tokens import Meaning


class SignLabel(QWidget):
    """Neither focus nor name: what it says stands beside it."""

    def __init__(self, meaning: str, tone: str, share: float = 1.0, *, is_inverted: bool = False) -> None:
        super().__init__()
        self._meaning, self._tone, self._share = meaning, tone, share
        self._is_inverted = is_inverted
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_sign(self, meaning: str, tone: str) -> None:
        """Another sign, in another colour."""
        self._meaning, self._tone = meaning, tone
        self.update()

    def sizeHint(self) -> QSize:
        side = round(max(12, self.fontMetrics().height()) * self._share)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  it is small: always all of it
        theme = theme_now()
        colours = tokens.LIGHT if theme.is_dark == self._is_inverted else tokens.DARK
        colour: str | Meaning = getattr(colours, self._tone)
        painter = QPainter(self)
        side = min(self.width(), self.height())
        place = QRect((self.width() - side) // 2, (self.height() - side) // 2, side, side)
        icons.paint(painter, place, self._meaning, colour.ink if isinstance(colour, Meaning) else colour)
        painter.end()
