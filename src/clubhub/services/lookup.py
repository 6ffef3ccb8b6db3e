"""Finds what a person names, such as an event or a role, by its name, whole or its beginning, whatever the case."""

from collections.abc import Callable, Sequence
from operator import attrgetter
from typing import Protocol, TypeVar

from clubhub.domain.errors import Conflict, InvalidInput, NotFound
from clubhub.domain.events import Event, Role, Venue
from clubhub.domain.ids import EventId, PollId
from clubhub.domain.ledger import HouseholdBalance, Ledger
from clubhub.domain.plain_names import plain_name
from clubhub.domain.polls import Poll
from clubhub.domain.posts import Post
from clubhub.storage import events, polls
from clubhub.storage.unit_of_work import Reader
from clubhub.support.texts import _


class _Named(Protocol):
    @property
    def name(self) -> str: ...


_N = TypeVar("_N", bound=_Named)
_T = TypeVar("_T")

MOST_NAMED = 8


def same_name(one: str, other: str) -> bool:
    return plain_name(one) == plain_name(other)


def find_event(reader: Reader, name: str) -> Event:
    """Raises NotFound if no event has the name or begins with it, Conflict if several do."""
    missing = _("There is no event called “{name}”. {known}")
    return _find(events.load_events(reader), name, attrgetter("name"), missing)


def event_of(reader: Reader, event_id: EventId) -> Event:
    """The event of an id. Raises NotFound if it is gone."""
    event = next((event for event in events.load_events(reader) if event.id == event_id), None)
    if event is None:
        raise NotFound(_("This event is no longer in the club. Nothing was changed: look at the list again."))
    return event


def refuse_taken_event_name(reader: Reader, event: Event) -> None:
    """Raises InvalidInput if another event is called so: by its name, neither could be meant any more."""
    others = [other for other in events.load_events(reader) if other.id != event.id]
    if exactly_named(others, event.name):
        raise InvalidInput(
            _("There is an event called “{name}” already. Nothing was changed: give this one another name.").format(
                name=event.name
            )
        )


def find_poll(reader: Reader, name: str) -> Poll:
    """Raises NotFound if no poll has the name or begins with it, Conflict if several do."""
    missing = _("There is no poll called “{name}”. {known}")
    return _find(polls.load_polls(reader), name, attrgetter("name"), missing)


def find_post(listed: Sequence[Post], name: str) -> Post:
    """Raises NotFound if no post has the title, begins with it or has the id; Conflict if several do."""
    of_id = next((post for post in listed if str(post.id) == name.strip()), None)
    missing = _("There is no post called “{name}”. {known}")
    several = _("Several posts are called “{name}”: {names}. Write more of the title, or the id.")
    return of_id or _find(listed, name, attrgetter("title"), missing, several)


def find_role(reader: Reader, name: str) -> Role:
    """Raises NotFound if no role has the name or begins with it, Conflict if several do."""
    missing = _("There is no role called “{name}”. {known}")
    return _find(events.load_roles(reader), name, attrgetter("name"), missing)


def find_page(ledger: Ledger, name: str) -> HouseholdBalance:
    """A household's page. Raises NotFound if none has the name or begins with it, Conflict if several do."""
    missing = _("There is no household called “{name}”. {known}")
    return _find(ledger.balances, name, attrgetter("name"), missing)


def find_venue(reader: Reader, name: str) -> Venue:
    """Raises NotFound if no venue has the name or begins with it, Conflict if several do."""
    missing = _("There is no venue called “{name}”. {known}")
    return _find(events.load_venues(reader), name, attrgetter("name"), missing)


def poll_of(reader: Reader, poll_id: PollId) -> Poll:
    """The poll of an id. Raises NotFound if it is gone."""
    poll = polls.find_poll(reader, poll_id)
    if poll is None:
        raise NotFound(_("This poll is no longer in the club. Nothing was changed: look at the list again."))
    return poll


def availability_poll(listed: Sequence[Poll], event: Event) -> Poll | None:
    """The poll that says who can come to the event, or None: the first that is tied to it."""
    return next((poll for poll in listed if poll.event_id == event.id), None)


def exactly_named(items: Sequence[_N], name: str) -> _N | None:
    """The first with just this name, or None."""
    return next((item for item in items if same_name(item.name, name)), None)


def _find(items: Sequence[_T], name: str, called: Callable[[_T], str], missing: str, several: str = "") -> _T:
    """`called` gives an item's name.

    The sentences for none and for several have {name}, with {known} and {names} beside it.
    """
    exact = [item for item in items if same_name(called(item), name)]
    beginning = plain_name(name)
    matches = exact or [item for item in items if beginning and plain_name(called(item)).startswith(beginning)]
    if len(matches) == 1:
        return matches[0]
    names = ", ".join(f"“{called(item)}”" for item in (matches or items)[:MOST_NAMED])
    if matches:
        several = several or _("Several are called “{name}”: {names}. Write more of the name.")
        raise Conflict(several.format(name=name, names=names))
    known = _("There are: {names}.").format(names=names) if names else _("There is none yet.")
    raise NotFound(missing.format(name=name, known=known))
