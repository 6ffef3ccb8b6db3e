"""Icons by what they mean. Drawn from the Phosphor font when painted, in the palette's colours of that moment.

The font (in qtawesome) is loaded with the first icon that is painted, not at the start.
"""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QApplication

_NAMES = {
    "home": "house", "people": "users", "events": "calendar-blank", "polls": "chart-bar-horizontal",
    "posts": "megaphone", "settings": "gear", "history": "clock-counter-clockwise", "search": "magnifying-glass",
    "person": "user", "household": "house-line", "group": "users-three", "skill": "identification-badge", "role": "tag",
    "ok": "check", "open": "circle-dashed", "warning": "warning", "danger": "x-circle", "info": "info",
    "ifneed": "circle-half", "no": "x", "close": "x", "add": "plus", "undo": "arrow-u-up-left",
    "redo": "arrow-u-up-right", "pin": "push-pin", "swap": "arrows-left-right", "export": "export",
    "print": "printer", "write": "pencil-simple", "send": "paper-plane-tilt", "mail": "envelope-simple",
    "sms": "chat-circle", "whatsapp": "whatsapp-logo", "phone": "phone", "paper": "printer", "file": "file-text",
    "more": "dots-three", "fill": "magic-wand", "import": "download-simple", "copy": "copy", "down": "caret-down",
    "next": "caret-right", "filter": "funnel-simple", "proof": "shield-check", "stop": "square", "remind": "bell",
    "link": "link", "image": "image", "list": "list-bullets", "moon": "moon", "sun": "sun", "club": "waves",
    "delete": "trash", "time": "clock", "place": "map-pin", "publish": "check-circle", "changed": "arrows-left-right",
    "preview": "eye", "answer": "hand-palm", "calendar": "calendar-blank", "guest": "user-circle",
}  # fmt: skip
"""What it means -> its name in Phosphor."""

_SOLID = {"warning", "danger", "info", "pin"}
"""Meanings that are drawn full, so that they are told apart by shape."""


def get(meaning: str, colour: str | None = None) -> QIcon:
    """The icon of a meaning; `colour` is fixed, else it is that of the text around it. KeyError for an unknown one."""
    return QIcon(_PhosphorEngine(_NAMES[meaning], is_solid=meaning in _SOLID, colour=colour))


def paint(painter: QPainter, rect: QRect, meaning: str, colour: str) -> None:
    """Draw an icon in a delegate."""
    get(meaning, colour).paint(painter, rect)


class _PhosphorEngine(QIconEngine):
    """Reads the palette when painting, so that a theme switch reaches every icon."""

    def __init__(self, name: str, *, is_solid: bool, colour: str | None) -> None:
        super().__init__()
        self._name = f"ph.{name}{'-fill' if is_solid else ''}"
        self._is_solid = is_solid
        self._colour = colour

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:  # noqa: ARG002
        import qtawesome

        group = QPalette.ColorGroup.Disabled if mode == QIcon.Mode.Disabled else QPalette.ColorGroup.Active
        palette_colour = QApplication.palette().color(group, QPalette.ColorRole.ButtonText)
        colour = QColor(self._colour) if self._colour else palette_colour
        qtawesome.icon(self._name, color=colour).paint(painter, rect, Qt.AlignmentFlag.AlignCenter)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        pixmap = QPixmap(size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return pixmap

    def clone(self) -> QIconEngine:
        return _PhosphorEngine(self._name.removeprefix("ph.").removesuffix("-fill" if self._is_solid else ""),
                               is_solid=self._is_solid, colour=self._colour)  # fmt: skip
