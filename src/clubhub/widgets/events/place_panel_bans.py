"""Who shall not be on a place: shown, added with a reason, and lifted; in the panel of an open and a filled place."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from clubhub.domain.club_rules import Ban
from clubhub.domain.errors import ClubHubError
from clubhub.domain.people import Person
from clubhub.services.places import PlaceStory
from clubhub.support.texts import _
from clubhub.widgets.controls import button, column, label, line, row
from clubhub.widgets.person_field import PersonField


class NotHere(QWidget):
    """Says what is wanted; the tab does it. A ban holds for all places of the role on this shift."""

    ban_wanted = Signal(object, str)
    """A PersonId, and why."""
    lift_wanted = Signal(object)
    """A BanId."""

    def __init__(self, story: PlaceStory, people: Sequence[Person]) -> None:
        super().__init__()
        self._bans = story.bans
        self._present = story.there.person if story.there else None
        self.name = PersonField(_("Who shall not be here"))
        self.name.set_people(people)
        self.note = QLineEdit()
        self.note.setPlaceholderText(_("Why? (optional)"))
        self.note.setAccessibleName(_("Why not here?"))
        self.note.setProperty("quiet", True)
        self._reason = QWidget()
        self._reason.setLayout(row(self.note, button(_("Keep away"), self._ban, name="ban")))
        self._refusal = label(kind="small", tone="danger", wrap=True)
        self.setLayout(self._laid_out())
        self.name.textChanged.connect(self._offer)
        self.name.taken.connect(self._ban)
        self.note.returnPressed.connect(self._ban)

    def _laid_out(self) -> QVBoxLayout:
        layout = column(line(), label(_("Not here"), kind="strong"), space=8)
        for place, (ban, person) in enumerate(self._bans):
            layout.addLayout(self._line(place, ban, person))
        if self._present and self._present.id not in {person.id for _ban, person in self._bans}:
            words = _("Keep {name} away").format(name=self._present.name)
            present = button(words, self._ban_present, look="link", name="ban-present")
            layout.addWidget(present, 0, Qt.AlignmentFlag.AlignLeft)
        for widget in (self.name, self._reason, self._refusal):
            layout.addWidget(widget)
        self._reason.hide()
        self._refusal.hide()
        return layout

    def _line(self, place: int, ban: Ban, person: Person) -> QHBoxLayout:
        lift = button(_("Lift"), self._lift, look="link", name="lift-ban")
        lift.setAccessibleName(_("Let {name} be here again").format(name=person.name))
        lift.setProperty("place", place)
        words = column(label(person.name, wrap=True), space=0)
        if ban.note:
            words.addWidget(label(ban.note, kind="small", tone="text2", wrap=True))
        layout = row(words, lift)
        layout.setStretch(0, 1)
        layout.setAlignment(lift, Qt.AlignmentFlag.AlignTop)
        return layout

    @Slot()
    def _offer(self) -> None:
        """The reason is asked for once there is a name."""
        self._refusal.hide()
        self._reason.setVisible(bool(self.name.text().strip()))

    @Slot()
    def _ban(self) -> None:
        try:
            person = self.name.person()
        except ClubHubError as error:
            self._refusal.setText(str(error))
            self._refusal.show()
        else:
            note = self.note.text()
            self.name.clear()
            self.note.clear()
            self.ban_wanted.emit(person.id, note)

    @Slot()
    def _ban_present(self) -> None:
        if self._present is not None:
            self.ban_wanted.emit(self._present.id, "")

    @Slot()
    def _lift(self) -> None:
        self.lift_wanted.emit(self._bans[int(self.sender().property("place"))][0].id)
