"""Two halves beside each other, or below each other where large text would cut what is in them."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget


class Halves(QWidget):
    """`least` is the width, in letters, from which on they stand beside each other."""

    def __init__(self, first: QWidget, second: QWidget, *, least: int, space: int) -> None:
        super().__init__()
        self._least = least
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(space)
        for half in (first, second):
            self._layout.addWidget(half, 1)
        self.setLayout(self._layout)

    @property
    def is_beside(self) -> bool:
        return self._layout.direction() == QBoxLayout.Direction.LeftToRight

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        has_room = self.width() >= self._least * self.fontMetrics().horizontalAdvance("n")
        directions = QBoxLayout.Direction
        self._layout.setDirection(directions.LeftToRight if has_room else directions.TopToBottom)
