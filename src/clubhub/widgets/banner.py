"""The short line after an action, with Undo: bottom centre, for 8 seconds or as long as the mouse rests on it."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QEnterEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QWidget

from clubhub.support.texts import _
from clubhub.widgets import icons
from clubhub.widgets.controls import button, icon_button, label, row
from clubhub.widgets.theme import Theme

SHOWN_MS = 8000
BOTTOM_MARGIN = 24


class Banner(QFrame):
    """One per window, over its pages."""

    undo_wanted = Signal()

    def __init__(self, parent: QWidget, theme: Theme) -> None:
        super().__init__(parent)
        self.setProperty("banner", True)
        self.setAccessibleName(_("Message"))
        self._over = parent
        self._text = label(kind="strong")
        self._undo = button(_("Undo"), self._want_undo, tip=QKeySequence(QKeySequence.StandardKey.Undo).toString())
        self._close = icon_button("close", _("Close the message"), self.hide)
        self.setLayout(row(self._text, self._undo, self._close, margins=(16, 6, 8, 6), space=12))
        self._theme = theme
        theme.changed.connect(self._tint)
        self._tint()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        parent.installEventFilter(self)
        self.hide()

    def show_text(self, text: str, *, can_undo: bool = False, stays: bool = False) -> None:
        """Show a sentence; a refusal `stays` until it is closed or another one comes."""
        self._text.setText(text)
        self._text.setWordWrap(len(text) > 80)
        self.setAccessibleDescription(text)
        self._undo.setVisible(can_undo)
        self.show()
        self._place()
        self.raise_()
        self._timer.stop()
        if not stays:
            self._timer.start(SHOWN_MS)

    @Slot()
    def _tint(self) -> None:
        """The banner is inverted, and so is its sign."""
        self._close.setIcon(icons.get("close", self._theme.colours.sheet))

    @property
    def text(self) -> str:
        return self._text.text() if self.isVisible() else ""

    def enterEvent(self, event: QEnterEvent) -> None:
        """The mouse rests on it: it stays."""
        self._timer.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._timer.start(SHOWN_MS // 2)
        super().leaveEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        self.setMaximumWidth(max(320, self._over.width() - 48))
        self.adjustSize()
        self.move((self._over.width() - self.width()) // 2, self._over.height() - self.height() - BOTTOM_MARGIN)

    def _want_undo(self) -> None:
        self.hide()
        self.undo_wanted.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)
