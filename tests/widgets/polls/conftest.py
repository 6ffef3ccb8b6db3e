"""Windows with polls: the demo's event poll, and a poll of three evenings that nobody has answered."""

from datetime import date, time, timedelta

import pytest

from clubhub.domain.poll_drafts import PollDraft, slots_of_day
from clubhub.widgets.main_window import MainWindow
from clubhub.widgets.polls.page import PollsPage

SATURDAY = date.fromisoformat("2027-06-12")


def polls_page(window: MainWindow) -> PollsPage:
    page = window.page("polls")
    assert isinstance(page, PollsPage)
    return page


@pytest.fixture
def page(demo_window, qtbot) -> PollsPage:
    """The list of the demo club's polls: one for its event, one of three evenings."""
    slots = slots_of_day(SATURDAY, [time(17), time(18, 30), time(20)], timedelta(minutes=90))
    demo_window.shell.services.poll_editing.create(PollDraft(name="Evening for helpers", slots=tuple(slots)))
    demo_window.resize(1360, 860)
    demo_window.show_page("polls")
    shown = polls_page(demo_window)
    qtbot.waitUntil(lambda: len(shown.list.model.rows) == 2)
    return shown


@pytest.fixture
def open_poll(page, qtbot):
    """Opens a poll of the page by the beginning of its name, and waits until its grid is shown."""

    def open_named(name: str):
        summary = next(row for row in page.list.model.rows if row.poll.name.startswith(name))
        with qtbot.waitSignal(page.view.shown):
            page.open_poll(summary.poll.id)
        return page.view

    return open_named


@pytest.fixture
def evenings(open_poll):
    return open_poll("Evening")
