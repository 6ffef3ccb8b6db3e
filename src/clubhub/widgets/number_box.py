"""A field for a whole number."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QSpinBox

SIDE = 8


class NumberBox(QSpinBox):
    """Its number stands as far from the edge as the words of other fields; the wheel scrolls the page instead."""

    def __init__(self, least: int, most: int) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setRange(least, most)
        # The style sheet's padding doesn't reach the line edit in a spin box.
        self.lineEdit().setTextMargins(SIDE, 0, SIDE, 0)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
