"""What was changed in the club, by whom and when, the newest first; the way back is Undo."""

from PySide6.QtCore import QDate, QLocale, Slot
from PySide6.QtGui import QColor, QPalette, QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QStyleOptionViewItem, QWidget

from clubhub.domain.change_kinds import EVERYTHING
from clubhub.domain.changes import HistoryEntry
from clubhub.support.texts import _
from clubhub.viewmodels.qt_time import to_qt_moment
from clubhub.viewmodels.table_model import ROW_ROLE, Column, Index, RowTableModel
from clubhub.widgets.controls import button, column, label, row
from clubhub.widgets.empty_state import EmptyState
from clubhub.widgets.pages import Page, Shell, sentence_of
from clubhub.widgets.tables import RowDelegate, RowTableView
from clubhub.widgets.tokens import PAGE_MARGIN

MOST = 500
CHARS = [17, 34, 15, 9]
"""Letters that each column needs; what is left goes to what was changed."""
_WHAT = 1


class HistoryPage(Page):
    """Undo here takes back the newest change, like everywhere."""

    kinds = EVERYTHING

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self.model = RowTableModel(_columns(), lambda entry: entry.id, self)
        self.table = RowTableView(self.model, shell.theme, _("History"))
        self.table.setItemDelegate(_EntryDelegate(shell.theme, self.table))
        self.table.horizontalHeader().setStretchLastSection(False)
        self.undo = button(_("Undo the newest"), shell.undo_wanted.emit, icon="undo", name="undo-newest")
        self.undo.setEnabled(False)
        words = label(_("Everything that was changed, the newest first."), tone="text2", wrap=True)
        head = row(column(label(_("History"), kind="title"), words, space=2), self.undo, space=16)
        head.setStretch(0, 1)
        sentence = _("Nothing was changed yet. Every change will stand here, and can be taken back.")
        self._shown = QStackedWidget()
        for widget in (self.table, EmptyState("history", sentence, None)):
            self._shown.addWidget(widget)
        self.setLayout(column(head, self._shown, margins=(PAGE_MARGIN, 24, PAGE_MARGIN, 0), space=16))
        shell.theme.changed.connect(self._fit)
        self._fit()

    def first_control(self) -> QWidget:
        return self.table

    def refresh(self) -> None:
        services = self.shell.services
        self.shell.jobs.run(
            "", lambda _progress: services.history.entries(limit=MOST), self._show, owner=self, quiet=True
        )

    def _show(self, entries: list[HistoryEntry]) -> None:
        self.model.set_rows(entries)
        self._shown.setCurrentIndex(0 if entries else 1)
        self.undo.setEnabled(any(entry.undoes is None and not entry.is_undone for entry in entries))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @Slot()
    def _fit(self) -> None:
        self.table.set_column_chars(CHARS)
        header = self.table.horizontalHeader()
        rest = header.length() - header.sectionSize(_WHAT)
        room = self.width() - 2 * PAGE_MARGIN - self.table.verticalScrollBar().sizeHint().width()
        header.resizeSection(_WHAT, max(header.sectionSize(_WHAT), room - rest))


class _EntryDelegate(RowDelegate):
    """What counts no longer is paler, and says so."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        entry = index.data(ROW_ROLE)
        is_pale = index.column() != _WHAT or (isinstance(entry, HistoryEntry) and entry.is_undone)
        ink = QColor(self.theme.colours.text2 if is_pale else self.theme.colours.text)
        option.font = self.theme.font()
        for role in (QPalette.ColorRole.Text, QPalette.ColorRole.HighlightedText):
            option.palette.setColor(role, ink)


def _columns() -> list[Column[HistoryEntry]]:
    return [
        Column(key="when", heading=_("When"), text=_when, sort=lambda entry: entry.made_at.timestamp()),
        Column(key="what", heading=_("What"), text=lambda entry: sentence_of(entry.title)),
        Column(key="who", heading=_("Who"), text=lambda entry: entry.actor),
        Column(key="state", heading=_("State"), text=lambda entry: _("undone") if entry.is_undone else ""),
    ]


def _when(entry: HistoryEntry) -> str:
    """Like "Today, 18:40", "Yesterday, 09:15", or the day and the time as the language has them."""
    moment = to_qt_moment(entry.made_at)
    days = moment.date().daysTo(QDate.currentDate())
    time = QLocale().toString(moment.time(), QLocale.FormatType.ShortFormat)
    if days in (0, 1):
        return (_("Today, {time}") if days == 0 else _("Yesterday, {time}")).format(time=time)
    return QLocale().toString(moment, QLocale.FormatType.ShortFormat)
