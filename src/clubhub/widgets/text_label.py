"""Labels that follow the language's direction, and labels that are cut where there is no room for them."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QStyle

LEAST_LETTERS = 6
"""A cut text still shows as many."""


class TextLabel(QLabel):
    """Stands at the start of its line, right to left too.

    QLabel turns an alignment by the direction of its text, not of the window: a Latin name in an Arabic window would
    stand at the far end of its line.
    """

    def __init__(self, text: str = "") -> None:
        super().__init__(text)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._wanted = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        self._turn()

    def setAlignment(self, alignment: Qt.AlignmentFlag) -> None:
        self._wanted = alignment
        self._turn()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._turn()

    def _turn(self) -> None:
        turned = QStyle.visualAlignment(self.layoutDirection(), self._wanted)
        super().setAlignment(turned | Qt.AlignmentFlag.AlignAbsolute)


class CutLabel(TextLabel):
    """One line; what doesn't fit is cut, and the tip shows all of it."""

    def setText(self, text: str) -> None:
        super().setText(text)
        self.setToolTip(text)

    def minimumSizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(min(LEAST_LETTERS * metrics.averageCharWidth(), super().sizeHint().width()), metrics.height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  one line is painted whole
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        text = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), self.alignment(), text)
        painter.end()
