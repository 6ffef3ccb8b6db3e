"""The list with its filter above it; an empty one says what belongs there and offers the first step."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QBoxLayout, QStackedWidget, QWidget

from clubhub.support.texts import _
from clubhub.viewmodels.people.list import PeopleListing
from clubhub.widgets.controls import button, column, label, row
from clubhub.widgets.empty_state import EmptyState
from clubhub.widgets.people.delegate import CELL_PADDING
from clubhub.widgets.people.filter_bar import FilterBar
from clubhub.widgets.people.table import PeopleTable
from clubhub.widgets.theme import Theme
from clubhub.widgets.tokens import PAGE_MARGIN


class ListArea(QWidget):
    """Title and actions, filter, table. Ctrl+F goes to the filter, Enter from there to the list."""

    adding_wanted = Signal()
    import_wanted = Signal()

    def __init__(self, listing: PeopleListing, theme: Theme) -> None:
        super().__init__()
        self._listing = listing
        self.filter = FilterBar()
        self.table = PeopleTable(listing.model, theme)
        self._lay_out()
        listing.loaded.connect(self._show_loaded)
        listing.shown.connect(self._show_count)
        self.table.sorted.connect(listing.sort_by)
        self.filter.changed.connect(self._filter)
        self.filter.field.returnPressed.connect(self._focus_list)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self, self.focus_filter)

    @Slot()
    def focus_filter(self) -> None:
        self.filter.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filter.field.selectAll()

    def _lay_out(self) -> None:
        head = row(
            label(_("People"), kind="title"),
            None,
            button(_("Bring in a spreadsheet"), self.import_wanted.emit, icon="file", name="bring-in"),
            button(_("Add person"), self.adding_wanted.emit, look="primary", icon="add", name="add-person"),
            space=12,
        )
        first = button(_("Bring in a spreadsheet"), self.import_wanted.emit, icon="file", name="first-step")
        sentence = _("Everybody of the club belongs here. Bring in the list that the club already has, or add people.")
        self._empty = EmptyState("people", sentence, first)
        everybody = button(_("Show everybody"), self.filter.clear, name="show-everybody")
        self._no_match = EmptyState("search", _("Nobody fits this filter."), everybody)
        self._shown = QStackedWidget()
        for widget in (self.table, self._empty, self._no_match):
            self._shown.addWidget(widget)
        below = row(self._shown, margins=(PAGE_MARGIN - CELL_PADDING, 0, 0, 0))
        self.setLayout(column(_inset(head), 4, _inset(row(self.filter)), below, margins=(0, 20, 0, 0), space=12))

    @Slot()
    def _focus_list(self) -> None:
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self.table.go_to_first()

    @Slot()
    def _filter(self) -> None:
        self._listing.filter_by(self.filter.words, self.filter.criteria)

    @Slot()
    def _show_loaded(self) -> None:
        self.filter.set_directory(self._listing.overview.directory)

    @Slot()
    def _show_count(self) -> None:
        total, shown = self._listing.total, self._listing.model.rowCount()
        self.filter.show_count(shown, total)
        self.filter.setVisible(bool(total))
        self._shown.setCurrentWidget(self.table if shown else self._no_match if total else self._empty)


def _inset(item: QBoxLayout) -> QBoxLayout:
    """Within the margins of the page; the table runs to its edge."""
    item.setContentsMargins(PAGE_MARGIN, 0, 20, 0)
    return item
