"""A club that was open before, as a wide button: its name, and the folder where its file lies."""

from pathlib import Path

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton

from clubhub.support.texts import _
from clubhub.widgets import icons, tokens
from clubhub.widgets.painting import draw_tint, draw_words, inside
from clubhub.widgets.theme import Theme

EDGE, GAP = 10, 12


class ClubButton(QAbstractButton):
    """Emits `wanted` with its path."""

    wanted = Signal(object)

    def __init__(self, path: Path, theme: Theme) -> None:
        super().__init__()
        self._path = path
        self._theme = theme
        self.setText(path.stem)
        self.setAccessibleName(_("Open {club}").format(club=path.stem))
        self.setAccessibleDescription(str(path.parent))
        self.setToolTip(str(path))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self._want)

    def sizeHint(self) -> QSize:
        return QSize(20 * self._theme.line_height(), 2 * self._theme.line_height() + 18)

    def minimumSizeHint(self) -> QSize:
        return QSize(8 * self._theme.line_height(), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  a few words: always all of it
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = self._theme.colours
        if self.underMouse():
            draw_tint(painter, self.rect(), colours.hover, tokens.RADIUS_ROW)
        if self.hasFocus():
            painter.setPen(QPen(QColor(colours.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), tokens.RADIUS_ROW, tokens.RADIUS_ROW)
        size = self._theme.icon_size() + 2
        sign = QRect(EDGE, (self.height() - size) // 2, size, size)
        icons.paint(painter, inside(self.layoutDirection(), self.rect(), sign), "club", colours.accent)
        middle, start = self.height() // 2, EDGE + size + GAP
        line = self._theme.line_height()
        above = QRect(start, middle - line, self.width() - start, line)
        self._write(painter, "strong", colours.text, above, self.text())
        under = QRect(start, middle, self.width() - start, line)
        self._write(painter, "small", colours.text2, under, str(self._path.parent))
        painter.end()

    def _write(self, painter: QPainter, kind: str, ink: str, place: QRect, text: str) -> None:
        painter.setFont(self._theme.font(kind))
        painter.setPen(QColor(ink))
        place.setWidth(place.width() - EDGE)
        middle = Qt.TextElideMode.ElideMiddle
        draw_words(painter, place, text, self.layoutDirection(), within=self.rect(), cut=middle)

    def _want(self) -> None:
        self.wanted.emit(self._path)
