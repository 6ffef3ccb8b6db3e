"""History: the newest first, what was undone is paler and says so, and the newest is taken back from here."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel


def test_the_newest_is_taken_back_and_says_so(demo_window, qtbot):
    demo_window.show_page("history")
    page = demo_window.page("history")
    qtbot.waitUntil(lambda: page.table.model().rowCount() > 3)
    assert page.table.model().index(0, 1).data() == "Publish version 1 of Kvarken Games"
    assert page.table.model().index(0, 0).data().startswith(("Today, ", "Yesterday, "))
    qtbot.mouseClick(page.undo, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.table.model().index(0, 1).data().startswith("Undo: publish"))
    state = page.table.model().index(1, 3)
    qtbot.waitUntil(lambda: state.data() == "undone")


def test_a_new_club_says_what_will_stand_here(empty_window, qtbot):
    empty_window.show_page("history")
    page = empty_window.page("history")
    qtbot.waitUntil(lambda: any("Nothing was changed yet" in one.text() and one.isVisible()
                                for one in page.findChildren(QLabel)))  # fmt: skip
    assert not page.undo.isEnabled()


def test_the_columns_fill_the_page_and_scroll_where_they_cannot(demo_window, qtbot):
    demo_window.resize(1360, 860)
    demo_window.show_page("history")
    header = demo_window.page("history").table.horizontalHeader()
    qtbot.waitUntil(lambda: header.length() > 1000)
    demo_window.resize(820, 560)
    qtbot.waitUntil(lambda: header.length() < 800)
