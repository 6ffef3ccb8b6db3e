"""The pages of the window, in the sidebar's order. The one place where the frame and the features meet."""

from clubhub.support.texts import _
from clubhub.widgets.pages import Page, PageSpec, Shell


def _home(shell: Shell) -> Page:
    from clubhub.widgets.home.page import HomePage

    return HomePage(shell)


def _people(shell: Shell) -> Page:
    from clubhub.widgets.people.page import PeoplePage

    return PeoplePage(shell)


def _events(shell: Shell) -> Page:
    from clubhub.widgets.events.page import EventsPage

    return EventsPage(shell)


def _polls(shell: Shell) -> Page:
    from clubhub.widgets.polls.page import PollsPage

    return PollsPage(shell)


def _posts(shell: Shell) -> Page:
    from clubhub.widgets.posts.page import PostsPage

    return PostsPage(shell)


def _ledger(shell: Shell) -> Page:
    from clubhub.widgets.ledger.page import LedgerPage

    return LedgerPage(shell)


def _history(shell: Shell) -> Page:
    from clubhub.widgets.history.page import HistoryPage

    return HistoryPage(shell)


def _settings(shell: Shell) -> Page:
    from clubhub.widgets.settings.page import SettingsPage

    return SettingsPage(shell)


PAGES: tuple[PageSpec, ...] = (
    PageSpec("home", _("Home"), "home", _home),
    PageSpec("people", _("People"), "people", _people),
    PageSpec("events", _("Events"), "events", _events),
    PageSpec("polls", _("Polls"), "polls", _polls),
    PageSpec("posts", _("Posts"), "posts", _posts),
    PageSpec("ledger", _("Hours"), "time", _ledger),
)

FOOT_PAGES = (
    PageSpec("history", _("History"), "history", _history),
    PageSpec("settings", _("Settings"), "settings", _settings),
)
