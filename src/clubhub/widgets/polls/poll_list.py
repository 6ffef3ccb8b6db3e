"""The list of the club's polls, or what to do while there is none."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QStackedWidget, QWidget

from clubhub.services.poll_boards import PollSummary
from clubhub.support.texts import _
from clubhub.viewmodels.polls.summaries import summary_columns
from clubhub.viewmodels.table_model import Column, RowTableModel
from clubhub.widgets.controls import button, column, label, row
from clubhub.widgets.empty_state import EmptyState
from clubhub.widgets.polls.line import WrappingLine
from clubhub.widgets.tables import RowTableView
from clubhub.widgets.theme import Theme
from clubhub.widgets.tokens import PAGE_MARGIN

MOST = 40
"""Letters that a column may ask for; the poll's name takes what is left, but at least so many:"""
LEAST_NAME = 26
GIVEN_UP = ("options", "event", "days")
"""The columns that go first where there is no room for all."""
AIR = 24
"""Pixels before and after the text of a cell."""


class PollList(QWidget):
    """Enter or a click opens a poll."""

    opened = Signal(object)
    """A PollId."""
    new_wanted = Signal()
    answers_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.model = RowTableModel(summary_columns(), _identify, self)
        self.table = RowTableView(self.model, theme, _("Polls"))
        self._theme = theme
        header = self.table.horizontalHeader()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        theme.changed.connect(self._fit)
        self.table.opened.connect(self.opened)
        self.table.clicked.connect(self._open_clicked)
        self._body = QStackedWidget()
        self._body.addWidget(self.table)
        self._body.addWidget(self._empty())
        self._head_verbs = self._verbs()
        titles = column(
            label(_("Polls"), kind="title"),
            label(_("When people can come, and what they think. Silence is not a “no”."), tone="text2", wrap=True),
            space=2,
        )
        head = row(titles, self._head_verbs)
        head.setStretch(0, 1)
        self.setLayout(column(head, self._body, margins=(PAGE_MARGIN, 24, PAGE_MARGIN, 0), space=16))

    def first_control(self) -> QWidget:
        """The table, or the first step while there is no poll."""
        return self.table if self._body.currentIndex() == 0 else self.first

    def set_rows(self, rows: list[PollSummary]) -> None:
        self.model.set_rows(rows)
        self._fit()
        self._head_verbs.setVisible(bool(rows))
        self._body.setCurrentIndex(0 if rows else 1)
        if self.window().focusWidget() in (self.table, self.first):
            self.first_control().setFocus()
        if rows and not self.table.currentIndex().isValid():
            self.table.selectRow(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @Slot()
    def _fit(self) -> None:
        """Columns as wide as their text, as many as leave the name room enough."""
        metrics = QFontMetrics(self._theme.font())
        letter = metrics.horizontalAdvance("n")
        sections = {column.key: at for at, column in enumerate(self.model.columns)}
        widths = {column.key: self._needed(column, metrics) for column in self.model.columns[1:]}
        shown, room = dict(widths), self.table.width() - LEAST_NAME * letter
        for key in GIVEN_UP:
            if sum(shown.values()) > room:
                del shown[key]
        for key, width in widths.items():
            self.table.setColumnHidden(sections[key], key not in shown)
            self.table.setColumnWidth(sections[key], width)

    def _needed(self, column: Column[PollSummary], metrics: QFontMetrics) -> int:
        """By the longest text in it."""
        texts = {column.heading, *(column.text(row) for row in self.model.rows)}
        return min(max(map(metrics.horizontalAdvance, texts)), MOST * metrics.horizontalAdvance("n")) + AIR

    def _verbs(self) -> QWidget:
        take = button(_("Bring in answers…"), self.answers_wanted.emit, icon="import", name="bring_in")
        make = button(_("New poll…"), self.new_wanted.emit, look="primary", icon="add", name="new_poll")
        return WrappingLine(take, make)

    def _empty(self) -> EmptyState:
        self.first = button(
            _("Ask when people can come"), self.new_wanted.emit, look="primary", icon="polls", name="first_poll"
        )
        sentence = _(
            "Polls belong here: for an event, when everybody can come to its shifts; or which date suits most for a "
            "meeting."
        )
        return EmptyState("polls", sentence, self.first)

    def _open_clicked(self) -> None:
        """One click opens: the list is there to go on from."""
        ids = self.table.selected_ids()
        if len(ids) == 1:
            self.opened.emit(ids[0])


def _identify(summary: PollSummary) -> int:
    return summary.poll.id
