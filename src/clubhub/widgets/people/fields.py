"""Fields that are edited in place: each tells what a person has made of it when it is left, and keeps typed text."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QSignalBlocker, QStringListModel, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QCompleter, QPlainTextEdit, QWidget

from clubhub.support.texts import _
from clubhub.widgets.controls import column, icon_button, row
from clubhub.widgets.sign_field import SignField
from clubhub.widgets.theme import set_property
from clubhub.widgets.undo_keys import is_for_window


class TextField(SignField):
    """One line. `edited` when it is left or Enter is pressed with another text; Escape puts the kept text back."""

    edited = Signal()
    typing = Signal(bool)
    """Whether it holds something that isn't kept yet."""

    def __init__(self, name: str, *, icon: str = "", placeholder: str = "") -> None:
        super().__init__(icon)
        self._kept = ""
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setProperty("quiet", "bare")
        self.editingFinished.connect(self._leave)
        self.textEdited.connect(self._type)

    @property
    def kept(self) -> str:
        """The text that was shown last, whatever was typed since."""
        return self._kept

    def show_text(self, text: str) -> None:
        """Show what is kept now."""
        self._kept = text
        if self.text() != text:
            self.setText(text)
            self.setCursorPosition(0)
        self.mark(is_wrong=False)

    def mark(self, *, is_wrong: bool) -> None:
        set_property(self, "state", "danger" if is_wrong else "")

    def set_choices(self, names: Sequence[str]) -> None:
        """What is offered while typing."""
        completer = QCompleter(QStringListModel(list(names), self), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setCompleter(completer)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text() != self._kept:
            self.show_text(self._kept)
            self.typing.emit(False)
            return
        super().keyPressEvent(event)

    @Slot()
    def _leave(self) -> None:
        if self.text().strip() != self._kept:
            self.edited.emit()

    @Slot()
    def _type(self) -> None:
        self.typing.emit(self.text() != self._kept)


class LinesField(QWidget):
    """Several values of a kind, one line each: mails, phones. The plus makes a line for the next."""

    edited = Signal()
    typing = Signal(bool)

    def __init__(self, name: str, *, icon: str, placeholder: str, add: str) -> None:
        super().__init__()
        self._name, self._icon, self._placeholder = name, icon, placeholder
        self._lines: list[TextField] = []
        self._layout = column(space=4)
        self._plus = icon_button("add", add, self._add)
        whole = row(self._layout, self._plus, space=2)
        whole.setStretch(0, 1)
        whole.setAlignment(self._plus, Qt.AlignmentFlag.AlignTop)
        self.setLayout(whole)
        self._ensure(1)

    def values(self) -> tuple[str, ...]:
        return tuple(text for line in self._lines if (text := line.text().strip()))

    def show_values(self, values: Sequence[str]) -> None:
        """A line for each, an empty one if there is none."""
        self._ensure(len(values))
        for place, line in enumerate(self._lines):
            line.setVisible(place < max(1, len(values)))
            line.show_text(values[place] if place < len(values) else "")

    def mark(self, *, is_wrong: bool) -> None:
        """Mark the lines that were typed in."""
        for line in self._lines:
            line.mark(is_wrong=is_wrong and line.text().strip() != line.kept)

    @Slot()
    def _add(self) -> None:
        """Go to the first empty line, shown or new."""
        self._ensure(sum(bool(line.text()) for line in self._lines) + 1)
        empty = next(line for line in self._lines if not line.text())
        empty.show()
        empty.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ensure(self, count: int) -> None:
        while len(self._lines) < count:
            number = len(self._lines) + 1
            name = self._name if number == 1 else _("{name} {number}").format(name=self._name, number=number)
            made = TextField(name, icon=self._icon, placeholder=self._placeholder)
            made.edited.connect(self.edited)
            made.typing.connect(self.typing)
            self._lines.append(made)
            self._layout.addWidget(made)
            if len(self._lines) > 1:
                self.setTabOrder(self._lines[-2], made)
            self.setTabOrder(made, self._plus)


class ChoiceField(QComboBox):
    """One of a few values; the wheel scrolls the panel, not the choice."""

    edited = Signal()

    def __init__(self, name: str, choices: Mapping[str, str]) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setProperty("quiet", "bare")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        for value, text in choices.items():
            self.addItem(text, value)
        self.activated.connect(self._choose)
        self._kept = ""

    def value(self) -> str:
        return str(self.currentData() or "")

    def show_value(self, value: str) -> None:
        self._kept = value
        self.setCurrentIndex(max(0, self.findData(value)))

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    @Slot()
    def _choose(self) -> None:
        if self.value() != self._kept:
            self.edited.emit()


class TickField(QCheckBox):
    """Yes or no."""

    edited = Signal()

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.setAccessibleName(text)
        self.toggled.connect(self.edited)

    def show_value(self, *, is_ticked: bool) -> None:
        blocker = QSignalBlocker(self)
        self.setChecked(is_ticked)
        blocker.unblock()


class NoteField(QPlainTextEdit):
    """A few lines; Tab leaves it."""

    edited = Signal()
    typing = Signal(bool)

    def __init__(self, name: str, placeholder: str) -> None:
        super().__init__()
        self._kept = ""
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setProperty("quiet", "bare")
        self.setTabChangesFocus(True)
        self.setFixedHeight(self.fontMetrics().lineSpacing() * 3 + 20)
        self.textChanged.connect(self._type)

    def show_text(self, text: str) -> None:
        self._kept = text
        if self.toPlainText() != text:
            blocker = QSignalBlocker(self)
            self.setPlainText(text)
            blocker.unblock()

    def mark(self, *, is_wrong: bool) -> None:
        set_property(self, "state", "danger" if is_wrong else "")

    def event(self, event: QEvent) -> bool:
        document = self.document()
        if is_for_window(event, can_undo=document.isUndoAvailable(), can_redo=document.isRedoAvailable()):
            event.ignore()
            return False
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self.toPlainText().strip() != self._kept:
            self.edited.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.toPlainText() != self._kept:
            self.show_text(self._kept)
            self.typing.emit(False)
            return
        super().keyPressEvent(event)

    @Slot()
    def _type(self) -> None:
        self.typing.emit(self.toPlainText() != self._kept)
