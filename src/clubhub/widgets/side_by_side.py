"""Two parts beside each other where there is room, else below each other."""

from PySide6.QtCore import Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from clubhub.widgets.scrolled import Contents
from clubhub.widgets.theme import Theme

LINE_HEIGHT = 16
"""The line that widths were drawn for."""
NO_LIMIT = 16_777_215
"""Qt's own largest size."""


class SideBySide(Contents):
    """`first` takes what is left, at least `least` pixels; `second` is `width` wide: both at the usual text size."""

    def __init__(self, first: QWidget, second: QWidget, theme: Theme, *, least: int, width: int, space: int) -> None:
        super().__init__()
        self._second = second
        self._theme = theme
        self._least, self._width, self._space = least, width, space
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._layout.setSpacing(space)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.addWidget(first, 1)
        self._layout.addWidget(second)
        self.setLayout(self._layout)
        theme.changed.connect(self._fit)
        self._fit()

    @property
    def is_beside(self) -> bool:
        return self._layout.direction() == QBoxLayout.Direction.LeftToRight

    def set_margins(self, left: int, top: int, right: int, bottom: int) -> None:
        self._layout.setContentsMargins(left, top, right, bottom)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @Slot()
    def _fit(self) -> None:
        scale = max(1.0, self._theme.line_height() / LINE_HEIGHT)
        margins = self._layout.contentsMargins()
        room = self.width() - margins.left() - margins.right()
        is_beside = room >= (self._least + self._width) * scale + self._space
        wide = round(self._width * scale)
        self._second.setMinimumWidth(wide if is_beside else 0)
        self._second.setMaximumWidth(wide if is_beside else NO_LIMIT)
        beside, below = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._layout.setDirection(beside if is_beside else below)
