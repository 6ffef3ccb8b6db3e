"""The sidebar: the club, find-or-do, the pages, settings, and the quiet corner at its foot."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QFrame, QStyle

from clubhub.support.texts import _, plural
from clubhub.viewmodels.jobs import JobRunner
from clubhub.widgets import icons, tokens
from clubhub.widgets.controls import button, column, label
from clubhub.widgets.pages import PageSpec
from clubhub.widgets.quiet_corner import QuietCorner
from clubhub.widgets.theme import Theme


class Sidebar(QFrame):
    """Emits `chosen` with a page's key."""

    chosen = Signal(str)
    find_wanted = Signal()

    def __init__(self, specs: Sequence[PageSpec], foot: Sequence[PageSpec], jobs: JobRunner, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setProperty("surface", "side")
        self.setProperty("line", "end")
        self.setAccessibleName(_("Pages"))
        self._name = label(kind="strong", wrap=True)
        self._path = label(kind="small", tone="text2")
        self._find = button(
            _("Find or do"), self.find_wanted.emit, look="find", icon="search", tip="Ctrl+K", name="find"
        )
        self._buttons: dict[str, NavButton] = {}
        self._group = QButtonGroup(self)
        pages = column(*[self._nav(spec) for spec in specs], space=2)
        rest = column(*[self._nav(spec) for spec in foot], space=2)
        self._corner = QuietCorner(jobs)
        self._head = column(self._name, self._path, space=0, margins=(6, 2, 6, 6))
        self.setLayout(
            column(self._head, self._find, 6, pages, None, rest, self._corner, margins=(12, 14, 12, 10), space=6)
        )
        self._resize()
        theme.changed.connect(self._resize)

    def set_club(self, name: str, file_name: str) -> None:
        self._name.setText(name)
        self._path.setText(file_name)
        self._path.setToolTip(file_name)

    def set_current(self, key: str) -> None:
        self._buttons[key].setChecked(True)

    def set_badge(self, key: str, number: int) -> None:
        self._buttons[key].set_badge(number)

    def set_narrow(self, *, narrow: bool) -> None:
        """Icons alone, where the window is small."""
        for part in (self._name, self._path, self._corner):
            part.setVisible(not narrow)
        self._find.setText("" if narrow else "\u2009" + _("Find or do"))
        self._resize(narrow=narrow)

    def _resize(self, *, narrow: bool = False) -> None:
        line_height = self._theme.line_height()
        scale = line_height / 16
        self.setFixedWidth(round((64 if narrow else tokens.SIDEBAR_WIDTH) * max(1.0, min(scale, 1.6))))

    def _nav(self, spec: PageSpec) -> "NavButton":
        made = NavButton(spec, self._theme)
        made.clicked.connect(self._choose)
        self._buttons[spec.key] = made
        self._group.addButton(made)
        return made

    def _choose(self) -> None:
        pressed = self._group.checkedButton()
        if isinstance(pressed, NavButton):
            self.chosen.emit(pressed.key)


class NavButton(QAbstractButton):
    """One page in the sidebar: sign, word and how many things there need somebody."""

    def __init__(self, spec: PageSpec, theme: Theme) -> None:
        super().__init__()
        self.key = spec.key
        self._icon = spec.icon
        self._theme = theme
        self._badge = 0
        self.setText(spec.title)
        self.setAccessibleName(spec.title)
        self.setToolTip(spec.title)
        self.setObjectName(f"nav-{spec.key}")
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def set_badge(self, number: int) -> None:
        self._badge = number
        needs = plural("{count} thing needs you", "{count} things need you", number)
        self.setAccessibleDescription(needs if number else "")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(100, self._theme.line_height() + 16)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = self._theme.colours
        if self.isChecked() or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.soft if self.isChecked() else colours.hover))
            painter.drawRoundedRect(self.rect(), tokens.RADIUS_ROW, tokens.RADIUS_ROW)
        if self.hasFocus():
            pen = painter.pen()
            pen.setStyle(Qt.PenStyle.SolidLine)
            pen.setColor(QColor(colours.accent))
            pen.setWidth(2)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), tokens.RADIUS_ROW, tokens.RADIUS_ROW)
        self._paint_words(painter, colours.softtext if self.isChecked() else colours.text)

    def _paint_words(self, painter: QPainter, ink: str) -> None:
        size = self._theme.icon_size() + 2
        icons.paint(painter, self._mirrored(QRect(11, (self.height() - size) // 2, size, size)), self._icon, ink)
        if self.width() < 90:
            return
        painter.setPen(QColor(ink))
        painter.setFont(self._theme.font("strong" if self.isChecked() else "body"))
        words = self._mirrored(QRect(size + 22, 0, self.width() - size - 60, self.height()))
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading, self.text())
        if self._badge:
            number = self._mirrored(QRect(self.width() - 48, 0, 38, self.height()))
            painter.drawText(number, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignTrailing, str(self._badge))

    def _mirrored(self, rect: QRect) -> QRect:
        return QStyle.visualRect(self.layoutDirection(), self.rect(), rect)
