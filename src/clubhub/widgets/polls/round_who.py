"""The first step of a round: whoever holds the computer finds their name."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from clubhub.domain.people import Person
from clubhub.services.poll_boards import PollBoard
from clubhub.support.texts import _
from clubhub.viewmodels.polls.hand_round import found_people
from clubhub.widgets.controls import button, clear, column, label
from clubhub.widgets.theme import set_kind


class RoundWho(QWidget):
    chosen = Signal(object)
    """A Person, or a guest's name."""

    def __init__(self) -> None:
        super().__init__()
        self._people: Sequence[Person] = ()
        self._has_guests = False
        self.poll = label(tone="text2", wrap=True)
        question = column(self.poll, label(_("Who are you?"), kind="title", wrap=True), space=4)
        self.field = QLineEdit()
        self.field.setPlaceholderText(_("Type your name"))
        self.field.setAccessibleName(_("Type your name"))
        set_kind(self.field, "heading")
        self._found: QVBoxLayout = column(space=8)
        self.setLayout(column(question, self.field, self._found, None, space=16))
        self.field.textChanged.connect(self._find)
        self.field.returnPressed.connect(self._take_only)

    def begin(self, board: PollBoard) -> None:
        """Ask anew. Where the poll belongs to no event, a name that nobody has may answer too."""
        self._people, self._has_guests = board.people, board.poll.event_id is None
        self.poll.setText(board.poll.name)
        self.field.clear()
        self._find()
        self.field.setFocus()

    def offered(self) -> list[Person | str]:
        """Whom the buttons are for, in their order."""
        found: list[Person | str] = list(found_people(self._people, self.field.text()))
        typed = " ".join(self.field.text().split())
        return found or ([typed] if self._has_guests and len(typed) > 1 else [])

    @Slot()
    def _find(self) -> None:
        clear(self._found)
        offered = self.offered()
        for who in offered:
            text = who.name if isinstance(who, Person) else _("I am {name}, a guest").format(name=who)
            made = button(text, self._take, look="big")
            made.setProperty("who", offered.index(who))
            made.setAutoDefault(True)
            set_kind(made, "heading")
            self._found.addWidget(made)
        if not offered and self.field.text().strip():
            self._found.addWidget(
                label(_("Nobody is found by this name. Ask the coordinator."), tone="text2", wrap=True)
            )

    @Slot()
    def _take(self) -> None:
        self.chosen.emit(self.offered()[self.sender().property("who")])

    @Slot()
    def _take_only(self) -> None:
        """Enter takes the name if there is one alone."""
        offered = self.offered()
        if len(offered) == 1:
            self.chosen.emit(offered[0])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrow leads from the field to the names."""
        if event.key() == Qt.Key.Key_Down and self.field.hasFocus():
            self.focusNextChild()
        else:
            super().keyPressEvent(event)
