"""Who shall not be on a place: added with a reason and lifted in the place's panel."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from clubhub.widgets.events.roster_tab import RosterTab


@pytest.fixture
def tab(demo_window, qtbot):
    """The tab alone in a window of its own, on the demo's event."""
    made = RosterTab(demo_window.shell)
    qtbot.addWidget(made)
    made.resize(1400, 800)
    made.show()
    made.activateWindow()
    with qtbot.waitSignal(made.coverage_changed):
        made.show_event(demo_window.shell.services.events.find("Kvarken").id)
    yield made
    made.close()


def opened(tab, qtbot, *, is_open):
    key = next(key for key, entry in tab.reader.desk.entries.items() if entry.place.is_open == is_open)
    tab.board.choose(key)
    tab.board.opened.emit(key)
    qtbot.waitUntil(lambda: tab.panel.isVisible() and tab.panel.story.entry == tab.reader.desk.entries[key])
    return key


def button(tab, name):
    return next(one for one in tab.panel._bans.findChildren(QPushButton, name) if not one.isHidden())


def test_somebody_is_kept_from_an_open_place_with_a_reason_and_let_back(tab, qtbot):
    key = opened(tab, qtbot, is_open=True)
    person = next(person for person in tab.panel.people if person.name.isascii())
    field = tab.panel._bans.name
    field.setFocus()
    qtbot.keyClicks(field, person.name)
    qtbot.keyClicks(tab.panel._bans.note, "hurt knee")
    qtbot.keyClick(tab.panel._bans.note, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: [banned.id for _ban, banned in tab.panel.story.bans] == [person.id])
    assert "hurt knee" in [label.text() for label in tab.panel._bans.findChildren(QLabel)]
    assert tab.panel._bans.name.text() == ""
    (ban,) = tab.reader.desk.bans(key.need_id)
    assert ban[0].note == "hurt knee"
    lift = button(tab, "lift-ban")
    assert lift.accessibleName() == f"Let {person.name} be here again"
    qtbot.mouseClick(lift, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: tab.panel.story.bans == ())


def test_who_is_on_a_place_stays_there_and_the_place_says_that_they_should_not(tab, qtbot):
    opened(tab, qtbot, is_open=False)
    present = tab.panel.story.there.person
    qtbot.mouseClick(button(tab, "ban-present"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: [banned for _ban, banned in tab.panel.story.bans] == [present])
    assert tab.panel.story.entry.place.person == present
    assert "banned" in {broken.rule.name.lower() for broken in tab.panel.story.there.breaks}


def test_a_name_that_nobody_has_is_told_and_stays(tab, qtbot):
    opened(tab, qtbot, is_open=True)
    bans = tab.panel._bans
    bans.name.setFocus()
    qtbot.keyClicks(bans.name, "Nobody Atall")
    qtbot.keyClick(bans.name, Qt.Key.Key_Return)
    assert any("Nobody in the club is called" in one.text() for one in bans.findChildren(QLabel) if one.isVisible())
    assert bans.name.text() == "Nobody Atall"
