"""The roster tab with keys and mouse, on the filled demo club."""

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton

from clubhub.domain.errors import EnvironmentProblem
from clubhub.domain.plain_names import folded
from clubhub.services.roster_desk import PlaceKey
from clubhub.widgets.events.place_panel_open import OpenPlace, StandInRow
from clubhub.widgets.events.roster_tab import RosterTab


@pytest.fixture
def tab(demo_window, qtbot):
    """The tab, alone in a wide window of its own, on the demo's event."""
    made = RosterTab(demo_window.shell)
    qtbot.addWidget(made)
    made.resize(1400, 800)
    made.show()
    made.activateWindow()
    with qtbot.waitSignal(made.coverage_changed):
        made.show_event(demo_window.shell.services.events.find("Kvarken").id)
    yield made
    made.close()


def keys_of(tab, role, session="Sunday afternoon"):
    return [
        key
        for key, entry in tab.reader.desk.entries.items()
        if (entry.need.role.name, entry.shift.session.name) == (role, session)
    ]


def go(tab, key):
    tab.board.setFocus()
    assert tab.board.choose(key)


def person_at(tab, key):
    person = tab.reader.desk.entries[key].place.person
    return person.name if person else ""


def press(tab, key, modifiers=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(tab.board, key, modifiers)


def spoken(tab):
    return tab.board.current_place().spoken


def story_shown(tab, qtbot, key):
    qtbot.waitUntil(lambda: tab.panel.isVisible() and tab.panel.story.entry == tab.reader.desk.entries[key])


def click_place(tab, key):
    rect = tab.board.visualRect(tab.board.board_model.index_of(key))
    QTest.mouseClick(tab.board.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())


def test_arrows_go_from_place_to_place_over_gaps_and_ends(tab):
    key = keys_of(tab, "Judge of stroke")[1]
    go(tab, key)
    assert spoken(tab) == "Judge of stroke, Sunday afternoon, place 2 of 2, open"
    press(tab, Qt.Key.Key_Up)
    assert spoken(tab).startswith("Judge of stroke, Sunday afternoon, place 1 of 2, ")
    press(tab, Qt.Key.Key_Up)
    assert spoken(tab).startswith("Chief timekeeper, Sunday afternoon, place 1 of 1, ")
    press(tab, Qt.Key.Key_Home)
    assert spoken(tab).startswith("Chief timekeeper, Saturday morning")
    press(tab, Qt.Key.Key_Right)
    assert spoken(tab).startswith("Chief timekeeper, Saturday afternoon")
    press(tab, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    first = spoken(tab)
    press(tab, Qt.Key.Key_Up)
    assert spoken(tab) == first
    press(tab, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    press(tab, Qt.Key.Key_PageUp)
    press(tab, Qt.Key.Key_PageDown)
    assert tab.board.current_key() is not None


class Painted(QObject):
    """How much of a widget was painted, as parts of its width and height."""

    def __init__(self, widget):
        super().__init__(widget)
        self.parts = []
        widget.installEventFilter(self)

    def settle(self, qtbot):
        """Wait until nothing is painted any more."""
        self.parts = [(1, 1)]
        while self.parts:
            self.parts = []
            qtbot.wait(100)

    def eventFilter(self, widget, event):  # noqa: N802  Qt's name
        if event.type() == QEvent.Type.Paint:
            area = event.region().boundingRect()
            self.parts.append((area.width() / widget.width(), area.height() / widget.height()))
        return False


def test_after_an_act_only_the_places_that_differ_are_painted(tab, qtbot):
    key = next(key for key in keys_of(tab, "Judge of stroke") if person_at(tab, key))
    go(tab, key)
    press(tab, Qt.Key.Key_Return)
    story_shown(tab, qtbot, key)
    go(tab, key)
    painted = Painted(tab.board.viewport())
    painted.settle(qtbot)
    press(tab, Qt.Key.Key_P)
    qtbot.waitUntil(lambda: tab.board.board_model.place_at(tab.board.currentIndex()).is_pinned)
    story_shown(tab, qtbot, key)
    qtbot.waitUntil(lambda: bool(painted.parts))
    assert max(max(part) for part in painted.parts) < 0.5


def test_the_roster_is_read_once_more_however_often_it_is_asked_for_meanwhile(tab, qtbot, monkeypatch):
    assert tab.shell.jobs.wait()
    QApplication.processEvents()
    places, read = tab.shell.services.places, []
    of_event = places.desk
    monkeypatch.setattr(places, "desk", lambda event_id, earlier: read.append(earlier) or of_event(event_id, earlier))
    with qtbot.waitSignals([tab.reader.settled] * 2):
        for _time in range(5):
            tab.reader.read()
    assert tab.shell.jobs.wait()
    QApplication.processEvents()
    assert len(read) == 2


def test_a_reading_that_failed_stops_none_after_it(tab, qtbot, monkeypatch):
    places = tab.shell.services.places

    def fail(_event_id, _earlier):
        raise EnvironmentProblem("Another program is using the club just now.")

    with monkeypatch.context() as patch, qtbot.waitSignal(tab.shell.jobs.failed):
        patch.setattr(places, "desk", fail)
        tab.reader.read()
    with qtbot.waitSignal(tab.reader.settled):
        tab.reader.read()


def test_right_to_left_the_arrows_follow_the_eye(tab):
    go(tab, keys_of(tab, "Starter", "Saturday morning")[0])
    tab.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    press(tab, Qt.Key.Key_Left)
    assert spoken(tab).startswith("Starter, Saturday afternoon")


def test_letters_find_a_person_whatever_the_accents(tab):
    go(tab, keys_of(tab, "Starter", "Saturday morning")[0])
    for letter in "asa":
        QTest.keyClicks(tab.board, letter)
    assert "Åsa " in spoken(tab)


def test_a_name_with_p_is_found_with_shift_and_nothing_is_pinned(tab):
    key = keys_of(tab, "Starter", "Saturday morning")[0]
    go(tab, key)
    QTest.keyClick(tab.board, Qt.Key.Key_P, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClicks(tab.board, "ek")
    assert "Pekka" in spoken(tab)
    assert tab.shell.jobs.wait()
    QApplication.processEvents()
    assert not any(e.place.assignment and e.place.assignment.is_pinned for e in tab.reader.desk.entries.values())


def test_enter_on_an_open_place_leads_to_who_could_step_in_and_enter_there_assigns(tab, qtbot):
    key = keys_of(tab, "Judge of stroke")[1]
    go(tab, key)
    press(tab, Qt.Key.Key_Return)
    story_shown(tab, qtbot, key)
    row = tab.panel.findChild(StandInRow)
    qtbot.waitUntil(lambda: tab.focusWidget() is row.assign)
    name = row.assign.accessibleName().removeprefix("Assign ")
    with qtbot.waitSignal(tab.coverage_changed) as told:
        QTest.keyClick(row.assign, Qt.Key.Key_Space)
    assert person_at(tab, key) == name
    assert told.args[0] == tab.board.board_model.board.filled
    assert tab.reader.desk.entries[key].place.assignment.is_pinned


def test_the_reason_why_a_rule_may_be_set_aside_is_kept(tab, qtbot):
    key = keys_of(tab, "Judge of stroke")[1]
    go(tab, key)
    story_shown(tab, qtbot, key)
    opened = tab.panel.findChild(OpenPlace)
    reason = next(f for f in opened.findChildren(QLineEdit) if f.accessibleName() == "Why may this rule be set aside?")
    QTest.keyClicks(reason, "Asked by phone")
    with qtbot.waitSignal(tab.coverage_changed):
        QTest.mouseClick(opened.rows()[0].assign, Qt.MouseButton.LeftButton)
    assert tab.reader.desk.entries[key].place.assignment.override == "Asked by phone"
    assert "a rule set aside" in spoken(tab)


def test_anybody_is_found_by_name_with_what_speaks_against_them(tab, qtbot):
    key = keys_of(tab, "First aid")[0]
    name = tab.reader.desk.facts.people[-1].name
    go(tab, key)
    story_shown(tab, qtbot, key)
    opened = tab.panel.findChild(OpenPlace)
    search = next(f for f in opened.findChildren(QLineEdit) if f.accessibleName() == "Find anyone in the club")
    QTest.keyClicks(search, folded(name))
    found = [row.assign.accessibleName() for row in opened.rows()]
    assert f"Assign {name}" in found
    QTest.keyClicks(search, "zzzz")
    assert opened.rows() == []


def test_a_click_shows_a_place_and_its_buttons_free_pin_and_unpin(tab, qtbot):
    key = keys_of(tab, "Starter")[0]
    tab.board.choose(key)
    click_place(tab, key)
    story_shown(tab, qtbot, key)
    name = person_at(tab, key)
    for pinned in (True, False):
        button = tab.panel.findChild(QPushButton, "pin")
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda pinned=pinned: tab.reader.desk.entries[key].place.assignment.is_pinned is pinned)
        story_shown(tab, qtbot, key)
    QTest.mouseClick(tab.panel.findChild(QPushButton, "free"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not person_at(tab, key))
    tab.shell.services.history.undo()
    tab.reader.read()
    qtbot.waitUntil(lambda: person_at(tab, key) == name)


def test_delete_frees_p_pins_and_on_an_open_place_both_only_say_so(tab, qtbot):
    filled, empty = keys_of(tab, "Judge of stroke")
    go(tab, filled)
    press(tab, Qt.Key.Key_P)
    qtbot.waitUntil(lambda: tab.reader.desk.entries[filled].place.assignment.is_pinned)
    press(tab, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: not person_at(tab, filled))
    go(tab, empty)
    with qtbot.waitSignal(tab.shell.announced) as told:
        press(tab, Qt.Key.Key_Delete)
    assert "Nobody is on this place yet" in told.args[0]


def test_s_and_enter_swap_two_people_and_escape_leaves_it(tab, qtbot):
    one, other = keys_of(tab, "Starter")[0], keys_of(tab, "Finish judge")[0]
    names = person_at(tab, one), person_at(tab, other)
    go(tab, one)
    press(tab, Qt.Key.Key_S)
    assert tab.swap_hint.leave.isVisible()
    press(tab, Qt.Key.Key_Escape)
    assert tab.acts.swap_from is None
    press(tab, Qt.Key.Key_S)
    tab.board.choose(other)
    press(tab, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: (person_at(tab, other), person_at(tab, one)) == names)
    assert not tab.swap_hint.leave.isVisible()


def test_a_click_on_the_other_place_ends_a_swap_that_the_panel_began(tab, qtbot):
    one, other = keys_of(tab, "Starter")[0], keys_of(tab, "Referee")[0]
    names = person_at(tab, one), person_at(tab, other)
    tab._open(one)
    story_shown(tab, qtbot, one)
    QTest.mouseClick(tab.panel.findChild(QPushButton, "swap"), Qt.MouseButton.LeftButton)
    assert names[0] in tab.swap_hint._text.text()
    chip = tab.board.visualRect(tab.board.board_model.index_of(other)).center()
    QTest.mouseClick(tab.board.viewport(), Qt.MouseButton.LeftButton, pos=chip)
    qtbot.waitUntil(lambda: (person_at(tab, other), person_at(tab, one)) == names)
    assert tab.swap_hint.isHidden()


def test_a_change_elsewhere_shows_and_the_current_place_stays(tab, qtbot):
    key = keys_of(tab, "Starter")[0]
    go(tab, key)
    tab.shell.services.places.free(tab.reader.desk, key)
    tab.shell.worked.emit()
    qtbot.waitUntil(lambda: not person_at(tab, key), timeout=8000)
    assert tab.board.current_key() == key


def test_a_need_is_gone_to_also_before_the_roster_is_there(demo_window, qtbot):
    event = demo_window.shell.services.events.find("Kvarken").id
    desk = demo_window.shell.services.places.desk(event)
    wanted = next(key for key, entry in desk.entries.items() if entry.place.is_open)
    tab = RosterTab(demo_window.shell)
    qtbot.addWidget(tab)
    tab.resize(1400, 800)
    tab.show()
    tab.show_event(event)
    tab.select_need(wanted.need_id)
    qtbot.waitUntil(tab.panel.isVisible)
    assert tab.board.current_key() == wanted
    tab.close()


def test_in_a_narrow_window_the_panel_lies_over_the_board_and_escape_puts_it_away(tab, qtbot):
    key = keys_of(tab, "Starter")[0]
    tab.resize(960, 600)
    go(tab, key)
    press(tab, Qt.Key.Key_Return)
    story_shown(tab, qtbot, key)
    assert tab.is_covering
    assert tab.panel.geometry().right() == tab.width() - 1
    chip = tab.board.visualRect(tab.board.currentIndex())
    assert tab.board.viewport().mapTo(tab, chip.topRight()).x() <= tab.panel.x() + 1
    QTest.keyClick(tab.panel, Qt.Key.Key_Escape)
    assert not tab.panel.isVisible()
    assert tab.focusWidget() is tab.board


def test_a_screen_reader_hears_each_place_as_a_cell(tab):
    key = keys_of(tab, "Judge of stroke")[1]
    go(tab, key)
    table = QAccessible.queryAccessibleInterface(tab.board)
    names = {table.child(at).text(QAccessible.Text.Name) for at in range(table.childCount())}
    assert "Judge of stroke, Sunday afternoon, place 2 of 2, open" in names
    assert tab.board.accessibleDescription() == "Judge of stroke, Sunday afternoon, place 2 of 2, open"


def test_headers_tell_more_on_hovering(tab):
    roles, sessions = tab.board.verticalHeader(), tab.board.horizontalHeader()
    assert any("Judge of stroke\n7 of 8" in roles.tip(row) for row in range(roles.count()))
    assert any("places are open" in sessions.tip(column) for column in range(sessions.count()))


def test_names_are_short_together_and_whole_together(tab):
    tab.resize(3600, 800)
    QApplication.processEvents()
    assert not tab.board.itemDelegate().uses_short_names
    tab.resize(1000, 800)
    QApplication.processEvents()
    assert tab.board.itemDelegate().uses_short_names


def test_every_control_of_the_panel_has_a_name(tab, qtbot):
    for role in ("Judge of stroke", "Starter"):
        key = keys_of(tab, role)[-1]
        go(tab, key)
        story_shown(tab, qtbot, key)
        controls = [*tab.panel.findChildren(QPushButton), *tab.panel.findChildren(QLineEdit)]
        assert [control for control in controls if not control.accessibleName()] == []


def test_a_place_that_went_away_leaves_no_panel(tab, qtbot):
    key = keys_of(tab, "Starter")[0]
    go(tab, key)
    story_shown(tab, qtbot, key)
    tab._choose(None)
    assert not tab.panel.isVisible()
    assert not tab.board.choose(PlaceKey(1, 1))
