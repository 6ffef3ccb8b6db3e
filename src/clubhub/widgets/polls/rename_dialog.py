"""Gives a poll another name."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from clubhub.domain.changes import Changes
from clubhub.domain.polls import Poll
from clubhub.support.texts import _
from clubhub.widgets.controls import label
from clubhub.widgets.dialogs import Dialog
from clubhub.widgets.forms import Field, Form
from clubhub.widgets.pages import Shell


class RenameDialog(Dialog):
    def __init__(self, parent: QWidget, shell: Shell, poll: Poll) -> None:
        super().__init__(parent, _("Rename the poll"), accept=_("Rename"), width=440)
        self._shell = shell
        self._poll = poll
        self.name = QLineEdit(poll.name)
        self.name.selectAll()
        self._refusal = label(tone="danger", wrap=True)
        self._refusal.hide()
        self.body.addWidget(Form([Field(name=_("Name"), widget=self.name)]))
        self.body.addWidget(self._refusal)
        self.name.setFocus()

    @Slot()
    def accept(self) -> None:
        poll, name, editing = self._poll, self.name.text(), self._shell.services.poll_editing
        self._shell.jobs.run("", lambda _progress: editing.rename(poll, name), self._tell, owner=self,
                             on_failed=self._refuse, quiet=True)  # fmt: skip

    def _tell(self, changes: Changes) -> None:
        self._shell.done(changes)
        super().accept()

    def _refuse(self, error: Exception) -> None:
        self._refusal.setText(str(error))
        self._refusal.show()
