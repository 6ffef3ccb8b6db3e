"""Gives a poll another name."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from clubhub.domain.changes import Changes
from clubhub.domain.polls import Poll
from clubhub.support.texts import _
from clubhub.viewmodels.keeper import Keeper, Values
from clubhub.widgets.dialogs import Dialog
from clubhub.widgets.forms import Field, Form
from clubhub.widgets.keeping import Keeping
from clubhub.widgets.pages import Shell


class RenameDialog(Dialog):
    def __init__(self, parent: QWidget, shell: Shell, poll: Poll) -> None:
        super().__init__(parent, _("Rename the poll"), accept=_("Rename"), width=440)
        self._shell = shell
        self.name = QLineEdit(poll.name)
        self.name.selectAll()
        self.body.addWidget(Form([Field(name=_("Name"), widget=self.name)]))
        self.keeping = Keeping(self, self, self._keeper(poll))
        self.keeping.finished.connect(self._finish)
        self.name.setFocus()

    @Slot()
    def accept(self) -> None:
        self.keeping.save()

    def values(self) -> Values:
        return {"name": self.name.text()}

    def show_values(self, values: Values) -> None:
        self.name.setText(values["name"])

    def tell(self, _name: str, value: object) -> str:
        return _("Name: {name}").format(name=value)

    def _keeper(self, poll: Poll) -> Keeper:
        editing, boards = self._shell.services.poll_editing, self._shell.services.poll_boards
        return Keeper(
            self._shell.jobs,
            self,
            save=lambda seen, values: editing.rename(seen, values["name"]),
            values_of=lambda seen: {"name": seen.name},
            read=lambda: boards.board(poll.id).poll,
            seen=poll,
        )

    @Slot(object)
    def _finish(self, changes: Changes) -> None:
        self._shell.done(changes)
        super().accept()
