"""The field for whose answer is typed: names to pick, beginnings that are enough, and guests."""

from collections.abc import Hashable, Iterable, Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QCompleter

from clubhub.domain.people import Person
from clubhub.support.texts import _
from clubhub.viewmodels.polls.grid_rows import GridRow
from clubhub.viewmodels.polls.who_answers import begun_row, unasked_rows, who_words
from clubhub.widgets.controls import label


class WhoBox(QComboBox):
    """Tab and Enter take the only person whose name begins as typed. `note` says whose answer it becomes."""

    def __init__(self, rows: Sequence[GridRow], key: Hashable | None, *, takes_guests: bool) -> None:
        super().__init__()
        self._asked = rows
        self._unasked: Sequence[GridRow] = ()
        self._takes_guests = takes_guests
        self.note = label(kind="small", tone="text2", wrap=True)
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.addItems([row.name for row in rows])
        self._completer = QCompleter(self.model(), self)
        self._complete()
        keys = [row.key for row in rows]
        self.setCurrentIndex(keys.index(key) if key in keys else -1)
        self.currentTextChanged.connect(self._tell)
        self._tell()

    def offer_unasked(self, people: Iterable[Person]) -> None:
        """The others of the club come after those who are asked; what is written stays."""
        at, written = self.currentIndex(), self.currentText()
        self._unasked = unasked_rows(people, self._asked)
        self.addItems([row.name for row in self._unasked])
        self.setCurrentIndex(at)
        self.setEditText(written)
        self._tell()

    def chosen(self) -> GridRow | None:
        """The row of the written name; of two with one name the one that was picked."""
        rows, picked = [*self._asked, *self._unasked], self.currentIndex()
        if picked >= 0 and self.itemText(picked) == self.currentText():
            return rows[picked]
        at = self.findText(self.currentText().strip(), Qt.MatchFlag.MatchFixedString)
        return rows[at] if at >= 0 else None

    @Slot()
    def take_begun(self) -> bool:
        """Write the whole name of the only person who is meant; whether there was one."""
        begun = self._begun()
        if begun is None or self.chosen() is not None:
            return False
        keys = [row.key for row in (*self._asked, *self._unasked)]
        self.setCurrentIndex(keys.index(begun.key))
        self.setEditText(begun.name)
        if popup := self._completer.popup():
            popup.hide()
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter that takes a person doesn't write the answer down too."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.take_begun():
            event.accept()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, is_next: bool) -> bool:
        """Tab, also while names are offered."""
        self.take_begun()
        return super().focusNextPrevChild(is_next)

    def _begun(self) -> GridRow | None:
        return begun_row(self._asked, self._unasked, self.currentText())

    def _complete(self) -> None:
        completer = self._completer
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setCompleter(completer)
        field = self.lineEdit()
        if field is not None:
            field.setPlaceholderText(_("A name, also a guest’s") if self._takes_guests else _("A name"))
            field.editingFinished.connect(self.take_begun)

    @Slot()
    def _tell(self) -> None:
        words = who_words(self.currentText(), self.chosen(), self._begun(), takes_guests=self._takes_guests)
        self.note.setText(words)
        self.note.setVisible(bool(words))
        self.setAccessibleDescription(words)
