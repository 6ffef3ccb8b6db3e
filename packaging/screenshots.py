"""Pictures of every page and dialog, on the demo club: light and dark, large text, a small window, right to left.

    python3 packaging/dev.py screenshots [FOLDER [WORD ...]]      (default build/screenshots)

Drawn on the offscreen platform; each picture is named for what it shows. With WORDs only those are made
whose names begin with one of them.
"""

import os
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from clubhub.app import create_club, make_application
from clubhub.services.demo import make_demo_club
from clubhub.support.settings import SettingsStore
from clubhub.widgets.application import Application
from clubhub.widgets.main_window import MainWindow
from clubhub.widgets.page_list import FOOT_PAGES, PAGES
from clubhub.widgets.welcome import Welcome
from window_views import View, open_dialog, views_of
from window_visit import Visit

USUAL, SMALL = (1360, 860), (1024, 640)


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """How a set of pictures is drawn; `pages` are the pages whose views belong to it, all if there are none."""

    name: str
    scheme: str = "light"
    text_percent: int = 100
    size: tuple[int, int] = USUAL
    direction: Qt.LayoutDirection = Qt.LayoutDirection.LeftToRight
    pages: frozenset[str] = frozenset(("home", "events", "polls", "posts", "ledger"))


SERIES = (
    Series(name="light", pages=frozenset()),
    Series(name="dark", scheme="dark", pages=frozenset()),
    Series(name="200", text_percent=200),
    Series(name="small", size=SMALL),
    Series(name="small-200", text_percent=200, size=SMALL),
    Series(name="rtl", direction=Qt.LayoutDirection.RightToLeft),
)


class Photographer:
    """Opens the demo club for each series, and takes the pictures whose names are wanted."""

    def __init__(self, application: Application, club: Path, folder: Path, is_wanted: Callable[[str], bool]) -> None:
        self._application = application
        self._club = club
        self._folder = folder
        self._is_wanted = is_wanted

    def shoot(self, series: Series) -> None:
        self._application.theme.choose(scheme=series.scheme, text_percent=series.text_percent)
        QApplication.setLayoutDirection(series.direction)
        self._shoot_welcome(series)
        for spec in (*PAGES, *FOOT_PAGES):
            views = [view for view in views_of(spec.key) if self._is_wanted(f"{view.title}-{series.name}")]
            if views and (not series.pages or spec.key in series.pages):
                self._shoot_page(views, series)

    def _shoot_welcome(self, series: Series) -> None:
        name = f"welcome-{series.name}"
        if not self._is_wanted(name):
            return
        welcome = Welcome(self._application.settings, create_club)
        welcome.show()
        save(welcome, self._folder / f"{name}.png")
        welcome.close()

    def _shoot_page(self, views: Sequence[View], series: Series) -> None:
        """On a fresh copy of the club, since some views change it."""
        with tempfile.TemporaryDirectory() as place:
            club = Path(place) / self._club.name
            club.write_bytes(self._club.read_bytes())
            visit = Visit(opened(self._application, club, series.size), Path(place))
            for view in views:
                path = self._folder / f"{view.title}-{series.name}.png"
                if view.kind is None:
                    view.act(visit)
                    visit.settle()
                    save(visit.window, path)
                else:
                    dialog = open_dialog(visit, view)
                    save(dialog, path)
                    dialog.reject()
            visit.window.close()


def main(folder: Path, words: list[str]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as place:
        club = Path(place) / "Kvarnö.clubhub"
        services, event = make_demo_club(club, create_club)
        services.rosters.fill(event)
        services.rosters.publish(event)
        application = make_application(SettingsStore(Path(place) / "settings.json"))
        photographer = Photographer(
            application, club, folder, lambda name: not words or name.startswith(tuple(words))
        )  # fmt: skip
        for series in SERIES:
            photographer.shoot(series)
    print(f"{len(list(folder.glob('*.png')))} pictures in {folder}")


def opened(application: Application, club: Path, size: tuple[int, int]) -> MainWindow:
    window = application.open_club(club)
    if window is None:
        sys.exit(f"{club} can't be opened")
    window.resize(*size)
    return window


def save(widget: QWidget, path: Path) -> None:
    QApplication.processEvents()
    widget.grab().save(str(path))


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
