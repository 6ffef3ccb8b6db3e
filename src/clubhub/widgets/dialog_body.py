"""What stands between a dialog's title and its buttons: it scrolls where the window is too small for it."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea

from clubhub.widgets.scrolled import Contents

LEAST_LINES = 3


class DialogBody(QScrollArea):
    """Asks for all that its contents need, and lives with a few lines."""

    grown = Signal()
    """What is in it may need another size now."""

    def __init__(self, layout: QBoxLayout, name: str, *, side: int) -> None:
        """`side` is the space before and after the contents; the scroll bar stands in it, and takes none of theirs."""
        super().__init__()
        self._side = side
        self._holder = Contents(layout)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(name)
        self.setWidget(self._holder)
        self.verticalScrollBar().installEventFilter(self)
        self._share_side()

    def needed_height(self, width: int) -> int:
        """How high the contents are at that width."""
        layout = self._holder.layout()
        if layout is None:
            return 0
        return layout.totalHeightForWidth(width) if layout.hasHeightForWidth() else layout.totalSizeHint().height()

    def needed_width(self) -> int:
        return self._holder.minimumSizeHint().width()

    def sizeHint(self) -> QSize:
        return self._holder.sizeHint()

    def minimumSizeHint(self) -> QSize:
        least = LEAST_LINES * self.fontMetrics().height()
        return QSize(least, min(least, self._holder.sizeHint().height()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_taken = super().eventFilter(watched, event)
        if watched is self._holder and event.type() == QEvent.Type.LayoutRequest:
            self.grown.emit()
        if watched is self.verticalScrollBar() and event.type() in (QEvent.Type.Show, QEvent.Type.Hide):
            self._share_side()
        return is_taken

    def _share_side(self) -> None:
        bar = self.verticalScrollBar()
        end = self._side - (bar.sizeHint().width() if bar.isVisibleTo(self) else 0)
        start, end = (end, self._side) if self.isRightToLeft() else (self._side, end)
        layout = self._holder.layout()
        if layout is not None:
            layout.setContentsMargins(start, 0, end, 0)
