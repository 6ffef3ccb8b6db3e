"""A visit to a window on the demo club: waits until it has settled, and goes to its things."""

import time as clock
from collections.abc import Callable, Sequence
from datetime import date, time, timedelta
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from clubhub.domain.ids import PollId
from clubhub.domain.poll_drafts import PollDraft, slots_of_day
from clubhub.domain.polls import Mark
from clubhub.support.resources import resource
from clubhub.widgets.main_window import MainWindow

QUIET_SECONDS = 0.45
"""So long nothing may run before a window counts as settled: longer than the pauses after the last key."""

STEP_SECONDS = 0.1
"""The same on the way to a view."""
MOST_SECONDS = 12
"""A search for a roster is looked at while it runs."""

LATER_SUNDAY = (('daytime="09:15"', 'daytime="09:45"'), ('warmupfrom="08:30"', 'warmupfrom="09:00"'))
"""What a later edition of the demo's meet file says otherwise."""

MARKS = (Mark.YES, Mark.NO, Mark.YES, Mark.IF_NEED_BE, Mark.YES, None, Mark.NO)


class Visit:
    """A window on the demo club, and a folder for files that dialogs are given."""

    def __init__(self, window: MainWindow, folder: Path) -> None:
        self.window = window
        self.folder = folder
        self.services = window.shell.services

    def page(self, key: str) -> Any:  # noqa: ANN401  a page of whatever feature
        self.window.show_page(key)
        self.settle(STEP_SECONDS)
        return self.window.page(key)

    def settle(self, quiet_seconds: float = QUIET_SECONDS) -> None:
        """Let answers of running jobs arrive and be painted, and what they start in turn."""
        end = clock.monotonic() + MOST_SECONDS
        quiet_since = clock.monotonic()
        while clock.monotonic() < min(end, quiet_since + quiet_seconds):
            QApplication.processEvents()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            if not self.window.shell.jobs.wait(10):
                quiet_since = clock.monotonic()

    def until(self, is_so: Callable[[], bool]) -> None:
        """Let the window work until something is so; raises TimeoutError if it never is."""
        end = clock.monotonic() + MOST_SECONDS
        while not is_so():
            if clock.monotonic() > end:
                raise TimeoutError
            self.settle(STEP_SECONDS)

    def person(self) -> Any:  # noqa: ANN401
        """The People page on its first person."""
        page = self.page("people")
        self.until(lambda: page.listing.model.rowCount() > 0)
        page.open_target(page.listing.model.rows[0].id)
        self.settle(STEP_SECONDS)
        return page

    def event(self) -> Any:  # noqa: ANN401
        """The Events page on the demo's event."""
        page = self.page("events")
        event = self.services.events.lines()[0].event
        page.open_target(event.id)
        self.settle(STEP_SECONDS)
        return page

    def programme(self) -> Any:  # noqa: ANN401
        """The programme tab, on its first shift."""
        page = self.event()
        page.head.set_tab("programme")
        self.settle(STEP_SECONDS)
        page.programme.table.setCurrentIndex(page.programme.model.index(0, 0))
        return page.programme

    def place(self, *, is_open: bool) -> Any:  # noqa: ANN401
        """The roster tab with the panel of an open or a filled place."""
        page = self.event()
        page.head.set_tab("roster")
        self.settle(STEP_SECONDS)
        entries = page.roster.reader.desk.entries
        key = next(key for key, entry in entries.items() if entry.place.is_open == is_open)
        page.roster.board.choose(key)
        page.roster.board.opened.emit(key)
        self.settle(STEP_SECONDS)
        return page

    def free_a_place(self) -> None:
        """Change the roster after it was published."""
        event = self.services.events.lines()[0].event
        desk = self.services.places.desk(event.id)
        key = next(key for key, entry in desk.entries.items() if not entry.place.is_open)
        self.services.places.free(desk, key)
        self.window.shell.worked.emit()
        self.settle(STEP_SECONDS)

    def changed_meet(self) -> Path:
        """The demo's meet file as it is brought in again, with a later Sunday."""
        return self._meet("meet-again.lef", LATER_SUNDAY)

    def other_meet(self) -> Path:
        """A meet that the club doesn't have yet."""
        return self._meet("other-meet.lef", ((self.services.events.lines()[0].event.name, "Autumn Cup"),))

    def _meet(self, name: str, changes: Sequence[tuple[str, str]]) -> Path:
        text = resource("demo", "meet.lef").read_text(encoding="utf-8")
        for old, new in changes:
            text = text.replace(old, new)
        path = self.folder / name
        path.write_text(text, encoding="utf-8")
        return path

    def poll(self) -> Any:  # noqa: ANN401
        """The Polls page on the demo's poll, which asks for its event."""
        page = self.page("polls")
        return self._on_poll(page, next(s.poll.id for s in self.services.poll_boards.summaries() if s.poll.event_id))

    def poll_of_days(self) -> Any:  # noqa: ANN401
        """The Polls page on a poll of three evenings that some have answered, each a little differently."""
        page = self.page("polls")
        known = [item.poll.id for item in self.services.poll_boards.summaries() if not item.poll.event_id]
        return self._on_poll(page, known[0] if known else self._make_poll())

    def _on_poll(self, page: Any, poll_id: PollId) -> Any:  # noqa: ANN401
        page.open_poll(poll_id)
        self.until(lambda: page.view.board is not None and page.view.board.poll.id == poll_id)
        return page

    def _make_poll(self) -> PollId:
        editing = self.services.poll_editing
        evenings = [date(2026, 8, day) for day in (24, 25, 27)]
        slots = [slot for day in evenings for slot in slots_of_day(day, [time(17), time(19)], timedelta(hours=2))]
        made = editing.create(PollDraft(name="Autumn planning", slots=tuple(slots))).poll_id
        board = self.services.poll_boards.board(made)
        for at, person in enumerate(board.people[:14]):
            said = [MARKS[(at * (place + 1) + 7 * place) % 17 % len(MARKS)] for place in range(len(board.options))]
            marks = {option.id: mark for option, mark in zip(board.options, said, strict=True) if mark}
            editing.record_answer(made, person_id=person.id, marks=marks)
        return made

    def post(self, title: str = "") -> Any:  # noqa: ANN401
        """The Posts page on a post; the first whose title has these words."""
        page = self.page("posts")
        lines = self.services.posts.lines()
        page.open_target(next(line.post.id for line in lines if title in line.post.title))
        self.settle(STEP_SECONDS)
        return page
