"""The short line after an action, with Undo: bottom centre, for 8 seconds or as long as the mouse rests on it."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QEnterEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QWidget

from clubhub.support.texts import _
from clubhub.widgets import icons
from clubhub.widgets.controls import button, icon_button, icon_label, label, row
from clubhub.widgets.theme import Theme

SHOWN_MS = 8000
MOST_LETTERS = 110
"""The width of the longest line."""
BOTTOM_MARGIN = 24


class Banner(QFrame):
    """One per window, over its pages."""

    undo_wanted = Signal()

    def __init__(self, parent: QWidget, theme: Theme) -> None:
        super().__init__(parent)
        self.setProperty("banner", True)
        self.setAccessibleName(_("Message"))
        self._over = parent
        self._sign = icon_label("warning", "warning", is_inverted=True)
        self._text = label(kind="strong", wrap=True)
        self._undo = button(_("Undo"), self._want_undo)
        keys = QKeySequence(QKeySequence.StandardKey.Undo).toString(QKeySequence.SequenceFormat.NativeText)
        self._keys = label(keys, kind="small")
        self._close = icon_button("close", _("Close the message"), self.hide)
        self._parts = row(self._sign, self._text, self._undo, self._keys, self._close, margins=(16, 6, 8, 6), space=10)
        self._parts.setStretch(1, 1)
        self.setLayout(self._parts)
        self._theme = theme
        theme.changed.connect(self._tint)
        self._tint()
        self._stays = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        parent.installEventFilter(self)
        self.hide()

    def show_text(self, text: str, *, can_undo: bool = False, stays: bool = False) -> None:
        """Show a sentence; a refusal `stays` until it is closed or another one comes."""
        self._text.setText(text)
        self.setAccessibleDescription(text)
        self._sign.setVisible(stays)
        for part in (self._undo, self._keys):
            part.setVisible(can_undo)
        self.show()
        self._place()
        self.raise_()
        self._stays = stays
        self._timer.stop()
        if not stays:
            self._timer.start(SHOWN_MS)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

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
        if not self._stays:
            self._timer.start(SHOWN_MS // 2)
        super().leaveEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        """As wide as its sentence, within the page and what can be read well."""
        room = self._over.width() - 2 * BOTTOM_MARGIN
        letters = self._text.fontMetrics()
        words = max(letters.horizontalAdvance(line) for line in self._text.text().split("\n"))
        most = min(MOST_LETTERS * letters.averageCharWidth(), room)
        self._text.setMinimumWidth(0)
        beside = self.minimumSizeHint().width() - self._text.minimumSizeHint().width()
        self._text.setMinimumWidth(min(words, most - beside) + 1)
        wide = self._parts.minimumSize().width()
        self.resize(wide, self._parts.totalHeightForWidth(wide))
        self.move((self._over.width() - self.width()) // 2, self._over.height() - self.height() - BOTTOM_MARGIN)

    def _want_undo(self) -> None:
        self.hide()
        self.undo_wanted.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)
