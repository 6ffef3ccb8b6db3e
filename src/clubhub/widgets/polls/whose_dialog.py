"""Says whom of the club a guest is, so that the answer moves to that person's row."""

from collections.abc import Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from clubhub.domain.changes import Changes
from clubhub.domain.ids import PersonId
from clubhub.domain.polls import Answer
from clubhub.services.poll_boards import PollBoard
from clubhub.support.texts import _
from clubhub.viewmodels.polls import words
from clubhub.viewmodels.polls.grid_rows import GridRow
from clubhub.viewmodels.polls.who_answers import begun_row
from clubhub.widgets.controls import label
from clubhub.widgets.dialogs import Dialog
from clubhub.widgets.forms import Field, Form
from clubhub.widgets.pages import Shell
from clubhub.widgets.polls.who_box import WhoBox


class WhoseDialog(Dialog):
    """Begins with the only person whose name begins like the guest's."""

    def __init__(self, parent: QWidget, shell: Shell, board: PollBoard, rows: Sequence[GridRow], given: Answer) -> None:
        subline = _("The answer moves to the row of this person. Undo takes it back.")
        super().__init__(
            parent, _("Who is “{name}”?").format(name=given.guest_name), subline, accept=_("Give the answer"), width=460
        )
        self._shell = shell
        self._board = board
        self._given = given
        asked = sorted((row for row in rows if not row.is_guest), key=lambda row: not row.is_silent)
        likely = begun_row(asked, (), given.guest_name)
        self.name = WhoBox(asked, likely.key if likely else None, takes_guests=False)
        self.told = label(tone="warning", wrap=True)
        for part in (Form([Field(name=_("Person of the club"), widget=self.name)]), self.name.note, self.told):
            self.body.addWidget(part)
        self.name.currentTextChanged.connect(self._tell)
        self._tell()
        self.name.setFocus()
        if board.poll.audience:
            people = shell.services.people
            shell.jobs.run("", lambda _progress: people.directory().people, self.name.offer_unasked, owner=self,
                           quiet=True)  # fmt: skip

    @Slot()
    def accept(self) -> None:
        """What can't be done is said here."""
        self.name.take_begun()
        person_id = self._person_id()
        if person_id is None:
            self.warn(_("Choose somebody of the club; whoever isn’t in it stays a guest."))
            return
        owners, given, seen = self._shell.services.answer_owners, self._given, self._board.answers.get(person_id)
        self._shell.jobs.run("", lambda _progress: owners.give(given, person_id, seen=seen), self._finish,
                             owner=self, on_failed=self._refuse, quiet=True)  # fmt: skip

    def _person_id(self) -> PersonId | None:
        chosen = self.name.chosen()
        return chosen.person_id if chosen else None

    @Slot()
    def _tell(self) -> None:
        """Somebody who has answered already loses that answer to this one: say so before."""
        person_id = self._person_id()
        earlier = self._board.answers.get(person_id) if person_id else None
        self.told.setVisible(earlier is not None)
        if earlier is not None:
            came = words.came_words(earlier.road, earlier.answered_at)
            self.told.setText(
                _("{name} has an answer already ({came}). This one takes its place; the history keeps both.").format(
                    name=self.name.currentText(), came=came
                )
            )

    def _finish(self, changes: Changes) -> None:
        super().accept()
        self._shell.done(changes)

    def _refuse(self, error: Exception) -> None:
        self.warn(str(error))
