"""Home shows what needs somebody, and its verbs lead there."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from clubhub.widgets.home.task_row import TaskRow


def rows_of(window) -> list[TaskRow]:
    return window.page("home").findChildren(TaskRow)


def test_an_empty_club_offers_its_first_steps_with_one_filled_button(empty_window, qtbot):
    qtbot.waitUntil(lambda: len(rows_of(empty_window)) == 2)
    looks = [row.button.property("button") for row in rows_of(empty_window)]
    assert looks == ["primary", "plain"]
    assert all(row.button.accessibleDescription() for row in rows_of(empty_window))


def test_a_verb_leads_to_its_page(demo_window, qtbot):
    qtbot.waitUntil(lambda: bool(rows_of(demo_window)))
    asked = []
    demo_window.shell.went.connect(lambda page, target: asked.append((page, target)))
    qtbot.mouseClick(rows_of(demo_window)[0].button, Qt.MouseButton.LeftButton)
    assert asked[0][0] == "events"


def test_undo_on_home_takes_the_newest_change_back(demo_window, qtbot):
    page = demo_window.page("home")
    qtbot.waitUntil(lambda: any(b.text() == "Undo" for b in page.findChildren(QPushButton)))
    undo = next(button for button in page.findChildren(QPushButton) if button.text() == "Undo")
    qtbot.mouseClick(undo, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: demo_window.banner_text.startswith("Undo: publish version 1"))
