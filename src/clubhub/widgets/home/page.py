"""Home: what needs you now, the next event, what comes soon, and what was done last."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QWidget

from clubhub.domain.change_kinds import EVERYTHING
from clubhub.domain.changes import HistoryEntry
from clubhub.domain.overview import EventOverview, Overview, Task, TaskKind
from clubhub.support.texts import _
from clubhub.viewmodels.qt_time import to_qt_day
from clubhub.widgets.controls import clear, column, icon_label, label, line, row
from clubhub.widgets.home.event_card import EventCard
from clubhub.widgets.home.recent import Recent
from clubhub.widgets.home.soon_row import SoonRow
from clubhub.widgets.home.task_row import TaskRow
from clubhub.widgets.pages import Page, Shell
from clubhub.widgets.scrolled import scrolled
from clubhub.widgets.side_by_side import SideBySide
from clubhub.widgets.tokens import PAGE_MARGIN

if TYPE_CHECKING:
    from clubhub.services.bundle import Services

MOST_RECENT = 6
OF_POLLS = (
    *(TaskKind.NOT_ANSWERED, TaskKind.ASK_FOR_ANSWERS, TaskKind.POLL_CLOSES, TaskKind.POLL_TO_DECIDE),
    TaskKind.MOVED_UP,
)
MAIN_WIDTH, SIDE_WIDTH = 440, 348
"""What the tasks need at least, and the width of what stands beside them."""


@dataclass(frozen=True, slots=True)
class _Shown:
    overview: Overview
    recent: list[HistoryEntry]


class HomePage(Page):
    """Asks for everything at once, off the window's thread."""

    kinds = EVERYTHING

    is_always_fresh = True

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self._greeting = label(kind="title")
        self._day = label(tone="text2")
        self._urgent_count = label(tone="text2")
        self._tasks = column(space=0)
        self._soon_head = label(_("Soon"), kind="heading")
        self._soon = column(space=0)
        self._card = EventCard(shell)
        self._recent = Recent(shell)
        main = column(
            column(self._greeting, self._day, space=2), 20,
            row(label(_("Needs you now"), kind="heading"), None, self._urgent_count), line(), self._tasks, 20,
            self._soon_head, self._soon, None, space=6,
        )  # fmt: skip
        left, side = QWidget(), QWidget()
        left.setLayout(main)
        side.setLayout(column(self._card, 16, self._recent, None))
        inner = SideBySide(left, side, shell.theme, least=MAIN_WIDTH, width=SIDE_WIDTH, space=40)
        inner.set_margins(PAGE_MARGIN + 8, 28, PAGE_MARGIN, 24)
        self.setLayout(column(scrolled(inner)))

    def refresh(self) -> None:
        services = self.shell.services
        self.shell.jobs.run("", lambda _progress: _read(services), self._show, owner=self, quiet=True, in_turn=True)

    def _show(self, shown: _Shown) -> None:
        overview = shown.overview
        self._greeting.setText(_greeting(overview.now.hour))
        self._day.setText(QLocale().toString(to_qt_day(overview.now.date()), QLocale.FormatType.LongFormat))
        self._show_tasks(list(overview.tasks))
        self._card.show_event(overview.next_event, overview.now.date())
        self._show_soon(list(overview.soon))
        self._recent.show_entries(shown.recent)
        self.shell.show_badge("home", len(overview.tasks))
        asking = sum(task.kind in OF_POLLS for task in overview.tasks)
        self.shell.show_badge("polls", asking)
        self.shell.show_badge("events", overview.next_event.coverage.open if overview.next_event else 0)

    def _show_tasks(self, tasks: list[Task]) -> None:
        clear(self._tasks)
        self._urgent_count.setText(_("{count}, most urgent first").format(count=len(tasks)) if len(tasks) > 1 else "")
        for at, task in enumerate(tasks):
            self._tasks.addWidget(TaskRow(task, self.shell, is_first=at == 0))
            self._tasks.addWidget(line())
        if not tasks:
            calm = row(icon_label("ok", "ok"), label(_("Nothing needs you now."), tone="text2"), None, space=10)
            calm.setContentsMargins(0, 12, 0, 12)
            self._tasks.addLayout(calm)

    def _show_soon(self, events: list[EventOverview]) -> None:
        clear(self._soon)
        self._soon_head.setVisible(bool(events))
        for overview in events:
            self._soon.addWidget(line())
            self._soon.addWidget(SoonRow(overview, self.shell))


def _read(services: "Services") -> _Shown:
    return _Shown(services.home.overview(), services.history.entries(limit=MOST_RECENT))


def _greeting(hour: int) -> str:
    return _("Good morning") if hour < 12 else _("Good afternoon") if hour < 18 else _("Good evening")
