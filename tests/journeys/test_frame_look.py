"""The frame at every size: sidebar, quiet corner, banner, and Home's two columns; nothing is cut off."""

import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QProgressBar

from clubhub.widgets.home.event_card import EventCard
from clubhub.widgets.nav_button import NavButton
from clubhub.widgets.side_by_side import SideBySide


@pytest.fixture
def large_text(application):
    application.theme.choose(text_percent=200)
    yield
    application.theme.choose(text_percent=100)


def small(window, qtbot):
    window.resize(1024, 640)
    qtbot.waitUntil(lambda: window.size().width() == 1024)
    return window


@pytest.mark.usefixtures("large_text")
def test_large_text_in_a_small_window_fits_without_scrolling_sideways(demo_window, qtbot):
    small(demo_window, qtbot)
    home = demo_window.page("home")
    qtbot.waitUntil(lambda: home.findChild(EventCard).isVisible())
    assert demo_window.size().toTuple() == (1024, 640)
    parts = home.findChild(SideBySide)
    assert not parts.is_beside
    assert parts.minimumSizeHint().width() <= home.width()


def test_home_has_its_event_beside_the_tasks_where_there_is_room(demo_window, qtbot):
    demo_window.resize(1360, 860)
    parts = demo_window.page("home").findChild(SideBySide)
    qtbot.waitUntil(lambda: parts.is_beside)


def test_the_bar_of_the_next_event_is_told_in_words(demo_window, qtbot):
    card = demo_window.page("home").findChild(EventCard)
    qtbot.waitUntil(card.isVisible)
    said = [one.text() for one in card.findChildren(QLabel)]
    assert any(text.endswith(" published") for text in said)
    assert not any("not published" in text for text in said)


def test_a_narrow_sidebar_stays_narrow_when_the_look_changes(demo_window, application, qtbot):
    small(demo_window, qtbot)
    narrow = demo_window._sidebar.width()
    application.theme.choose(scheme="dark")
    application.theme.choose(scheme="light")
    assert demo_window._sidebar.width() == narrow


def test_running_work_can_be_stopped_in_a_narrow_sidebar_too(demo_window, qtbot):
    small(demo_window, qtbot)
    stopped = []

    def work(progress):
        while not progress.should_stop():
            time.sleep(0.01)
        stopped.append(True)

    demo_window.shell.jobs.run("Counting", work, print, owner=demo_window)
    bar = demo_window._sidebar.findChild(QProgressBar)
    qtbot.waitUntil(bar.isVisible)
    assert bar.accessibleDescription()
    qtbot.mouseClick(demo_window._sidebar._corner._stop, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: stopped == [True])


def test_what_needs_somebody_is_said_with_the_page(demo_window, qtbot):
    polls = next(one for one in demo_window.findChildren(NavButton) if one.key == "polls")
    qtbot.waitUntil(lambda: polls.accessibleDescription() == "1 thing needs you")
    assert polls.toolTip() == "Polls: 1 thing needs you"


def test_a_refusal_has_a_sign_stays_and_is_as_high_as_its_words(demo_window, qtbot):
    small(demo_window, qtbot)
    banner = demo_window._banner
    banner.show_text("Three people have no address, and nobody at home has one.\n" + "Add one. " * 30, stays=True)
    assert banner._sign.isVisible()
    assert not banner._undo.isVisible()
    assert banner._text.height() >= banner._text.heightForWidth(banner._text.width())
    assert demo_window._stack.rect().contains(banner.geometry())
    banner.leaveEvent(None)
    assert not banner._timer.isActive()


def test_a_change_names_the_key_that_takes_it_back(demo_window):
    banner = demo_window._banner
    banner.show_text("Moved Signe to the canteen", can_undo=True)
    assert banner._keys.isVisible()
    assert banner._keys.text() == "Ctrl+Z"
    assert not banner._sign.isVisible()
    assert banner._timer.isActive()
