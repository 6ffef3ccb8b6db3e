"""Opens the dialogs of the club's rules over a page; each is imported when it is first wanted."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from clubhub.domain.clubs import Club
from clubhub.domain.ids import RoleId
from clubhub.services.roles import RoleDirectory
from clubhub.support.texts import _
from clubhub.widgets.pages import Shell


class RulesOpener(QObject):
    """Each is read anew before it is shown: what the page shows may be a moment older."""

    def __init__(self, shell: Shell, page: QWidget) -> None:
        super().__init__(page)
        self._shell = shell
        self._page = page

    def commands(self) -> list[tuple[str, Callable[[], object]]]:
        """For find-or-do."""
        return [
            (_("Change the club's rules"), self.open_rules),
            (_("Ways between venues"), self.open_ways),
            (_("Change a role"), self.open_roles),
        ]

    @Slot()
    def open_rules(self) -> None:
        """Rest, minors, what households owe."""
        clubs = self._shell.services.clubs
        self._shell.jobs.run("", lambda _progress: clubs.club(), self._show_rules, owner=self, quiet=True)

    @Slot()
    def open_ways(self) -> None:
        """Minutes between venues."""
        from clubhub.widgets.rules.ways_dialog import WaysDialog

        WaysDialog(self._page, self._shell).open()

    @Slot()
    def open_roles(self) -> None:
        """All roles of the club."""
        from clubhub.widgets.roles.roles_dialog import RolesDialog

        dialog = RolesDialog(self._page, self._shell)
        dialog.change_wanted.connect(self.open_role)
        dialog.open()

    @Slot(object)
    def open_role(self, role_id: RoleId) -> None:
        """One role, to change it."""
        roles = self._shell.services.roles
        self._shell.jobs.run("", lambda _progress: (roles.directory(), role_id), self._show_role,
                             owner=self, quiet=True)  # fmt: skip

    def _show_rules(self, club: Club) -> None:
        from clubhub.widgets.rules.club_rules_dialog import ClubRulesDialog

        ClubRulesDialog(self._page, self._shell, club).open()

    def _show_role(self, answer: tuple[RoleDirectory, RoleId]) -> None:
        from clubhub.widgets.roles.role_dialog import RoleDialog

        directory, role_id = answer
        if any(role.id == role_id for role in directory.roles):
            RoleDialog(self._page, self._shell, directory, role_id).open()
