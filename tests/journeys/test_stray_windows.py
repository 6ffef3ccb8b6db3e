"""Nothing flashes up: a part that is shown before it has a parent would be a window, and take the keyboard away."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QWidget

from clubhub.domain.rosters import Place
from clubhub.services.roster_desk import PlaceKey
from clubhub.support.resources import resource
from clubhub.widgets.events.page import EventsPage
from clubhub.widgets.main_window import MainWindow
from clubhub.widgets.posts.sheet_dialog import SheetDialog


class Watch(QObject):
    """Writes down every window that is shown and is none of those that are meant."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  Qt's name
        is_shown = event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow()
        if is_shown and not isinstance(watched, (QMainWindow, QDialog)):
            self.found.append(type(watched).__name__)
        return False


@pytest.fixture
def stray(qapp: QApplication) -> Iterator[list[str]]:
    watch = Watch()
    qapp.installEventFilter(watch)
    yield watch.found
    qapp.removeEventFilter(watch)


def settle(qtbot, page: EventsPage) -> None:
    """Let the open dialog be shown whole, and close it."""
    qtbot.waitUntil(lambda: any(dialog.isVisible() for dialog in page.findChildren(QDialog)), timeout=20_000)
    qtbot.wait(50)
    for dialog in page.findChildren(QDialog):
        dialog.reject()


def is_told(page: EventsPage, key: PlaceKey) -> bool:
    panel = page.roster.panel
    return panel.isVisible() and panel.story is not None and panel.story.entry.place == entry_of(page, key)


def entry_of(page: EventsPage, key: PlaceKey) -> Place:
    return page.roster.reader.desk.entries[key].place


def test_the_events_page_its_panel_and_its_dialogs_show_no_other_window(stray, demo_window: MainWindow, qtbot):
    demo_window.show_page("events")
    page = demo_window.page("events")
    qtbot.waitUntil(lambda: page.roster.reader.desk is not None, timeout=20_000)
    entries = page.roster.reader.desk.entries
    for is_open in (True, False):
        key = next(key for key, entry in entries.items() if entry.place.is_open is is_open)
        page.roster._open(key)
        qtbot.waitUntil(lambda wanted=key: is_told(page, wanted), timeout=20_000)
    for tab in ("programme", "people"):
        page.head.set_tab(tab)
        qtbot.wait(50)
    for open_dialog in (page.dialogs.new_event, page.edit_event, page.add_shift, page.fill, page.export):
        open_dialog()
        settle(qtbot, page)
    page.dialogs.bring_in(Path(str(resource("demo", "meet.lef"))))
    settle(qtbot, page)
    assert stray == []


def test_a_dialog_with_and_without_something_to_choose_shows_no_other_window(stray, empty_window: MainWindow, qtbot):
    for count in (0, 3):
        dialog = SheetDialog(empty_window, event="Gala", open_places=count, asks=True, paper="A4")
        dialog.open()
        qtbot.wait(50)
        dialog.reject()
    assert stray == []
