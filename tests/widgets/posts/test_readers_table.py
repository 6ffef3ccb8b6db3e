"""Whom a post reaches, under its text: first a few, all of them when they are asked for."""

from PySide6.QtCore import Qt
from tests.widgets.posts.test_page import settle, shown_page


def test_the_first_rows_stand_under_the_post_and_all_when_asked_for(demo_window, qtbot):
    page = shown_page(demo_window, qtbot)
    page.open_target(next(line.post.id for line in page.model.rows if line.readers.reach.unreached))
    settle(demo_window, qtbot)
    readers = page.detail.readers
    assert readers.heading.text() == "50 people get it, and 9 under 18 through a guardian"
    assert readers.left_out.text() == "1 person is not reached: Kristian Ådahl"
    assert readers.model.rows[0].name == "Kristian Ådahl"
    assert len(readers.model.rows) == 10
    assert readers.all_button.text() == "Show all 60"
    readers.all_button.setFocus()
    qtbot.keyClick(readers.all_button, Qt.Key.Key_Space)
    assert len(readers.model.rows) == 60
    assert readers.table.verticalScrollBar().maximum() == 0
    assert readers.all_button.text() == "Show fewer"


def test_another_post_begins_with_its_first_rows_again(demo_window, qtbot):
    page = shown_page(demo_window, qtbot)
    page.detail.readers.all_button.click()
    page.list.setFocus()
    qtbot.keyClick(page.list, Qt.Key.Key_Down)
    settle(demo_window, qtbot)
    assert len(page.detail.readers.model.rows) == 10
