"""From the start of the program to a window that can be used, on a club of 10,000 people, beside a bare window.

Every figure is a whole process on the offscreen platform. "Usable": Home shows what needs somebody, and nothing waits.
The baseline has imported SQLAlchemy and shows an empty QMainWindow.
"""

import os
import subprocess
import sys
import tempfile
from functools import partial
from pathlib import Path

from _timing import by_turns, print_table, timed

SOURCE = Path(__file__).resolve().parents[2] / "src"
ROUNDS = 9
MEMBERS = 10_000
BARE = "a bare PySide6 window, SQLAlchemy imported"
BARE_CODE = """
import sqlalchemy
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication([])
window = QMainWindow()
window.resize(1360, 860)
window.show()
QTimer.singleShot(0, app.quit)
app.exec()
"""
OURS_CODE = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from clubhub.app import make_application
from clubhub.support.settings import SettingsStore
settings = SettingsStore(Path(sys.argv[2]))
application = make_application(settings)
window = application.open_club(Path(sys.argv[1]))
def look():
    # Home has asked once and every answer has been shown.
    if window.shell.jobs._calls or not window.page("home")._urgent_count.text():
        QTimer.singleShot(1, look)
    else:
        QTimer.singleShot(0, window.close)
QTimer.singleShot(0, look)
application._qt.exec()
unwanted = {"alembic", "highspy", "numpy", "typst", "babel", "phonenumbers", "icalendar"} & set(sys.modules)
assert not unwanted, unwanted
"""


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        environment = os.environ | {
            "PYTHONPATH": str(SOURCE),
            "PYTHONPYCACHEPREFIX": str(place / "compiled"),
            "QT_QPA_PLATFORM": "offscreen",
        }
        club = place / "large.clubhub"
        make_club(club)
        bare = partial(run, environment, "-c", BARE_CODE)
        ours = partial(run, environment, "-c", OURS_CODE, str(club), str(place / "settings.json"))
        tasks = {BARE: partial(timed, bare), f"ClubHub, {MEMBERS} people": partial(timed, ours)}
        seconds = by_turns(tasks, rounds=ROUNDS)
    print(f"Cold start: whole processes, least and median of {ROUNDS}, by turns, on {os.cpu_count()} cores.\n")
    print_table(seconds, {f"ClubHub, {MEMBERS} people": BARE})


def run(environment: dict[str, str], *arguments: str) -> None:
    subprocess.run([sys.executable, *arguments], env=environment, check=True)


def make_club(path: Path) -> None:
    """A club with an event, answers and 10,000 people more than the demo has."""
    sys.path.insert(0, str(SOURCE))
    from clubhub.app import create_club
    from clubhub.services.demo import make_demo_club

    services, _event = make_demo_club(path, create_club)
    sheet = path.with_suffix(".csv")
    rows = (
        f"Given{number},Family{number % 997},p{number}@example.org,Household {number // 2}" for number in range(MEMBERS)
    )
    sheet.write_text("\n".join(["Given name,Family name,Mail,Household", *rows]), encoding="utf-8")
    services.people.import_file(sheet)


if __name__ == "__main__":
    main()
