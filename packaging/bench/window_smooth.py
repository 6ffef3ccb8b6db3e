"""How long the window stands still while heavy work runs: a 10 ms ticker in its event loop beside an idle one.

The work is what a person starts in the window, by the same runner: an import of 100,000 people, a fill of the roster of
the demo, its sheets as PDF. The aim is that no tick comes more than 50 ms late.
"""

import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QTimer

from clubhub.app import build_services, create_club
from clubhub.services.demo import make_demo_club
from clubhub.support.settings import SettingsStore
from clubhub.viewmodels.jobs import Progress
from clubhub.widgets.application import Application
from clubhub.widgets.main_window import MainWindow

PEOPLE = 100_000
TICK_MS = 10
IDLE_SECONDS = 3.0


class Ticker:
    """Notes how late each tick came."""

    def __init__(self) -> None:
        self.late_ms: list[float] = []
        self._last = time.perf_counter()
        self._timer = QTimer()
        self._timer.timeout.connect(self._tick)
        self._timer.start(TICK_MS)

    def _tick(self) -> None:
        now = time.perf_counter()
        self.late_ms.append(max(0.0, (now - self._last) * 1000 - TICK_MS))
        self._last = now

    def stop(self) -> list[float]:
        self._timer.stop()
        return sorted(self.late_ms)


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        club = place / "demo.clubhub"
        _services, event = make_demo_club(club, create_club)
        sheet = place / "people.csv"
        rows = (f"Given{n},Family{n % 997},p{n}@example.org,Household {n // 2}" for n in range(PEOPLE))
        sheet.write_text("\n".join(["Given name,Family name,Mail,Household", *rows]), encoding="utf-8")
        application = Application(build_services, create_club, SettingsStore(place / "settings.json"))
        window = application.open_club(club)
        if window is None:
            sys.exit("the demo club can't be opened")
        services = window.shell.services
        works: dict[str, Callable[[Progress], object]] = {
            "idle (baseline)": lambda _progress: time.sleep(IDLE_SECONDS),
            "fill the demo's roster": lambda _progress: services.rosters.fill(event),
            "its sheets as PDF": lambda _progress: services.exports.roster(event, place / "roster.pdf"),
            f"import {PEOPLE} people": lambda progress: services.people.import_file(
                sheet, on_progress=progress.rows, should_stop=progress.should_stop
            ),
        }
        print(f"Ticks of {TICK_MS} ms in the window's event loop, on {os.cpu_count()} cores.\n")
        print(f"{'':30}  {'seconds':>8}  {'p99 late ms':>11}  {'most late ms':>12}")
        for name, work in works.items():
            measure(window, name, work)
        window.close()


def measure(window: MainWindow, name: str, work: Callable[[Progress], object]) -> None:
    loop, ticker, begin = QEventLoop(), Ticker(), time.perf_counter()
    window.shell.jobs.run(name, work, lambda _value: loop.quit(), owner=window)
    loop.exec()
    late = ticker.stop()
    print(f"{name:30}  {time.perf_counter() - begin:8.1f}  {late[int(len(late) * 0.99)]:11.1f}  {late[-1]:12.1f}")


if __name__ == "__main__":
    main()
