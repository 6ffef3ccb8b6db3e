"""Imports the pages and services that are still to come, in the pool, while the first page is looked at.

The first click on Events took 0.18 seconds, and more than half of it was this.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot

from clubhub.widgets.page_list import FOOT_PAGES, PAGES
from clubhub.widgets.pages import Shell

if TYPE_CHECKING:
    from clubhub.services.bundle import Services

SERVICES = ("people", "events", "places", "poll_boards", "posts")
WAIT_MS = 1500
"""After the window is there: what its first page needs goes first."""


class WarmUp(QObject):
    """For one window, once; it is gone when all is there."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self._shell = shell
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.begin)
        self._timer.start(WAIT_MS)

    @Slot()
    def begin(self) -> None:
        self._timer.stop()
        services = self._shell.services
        self._shell.jobs.run("", lambda _progress: _import(services), self._end, owner=self, quiet=True)

    def _end(self, _nothing: None) -> None:
        self.deleteLater()


def _import(services: "Services") -> None:
    for page in (*PAGES, *FOOT_PAGES):
        import_module(f"clubhub.widgets.{page.key}.page")
    for name in SERVICES:
        getattr(services, name)
