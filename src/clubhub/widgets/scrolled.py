"""An area that scrolls up and down where what is in it doesn't fit; across, its contents fit themselves."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QLayout, QScrollArea, QWidget


class Contents(QWidget):
    """As high as its layout says for its width: labels that wrap would ask for the height of a narrower one."""

    def __init__(self, layout: QLayout | None = None) -> None:
        super().__init__()
        if layout is not None:
            self.setLayout(layout)

    def minimumSizeHint(self) -> QSize:
        layout, least = self.layout(), super().minimumSizeHint()
        return QSize(least.width(), 0) if layout and layout.hasHeightForWidth() else least


def scrolled(contents: Contents) -> QScrollArea:
    """The area; Tab goes to what is in it, not to itself."""
    made = QScrollArea()
    made.setWidgetResizable(True)
    made.setFrameShape(QFrame.Shape.NoFrame)
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    made.setWidget(contents)
    return made
