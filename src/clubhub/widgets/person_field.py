"""A field for the name of somebody in the club."""

from collections.abc import Sequence

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QCompleter

from clubhub.domain.people import Person
from clubhub.domain.person_names import NameIndex
from clubhub.widgets.sign_field import SignField


class PersonField(SignField):
    """Names are offered while one is typed; they are made ready when somebody comes to the field."""

    taken = Signal()
    """Enter was pressed in it."""

    def __init__(self, name: str) -> None:
        super().__init__("person")
        self._people: Sequence[Person] = ()
        self._index: NameIndex | None = None
        self.setAccessibleName(name)
        self.setPlaceholderText(name)
        self.setProperty("quiet", "bare")

    def set_people(self, people: Sequence[Person]) -> None:
        """Who can be named."""
        self._people, self._index = people, None
        if self.hasFocus():
            self._make_ready()

    def person(self) -> Person:
        """Who is meant. Raises NotFound with the likeliest name, Conflict if several people could be meant."""
        return (self._index or NameIndex(self._people)).find(self.text())

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._make_ready()
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.text().strip():
            self.taken.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)

    def _make_ready(self) -> None:
        if self._index is not None:
            return
        self._index = NameIndex(self._people)
        completer = QCompleter(QStringListModel([person.name for person in self._people], self), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setCompleter(completer)
