"""The buttons of the sidebar: a page with its number, and the way to find-or-do."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QKeySequence, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QPushButton

from clubhub.support.texts import _, plural
from clubhub.widgets import icons, tokens
from clubhub.widgets.controls import THIN_SPACE
from clubhub.widgets.pages import PageSpec
from clubhub.widgets.painting import draw_tint, draw_words, inside
from clubhub.widgets.theme import Theme, set_property

EDGE, GAP = 11, 11
"""Pixels before the sign, and between sign and word."""
DOT = 7
"""What is left of the number where there is room for the sign alone."""


class NavButton(QAbstractButton):
    """One page in the sidebar: sign, word and how many things there need somebody."""

    def __init__(self, spec: PageSpec, theme: Theme) -> None:
        super().__init__()
        self.key = spec.key
        self._icon = spec.icon
        self._theme = theme
        self._badge = 0
        self._is_narrow = False
        self.setText(spec.title)
        self.setAccessibleName(spec.title)
        self.setToolTip(spec.title)
        self.setObjectName(f"nav-{spec.key}")
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def set_badge(self, number: int) -> None:
        self._badge = number
        needs = plural("{count} thing needs you", "{count} things need you", number) if number else ""
        self.setAccessibleDescription(needs)
        self.setToolTip(_("{page}: {needs}").format(page=self.text(), needs=needs) if needs else self.text())
        self.update()

    def set_narrow(self, *, narrow: bool) -> None:
        """The sign alone."""
        self._is_narrow = narrow
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(3 * self._theme.line_height(), self._theme.line_height() + 16)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = self._theme.colours
        if self.isChecked() or self.underMouse():
            tint = colours.soft if self.isChecked() else colours.hover
            draw_tint(painter, self.rect(), tint, tokens.RADIUS_ROW)
        if self.hasFocus():
            painter.setPen(QPen(QColor(colours.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), tokens.RADIUS_ROW, tokens.RADIUS_ROW)
        self._paint_sign(painter, colours.softtext if self.isChecked() else colours.text)
        if not self._is_narrow:
            self._paint_words(painter, colours.softtext if self.isChecked() else colours.text)

    def _paint_sign(self, painter: QPainter, ink: str) -> None:
        size = self._theme.icon_size() + 2
        left = (self.width() - size) // 2 if self._is_narrow else EDGE
        place = QRect(left, (self.height() - size) // 2, size, size)
        icons.paint(painter, self._mirrored(place), self._icon, ink, is_full=self.isChecked())
        if self._is_narrow and self._badge:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self._theme.colours.accent))
            painter.drawEllipse(self._mirrored(QRect(place.right() + 1, place.top() - 2, DOT, DOT)))

    def _paint_words(self, painter: QPainter, ink: str) -> None:
        painter.setFont(self._theme.font("strong" if self.isChecked() else "body"))
        number = str(self._badge) if self._badge else ""
        room = painter.fontMetrics().horizontalAdvance(number) + EDGE
        start = EDGE + self._theme.icon_size() + 2 + GAP
        words = QRect(start, 0, self.width() - start - room, self.height())
        painter.setPen(QColor(ink))
        draw_words(painter, words, self.text(), self.layoutDirection(), within=self.rect())
        painter.setPen(QColor(ink if self.isChecked() else self._theme.colours.text2))
        draw_words(painter, self.rect().adjusted(EDGE, 0, -EDGE, 0), number, self.layoutDirection(), is_end=True)

    def _mirrored(self, rect: QRect) -> QRect:
        return inside(self.layoutDirection(), self.rect(), rect)


class FindButton(QPushButton):
    """Looks like a field, says its key at its end, and opens find-or-do."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._key = QKeySequence("Ctrl+K").toString(QKeySequence.SequenceFormat.NativeText)
        self._is_narrow = False
        self.setProperty("button", "find")
        self.setIcon(icons.get("search"))
        self.setAccessibleName(_("Find or do"))
        self.setToolTip(_("{what} ({key})").format(what=_("Find or do"), key=self._key))
        self.setAutoDefault(False)
        self.setObjectName("find")
        self.set_narrow(narrow=False)

    def set_narrow(self, *, narrow: bool) -> None:
        self._is_narrow = narrow
        set_property(self, "is_narrow", narrow)
        self.setText("" if narrow else THIN_SPACE + _("Find or do"))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._is_narrow:
            return
        painter = QPainter(self)
        painter.setFont(self._theme.font("small"))
        room = self.width() - 3 * EDGE - self._theme.icon_size() - self.fontMetrics().horizontalAdvance(self.text())
        if painter.fontMetrics().horizontalAdvance(self._key) <= room:
            painter.setPen(QColor(self._theme.colours.text2))
            draw_words(painter, self.rect().adjusted(EDGE, 0, -EDGE, 0), self._key, self.layoutDirection(), is_end=True)
        painter.end()
