"""All roles of the club, to choose one and change it."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from clubhub.domain.changes import Changes
from clubhub.domain.ids import RoleId
from clubhub.services.roles import RoleDirectory
from clubhub.support.texts import _
from clubhub.viewmodels.roles import role_columns, role_id_of, role_lines
from clubhub.viewmodels.table_model import RowTableModel
from clubhub.widgets.dialogs import Dialog
from clubhub.widgets.pages import Shell
from clubhub.widgets.tables import RowTableView

KINDS = frozenset(("roles", "role_skills", "skills", "person_roles", "people"))


class RolesDialog(Dialog):
    """Enter or a double click changes a role; the list follows what is changed."""

    change_wanted = Signal(object)
    """A RoleId."""

    def __init__(self, parent: QWidget, shell: Shell) -> None:
        subline = _("They come with shifts, from a file or by hand. What they need counts in every event.")
        super().__init__(parent, _("Roles"), subline, accept=_("Change…"), width=860)
        self._shell = shell
        self.model = RowTableModel(role_columns(), role_id_of, self)
        self.table = RowTableView(self.model, shell.theme, _("Roles"))
        self.table.set_column_chars([24, 15, 30, 26])
        self.table.opened.connect(self.change_wanted)
        self.body.addWidget(self.table)
        self.cancel_button.setText(_("Close"))
        self.cancel_button.setAccessibleName(_("Close"))
        shell.notifier.changed.connect(self._hear)
        self.fit(900, 560)
        self.table.setFocus()
        self._read()

    def accept(self) -> None:
        index = self.table.currentIndex()
        if index.isValid():
            self.change_wanted.emit(self.model.id_at(index.row()))

    def go_to(self, role_id: RoleId) -> None:
        self.table.select_id(role_id)

    def _read(self) -> None:
        roles = self._shell.services.roles
        self._shell.jobs.run("", lambda _progress: roles.directory(), self._show, owner=self, quiet=True)

    def _show(self, directory: RoleDirectory) -> None:
        self.model.set_rows(role_lines(directory))
        self.accept_button.setEnabled(bool(self.model.rows))
        if self.model.rows and not self.table.currentIndex().isValid():
            self.table.select_id(self.model.id_at(0))

    @Slot(object)
    def _hear(self, changes: Changes) -> None:
        if changes.kinds & KINDS:
            self._read()
