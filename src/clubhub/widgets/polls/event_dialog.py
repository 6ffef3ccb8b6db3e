"""Makes the event of what a poll decided: its name and place, and whether the answers say who can come."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from clubhub.services.poll_boards import PollBoard
from clubhub.services.poll_decisions import EventFromPoll
from clubhub.support.texts import _
from clubhub.viewmodels.polls import words
from clubhub.widgets.controls import label
from clubhub.widgets.dialogs import Dialog
from clubhub.widgets.forms import Field, Form
from clubhub.widgets.pages import Shell


class EventOfPollDialog(Dialog):
    made = Signal(object)
    """An EventFromPoll."""

    def __init__(self, parent: QWidget, shell: Shell, board: PollBoard) -> None:
        when = words.option_words(board.decided) if board.decided else ""
        super().__init__(parent, _("Make the event"), when, accept=_("Make the event"), width=480)
        self._shell = shell
        self._poll_id = board.poll.id
        self.name, self.city = QLineEdit(board.poll.name), QLineEdit()
        self.is_tied = QCheckBox(_("Use the answers for who can come to its shifts"))
        self.is_tied.setChecked(True)
        self._form = Form(
            [
                Field(name=_("Name"), widget=self.name, check=self._check_name),
                Field(name=_("Town or place"), widget=self.city, help=_("May be left empty.")),
            ]
        )
        self._refusal = label(tone="danger", wrap=True, select=True)
        self._refusal.hide()
        self.body.addWidget(self._form)
        self.body.addWidget(self.is_tied)
        if any(one.need.role_id for one in board.requirements):
            words_ = _("It gets a shift at this time, with the roles that the poll says are needed.")
            self.body.addWidget(label(words_, tone="text2", wrap=True))
        self.body.addWidget(self._refusal)
        self.name.selectAll()
        self.name.setFocus()

    @Slot()
    def accept(self) -> None:
        if not self._form.is_complete():
            return
        self.accept_button.setEnabled(False)
        decisions, poll_id = self._shell.services.decisions, self._poll_id
        name, city, is_tied = self.name.text(), self.city.text(), self.is_tied.isChecked()
        self._shell.jobs.run("", lambda _progress: decisions.make_event(poll_id, name, city, is_tied=is_tied),
                             self._finish, owner=self, on_failed=self._refuse, quiet=True)  # fmt: skip

    def _check_name(self) -> str:
        return "" if self.name.text().strip() else _("Give the event a name.")

    def _finish(self, made: EventFromPoll) -> None:
        self.made.emit(made)
        super().accept()

    def _refuse(self, error: Exception) -> None:
        self.accept_button.setEnabled(True)
        self._refusal.setText(str(error))
        self._refusal.show()
