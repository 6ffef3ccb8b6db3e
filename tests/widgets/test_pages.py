"""Back to where a page begins, by its own entry in the sidebar; and back to where one was, after a Cancel."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from clubhub.widgets.main_window import MainWindow
from clubhub.widgets.polls.new_poll_dialog import NewPollDialog
from clubhub.widgets.posts.write_dialog import WriteDialog


def enter(window: MainWindow, key: str) -> None:
    """Click a page's entry in the sidebar."""
    QTest.mouseClick(window.findChild(QAbstractButton, f"nav-{key}"), Qt.MouseButton.LeftButton)


def open_event(page, services) -> None:
    page.open_target(services.events.find("Kvarken").id)


def open_person(page, services) -> None:
    page.open_target(services.people.directory().people[0].id)


def open_poll(page, services) -> None:
    page.open_target(services.poll_boards.summaries()[0].poll.id)


def open_household(page, services) -> None:
    page.open_target(services.ledger.ledger().balances[0].key)


PAGES = [("events", open_event), ("people", open_person), ("polls", open_poll), ("ledger", open_household)]


@pytest.mark.parametrize(("key", "go_in"), PAGES, ids=[key for key, _go_in in PAGES])
def test_the_entry_of_the_page_that_is_shown_leads_to_its_beginning(demo_window, qtbot, key, go_in):
    enter(demo_window, key)
    page = demo_window.page(key)
    go_in(page, demo_window.shell.services)
    qtbot.waitUntil(lambda: not page.is_at_beginning)
    enter(demo_window, "history")
    enter(demo_window, key)
    assert not page.is_at_beginning, "what was open on another page is open still"
    enter(demo_window, key)
    assert page.is_at_beginning


def test_ctrl_and_the_pages_number_leads_there_too(demo_window, qtbot):
    page = demo_window.page("polls")
    enter(demo_window, "polls")
    open_poll(page, demo_window.shell.services)
    assert page.shows_poll
    polls = next(action for action in demo_window.actions_of_window._pages if action.data() == "polls")
    assert polls.shortcut().toString() == "Ctrl+4"
    polls.trigger()
    assert not page.shows_poll
    qtbot.waitUntil(lambda: bool(page.list.model.rows))


def test_a_post_that_covers_the_list_gives_way_to_it(demo_window, application, qtbot):
    demo_window.resize(1360, 860)
    application.theme.choose(text_percent=200)
    try:
        post_id = demo_window.shell.services.posts.lines()[0].post.id
        demo_window.show_page("posts", post_id)
        page = demo_window.page("posts")
        qtbot.waitUntil(page.detail.isVisible)
        assert not page.is_at_beginning
        enter(demo_window, "posts")
        assert page.list.isVisible()
    finally:
        application.theme.choose(text_percent=100)


def test_a_post_that_another_page_wanted_leads_back_there_when_it_is_cancelled(demo_window, qtbot):
    page = demo_window.page("polls")
    demo_window.show_page("polls")
    open_poll(page, demo_window.shell.services)
    with qtbot.waitSignal(page.view.shown):
        pass
    demo_window.shell.go("posts", ("new-for", "everybody"))
    assert demo_window.current_key() == "posts"
    demo_window.findChild(WriteDialog).reject()
    assert demo_window.current_key() == "polls"
    assert page.shows_poll, "the poll from which it was wanted"


def test_a_post_that_is_kept_stays_and_one_of_the_pages_own_too(demo_window, qtbot):
    page = demo_window.page("posts")
    demo_window.show_page("history")
    demo_window.shell.go("posts", ("new-for", "everybody", "Thank you", "All of you."))
    dialog = demo_window.findChild(WriteDialog)
    qtbot.waitUntil(lambda: dialog._choices is not None)
    dialog.accept()
    qtbot.waitUntil(lambda: page.detail.shown is not None and page.detail.shown.full.post.title == "Thank you")
    assert demo_window.current_key() == "posts"
    page.write().reject()
    assert demo_window.current_key() == "posts"


def test_a_poll_that_an_event_wanted_leads_back_to_it_when_it_is_cancelled(demo_window, qtbot):
    events = demo_window.page("events")
    demo_window.show_page("events")
    open_event(events, demo_window.shell.services)
    qtbot.waitUntil(lambda: events.view is not None)
    events.ask()
    assert demo_window.current_key() == "polls"
    demo_window.findChild(NewPollDialog).reject()
    assert demo_window.current_key() == "events"
    assert not events.is_at_beginning
