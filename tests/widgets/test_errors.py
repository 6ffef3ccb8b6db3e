"""The one excepthook: a fault in a slot or a job is told and logged, and neither says a name."""

import logging
import sys

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton

from clubhub.support.logs import LINE, DayFileHandler, DiscreetFormatter, todays_log
from clubhub.widgets import errors

pytestmark = pytest.mark.usefixtures("application")

SECRET = "Anna Lind, anna@example.org"


def fail(*_arguments):
    raise ValueError(SECRET)


@pytest.fixture
def log(tmp_path):
    """What is logged during the test, as a person finds it."""
    handler = DayFileHandler(tmp_path)
    handler.setFormatter(DiscreetFormatter(LINE))
    logger = logging.getLogger("clubhub")
    logger.addHandler(handler)
    yield todays_log(tmp_path)
    logger.removeHandler(handler)
    handler.close()


@pytest.fixture
def told(monkeypatch):
    """The boxes that were shown; each is answered with the button of this name."""
    found = []

    def answer(box: QMessageBox) -> int:
        found.append(f"{box.text()}\n{box.informativeText()}")
        next(button for button in box.buttons() if button.text() == "Copy the report").click()
        return 0

    monkeypatch.setattr(QMessageBox, "exec", answer)
    monkeypatch.setattr(sys, "excepthook", errors.tell_fault)
    return found


def test_a_fault_in_a_slot_is_told_and_logged_without_its_words(log, told, qtbot):
    button = QPushButton()
    qtbot.addWidget(button)
    button.clicked.connect(fail)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert len(told) == 1
    assert "Your club is as it was after the last change that was saved." in told[0]
    logged = log.read_text(encoding="utf-8")
    assert "ValueError" in logged
    assert "test_errors.py" in logged
    copied = QApplication.clipboard().text()
    assert "ValueError" in copied
    assert not any("Anna" in text or "example.org" in text for text in (logged, copied, told[0]))


def test_a_fault_in_a_job_is_told_in_the_window_that_runs_on(demo_window, log, told, qtbot):
    demo_window.shell.jobs.run("work", fail, print, owner=demo_window)
    qtbot.waitUntil(lambda: len(told) == 1)
    assert "Anna" not in log.read_text(encoding="utf-8")
    done = []
    demo_window.shell.jobs.run("work", lambda _progress: 7, done.append, owner=demo_window)
    qtbot.waitUntil(lambda: done == [7])


@pytest.mark.usefixtures("told")
def test_a_second_fault_while_one_is_told_is_only_logged(log, monkeypatch, qtbot):
    shown = []

    def fault_again(box: QMessageBox) -> int:
        shown.append(box.text())
        QTimer.singleShot(0, fail)
        qtbot.wait(50)
        return 0

    monkeypatch.setattr(QMessageBox, "exec", fault_again)
    QTimer.singleShot(0, fail)
    qtbot.waitUntil(lambda: log.exists() and log.read_text(encoding="utf-8").count("fault in the window") == 2)
    qtbot.wait(20)
    assert len(shown) == 1
