"""What was changed in the club, by whom and when, the newest first; the way back is Undo."""

from PySide6.QtCore import QLocale

from clubhub.domain.changes import HistoryEntry
from clubhub.support.texts import _
from clubhub.viewmodels.qt_time import to_qt_moment
from clubhub.viewmodels.table_model import Column, RowTableModel
from clubhub.widgets.controls import button, column, label, row
from clubhub.widgets.pages import Page, Shell, sentence_of
from clubhub.widgets.tables import RowTableView
from clubhub.widgets.tokens import PAGE_MARGIN

MOST = 500


class HistoryPage(Page):
    """Undo here takes back the newest change, like everywhere."""

    kinds = frozenset(
        (
            "people",
            "events",
            "shifts",
            "needs",
            "assignments",
            "publications",
            "polls",
            "options",
            "answers",
            "posts",
            "clubs",
        )
    )

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self.model = RowTableModel(_columns(), lambda entry: entry.id, self)
        self.table = RowTableView(self.model, shell.theme, _("History"))
        self.table.set_column_chars([24, 70, 18, 10, 12])
        head = row(
            column(
                label(_("History"), kind="title"),
                label(_("Everything that was changed, the newest first."), tone="text2"),
                space=2,
            ),
            None,
            button(_("Undo the newest"), shell.undo_wanted.emit, icon="undo"),
        )
        self.setLayout(column(head, self.table, margins=(PAGE_MARGIN, 24, PAGE_MARGIN, 0), space=16))

    def refresh(self) -> None:
        self.shell.jobs.run("", lambda _progress: self.shell.services.history.entries(limit=MOST), self.model.set_rows,
                            owner=self, quiet=True)  # fmt: skip


def _columns() -> list[Column[HistoryEntry]]:
    return [
        Column(key="when", heading=_("When"), text=_when, sort=lambda entry: entry.made_at.timestamp()),
        Column(key="what", heading=_("What"), text=lambda entry: sentence_of(entry.title)),
        Column(key="who", heading=_("Who"), text=lambda entry: entry.actor),
        Column(
            key="rows",
            heading=_("Rows"),
            text=lambda entry: str(entry.rows),
            sort=lambda entry: entry.rows,
            is_number=True,
        ),
        Column(key="state", heading=_("State"), text=lambda entry: _("undone") if entry.is_undone else ""),
    ]


def _when(entry: HistoryEntry) -> str:
    return QLocale().toString(to_qt_moment(entry.made_at), QLocale.FormatType.ShortFormat)
