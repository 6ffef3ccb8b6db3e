"""Buttons, labels, chips and lines: made in one place, which gives their look and the name a screen reader says."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from clubhub.widgets import icons
from clubhub.widgets.sign_field import SignField
from clubhub.widgets.sign_label import SignLabel
from clubhub.widgets.text_label import TextLabel
from clubhub.widgets.theme import set_kind, set_property

_L = TypeVar("_L", bound=QBoxLayout)

THIN_SPACE = "\u2009"
"""Between icon and text of a button: Qt lets them touch."""


def button(
    text: str,
    on_click: Callable[[], object] | None = None,
    *,
    look: str = "plain",
    icon: str = "",
    tip: str = "",
    name: str = "",
) -> QPushButton:
    """A push button with a verb on it. `look`: plain, primary (one per page), link, danger, pill, segment, tab.

    `on_click` must be a bound method: a lambda would keep its widget alive. `name` is its object name, for tests.
    """
    made = QPushButton(f"{THIN_SPACE}{text}" if icon else text)
    made.setProperty("button", look)
    made.setAccessibleName(text)
    made.setAutoDefault(False)
    if icon:
        made.setIcon(icons.get(icon, "#FFFFFF" if look == "primary" else None))
    if tip:
        made.setToolTip(tip)
    if name:
        made.setObjectName(name)
    if look == "link":
        made.setCursor(Qt.CursorShape.PointingHandCursor)
    if on_click is not None:
        made.clicked.connect(on_click)
    return made


def name_button(made: QPushButton, text: str) -> None:
    """Say something else on a button, and to a screen reader."""
    made.setText(text if made.icon().isNull() else f"{THIN_SPACE}{text}")
    made.setAccessibleName(text)


def icon_button(meaning: str, name: str, on_click: Callable[[], object] | None = None) -> QToolButton:
    """A button with an icon alone; `name` is what a screen reader says and what the tip shows."""
    made = QToolButton()
    made.setProperty("button", "icon")
    made.setIcon(icons.get(meaning))
    made.setAccessibleName(name)
    made.setToolTip(name)
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    if on_click is not None:
        made.clicked.connect(on_click)
    return made


def label(text: str = "", *, kind: str = "", tone: str = "", wrap: bool = False, select: bool = False) -> QLabel:
    """Text to read. `kind` is a kind of type (title, heading, strong, small, figure), `tone` a colour's name."""
    made = TextLabel(text)
    if kind:
        set_kind(made, kind)
    if tone:
        made.setProperty("tone", tone)
    if wrap:
        made.setWordWrap(True)
        made.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    if select:
        made.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
    return made


def badge(text: str, look: str = "plain") -> QLabel:
    """A word on a tint: plain, soft, ok, open, warning, danger, info, ifneed."""
    made = label(text)
    made.setProperty("badge", look)
    made.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    return made


def set_badge(widget: QLabel, text: str, look: str) -> None:
    widget.setText(text)
    set_property(widget, "badge", look)


def icon_label(meaning: str, tone: str, *, share: float = 1.0, is_inverted: bool = False) -> SignLabel:
    """A sign beside text; the text says the same, so screen readers skip it.

    `tone` is a colour's name (text3, accent, danger); `share` is its size, times the height of a line.
    `is_inverted` stands on the colour of text.
    """
    return SignLabel(meaning, tone, share, is_inverted=is_inverted)


def filter_field(placeholder: str, name: str) -> QLineEdit:
    """A field to type a filter into, with a sign and a cross to empty it."""
    made = SignField("search", can_empty=True)
    made.setPlaceholderText(placeholder)
    made.setAccessibleName(name)
    made.setProperty("quiet", True)
    return made


def line() -> QFrame:
    """A hairline across."""
    made = QFrame()
    made.setProperty("line", "top")
    made.setFixedHeight(1)
    return made


def surface(look: str, layout: QBoxLayout | None = None) -> QFrame:
    """An area: side, sheet, panel, sunken (a note) or card (a thing inside a page)."""
    made = QFrame()
    made.setProperty("surface", look)
    if layout is not None:
        made.setLayout(layout)
    return made


def column(
    *items: QWidget | QBoxLayout | int | None, margins: Sequence[int] = (0, 0, 0, 0), space: int = 8
) -> QVBoxLayout:
    """Widgets and layouts above each other; a number is space in pixels, None takes what is left."""
    return _filled(QVBoxLayout(), items, margins, space)


def row(
    *items: QWidget | QBoxLayout | int | None, margins: Sequence[int] = (0, 0, 0, 0), space: int = 8
) -> QHBoxLayout:
    """Widgets and layouts beside each other; a number is space in pixels, None takes what is left."""
    return _filled(QHBoxLayout(), items, margins, space)


def _filled(layout: _L, items: Sequence[QWidget | QBoxLayout | int | None], margins: Sequence[int], space: int) -> _L:
    layout.setContentsMargins(*margins)
    layout.setSpacing(space)
    for item in items:
        if item is None:
            layout.addStretch(1)
        elif isinstance(item, int):
            layout.addSpacing(item)
        elif isinstance(item, QWidget):
            layout.addWidget(item)
        else:
            layout.addLayout(item)
    return layout


def clear(layout: QBoxLayout) -> None:
    """Take everything out of a layout, and let it go."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif isinstance(item, QBoxLayout):
            clear(item)


def removable(words: str, cross: QWidget) -> QWidget:
    """A line of words, wrapped where they are long, with the button that takes it away at its end."""
    made = QWidget()
    line = row(label(words, wrap=True), cross, space=4)
    line.setStretch(0, 1)
    made.setLayout(line)
    return made
