"""The list of posts and the post beside it; where there is no room for both, the post covers the list."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from clubhub.widgets import tokens
from clubhub.widgets.controls import row
from clubhub.widgets.theme import Theme

LEAST_LINES = 44
"""A page narrower than so many lines of text are high has room for one of the two."""

WIDEST = 16_777_215
"""Qt's own largest width: as much as there is."""


class Sides(QWidget):
    """`covers` says that only one side is shown; then the list is the first."""

    turned = Signal()
    """Another side is shown now, or both are."""

    def __init__(self, side: QWidget, detail: QWidget, theme: Theme) -> None:
        super().__init__()
        self._side, self._detail, self._theme = side, detail, theme
        self._is_open = False
        self.covers = False
        self.has_detail = True
        layout = row(side, detail, space=0)
        layout.setStretch(1, 1)
        self.setLayout(layout)
        theme.changed.connect(self.fit)

    @property
    def hides_list(self) -> bool:
        """Whether the post stands where the list was."""
        return self.covers and self.has_detail and self._is_open

    @Slot()
    def open_detail(self) -> None:
        self._is_open = True
        self.fit()

    @Slot()
    def close_detail(self) -> None:
        self._is_open = False
        self.fit()

    def show_detail(self, *, is_there: bool) -> None:
        """Whether there is anything to show beside the list."""
        self.has_detail = is_there
        self.fit()

    @Slot()
    def fit(self) -> None:
        """The list grows with the text, and leaves the post more than half of the page."""
        line = self._theme.line_height()
        self.covers = self.width() < LEAST_LINES * line
        shows_detail = self.has_detail and (self._is_open or not self.covers)
        self._side.setVisible(not (self.covers and shows_detail))
        self._detail.setVisible(shows_detail)
        wanted = round(tokens.DETAIL_WIDTH * min(max(1.0, line / 16), 1.35))
        self._side.setMinimumWidth(0 if self.covers else max(180, min(wanted, round(self.width() * 0.46))))
        self._side.setMaximumWidth(WIDEST if self.covers else self._side.minimumWidth())
        self.turned.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()
