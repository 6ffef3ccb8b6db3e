"""How long a key takes in the grid of a large poll: 200 people by 60 times, marks written to the club's file.

A figure is one key, from the press to the end of all that it made Qt do: the mark shown, sums and best times
counted, everything painted. The file is written meanwhile, off the window's thread, and read again.
"""

import os
import tempfile
from collections.abc import Callable
from datetime import datetime, timedelta
from itertools import cycle, islice
from pathlib import Path
from time import perf_counter, sleep

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (  # noqa: TID251  measures a widget
    QApplication,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from clubhub.app import build_services, create_club
from clubhub.domain.clubs import Club
from clubhub.domain.ids import PollId
from clubhub.domain.poll_drafts import PollDraft
from clubhub.services.bundle import Services
from clubhub.support.settings import SettingsStore
from clubhub.widgets.application import Application
from clubhub.widgets.polls.page import PollsPage

Keys = list[tuple[str, float]]
"""Each key, and the seconds it took."""

PEOPLE, OPTIONS, KEYS = 200, 60, 600
SIZE = (1360, 860)
KINDS = {"Y": "a mark", "M": "a mark", "N": "a mark", "right": "an arrow", "down": "an arrow"}
PRESSED = ("Y", "right", "M", "right", "N", "down")
CODES = {
    "Y": Qt.Key.Key_Y,
    "M": Qt.Key.Key_M,
    "N": Qt.Key.Key_N,
    "right": Qt.Key.Key_Right,
    "down": Qt.Key.Key_Down,
}


def main() -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        poll_id = make_poll(
            create_club(place / "club.clubhub", Club(name="Kvarnö", time_zone="Europe/Helsinki")), place
        )
        settings = SettingsStore(place / "settings.json")
        settings.change(scheme="light")
        application = Application(build_services, create_club, settings)
        window = application.open_club(place / "club.clubhub")
        if window is None:
            raise SystemExit("the club could not be opened")
        window.resize(*SIZE)
        window.show_page("polls")
        page = window.page("polls")
        if not isinstance(page, PollsPage):
            raise TypeError(page)
        begin = perf_counter()
        page.open_poll(poll_id)
        wait_until(lambda: page.view.board is not None)
        opened = perf_counter() - begin
        ours = press_keys(page.view.grid.table)
        wait_until(lambda: page.view.queue.is_idle)
        window.close()
        plain = press_keys(plain_table())
    print(f"The grid of {PEOPLE} people by {OPTIONS} times, {KEYS} keys, on {os.cpu_count()} cores, offscreen.")
    print(f"Opened, read from the file and painted in {opened * 1000:.0f} ms.")
    print("Baseline: a QTableWidget of as many items with the same words, which keeps and counts nothing.\n")
    print(f"{'':28}  {'median ms':>9}  {'p95 ms':>7}  {'most ms':>7}")
    print_keys("ClubHub", ours)
    print_keys("QTableWidget", plain)


def print_keys(name: str, figures: Keys) -> None:
    """A line for marks, and one for arrows."""
    for kind in dict.fromkeys(KINDS.values()):
        told = sorted(seconds * 1000 for pressed, seconds in figures if KINDS[pressed] == kind)
        middle, most = told[len(told) // 2], told[len(told) * 95 // 100]
        print(f"{f'{name}, {kind}':28}  {middle:9.2f}  {most:7.2f}  {told[-1]:7.2f}")


def make_poll(services: Services, place: Path) -> PollId:
    """A club of 200, a poll of 60 times, and an answer of everybody."""
    people = place / "people.csv"
    people.write_text("Name\n" + "".join(f"Signe {n} Vikdahl\n" for n in range(PEOPLE)), "utf-8")
    services.people.import_file(people)
    first = datetime(2027, 6, 7, 8, 0)  # noqa: DTZ001  a wall-clock time
    slots = [(first + timedelta(hours=2 * n), first + timedelta(hours=2 * n + 2)) for n in range(OPTIONS)]
    made = services.poll_editing.create(PollDraft(name="When can you come?", slots=tuple(slots)))
    answers = place / "answers.csv"
    words = cycle(["yes", "ifneedbe", "no", "", "yes"])
    headings = [f"{starts:%Y-%m-%dT%H:%M}" for starts, _ends in slots]
    rows = [[f"Signe {n} Vikdahl", *islice(words, OPTIONS)] for n in range(PEOPLE)]
    answers.write_text("\n".join(",".join(row) for row in [["Name", *headings], *rows]), "utf-8")
    services.polls.import_answers(answers, poll="When can you come?")
    return made.poll_id


class PlainTable(QTableWidget):
    """Writes the word of a mark's key into its current cell."""

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  Qt's name
        item = self.currentItem()
        if item is not None and event.text() in {"y", "m", "n"}:
            item.setText({"y": "yes", "m": "if need be", "n": "no"}[event.text()])
        else:
            super().keyPressEvent(event)


def plain_table() -> PlainTable:
    table = PlainTable(PEOPLE, OPTIONS)
    words = cycle(["yes", "if need be", "no", "", "yes"])
    for row in range(PEOPLE):
        for column in range(OPTIONS):
            table.setItem(row, column, QTableWidgetItem(next(words)))
    table.resize(*SIZE)
    table.show()
    table.setCurrentCell(0, 0)
    QApplication.processEvents()
    return table


def press_keys(widget: QWidget) -> Keys:
    """Each key and the seconds it took; the pause between them is a quick typist's."""
    figures = []
    for pressed in islice(cycle(PRESSED), KEYS):
        text = pressed.lower() if len(pressed) == 1 else ""
        begin = perf_counter()
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(widget, QKeyEvent(kind, CODES[pressed], Qt.KeyboardModifier.NoModifier, text))
        QApplication.sendPostedEvents()
        QApplication.processEvents()
        figures.append((pressed, perf_counter() - begin))
        pause(0.03)
    return figures


def pause(seconds: float) -> None:
    end = perf_counter() + seconds
    while perf_counter() < end:
        QApplication.processEvents()
        sleep(0.001)


def wait_until(is_done: Callable[[], bool]) -> None:
    while not is_done():
        pause(0.005)


if __name__ == "__main__":
    main()
