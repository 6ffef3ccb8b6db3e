"""Which poll the answers of a file belong to."""

from clubhub.domain.errors import Conflict
from clubhub.domain.events import Event
from clubhub.domain.ids import PollId, new_id
from clubhub.domain.poll_drafts import usual_name
from clubhub.domain.polls import Poll
from clubhub.domain.rosters import Roster
from clubhub.services.lookup import availability_poll, event_of, exactly_named
from clubhub.services.roster_view import load_roster
from clubhub.storage import polls
from clubhub.storage.unit_of_work import Reader
from clubhub.support.texts import _


def known_poll(reader: Reader, event: Event | None, name: str | None) -> Poll | None:
    """The poll meant by the options. Raises Conflict if a named poll belongs to another event."""
    found = polls.load_polls(reader)
    if name is None:
        return availability_poll(found, event) if event else None
    poll = exactly_named(found, name)
    if poll and event and poll.event_id != event.id:
        raise Conflict(
            _("The poll “{poll}” is not one of {event}. Nothing was taken in: leave one of the two out.").format(
                poll=poll.name, event=event.name
            )
        )
    return poll


def roster_of(reader: Reader, poll: Poll) -> Roster | None:
    """That of the poll's event; None for a poll tied to none."""
    return load_roster(reader, event_of(reader, poll.event_id)) if poll.event_id else None


def new_poll(event: Event | None, name: str | None) -> Poll:
    """Of that name, else called after its event; one of the two is given."""
    usual = usual_name(event.name) if event else ""
    return Poll(id=PollId(new_id()), name=name.strip() if name else usual, event_id=event.id if event else None)
