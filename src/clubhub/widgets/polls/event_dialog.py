"""Makes the event of what a poll decided: its name and place, and whether the answers say who can come."""

from collections.abc import Callable

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from clubhub.domain.changes import Changes
from clubhub.domain.ids import EventId
from clubhub.services.poll_boards import EventChoice, PollBoard
from clubhub.support.texts import _
from clubhub.viewmodels.jobs import Progress
from clubhub.viewmodels.polls import words
from clubhub.widgets.choice_box import ChoiceBox
from clubhub.widgets.controls import label, name_button
from clubhub.widgets.dialogs import Dialog
from clubhub.widgets.forms import Field, Form
from clubhub.widgets.pages import Shell

NEW = "new"
_Work = Callable[[Progress], tuple[EventId, Changes]]


class EventOfPollDialog(Dialog):
    """A new event, or one that the club has and that nobody was asked for yet."""

    made = Signal(object, object)
    """The id of the event, and the Changes."""

    def __init__(self, parent: QWidget, shell: Shell, board: PollBoard) -> None:
        when = words.option_words(board.decided) if board.decided else ""
        super().__init__(parent, _("Make the event"), when, accept=_("Make the event"), width=480)
        self._shell = shell
        self._poll_id = board.poll.id
        self.which = ChoiceBox({NEW: _("A new event")})
        self.name, self.city = QLineEdit(board.poll.name), QLineEdit()
        self.is_tied = QCheckBox(_("Use the answers for who can come to its shifts"))
        self.is_tied.setChecked(True)
        self._chosen = Form([Field(name=_("Event"), widget=self.which)])
        self._form = Form(
            [
                Field(name=_("Name"), widget=self.name, check=self._check_name),
                Field(name=_("Town or place"), widget=self.city, help=_("May be left empty.")),
            ]
        )
        note = _("It gets a shift at this time, with the roles that the poll says are needed.")
        self._shift_note = label(note, tone="text2", wrap=True)
        self._has_roles = any(one.need.role_id for one in board.requirements)
        self._refusal = label(tone="danger", wrap=True, select=True)
        self._refusal.hide()
        for part in (self._chosen, self._form, self.is_tied, self._shift_note, self._refusal):
            self.body.addWidget(part)
        self.which.currentIndexChanged.connect(self._show_choice)
        self._show_choice()
        self.name.selectAll()
        self.name.setFocus()
        boards = shell.services.poll_boards
        shell.jobs.run("", lambda _progress: boards.event_choices(), self._offer, owner=self, quiet=True)

    @Slot()
    def accept(self) -> None:
        is_new = self.which.value() == NEW
        if is_new and not self._form.is_complete():
            return
        self.accept_button.setEnabled(False)
        work = self._make() if is_new else self._tie(EventId(int(self.which.value())))
        self._shell.jobs.run("", work, self._finish, owner=self, on_failed=self._refuse, quiet=True)

    def _make(self) -> _Work:
        decisions, poll_id = self._shell.services.decisions, self._poll_id
        name, city, is_tied = self.name.text(), self.city.text(), self.is_tied.isChecked()

        def make(_progress: Progress) -> tuple[EventId, Changes]:
            made = decisions.make_event(poll_id, name, city, is_tied=is_tied)
            return made.event_id, made.changes

        return make

    def _tie(self, event_id: EventId) -> _Work:
        decisions, poll_id = self._shell.services.decisions, self._poll_id
        return lambda _progress: (event_id, decisions.tie(poll_id, event_id))

    def _offer(self, choices: list[EventChoice]) -> None:
        """Events that have no poll yet; the box is of no use where there is none."""
        for choice in choices:
            if not choice.has_poll:
                self.which.addItem(choice.event.name, str(choice.event.id))
        self._chosen.setVisible(self.which.count() > 1)

    @Slot()
    def _show_choice(self) -> None:
        is_new = self.which.value() == NEW
        self._chosen.setVisible(self.which.count() > 1)
        self._form.setVisible(is_new)
        self.is_tied.setVisible(is_new)
        self._shift_note.setVisible(is_new and self._has_roles)
        name_button(self.accept_button, _("Make the event") if is_new else _("Use the answers for it"))

    def _check_name(self) -> str:
        return "" if self.name.text().strip() else _("Give the event a name.")

    def _finish(self, done: tuple[EventId, Changes]) -> None:
        self.made.emit(*done)
        super().accept()

    def _refuse(self, error: Exception) -> None:
        self.accept_button.setEnabled(True)
        self._refusal.setText(str(error))
        self._refusal.show()
