"""What is done on the page of hours: work written down, changed and removed, and what a household owes."""

from PySide6.QtCore import QDate, QObject, Slot
from PySide6.QtWidgets import QWidget

from clubhub.domain.changes import Changes
from clubhub.domain.errors import ClubHubError
from clubhub.domain.ledger import Ledger, LedgerEntry
from clubhub.domain.people import Household, HouseholdKey
from clubhub.support.texts import _
from clubhub.viewmodels.qt_time import from_qt_day
from clubhub.widgets.ledger.entry_dialog import EntryDialog
from clubhub.widgets.ledger.panel import HouseholdPanel
from clubhub.widgets.pages import Shell


class LedgerActs(QObject):
    """`ledger` is what the page shows, None until it is read; dialogs open over `page`."""

    def __init__(self, page: QWidget, shell: Shell, panel: HouseholdPanel) -> None:
        super().__init__(page)
        self.ledger: Ledger | None = None
        self._page = page
        self._shell = shell
        self._panel = panel

    def enter(self, key: HouseholdKey | None) -> None:
        """Write down work for a household; without one it is chosen in the dialog."""
        if self.ledger and self.ledger.balances:
            today, season = from_qt_day(QDate.currentDate()), self.ledger.season
            day = min(max(today, season.starts_on), season.ends_on)
            EntryDialog(self._page, self._shell, self.ledger.balances, key=key, day=day).open()

    @Slot(object)
    def change(self, entry: LedgerEntry) -> None:
        if self.ledger is not None:
            key = entry.household_id or entry.person_id
            balances = self.ledger.balances
            EntryDialog(self._page, self._shell, balances, key=key, day=entry.done_on, entry=entry).open()

    @Slot(object)
    def remove(self, entry: LedgerEntry) -> None:
        ledger = self._shell.services.ledger
        self._shell.jobs.run(_("Removing"), lambda _progress: ledger.remove([entry.id]), self._shell.done, owner=self)

    @Slot(object, object)
    def set_duty(self, household: Household, minutes: int | None) -> None:
        ledger = self._shell.services.ledger
        self._shell.jobs.run(_("Saving"), lambda _progress: (ledger.set_duty(household, minutes), minutes),
                             self._tell_duty, owner=self, on_failed=self._refuse_duty)  # fmt: skip

    def _tell_duty(self, answer: tuple[Changes, int | None]) -> None:
        """The field shows what is kept now in the usual form, also while the cursor is in it."""
        changes, minutes = answer
        self._panel.duty.show_minutes(minutes)
        self._shell.done(changes)

    def _refuse_duty(self, error: ClubHubError) -> None:
        self._panel.refuse_duty(str(error))
