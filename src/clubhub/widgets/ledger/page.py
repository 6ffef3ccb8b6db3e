"""Hours: every household's page of a season, one of them beside the list."""

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget

from clubhub.domain.change_kinds import CLUB, LEDGER, PEOPLE, ROSTERS
from clubhub.domain.ids import HouseholdId
from clubhub.domain.ledger import Ledger
from clubhub.domain.people import HouseholdKey
from clubhub.support.texts import _
from clubhub.viewmodels.ledger import key_of, ledger_columns, matching, season_sentence
from clubhub.viewmodels.table_model import RowTableModel
from clubhub.widgets.controls import button, column, filter_field, icon_button, label, row
from clubhub.widgets.empty_state import EmptyState
from clubhub.widgets.ledger.acts import LedgerActs
from clubhub.widgets.ledger.panel import HouseholdPanel
from clubhub.widgets.ledger.table import LedgerTable
from clubhub.widgets.pages import Page, Shell
from clubhub.widgets.rules.opener import RulesOpener
from clubhub.widgets.tokens import DETAIL_WIDTH, NARROW_WIDTH, PAGE_MARGIN

LINE_HEIGHT, LEAST_LIST, WIDEST = 16, 460, 16_777_215
"""The line that widths were drawn for; the width that the list needs beside the panel; Qt's own largest size."""
TABLE, EMPTY, NO_MATCH = range(3)


