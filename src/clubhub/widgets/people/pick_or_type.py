"""A field to choose one of the known names or to type a new one, with a button that does it once there is one."""

from collections.abc import Iterable

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget

from clubhub.viewmodels.people.rows import name_order
from clubhub.widgets.controls import button, row
from clubhub.widgets.sign_field import SignField


class PickOrType(QWidget):
    """`picked` with the name, when one is chosen from the list, or typed and taken by Enter or the button."""

    picked = Signal(str)

    def __init__(self, name: str, verb: str, *, object_name: str) -> None:
        super().__init__()
        self.box = _Box()
        self.box.setEditable(True)
        self.box.setLineEdit(SignField(""))
        self.box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.box.setAccessibleName(name)
        self.box.setObjectName(object_name)
        self.box.setProperty("quiet", "bare")
        edit = self.box.lineEdit()
        if edit is not None:
            edit.setPlaceholderText(name)
            edit.setAccessibleName(name)
            edit.returnPressed.connect(self._take)
            edit.textChanged.connect(self._offer_verb)
        self.verb = button(verb, self._take, name=f"{object_name}-do")
        self.verb.hide()
        line = row(self.box, self.verb)
        line.setStretch(0, 1)
        self.setLayout(line)
        self.setFocusProxy(self.box)

    def set_names(self, names: Iterable[str]) -> None:
        blocker = QSignalBlocker(self.box)
        typed = self.box.currentText()
        self.box.clear()
        self.box.addItems(sorted(names, key=name_order))
        self.box.setCurrentIndex(-1)
        self.box.setEditText(typed)
        blocker.unblock()

    def text(self) -> str:
        return self.box.currentText().strip()

    @Slot()
    def _offer_verb(self) -> None:
        self.verb.setVisible(bool(self.text()))

    @Slot()
    def _take(self) -> None:
        if self.text():
            name = self.text()
            self.box.setCurrentIndex(-1)
            self.box.setEditText("")
            self.picked.emit(name)


class _Box(QComboBox):
    """The wheel scrolls the panel; Enter doesn't reach the window's default button."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()
