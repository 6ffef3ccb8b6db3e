"""Icons by what they mean. Drawn from the Phosphor font when painted, in the palette's colours of that moment.

The font (a file of the package qtawesome) is loaded with the first icon that is painted.
"""

import json
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QIcon, QIconEngine, QPainter, QPalette, QPixmap
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
    "next": "caret-right", "filter": "funnel-simple", "proof": "circle-wavy-check", "stop": "square", "remind": "bell",
    "link": "link", "image": "image", "list": "list-bullets", "moon": "moon", "sun": "sun", "club": "waves",
    "delete": "trash", "time": "clock", "place": "map-pin", "publish": "check-circle", "changed": "arrows-left-right",
    "preview": "eye", "answer": "hand-palm", "calendar": "calendar-blank", "guest": "user-circle",
    "forward": "arrow-right", "back": "arrow-left", "minus": "minus", "up": "caret-up",
    "first aid": "first-aid", "timekeeper": "timer", "starter": "flag", "turn": "arrows-clockwise", "judge": "scales",
    "parking": "car", "canteen": "coffee", "announcer": "microphone", "runner": "person-simple-run", "set-up": "wrench",
    "prize": "trophy", "cash": "money", "door": "door", "desk": "clipboard-text",
}  # fmt: skip
"""What it means -> its name in Phosphor."""

_SOLID = {"warning", "danger", "info", "pin"}
"""Meanings that are drawn full, so that they are told apart by shape."""

_DIRECTED = {"next", "forward", "back", "undo", "redo", "list"}
"""Meanings that point along the line, and turn with it right to left; clocks and checks do not."""

FONT_SHARE = 0.875
"""How much of its square an icon fills; the rest is its air."""


def get(meaning: str, colour: str | None = None, *, is_full: bool = False) -> QIcon:
    """The icon of a meaning; `colour` is fixed, else it is that of the text around it. KeyError for an unknown one."""
    name = _NAMES[meaning] + ("-fill" if is_full or meaning in _SOLID else "")
    return QIcon(_PhosphorEngine(name, colour, is_directed=meaning in _DIRECTED))


def paint(painter: QPainter, rect: QRect, meaning: str, colour: str, *, is_full: bool = False) -> None:
    """Draw an icon in a delegate."""
    get(meaning, colour, is_full=is_full).paint(painter, rect)


class _PhosphorEngine(QIconEngine):
    """Reads the palette when painting, so that a theme switch reaches every icon."""

    def __init__(self, name: str, colour: str | None, *, is_directed: bool = False) -> None:
        super().__init__()
        self._name = name
        self._colour = colour
        self._is_directed = is_directed

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:  # noqa: ARG002
        group = QPalette.ColorGroup.Disabled if mode == QIcon.Mode.Disabled else QPalette.ColorGroup.Active
        palette_colour = QApplication.palette().color(group, QPalette.ColorRole.ButtonText)
        family, letters = _phosphor()
        font = QFont(family)
        font.setPixelSize(max(1, round(min(rect.width(), rect.height()) * FONT_SHARE)))
        painter.save()
        painter.setPen(QColor(self._colour) if self._colour else palette_colour)
        painter.setFont(font)
        if self._is_directed and QApplication.isRightToLeft():
            painter.translate(2 * QRectF(rect).center().x(), 0)
            painter.scale(-1, 1)
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, letters[self._name])
        painter.restore()

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        if size.isEmpty():  # a button that is squeezed for a moment, before its area has found its height
            return QPixmap()
        pixmap = QPixmap(size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return pixmap

    def clone(self) -> QIconEngine:
        return _PhosphorEngine(self._name, self._colour, is_directed=self._is_directed)


@cache
def _phosphor() -> tuple[str, dict[str, str]]:
    """The font's family, and the character of each of its icons.

    Both are data of the package qtawesome, which is not imported: that takes 0.14 s, for drawing a letter.
    """
    package = find_spec("qtawesome")
    folder = Path(next(iter(package.submodule_search_locations or ()))) / "fonts" if package else Path()
    font = QFontDatabase.addApplicationFont(str(next(folder.glob("phosphor-*.ttf"))))
    codes = json.loads(next(folder.glob("phosphor-charmap-*.json")).read_text(encoding="utf-8"))
    return QFontDatabase.applicationFontFamilies(font)[0], {name: chr(int(code, 16)) for name, code in codes.items()}
