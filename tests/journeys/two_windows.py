"""Two real windows on one file, and what tests ask of them."""

from dataclasses import dataclass
from datetime import date, time, timedelta

from PySide6.QtWidgets import QDialog

from clubhub.domain.event_edits import NeedEdit
from clubhub.domain.events import Event
from clubhub.domain.person_drafts import PersonDraft
from clubhub.domain.poll_drafts import PollDraft, slots_of_day
from clubhub.domain.polls import Poll
from clubhub.services.bundle import Services
from clubhub.widgets.main_window import MainWindow

SETTLE_MS = 20_000
WATCH_MS = 3000
"""A window looks once a second; the rest is for a busy machine to read and paint."""


@dataclass(frozen=True)
class Two:
    """`mine` is the window at which somebody types, `other` the one in which the same is changed meanwhile."""

    mine: MainWindow
    other: MainWindow

    def blindfold(self) -> None:
        """My window sees nothing of the other from now on, as within the second before it looks again."""
        self.mine._watch.stop()

    @property
    def theirs(self) -> Services:
        """What the other window works with: services of its own on the same file."""
        return self.other.shell.services


def services_of(window: MainWindow) -> Services:
    return window.shell.services


def the_event(services: Services) -> Event:
    return services.events.lines()[0].event


def the_poll(services: Services, name: str = "Evening") -> Poll:
    return next(item.poll for item in services.poll_boards.summaries() if item.poll.name.startswith(name))


def make_poll(services: Services) -> None:
    slots = slots_of_day(date.fromisoformat("2027-06-12"), [time(17), time(18, 30)], timedelta(minutes=90))
    services.poll_editing.create(PollDraft(name="Evening", slots=tuple(slots)))


def open_page(window: MainWindow, key: str, qtbot):
    window.show_page(key)
    qtbot.wait(50)
    window.shell.jobs.wait()
    qtbot.wait(50)
    return window.page(key)


def dialog_of(window: MainWindow, kind: type[QDialog], qtbot):
    qtbot.waitUntil(lambda: any(found.isVisible() for found in window.findChildren(kind)), timeout=5000)
    return next(found for found in window.findChildren(kind) if found.isVisible())


def first_person(services):
    return services.people.directory().people[0]


def rename_person(services, name):
    person = first_person(services)
    draft = services.people.detail(person.id).draft
    changed = PersonDraft(**{**{field: getattr(draft, field) for field in draft.__slots__}, "family_name": name})
    return services.people.save(person.id, changed, version=person.version).changes


def filled_place(services):
    """A filled place of the event with its desk."""
    desk = services.places.desk(the_event(services).id)
    return desk, next(key for key, entry in desk.entries.items() if entry.place.person and entry.place.is_required)


def open_person(two, qtbot):
    page = open_page(two.mine, "people", qtbot)
    person = first_person(two.theirs)
    page.open_target(person.id)
    qtbot.waitUntil(lambda: page.editor.detail is not None and page.side.isVisible())
    return page, person


def open_roster(two, qtbot):
    events = open_page(two.mine, "events", qtbot)
    qtbot.waitUntil(lambda: events.roster.reader.desk is not None and events.roster.acts._desk is not None)
    return events.roster


def first_session(services):
    return services.events.view(the_event(services).id).roster.sessions[0]


def first_shift(services):
    return services.events.view(the_event(services).id).roster.shifts[0]


def first_answer(services):
    board = services.poll_boards.board(the_poll(services).id)
    return board, board.people[0], board.answers.get(board.people[0].id)


def open_poll(window, qtbot):
    page = open_page(window, "polls", qtbot)
    with qtbot.waitSignal(page.view.shown):
        page.open_poll(the_poll(services_of(window)).id)
    return page


def needs_of(services):
    return tuple(
        NeedEdit(role=need.role.name, min_count=need.need.min_count, max_count=need.need.max_count)
        for need in first_shift(services).needs
    )
