"""Two halves beside each other, or below each other where large text would cut what is in them."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget


class Halves(QWidget):
    """`least` is the width, in letters, from which on they stand beside each other."""

    def __init__(self, first: QWidget, second: QWidget, *, least: int, space: int) -> None:
        super().__init__()
        self._least = least
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(space)
        self._halves = (first, second)
        for half in self._halves:
            half.setSizePolicy(QSizePolicy.Policy.Ignored, half.sizePolicy().verticalPolicy())
            self._layout.addWidget(half, 1)
        self.setLayout(self._layout)

    @property
    def is_beside(self) -> bool:
        return self._layout.direction() == QBoxLayout.Direction.LeftToRight

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share()

    def event(self, event: QEvent) -> bool:
        """Words that come into one half leave the other as wide as it was."""
        is_taken = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._share()
        return is_taken

    def _share(self) -> None:
        """Both alike, however much one of them would like, but at least as wide as the one that needs more."""
        least = max((half.minimumSizeHint().width() for half in self._halves if not half.isHidden()), default=0)
        for half in self._halves:
            half.setMinimumWidth(least)
        has_room = self.width() >= self._least * self.fontMetrics().horizontalAdvance("n")
        directions = QBoxLayout.Direction
        self._layout.setDirection(directions.LeftToRight if has_room else directions.TopToBottom)
