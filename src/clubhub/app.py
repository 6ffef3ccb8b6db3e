"""The composition root: builds the services and hands them to whoever shows them.

Nothing is imported at the top but the standard library: `clubhub --help` must start fast, and nothing here needs Qt.
"""

import gc
import getpass
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from clubhub.domain.clubs import Club
    from clubhub.services.bundle import Services
    from clubhub.storage.database import Database
    from clubhub.support.settings import SettingsStore
    from clubhub.widgets.application import Application

TURN_SECONDS = 0.001
"""How long a thread keeps the interpreter while others wait. With Python's own 5 ms the window waited up to 20 ms for
each look at its data while the pool read a large club: once for every cell that it painted."""


def main() -> None:
    """The command `clubhub`."""
    from clubhub.cli.main import run
    from clubhub.support.logs import start_logging

    start_logging()
    sys.exit(run(build_services, create_club, open_window, sys.argv[1:]))


def build_services(path: Path) -> "Services":
    """All services on one club's file; see storage.database.open_file for what is refused."""
    from clubhub.services.clubs import open_club

    return _bundle(open_club(path, actor=_actor()))


def create_club(path: Path, club: "Club") -> "Services":
    """Make a new club's file and all services on it."""
    from clubhub.services.clubs import create_club as create

    return _bundle(create(path, club, actor=_actor()))


def _bundle(database: "Database") -> "Services":
    from clubhub.services.bundle import Services

    return Services(database)


def open_window(club: Path | None = None) -> int:
    """Open the window on a club, or on the welcome when none is given; returns the exit code when all are closed."""
    return make_application().run(club)


def make_application(settings: "SettingsStore | None" = None) -> "Application":
    """The program with windows, in an interpreter that works for them; `settings` are the person's own if None.

    Widgets are imported here alone: the command line works without them.
    """
    gc.disable()  # clubhub.viewmodels.collector says why, and calls it instead
    sys.setswitchinterval(TURN_SECONDS)
    from clubhub.viewmodels.collector import Collector
    from clubhub.widgets.application import Application

    application = Application(build_services, create_club, settings)
    Collector(application)
    return application


def _actor() -> str:
    """The name under which changes stand in the history: that of the account on this computer."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # no account name, as in some containers; before 3.13 also on Windows
        return "clubhub"
