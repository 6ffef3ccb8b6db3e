"""From a question to the sheet on the wall with the keyboard alone: a poll of days, its best time, a post, ways out."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QPushButton, QWidget

from clubhub.widgets.main_window import MainWindow
from window_visit import Visit

MOST_TABS = 60
Key, Modifier = Qt.Key, Qt.KeyboardModifier


class Typist:
    """Presses keys where the focus is, and finds the way by Tab."""

    def __init__(self, window: MainWindow, visit: Visit) -> None:
        self._window, self._visit = window, visit

    @property
    def focused(self) -> QWidget:
        """That of the dialog or the window that is in front, also while another program is before them."""
        front = QApplication.activeModalWidget() or self._window
        return QApplication.activePopupWidget() or front.focusWidget() or front

    def press(self, *keys: Qt.Key, modifier: Qt.KeyboardModifier = Modifier.NoModifier) -> None:
        for key in keys:
            QTest.keyClick(self.focused, key, modifier)
        self._visit.settle(0.1)

    def write(self, text: str) -> None:
        """Each letter goes where the one before has led: "/" in the grid leads to the field over the names."""
        for letter in text:
            QTest.keyClick(self.focused, letter)
        self._visit.settle()

    def go_to(self, name: str) -> None:
        """Tab until the control of that name has the focus."""
        for _tab in range(MOST_TABS):
            if self.focused.accessibleName() == name:
                return
            QTest.keyClick(self.focused, Key.Key_Tab)
        pytest.fail(f"Tab doesn't lead to {name!r}")

    def do(self, name: str) -> None:
        """Go to a button and press it."""
        self.go_to(name)
        self.press(Key.Key_Space)
        self._visit.settle()


@pytest.fixture
def typist(demo_window, tmp_path):
    demo_window.resize(1360, 860)
    demo_window.activateWindow()
    visit = Visit(demo_window, tmp_path)
    visit.settle()
    return Typist(demo_window, visit)


def make_poll(typist: Typist) -> None:
    typist.press(Key.Key_4, modifier=Modifier.ControlModifier)
    typist.do("New poll…")
    typist.write("Autumn planning")
    for _evening in range(2):
        typist.go_to("Day")
        typist.press(Key.Key_Right)
        typist.go_to("Times on that day")
        typist.press(Key.Key_A, modifier=Modifier.ControlModifier)
        typist.write("17 19:30")
        typist.press(Key.Key_Return)
    typist.do("Make the poll")


def test_a_poll_of_days_is_made_answered_and_announced_by_keys(typist, demo_window, tmp_path):
    make_poll(typist)
    view = demo_window.page("polls").view
    assert view.board.poll.name == "Autumn planning"
    assert view.model.columnCount() == 4
    typist.press(Key.Key_Y, Key.Key_Y, Key.Key_Return, Key.Key_M, Key.Key_Y)
    typist.write("/holmg")
    typist.press(Key.Key_Return, Key.Key_Left, Key.Key_N)
    assert [len(row.marks) for row in view.model.rows if row.marks] == [2, 2, 1]
    announced = next(label for label in view.panel.findChildren(QLabel) if label.text() == "2 yes, 0 if need be, 1 no")
    assert announced.isVisible()
    typist.do(view.panel.findChild(QPushButton, "choose").accessibleName())
    announce = view.panel.findChild(QPushButton, "announce")
    Visit(demo_window, tmp_path).until(announce.isVisible)
    typist.do("Announce…")
    assert typist.focused.accessibleName() == "Text"
    typist.press(Key.Key_Return, modifier=Modifier.ControlModifier)
    title = demo_window.page("posts").detail.title
    Visit(demo_window, tmp_path).until(lambda: title.text().startswith("Autumn planning: "))


def test_a_post_is_written_and_taken_out_by_every_road_with_keys(typist, demo_window, tmp_path, monkeypatch):
    typist.press(Key.Key_5, modifier=Modifier.ControlModifier)
    typist.do("Write")
    typist.write("Thank you")
    typist.go_to("Who it is for")
    typist.write("event: kva")
    typist.press(Key.Key_Down, Key.Key_Return)
    typist.go_to("Text")
    typist.write("Dear {given_name}, see you.")
    typist.press(Key.Key_Return, Key.Key_Return)
    typist.write("{shifts}")
    page = demo_window.page("posts")
    typist.press(Key.Key_Return, modifier=Modifier.ControlModifier)
    Visit(demo_window, tmp_path).until(lambda: page.detail.title.text() == "Thank you")
    assert page.detail.text.toPlainText().startswith("Dear Inger, see you.\nSun 13 June")
    typist.do("Copy for a chat")
    assert QGuiApplication.clipboard().text().startswith("Thank you\n\nDear everybody, see you.")
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_asked: str(tmp_path))
    typist.do("Mail drafts…")
    assert len(list((tmp_path / "Thank you").glob("*.eml"))) == 23
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_asked: (str(tmp_path / "notice"), ""))
    typist.do("Sheet for the wall…")
    typist.press(Key.Key_Return)
    Visit(demo_window, tmp_path).until((tmp_path / "notice.pdf").exists)
    assert (tmp_path / "notice.pdf").read_bytes().startswith(b"%PDF-1.7")


def test_the_preview_follows_the_event_that_the_audience_names(typist, demo_window, tmp_path):
    typist.press(Key.Key_5, modifier=Modifier.ControlModifier)
    dialog = demo_window.page("posts").write()
    Visit(demo_window, tmp_path).settle()
    dialog.fields.audience.set_rule("event: kvarken")
    dialog.fields.body_text.setPlainText("{shifts}")
    Visit(demo_window, tmp_path).until(lambda: dialog.rehearsal.text.toPlainText().startswith("Sun 13 June"))
    dialog.fields.audience.set_rule("everybody")
    Visit(demo_window, tmp_path).until(lambda: dialog.rehearsal.text.toPlainText() == "{shifts}")
    dialog.reject()
