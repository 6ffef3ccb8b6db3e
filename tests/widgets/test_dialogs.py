"""Dialogs in a small window with large text: contents scroll, buttons stay in sight; what is added makes room."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from clubhub.widgets.application import Application
from clubhub.widgets.controls import label
from clubhub.widgets.dialogs import Dialog
from clubhub.widgets.forms import Field, Form
from clubhub.widgets.main_window import MainWindow


@pytest.fixture
def large_text(application: Application) -> Iterator[None]:
    application.theme.choose(text_percent=200)
    yield
    application.theme.choose(text_percent=100)


def made(window: MainWindow, fields: int) -> Dialog:
    dialog = Dialog(window, "Write it down", "All of it.", accept="Keep")
    dialog.body.addWidget(Form([Field(name=f"Line {number}", widget=QLineEdit()) for number in range(fields)]))
    dialog.open()
    return dialog


@pytest.mark.usefixtures("large_text")
def test_buttons_stay_in_sight_and_contents_scroll(empty_window, qtbot):
    empty_window.resize(1024, 640)
    dialog = made(empty_window, 12)
    assert dialog.height() <= empty_window.height()
    assert dialog.width() <= empty_window.width()
    for button in (dialog.accept_button, dialog.cancel_button):
        assert dialog.rect().contains(button.geometry())
    bar = dialog._scroll.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    before, last = dialog.findChildren(QLineEdit)[-2:]
    before.setFocus()
    QTest.keyClick(before, Qt.Key.Key_Tab)
    assert dialog.focusWidget() is last
    assert last.visibleRegion().boundingRect().height() == last.height()


def test_a_dialog_is_as_high_as_its_contents_and_grows_with_them(empty_window, qtbot):
    dialog = made(empty_window, 3)
    assert dialog._scroll.verticalScrollBar().maximum() == 0
    before = dialog.height()
    dialog.body.addWidget(label("This can't be kept, since\nsomething\nis missing.", tone="danger", wrap=True))
    qtbot.waitUntil(lambda: dialog.height() > before)
    assert dialog._scroll.verticalScrollBar().maximum() == 0
