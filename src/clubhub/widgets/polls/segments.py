"""Buttons beside each other of which one is chosen."""

from PySide6.QtCore import Slot
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QButtonGroup, QFrame, QPushButton

from clubhub.widgets.controls import button, column, surface
from clubhub.widgets.polls.line import WrappingLine
from clubhub.widgets.theme import Theme


class Segments(QFrame):
    """A chosen segment is bold: all are as wide as that, so that none moves."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._group = QButtonGroup(self)
        self._line = WrappingLine(space=2)
        self.setLayout(column(surface("sunken", column(self._line, margins=(2, 2, 2, 2)))))
        theme.changed.connect(self.fit)

    def add(self, text: str, tip: str = "") -> QPushButton:
        made = button(text, look="segment", tip=tip)
        made.setCheckable(True)
        self._group.addButton(made)
        self._line.add(made)
        self.fit()
        return made

    @Slot()
    def fit(self) -> None:
        metrics = QFontMetrics(self._theme.font("strong"))
        for made in self._group.buttons():
            spare = metrics.height() * 2 if isinstance(made, QPushButton) and made.menu() else 24
            made.setMinimumWidth(metrics.horizontalAdvance(made.text()) + spare)
