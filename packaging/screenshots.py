"""Pictures of every page and dialog, on the demo club: light and dark, large text, a small window, right to left.

    python3 packaging/dev.py screenshots [FOLDER]      (default build/screenshots)

Drawn on the offscreen platform; each picture is named for what it shows.
"""

import os
import re
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QWidget

from clubhub.app import build_services, create_club
from clubhub.services.demo import make_demo_club
from clubhub.support.resources import resource
from clubhub.support.settings import SettingsStore
from clubhub.widgets.application import Application
from clubhub.widgets.main_window import MainWindow
from clubhub.widgets.page_list import FOOT_PAGES, PAGES
from clubhub.widgets.welcome import Welcome

USUAL, SMALL = (1360, 860), (1024, 640)
CHECKED = ("home", "events", "polls")
"""The pages that are looked at large, small and mirrored too."""
DEMO_FILES = {"people": "people.csv", "events": "meet.lef", "polls": "answers.csv", "posts": "announcement.md"}
"""What a page's dialog for a file is told in place of a person, who would be asked by the system."""
SETTLED_SECONDS = 1.0


def main(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as place:
        club = Path(place) / "Kvarnö.clubhub"
        services, event = make_demo_club(club, create_club)
        services.rosters.fill(event)
        services.rosters.publish(event)
        settings = SettingsStore(Path(place) / "settings.json")
        application = Application(build_services, create_club, settings)
        for scheme in ("light", "dark"):
            application.theme.choose(scheme=scheme, text_percent=100)
            shoot_everything(application, club, folder, scheme)
        application.theme.choose(scheme="light", text_percent=200)
        shoot_pages(application, club, folder, "200", USUAL)
        application.theme.choose(text_percent=100)
        shoot_pages(application, club, folder, "small", SMALL)
        QApplication.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        shoot_pages(application, club, folder, "rtl", USUAL)
    print(f"{len(list(folder.glob('*.png')))} pictures in {folder}")


def shoot_everything(application: Application, club: Path, folder: Path, scheme: str) -> None:
    welcome = Welcome(application.settings, create_club)
    welcome.show()
    save(welcome, folder / f"welcome-{scheme}.png")
    welcome.close()
    window = opened(application, club, USUAL)
    for spec in (*PAGES, *FOOT_PAGES):
        window.show_page(spec.key)
        save(window, folder / f"{spec.key}-{scheme}.png")
        for name, dialog in dialogs(window, spec.key):
            save(dialog, folder / f"{spec.key}-{name}-{scheme}.png")
            dialog.reject()
            settle(0.2)
    window.close()


def shoot_pages(application: Application, club: Path, folder: Path, name: str, size: tuple[int, int]) -> None:
    window = opened(application, club, size)
    for key in CHECKED:
        window.show_page(key)
        save(window, folder / f"{key}-{name}.png")
    window.close()


def dialogs(window: MainWindow, key: str) -> Iterator[tuple[str, QDialog]]:
    """Each dialog that a command of the page opens, or one of the window from Home."""
    answer = (str(resource("demo", DEMO_FILES.get(key, "people.csv"))), "")
    setattr(QFileDialog, "getOpenFileName", staticmethod(lambda *_asked, **_more: answer))  # noqa: B010  for mypy
    commands = window.page(key).commands()
    if key == "home":
        commands = [("find", window.find_or_do), ("new club", window.actions_of_window.make_club)]
    for words, do in commands:
        dialog = dialog_of(window, do)
        if dialog is not None:
            yield re.sub(r"\W+", "-", words.casefold()).strip("-"), dialog


def dialog_of(window: MainWindow, do: Callable[[], object]) -> QDialog | None:
    before = set(window.findChildren(QDialog))
    do()
    settle()
    return next((found for found in window.findChildren(QDialog) if found not in before and found.isVisible()), None)


def opened(application: Application, club: Path, size: tuple[int, int]) -> MainWindow:
    window = application.open_club(club)
    if window is None:
        sys.exit(f"{club} can't be opened")
    window.resize(*size)
    return window


def save(widget: QWidget, path: Path) -> None:
    settle()
    widget.grab().save(str(path))


def settle(seconds: float = SETTLED_SECONDS) -> None:
    """Let answers of running jobs arrive and be painted."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        QApplication.processEvents()
        time.sleep(0.01)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
