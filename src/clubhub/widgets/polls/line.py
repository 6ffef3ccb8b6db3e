"""Widgets on one line as long as there is room, else on more."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from clubhub.widgets.flow import FlowLayout


class WrappingLine(QWidget):
    """Asks for the width of one line; given less, its widgets go to a next one."""

    def __init__(self, *widgets: QWidget, space: int = 8) -> None:
        super().__init__()
        self._flow = _Flow(self, space=space)
        for widget in widgets:
            self.add(widget)

    def add(self, widget: QWidget) -> None:
        self._flow.addWidget(widget)


class _Flow(FlowLayout):
    def sizeHint(self) -> QSize:
        sizes = [item.sizeHint() for at in range(self.count()) if (item := self.itemAt(at)) and not item.isEmpty()]
        wide = sum(size.width() for size in sizes) + self.spacing() * max(0, len(sizes) - 1)
        return QSize(wide, max((size.height() for size in sizes), default=0))