class LedgerPage(Page):
    """A click shows a household, Enter goes there; entries and duties are changed at its side."""

    kinds = LEDGER | PEOPLE | ROSTERS | CLUB

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self.ledger: Ledger | None = None
        self._day: date | None = None
        self._wanted: HouseholdKey | None = None
        self._asked = 0
        self.model = RowTableModel(ledger_columns(), key_of, self)
        self.table = LedgerTable(self.model, shell.theme)
        self.panel = HouseholdPanel()
        self.panel.hide()
        self.acts = LedgerActs(self, shell, self.panel)
        self.filter = filter_field(_("Type to filter"), _("Filter households"))
        self.season = label(kind="strong")
        self.before = icon_button("back", _("The season before"), self._go_back)
        self.after = icon_button("forward", _("The next season"), self._go_on)
        self.opener = RulesOpener(shell, self)
        self.rules = button(_("Club rules…"), self.opener.open_rules, name="rules")
        self.enter_button = button(_("Enter hours…"), self.enter, look="primary", icon="add", name="enter-hours")
        self._subline = label(tone="text2", wrap=True)
        self._shown = QStackedWidget()
        self._area = QWidget()
        self._lay_out()
        self._connect()

    def first_control(self) -> QWidget:
        return self.filter

    def refresh(self) -> None:
        """Read the season that is looked at; of several answers under way the newest counts."""
        self._asked += 1
        ledger, asked, day = self.shell.services.ledger, self._asked, self._day
        self.shell.jobs.run("", lambda _progress: (asked, ledger.ledger(day)), self._take, owner=self, quiet=True)

    def open_target(self, target: object) -> None:
        """A household's key: its page, of this season."""
        if isinstance(target, int):
            self._wanted = HouseholdId(target)
            self._day = None
            self.filter.clear()
            self.refresh()

    def commands(self) -> list[tuple[str, Callable[[], object]]]:
        return [(_("Enter hours"), self.enter), *self.opener.commands()]

    @Slot()
    def enter(self) -> None:
        """Write down work for the household that is chosen, or for another."""
        index = self.table.currentIndex()
        page = self.model.row(index) if index.isValid() else None
        self.acts.enter(page.key if page else None)

    @property
    def is_at_beginning(self) -> bool:
        return self.panel.isHidden()

    def show_beginning(self) -> None:
        self.close_panel()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @Slot()
    def close_panel(self) -> None:
        self.panel.hide()
        self._fit()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def covers(self) -> bool:
        """Whether the panel takes the place of the list."""
        scale = self.shell.theme.line_height() / LINE_HEIGHT
        is_narrow = self.width() < (DETAIL_WIDTH + LEAST_LIST) * scale
        return is_narrow or self.window().width() < NARROW_WIDTH

    def _take(self, answer: tuple[int, Ledger]) -> None:
        asked, ledger = answer
        if asked != self._asked:
            return
        self.ledger = self.acts.ledger = ledger
        self.season.setText(_("Season {season}").format(season=ledger.season.name))
        self._subline.setText(season_sentence(ledger.club, ledger.season))
        self.enter_button.setEnabled(bool(ledger.balances))
        self._show_matching()
        if self._wanted is not None and self.table.select_id(self._wanted):
            self._wanted = None
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
            self._open_current()
        elif self.panel.isVisible():
            self._show_current()

    @Slot()
    def _show_matching(self) -> None:
        if self.ledger is None:
            return
        rows = matching(self.ledger.balances, self.filter.text())
        self.model.set_rows(rows)
        self._shown.setCurrentIndex(TABLE if rows else NO_MATCH if self.ledger.balances else EMPTY)

    @Slot()
    def _follow(self) -> None:
        """The panel shows who is chosen, once it is open."""
        if self.panel.isVisible():
            self._show_current()

    @Slot()
    def _point(self) -> None:
        """A click shows a household where that leaves the list in sight."""
        if not self.covers:
            self._open_current()

    @Slot()
    def _open_current(self) -> None:
        if self._show_current():
            self.panel.show()
            self._fit()

    @Slot()
    def _go_in(self) -> None:
        """Enter or a double click: into the panel."""
        self._open_current()
        self.panel.enter.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_current(self) -> bool:
        index = self.table.currentIndex()
        page = self.model.row(index) if index.isValid() else None
        if page is not None and self.ledger is not None:
            self.panel.show_page(self.ledger.club, page)
        return page is not None

    @Slot()
    def _go_back(self) -> None:
        self._show_season(-1)

    @Slot()
    def _go_on(self) -> None:
        self._show_season(1)

    def _show_season(self, step: int) -> None:
        if self.ledger is not None:
            season = self.ledger.season
            self._day = (season.starts_on if step < 0 else season.ends_on) + timedelta(days=step)
            self.refresh()

    def _connect(self) -> None:
        self.filter.textChanged.connect(self._show_matching)
        self.table.selectionModel().currentRowChanged.connect(self._follow)
        self.table.clicked.connect(self._point)
        self.table.opened.connect(self._go_in)
        self.panel.closed.connect(self.close_panel)
        self.panel.entry_wanted.connect(self.enter)
        self.panel.change_wanted.connect(self.acts.change)
        self.panel.removal_wanted.connect(self.acts.remove)
        self.panel.duty_wanted.connect(self.acts.set_duty)
        self.shell.theme.changed.connect(self._fit)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self, self._focus_filter)

    @Slot()
    def _focus_filter(self) -> None:
        self.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot()
    def _fit(self) -> None:
        covers = self.covers and self.panel.isVisibleTo(self)
        self._area.setVisible(not covers)
        width = WIDEST if covers else round(DETAIL_WIDTH * self.shell.theme.line_height() / LINE_HEIGHT)
        self.panel.setMaximumWidth(width)
        self.panel.setMinimumWidth(0 if covers else width)

    def _lay_out(self) -> None:
        head = row(label(_("Hours"), kind="title"), None, self.rules, self.enter_button, space=12)
        bar = row(self.filter, None, self.before, self.season, self.after, space=6)
        bar.setStretch(0, 1)
        bar.setStretch(1, 1)
        sentence = _("Every household stands here, with what it has done and still owes, once the club has people.")
        nobody = EmptyState("people", sentence, None)
        for widget in (self.table, nobody, EmptyState("search", _("No household fits this filter."), None)):
            self._shown.addWidget(widget)
        self._area.setLayout(
            column(
                column(head, self._subline, space=4),
                bar,
                self._shown,
                margins=(PAGE_MARGIN, 20, PAGE_MARGIN, 0),
                space=12,
            )
        )
        whole = row(self._area, self.panel, space=0)
        whole.setStretch(0, 1)
        self.setLayout(whole)
