"""A field with a sign at its start, and perhaps a cross to empty it: both as large as its text.

Qt's own signs in fields (QLineEdit.addAction) stay at 16 pixels whatever the text's size.
"""

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QStyle, QToolButton

from clubhub.support.texts import _
from clubhub.widgets import icons
from clubhub.widgets.undo_keys import is_for_window

EDGE, GAP = 9, 2
"""Pixels from the field's edge to its sign, and from there to the text (a field has a padding of its own)."""


class SignField(QLineEdit):
    """Screen readers hear the field's name alone. Without a sign ("") it is a field like others."""

    def __init__(self, sign: str, *, can_empty: bool = False) -> None:
        super().__init__()
        self._sign = sign
        self._cross: QToolButton | None = None
        if can_empty:
            self._cross = self._made_cross()
            self.textChanged.connect(self._show_cross)
        self._make_room()

    def event(self, event: QEvent) -> bool:
        if is_for_window(event, can_undo=self.isUndoAvailable(), can_redo=self.isRedoAvailable()):
            event.ignore()
            return False
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.LayoutDirectionChange, QEvent.Type.StyleChange):
            self._make_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._sign:
            return
        painter = QPainter(self)
        icons.paint(painter, self._place(at_start=True), self._sign, self.palette().placeholderText().color().name())
        painter.end()

    def _side(self) -> int:
        return max(12, self.fontMetrics().height() - 1)

    def _place(self, *, at_start: bool) -> QRect:
        side = self._side()
        left = EDGE if at_start else self.width() - EDGE - side
        rect = QRect(left, (self.height() - side) // 2, side, side)
        return QStyle.visualRect(self.layoutDirection(), self.rect(), rect)

    def _make_room(self) -> None:
        start = self._side() + GAP if self._sign else 0
        end = self._side() + GAP if self._cross is not None else 0
        is_mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        self.setTextMargins(end if is_mirrored else start, 0, start if is_mirrored else end, 0)
        if self._cross is not None:
            self._cross.setIconSize(QSize(self._side() - 3, self._side() - 3))
            self._cross.setGeometry(self._place(at_start=False).adjusted(-3, -3, 3, 3))

    def _made_cross(self) -> QToolButton:
        """Only for the mouse: by keyboard a field is emptied with Ctrl+A and Delete."""
        made = QToolButton(self)
        made.setProperty("button", "cross")
        made.setIcon(icons.get("close"))
        made.setAccessibleName(_("Empty the field"))
        made.setToolTip(_("Empty the field"))
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        made.setCursor(Qt.CursorShape.ArrowCursor)
        made.clicked.connect(self.clear)
        made.hide()
        return made

    @Slot(str)
    def _show_cross(self, text: str) -> None:
        if self._cross is not None:
            self._cross.setVisible(bool(text))
