"""Home: what needs you now, the next event, what comes soon, and what was done last."""

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QDate, QLocale, Qt
from PySide6.QtWidgets import QScrollArea, QWidget

from clubhub.domain.changes import HistoryEntry
from clubhub.domain.overview import EventOverview, Overview, Task
from clubhub.support.texts import _, plural
from clubhub.viewmodels.jobs import Progress
from clubhub.viewmodels.qt_time import to_qt_day
from clubhub.widgets.controls import clear, column, label, line, row
from clubhub.widgets.home.event_card import EventCard
from clubhub.widgets.home.recent import Recent
from clubhub.widgets.home.task_row import TaskRow
from clubhub.widgets.pages import Page, Shell
from clubhub.widgets.tokens import PAGE_MARGIN

MOST_RECENT = 6
SIDE_WIDTH = 348


@dataclass(frozen=True, slots=True)
class _Shown:
    overview: Overview
    recent: list[HistoryEntry]


class HomePage(Page):
    """Asks for everything at once, off the window's thread."""

    kinds = frozenset(
        (
            "people",
            "events",
            "sessions",
            "shifts",
            "needs",
            "assignments",
            "publications",
            "polls",
            "answers",
            "posts",
            "clubs",
        )
    )

    is_always_fresh = True

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self._day = label(QLocale().toString(QDate.currentDate(), QLocale.FormatType.LongFormat), tone="text2")
        self._urgent_count = label(tone="text2")
        self._tasks = column(space=0)
        self._soon_head = label(_("Soon"), kind="heading")
        self._soon = column(space=0)
        self._card = EventCard(shell)
        self._recent = Recent(shell)
        main = column(
            column(label(_greeting(), kind="title"), self._day, space=2), 20,
            row(label(_("Needs you now"), kind="heading"), None, self._urgent_count), line(), self._tasks, 20,
            self._soon_head, self._soon, None, space=6,
        )  # fmt: skip
        side = QWidget()
        side.setLayout(column(self._card, 16, self._recent, None))
        side.setFixedWidth(round(SIDE_WIDTH * max(1.0, shell.theme.line_height() / 16)))
        inner = QWidget()
        parts = row(main, side, margins=(PAGE_MARGIN + 8, 28, PAGE_MARGIN, 24), space=40)
        parts.setStretch(0, 1)
        inner.setLayout(parts)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inner)
        self.setLayout(column(scroll))

    def refresh(self) -> None:
        self.shell.jobs.run("", self._ask, self._show, owner=self, quiet=True)

    def _ask(self, _progress: Progress) -> _Shown:
        services = self.shell.services
        return _Shown(services.home.overview(), services.history.entries(limit=MOST_RECENT))

    def _show(self, shown: _Shown) -> None:
        overview = shown.overview
        self._show_tasks(list(overview.tasks))
        self._card.show_event(overview.next_event)
        self._show_soon(list(overview.soon))
        self._recent.show_entries(shown.recent)
        self.shell.show_badge("home", len(overview.tasks))
        self.shell.show_badge("events", overview.next_event.coverage.open if overview.next_event else 0)

    def _show_tasks(self, tasks: list[Task]) -> None:
        clear(self._tasks)
        self._urgent_count.setText(_("{count}, most urgent first").format(count=len(tasks)) if len(tasks) > 1 else "")
        for at, task in enumerate(tasks):
            self._tasks.addWidget(TaskRow(task, self.shell, is_first=at == 0))
            self._tasks.addWidget(line())
        if not tasks:
            self._tasks.addWidget(label(_("Nothing needs you now."), tone="text2"))

    def _show_soon(self, events: list[EventOverview]) -> None:
        clear(self._soon)
        self._soon_head.setVisible(bool(events))
        for overview in events:
            day = QLocale().toString(to_qt_day(overview.event.starts_on), "ddd d MMMM")
            words = (label(day, tone="text2"), label(overview.event.name), None, label(_state(overview), tone="text2"))
            self._soon.addWidget(line())
            self._soon.addLayout(row(*words, margins=(0, 8, 0, 8), space=20))


def _state(overview: EventOverview) -> str:
    coverage = overview.coverage
    if not coverage.places:
        return _("programme not brought in yet")
    return plural(
        "{filled} of {count} place filled", "{filled} of {count} places filled", coverage.places, filled=coverage.filled
    )


def _greeting() -> str:
    hour = datetime.now().astimezone().hour
    return _("Good morning") if hour < 12 else _("Good afternoon") if hour < 18 else _("Good evening")
