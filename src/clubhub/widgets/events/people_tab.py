"""Who is on an event's roster: how many shifts and hours, and where. Opening one goes to the person."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from clubhub.domain.rosters import Roster
from clubhub.support.texts import _, plural
from clubhub.viewmodels.event_tables import Helper, helper_columns, helper_id, helpers
from clubhub.viewmodels.table_model import RowTableModel
from clubhub.viewmodels.times_in_words import length_text
from clubhub.widgets.controls import column, filter_field, label, row
from clubhub.widgets.empty_state import EmptyState
from clubhub.widgets.pages import Shell
from clubhub.widgets.tables import RowTableView
from clubhub.widgets.tokens import PAGE_MARGIN


class PeopleTab(QWidget):
    """Sorted by hours, so that it shows at once whether the work is shared fairly."""

    opened = Signal(object)
    """The id of a person."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self.model = RowTableModel(helper_columns(), helper_id, self)
        self.table = RowTableView(self.model, shell.theme, _("People of the roster"))
        self.table.set_column_chars([24, 9, 10, 60])
        self.table.opened.connect(self.opened)
        self._summary = label(tone="text2", wrap=True)
        self._filter = filter_field(_("Type a name"), _("Show people whose name has this"))
        self._filter.setMaximumWidth(260)
        self._filter.textChanged.connect(self._show_matching)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        sentence = _("Nobody is on the roster yet. Fill it, or put people on places by hand.")
        self._stack.addWidget(EmptyState("people", sentence, None))
        self._head = QWidget()
        self._head.setLayout(row(self._summary, self._filter, space=16))
        self.setLayout(column(self._head, self._stack, margins=(PAGE_MARGIN, 14, PAGE_MARGIN, 0), space=10))
        self._roster: Roster | None = None
        self._everybody: list[Helper] = []
        self._is_stale = False

    def show_roster(self, roster: Roster) -> None:
        """Count at once if this tab is looked at, else when it is: 12,000 places take a moment."""
        self._roster = roster
        self._is_stale = True
        if self.isVisible():
            self._count()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale:
            self._count()

    def _count(self) -> None:
        roster = self._roster
        self._is_stale = False
        if roster is not None:
            self._shell.jobs.run("", lambda _progress: helpers(roster), self._take, owner=self, quiet=True,
                                 in_turn=True)  # fmt: skip

    def _take(self, everybody: list[Helper]) -> None:
        self._everybody = everybody
        self._stack.setCurrentIndex(0 if everybody else 1)
        self._head.setVisible(bool(everybody))
        self._show_matching()
        if everybody:
            people = plural("{count} person is on the roster", "{count} people are on the roster", len(everybody))
            self._summary.setText(
                _("{people}, with {least} to {most} each.").format(
                    people=people, least=length_text(everybody[-1].length), most=length_text(everybody[0].length)
                )
            )

    @Slot()
    def _show_matching(self) -> None:
        wanted = self._filter.text().casefold().split()
        self.model.set_rows([h for h in self._everybody if all(word in h.person.name.casefold() for word in wanted)])
