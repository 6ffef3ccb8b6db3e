"""From an empty club to a printed roster in the window: with the mouse, and again with the keyboard alone."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QDialog, QFileDialog, QWidget

from clubhub.support.resources import resource
from clubhub.widgets.home.task_row import TaskRow
from clubhub.widgets.main_window import MainWindow

Press = Callable[[QAbstractButton], None]
PATIENCE_MS = 20_000


@pytest.fixture
def files(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> dict[str, Path]:
    """What a person would choose in the system's own dialogs, which no test can click."""
    chosen = {"open": resource("demo", "people.csv"), "save": tmp_path / "roster.pdf"}
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_a, **_k: (str(chosen["open"]), ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_a, **_k: ([str(chosen["open"])], ""))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a, **_k: (str(chosen["save"]), ""))
    return chosen


def mouse(pressed: QAbstractButton) -> None:
    QTest.mouseClick(pressed, Qt.MouseButton.LeftButton)


def keyboard(pressed: QAbstractButton) -> None:
    """Go from control to control with Tab until the one is reached, then press Space."""
    window = pressed.window()
    window.activateWindow()
    QTest.qWaitForWindowActive(window)
    for _step in range(400):
        if window.focusWidget() is pressed:
            QTest.keyClick(pressed, Qt.Key.Key_Space)
            return
        QTest.keyClick(window.focusWidget() or window, Qt.Key.Key_Tab)
    pytest.fail(f"Tab never comes to “{pressed.text()}”")


def shown(root: QWidget, *, text: str = "", name: str = "") -> QAbstractButton | None:
    for found in root.findChildren(QAbstractButton):
        if found.isVisible() and found.isEnabled() and (found.objectName() == name if name else text in found.text()):
            return found
    return None


def wait_for(qtbot, root: QWidget, **wanted: str) -> QAbstractButton:
    qtbot.waitUntil(lambda: shown(root, **wanted) is not None, timeout=PATIENCE_MS)
    return shown(root, **wanted)


def dialog_of(qtbot, window: MainWindow) -> QDialog:
    def visible() -> list[QDialog]:
        return [found for found in window.findChildren(QDialog) if found.isVisible()]

    qtbot.waitUntil(lambda: len(visible()) == 1, timeout=PATIENCE_MS)
    return visible()[0]


def accept(qtbot, window: MainWindow, press: Press) -> None:
    """Press the filled button of the dialog as soon as it can be pressed, and see the dialog go."""
    dialog = dialog_of(qtbot, window)
    qtbot.waitUntil(lambda: shown(dialog, name="accept") is not None, timeout=PATIENCE_MS)
    press(shown(dialog, name="accept"))
    qtbot.waitUntil(lambda: not any(d.isVisible() for d in window.findChildren(QDialog)), timeout=PATIENCE_MS)


def verb(qtbot, window: MainWindow, text: str) -> QAbstractButton:
    """The button of a task on Home."""

    def rows() -> list[QAbstractButton]:
        found = [row.button for row in window.page("home").findChildren(TaskRow) if row.isVisible()]
        return [button for button in found if button.text() == text]

    qtbot.waitUntil(lambda: bool(rows()), timeout=PATIENCE_MS)
    return rows()[0]


def go_to(qtbot, window: MainWindow, press: Press, key: str) -> None:
    """By the sidebar, or by the keys that the menu shows; again where the window wasn't active yet."""
    numbers = {"home": Qt.Key.Key_1, "polls": Qt.Key.Key_4}

    def is_there() -> bool:
        if window.current_key() != key:
            window.activateWindow()
            QTest.qWaitForWindowActive(window)
            QTest.keyClick(window.focusWidget() or window, numbers[key], Qt.KeyboardModifier.ControlModifier)
        return window.current_key() == key

    if press is mouse:
        mouse(shown(window, name=f"nav-{key}"))
    else:
        qtbot.waitUntil(is_there, timeout=PATIENCE_MS)


@pytest.mark.parametrize("press", [mouse, keyboard])
def test_from_an_empty_club_to_a_printed_roster(empty_window: MainWindow, files, qtbot, press: Press):
    window = empty_window
    press(verb(qtbot, window, "Bring in people"))
    accept(qtbot, window, press)
    go_to(qtbot, window, press, "home")

    files["open"] = resource("demo", "meet.lef")
    press(verb(qtbot, window, "Bring in a meet"))
    press(wait_for(qtbot, dialog_of(qtbot, window), name="choose-file"))
    accept(qtbot, window, press)
    go_to(qtbot, window, press, "home")

    files["open"] = resource("demo", "answers.csv")
    go_to(qtbot, window, press, "polls")
    press(wait_for(qtbot, window.page("polls"), text="Bring in answers"))
    dialog = dialog_of(qtbot, window)
    press(wait_for(qtbot, dialog, name="choose_file"))
    accept(qtbot, window, press)
    go_to(qtbot, window, press, "home")

    press(verb(qtbot, window, "Fill the roster"))
    accept(qtbot, window, press)
    press(wait_for(qtbot, window.page("events"), name="publish"))
    press(wait_for(qtbot, dialog_of(qtbot, window), text="Publish version 1"))
    press(wait_for(qtbot, dialog_of(qtbot, window), text="Export"))
    press(wait_for(qtbot, window, text="Save as"))
    qtbot.waitUntil(files["save"].exists, timeout=PATIENCE_MS)
    text = "".join(page.extract_text() for page in PdfReader(files["save"]).pages)
    assert "Version 1" in text
    assert "OPEN" in text
    roster = window.shell.services.events.rosters()[0]
    assert sum(entry.place.person is not None for entry in roster.entries()) == 147
