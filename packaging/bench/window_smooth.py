"""How long the window stands still while heavy work runs: a 10 ms ticker in its event loop.

The work is what a person starts in the window: a fill of the demo's roster, its sheets as PDF, an import of 100,000
people and the list of them; then, with 5,000 people, opening an event of 12,000 places, filling it, stopping that, and
freeing some of its places. The aim is that no tick comes more than 50 ms late. The baseline is a bare window in a
process of its own that ticks at the same time: what makes it late is the computer, not ClubHub.
"""

import os
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from _bare_window import BareWindow
from _large_club import EVENT, make_large_club
from _ticker import Late, Ticker
from PySide6.QtCore import QEventLoop, QTimer

from clubhub.app import create_club, make_application
from clubhub.services.demo import make_demo_club
from clubhub.services.roster_desk import PlaceKey
from clubhub.support.settings import SettingsStore
from clubhub.viewmodels.jobs import Progress
from clubhub.widgets.application import Application
from clubhub.widgets.events.page import EventsPage
from clubhub.widgets.main_window import MainWindow

PEOPLE = 100_000
TICK_MS = 10
IDLE_SECONDS = 3.0
FREED = 5
FILL_SECONDS = 30.0
WARM_MS = 4000


@dataclass
class Measurements:
    """What was measured: name, begin and end (time.time()), and the ticks of the window."""

    rows: list[tuple[str, float, float, Late]] = field(default_factory=list)

    @contextmanager
    def of(self, name: str) -> Iterator[None]:
        begin, ticker = time.time(), Ticker(TICK_MS)
        yield
        late = ticker.stop()
        self.rows.append((name, begin, time.time(), late))

    def print(self, bare: BareWindow) -> None:
        print(f"Ticks of {TICK_MS} ms in the window's event loop, on {os.cpu_count()} cores.\n")
        print(f"{'':42}  {'seconds':>8}  {'p99 late ms':>11}  {'most late ms':>12}  {'a bare window':>13}")
        for name, begin, end, late in self.rows:
            meanwhile = bare.late(begin, end)
            print(f"{name:42}  {end - begin:8.1f}  {late.p99:11.1f}  {late.most:12.1f}  {meanwhile.most:13.1f}")


def main() -> None:
    measured = Measurements()
    with tempfile.TemporaryDirectory() as folder, BareWindow(TICK_MS) as bare:
        place = Path(folder)
        application = make_application(SettingsStore(place / "settings.json"))
        measure_works(application, place, measured)
        measure_large_event(application, place, measured)
    measured.print(bare)


def measure_works(application: Application, place: Path, measured: Measurements) -> None:
    club, sheet = place / "demo.clubhub", place / "people.csv"
    _services, event = make_demo_club(club, create_club)
    rows = (f"Given{n},Family{n % 997},p{n}@example.org,Household {n // 2}" for n in range(PEOPLE))
    sheet.write_text("\n".join(["Given name,Family name,Mail,Household", *rows]), encoding="utf-8")
    window = opened(application, club)
    services = window.shell.services
    works: dict[str, Callable[[Progress], object]] = {
        "nothing": lambda _progress: time.sleep(IDLE_SECONDS),
        "fill the demo's roster": lambda _progress: services.rosters.fill(event),
        "its sheets as PDF": lambda _progress: services.exports.roster(event, place / "roster.pdf"),
        f"import {PEOPLE:,} people": lambda progress: services.people.import_file(
            sheet, on_progress=progress.rows, should_stop=progress.should_stop
        ),
    }
    for name, work in works.items():
        with measured.of(name):
            run(window, name, work)
    until(lambda: is_idle(window))
    with measured.of(f"open the list of {PEOPLE:,} people"):
        window.show_page("people")
        until(lambda: is_idle(window))
    window.close()


def measure_large_event(application: Application, place: Path, measured: Measurements) -> None:
    club = place / "large.clubhub"
    make_large_club(club)
    window = opened(application, club)
    with measured.of("open an event of 12,000 places"):
        window.show_page("events")
        page = events_page(window)
        until(lambda: page.roster.reader.desk is not None and is_idle(window))
    measure_large_fill(window, measured)
    board, reader = page.roster.board, page.roster.reader
    taken = [key for key, entry in reader.desk.entries.items() if entry.place.person] if reader.desk else []
    for key in taken[:: len(taken) // FREED]:
        board.choose(key)
        until(lambda: is_idle(window))
        with measured.of("free a place in it"):
            page.roster.acts.act("free", key)
            until(lambda: is_idle(window) and is_free(page, key))  # noqa: B023  it is called within this round
    window.close()


def measure_large_fill(window: MainWindow, measured: Measurements) -> None:
    """Until it is stopped, and from then until the window has the best plan so far."""
    stop, answers = threading.Event(), list[Any]()
    filling = window.shell.services.filling
    window.shell.jobs.run(
        "fill", lambda _progress: filling.propose(EVENT, should_stop=stop.is_set), answers.append, owner=window
    )
    with measured.of("fill it"):
        begin = time.monotonic()
        until(lambda: bool(answers) or time.monotonic() - begin > FILL_SECONDS, settle=0)
    with measured.of("stop that, and take the best so far"):
        stop.set()
        until(lambda: bool(answers), settle=0)


def opened(application: Application, club: Path) -> MainWindow:
    window = application.open_club(club)
    if window is None:
        sys.exit(f"{club} can't be opened")
    loop = QEventLoop()
    QTimer.singleShot(WARM_MS, loop.quit)
    loop.exec()
    return window


def events_page(window: MainWindow) -> EventsPage:
    page = window.page("events")
    if not isinstance(page, EventsPage):
        sys.exit("Events is another page")
    return page


def run(window: MainWindow, name: str, work: Callable[[Progress], object]) -> None:
    """Do the work as a person sees it begin and end."""
    answers: list[Any] = []
    window.shell.jobs.run(name, work, answers.append, owner=window)
    until(lambda: bool(answers))


def until(is_so: Callable[[], bool], settle: float = 0.5) -> None:
    """Let the window live until something is so, and `settle` seconds more."""
    loop, timer = QEventLoop(), QTimer()
    since: list[float] = []

    def look() -> None:
        if not is_so():
            since.clear()
        elif not since:
            since.append(time.monotonic())
        elif time.monotonic() - since[0] > settle:
            loop.quit()

    timer.timeout.connect(look)
    timer.start(20)
    loop.exec()


def is_idle(window: MainWindow) -> bool:
    return not window.shell.jobs._calls  # noqa: SLF001


def is_free(page: EventsPage, key: PlaceKey) -> bool:
    desk = page.roster.reader.desk
    return desk is not None and desk.entries[key].place.person is None


if __name__ == "__main__":
    main()
