"""What tests of the window share: one theme, and a window on a small club or on the demo."""

import gc
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog
from tests.demo_copies import make_filled

from clubhub.app import build_services, create_club
from clubhub.domain.clubs import Club
from clubhub.support.settings import SettingsStore
from clubhub.widgets.application import Application
from clubhub.widgets.main_window import MainWindow


@pytest.fixture(scope="session")
def application(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Application:
    """The program, light, with settings of its own."""
    assert qapp is not None
    store = SettingsStore(tmp_path_factory.mktemp("settings") / "settings.json")
    store.change(scheme="light")
    return Application(build_services, create_club, store)


@pytest.fixture(scope="session")
def filled_demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo club, filled and published once for all tests; copy it before changing it."""
    return make_filled(tmp_path_factory.mktemp("demo") / "demo.clubhub")


@pytest.fixture(autouse=True)
def no_dialog_that_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fail at once where a test opens a dialog that waits for a person, instead of standing still for ever.

    A test that means to come there answers in the dialog's place with a patch of its own.
    """

    def refuse(*_asked: object, **_more: object) -> None:
        pytest.fail("a dialog that waits for a person was opened, and the test has no answer for it")

    monkeypatch.setattr(QDialog, "exec", refuse)
    for asked in ("getOpenFileName", "getOpenFileNames", "getSaveFileName", "getExistingDirectory"):
        monkeypatch.setattr(QFileDialog, asked, refuse)


def clear_the_screen() -> None:
    """A menu or window that a test left open, a modal one above all, would take the next one's keys."""
    while popup := QApplication.activePopupWidget():
        popup.close()
    for left in QApplication.topLevelWidgets():
        left.hide()


@pytest.fixture
def open_window(application: Application, qtbot) -> Iterator[Callable[[Path], MainWindow]]:
    """Open a window on a club's file; it is closed, with its jobs ended, after the test.

    What is in a circle is freed here: a collector that runs in a job's thread would destroy objects of Qt there, which
    ends the whole run.
    """
    opened: list[MainWindow] = []
    clear_the_screen()
    gc.disable()

    def open_club(path: Path) -> MainWindow:
        window = application.open_club(path)
        assert window is not None
        opened.append(window)
        qtbot.waitExposed(window)
        return window

    yield open_club
    for window in opened:
        window.close()
    opened.clear()
    clear_the_screen()
    QApplication.processEvents()
    gc.collect()
    gc.enable()


@pytest.fixture
def demo_window(open_window, filled_demo: Path, tmp_path: Path) -> MainWindow:
    """A window on a copy of the filled demo club."""
    path = tmp_path / "demo.clubhub"
    path.write_bytes(filled_demo.read_bytes())
    return open_window(path)


@pytest.fixture
def empty_window(open_window, tmp_path: Path) -> MainWindow:
    """A window on a new club."""
    path = tmp_path / "new.clubhub"
    create_club(path, Club(name="Kvarnö Swim Club", time_zone="Europe/Helsinki", region="FI"))
    return open_window(path)
