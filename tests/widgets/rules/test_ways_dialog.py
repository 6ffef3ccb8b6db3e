"""Minutes between venues: added, changed and taken out, each at once."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from clubhub.widgets.rules.ways_dialog import WaysDialog


@pytest.fixture
def travel(demo_window):
    return demo_window.shell.services.travel


def opened(window, qtbot):
    window.show_page("settings")
    page = window.page("settings")
    qtbot.mouseClick(page.ways, Qt.MouseButton.LeftButton)
    return page.findChild(WaysDialog)


@pytest.fixture
def dialog(demo_window, qtbot):
    made = opened(demo_window, qtbot)
    qtbot.waitUntil(lambda: made.one.count() > 1)
    return made


def test_a_way_is_added_changed_taken_out_and_brought_back(dialog, travel, qtbot, demo_window):
    dialog.minutes.setValue(20)
    qtbot.mouseClick(dialog.add, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(dialog.ways()) == 1)
    (line,) = dialog.ways()
    assert line.words.text() == f"{dialog.one.currentText()} – {dialog.other.currentText()}"
    line.minutes.setFocus()
    line.minutes.selectAll()
    qtbot.keyClicks(line.minutes, "35")
    qtbot.keyClick(line.minutes, Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: [way.minutes for way in travel.table().ways] == [35])
    dialog._read()
    demo_window.shell.jobs.wait()
    qtbot.wait(50)
    assert dialog.ways() == [line]
    line.remove.click()
    qtbot.waitUntil(lambda: travel.table().ways == ())
    qtbot.waitUntil(lambda: dialog.ways() == [])
    demo_window.undo()
    qtbot.waitUntil(lambda: [shown.minutes.value() for shown in dialog.ways()] == [35])


def test_a_way_from_a_venue_to_itself_is_refused_in_the_dialog(dialog, travel, qtbot):
    dialog.other.setCurrentIndex(dialog.one.currentIndex())
    qtbot.mouseClick(dialog.add, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(
        lambda: any("two different venues" in one.text() for one in dialog.findChildren(QLabel) if one.isVisible())
    )
    assert travel.table().ways == ()


def test_without_two_venues_it_says_where_they_come_from(empty_window, qtbot):
    made = opened(empty_window, qtbot)
    qtbot.waitUntil(lambda: any("Venues come with shifts" in one.text() for one in made.findChildren(QLabel)))
    assert not made.add.isVisible()
