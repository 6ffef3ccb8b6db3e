"""The side of the list: nobody, one person, or several. On a narrow page it covers the list."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QStackedLayout, QWidget

from clubhub.widgets.people.many_panel import ManyPanel
from clubhub.widgets.people.person_panel import PersonPanel
from clubhub.widgets.theme import Theme
from clubhub.widgets.tokens import DETAIL_WIDTH, NARROW_WIDTH

LINE_HEIGHT = 16
"""The height of a line that the widths were drawn for."""
LEAST_LIST = 460
"""The width that the list needs beside the detail."""
WIDEST_TEXT = 640
"""The width beyond which fields only get farther from their names."""
WIDEST = 16_777_215
"""Qt's own largest size: no limit."""


class Side(QFrame):
    """Holds the two panels; the page decides which is shown. `covers` says that it takes the place of the list."""

    closed = Signal()

    def __init__(self, one: PersonPanel, many: ManyPanel) -> None:
        super().__init__()
        self.setProperty("surface", "panel")
        self.setProperty("line", "start")
        self.one, self.many = one, many
        self.covers = False
        self._stack = QStackedLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        for panel in (one, many):
            self._stack.addWidget(panel)
            panel.closed.connect(self._close)
        self.hide()

    def open_one(self) -> None:
        self._stack.setCurrentWidget(self.one)
        self.show()

    def open_many(self) -> None:
        self._stack.setCurrentWidget(self.many)
        self.show()

    def fit(self, theme: Theme, page: QWidget) -> None:
        """Beside the list where there is room for both, as wide as the look says, times the text's size."""
        scale = theme.line_height() / LINE_HEIGHT
        width = round(DETAIL_WIDTH * scale)
        self.covers = page.window().width() < NARROW_WIDTH or page.width() < width + round(LEAST_LIST * scale)
        self.setMinimumWidth(0 if self.covers else width)
        self.setMaximumWidth(WIDEST if self.covers else width)
        spare = max(0, page.width() - round(WIDEST_TEXT * scale)) // 2 if self.covers else 0
        self.setContentsMargins(spare, 0, spare, 0)

    @Slot()
    def _close(self) -> None:
        self.hide()
        self.closed.emit()
