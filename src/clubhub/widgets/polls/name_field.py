"""Finds a row by its name, in the corner of the grid over the names: each letter shows the first that fits."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from clubhub.support.texts import _
from clubhub.widgets.sign_field import SignField
from clubhub.widgets.theme import set_property


class NameField(SignField):
    """Enter or an arrow goes back to the grid, on the row that was found; Escape too."""

    typed = Signal(str)
    left = Signal()

    def __init__(self) -> None:
        super().__init__("search", can_empty=True)
        self.setPlaceholderText(_("Find a name  /"))
        self.setAccessibleName(_("Find a name"))
        self.setProperty("quiet", True)
        self.textEdited.connect(self.typed)

    def begin(self, letters: str) -> None:
        """Take over what was typed in the grid."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.setText(letters)
        self.typed.emit(letters)

    def show_found(self, *, is_found: bool) -> None:
        """A name that nobody has turns the field's edge."""
        set_property(self, "state", "" if is_found or not self.text() else "danger")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape, Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.clear()
            self.show_found(is_found=True)
            self.left.emit()
        else:
            super().keyPressEvent(event)
