"""With whom a person is kept together or apart on rosters: a line for each pair, and a line to add one."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from clubhub.domain.club_rules import Company
from clubhub.domain.errors import ClubHubError
from clubhub.domain.ids import PersonId
from clubhub.domain.people import Person
from clubhub.services.companions import Pair
from clubhub.support.texts import _
from clubhub.widgets.controls import button, clear, column, icon_button, label, removable, row
from clubhub.widgets.people.fields import ChoiceField
from clubhub.widgets.person_field import PersonField


class CompanyField(QWidget):
    """Says what is wanted; the page does it."""

    keep_wanted = Signal(object, object)
    """The other's PersonId, and a Company."""
    release_wanted = Signal(object)
    """A CompanionsId."""

    def __init__(self) -> None:
        super().__init__()
        self._pairs: Sequence[Pair] = ()
        self._lines = column(space=2)
        self.kind = ChoiceField(
            _("Together or apart"), {Company.TOGETHER: _("Together with"), Company.APART: _("Apart from")}
        )
        self.name = PersonField(_("Somebody's name"))
        self.name.taken.connect(self._keep)
        self.add = button(_("Add"), self._keep, name="add-company")
        self.add.hide()
        self.name.textChanged.connect(self._offer)
        self._refusal = label(kind="small", tone="danger", wrap=True)
        self._refusal.hide()
        adder = row(self.kind, self.name, self.add, space=4)
        adder.setStretch(1, 1)
        self.setLayout(column(self._lines, adder, self._refusal, space=4))

    def set_people(self, people: Sequence[Person]) -> None:
        """Who can be named."""
        self.name.set_people(people)

    def show_pairs(self, person_id: PersonId, pairs: Sequence[Pair]) -> None:
        """Those of one person; the same again leave what is typed alone."""
        self._pairs = pairs
        clear(self._lines)
        for place, pair in enumerate(pairs):
            other = pair.other if pair.one.id == person_id else pair.one
            self._lines.addWidget(self._line(place, company_words(pair.row.company, other.name)))

    def forget(self) -> None:
        """Somebody else is shown now."""
        self.name.clear()
        self._refusal.hide()

    def _line(self, place: int, words: str) -> QWidget:
        cross = icon_button("close", _("No longer {words}").format(words=words), self._release)
        cross.setProperty("place", place)
        return removable(words, cross)

    @Slot()
    def _offer(self) -> None:
        self._refusal.hide()
        self.add.setVisible(bool(self.name.text().strip()))

    @Slot()
    def _keep(self) -> None:
        try:
            other = self.name.person()
        except ClubHubError as error:
            self._refusal.setText(str(error))
            self._refusal.show()
            return
        self.name.clear()
        self.keep_wanted.emit(other.id, Company(self.kind.value()))

    @Slot()
    def _release(self) -> None:
        self.release_wanted.emit(self._pairs[int(self.sender().property("place"))].row.id)


def company_words(company: Company, name: str) -> str:
    """Like "Together with Anna Lind"."""
    words = {Company.TOGETHER: _("Together with {name}"), Company.APART: _("Apart from {name}")}
    return words[company].format(name=name)
