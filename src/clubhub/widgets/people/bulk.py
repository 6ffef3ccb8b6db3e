"""What is done with everybody who is chosen in the list, off the window's thread."""

from collections.abc import Callable, Collection
from datetime import date

from PySide6.QtCore import QObject, Slot

from clubhub.domain.changes import Changes
from clubhub.domain.ids import PersonId
from clubhub.domain.limits import Limits
from clubhub.domain.people import RoleWish
from clubhub.support.texts import _
from clubhub.viewmodels.people.list import PeopleListing
from clubhub.widgets.pages import Shell
from clubhub.widgets.people.many_panel import ManyPanel
from clubhub.widgets.people.table import PeopleTable


class BulkWork(QObject):
    """Each is one change in the history, told by the banner with its undo; one that changes nothing says so."""

    def __init__(self, shell: Shell, table: PeopleTable, panel: ManyPanel, listing: PeopleListing) -> None:
        super().__init__(panel)
        self._shell = shell
        self._table = table
        self._listing = listing
        panel.group_wanted.connect(self._add_to_group)
        panel.leaving_wanted.connect(self._take_out_of_group)
        panel.skill_wanted.connect(self._give_skill)
        panel.rules.limits_wanted.connect(self._set_limits)
        panel.rules.role_wanted.connect(self._sign_up)
        panel.copy_wanted.connect(table.copy_rows)

    def remove(self, person_ids: Collection[PersonId]) -> None:
        people = self._shell.services.people
        self._run(_("Removing"), person_ids, lambda: people.remove(person_ids))

    @Slot(str)
    def _add_to_group(self, name: str) -> None:
        people, chosen = self._shell.services.people, self._table.chosen_ids()
        self._run(_("Saving"), chosen, lambda: people.add_to_group(chosen, name))

    @Slot(str)
    def _take_out_of_group(self, name: str) -> None:
        people, chosen = self._shell.services.people, self._table.chosen_ids()
        groups = self._listing.overview.directory.groups.values()
        wanted = next((group.id for group in groups if group.name.casefold() == name.casefold()), None)
        if wanted is None:
            self._shell.say(_("There is no group called “{name}”.").format(name=name))
        else:
            self._run(_("Saving"), chosen, lambda: people.remove_from_group(chosen, wanted))

    @Slot(str, object)
    def _give_skill(self, name: str, expires_on: date | None) -> None:
        people, chosen = self._shell.services.people, self._table.chosen_ids()
        self._run(_("Saving"), chosen, lambda: people.give_skill(chosen, name, expires_on))

    @Slot(object)
    def _set_limits(self, limits: Limits) -> None:
        wishes, chosen = self._shell.services.wishes, self._table.chosen_ids()
        self._run(_("Saving"), chosen, lambda: wishes.set_limits(chosen, limits))

    @Slot(str)
    def _sign_up(self, name: str) -> None:
        wishes, chosen = self._shell.services.wishes, self._table.chosen_ids()
        roles = self._listing.overview.directory.roles.values()
        wanted = next((role.id for role in roles if role.name.casefold() == name.casefold()), None)
        if wanted is None:
            self._shell.say(_("There is no role called “{name}”. Roles come with shifts.").format(name=name))
        else:
            self._run(_("Saving"), chosen, lambda: wishes.wish(chosen, wanted, RoleWish.SIGNED_UP))

    def _run(self, title: str, person_ids: Collection[PersonId], work: Callable[[], Changes]) -> None:
        if person_ids:
            self._shell.jobs.run(title, lambda _progress: work(), self._tell, owner=self)

    def _tell(self, changes: Changes) -> None:
        self._shell.done(changes)
        if not changes:
            self._shell.say(_("That was so already; nothing was changed."))
