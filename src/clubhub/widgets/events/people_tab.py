"""Who is on an event's roster: how many shifts and hours, and where. Opening one goes to the person."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from clubhub.domain.rosters import Roster
from clubhub.support.texts import _, plural
from clubhub.viewmodels.event_tables import helper_columns, helper_id, helpers, length_text
from clubhub.viewmodels.table_model import RowTableModel
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
        self._stack.addWidget(EmptyState("people", sentence, None, shell.theme.colours.text3))
        self._head = QWidget()
        self._head.setLayout(row(self._summary, self._filter, space=16))
        self.setLayout(column(self._head, self._stack, margins=(PAGE_MARGIN, 14, PAGE_MARGIN, 0), space=10))
        self._roster: Roster | None = None

    def show_roster(self, roster: Roster) -> None:
        self._roster = roster
        self._show_matching()

    def _show_matching(self) -> None:
        if self._roster is None:
            return
        everybody = helpers(self._roster)
        wanted = self._filter.text().casefold().split()
        self.model.set_rows([h for h in everybody if all(word in h.person.name.casefold() for word in wanted)])
        self._stack.setCurrentIndex(0 if everybody else 1)
        self._head.setVisible(bool(everybody))
        if everybody:
            people = plural("{count} person is on the roster", "{count} people are on the roster", len(everybody))
            self._summary.setText(
                _("{people}, with {least} to {most} each.").format(
                    people=people, least=length_text(everybody[-1].length), most=length_text(everybody[0].length)
                )
            )
