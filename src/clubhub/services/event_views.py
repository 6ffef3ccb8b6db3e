"""What the Events page shows: each event in a line, or one of them with all of its roster."""

from dataclasses import dataclass

from clubhub.domain.coverage import Coverage, coverage_of
from clubhub.domain.events import Event
from clubhub.domain.roster_changes import Unpublished
from clubhub.domain.rosters import Roster
from clubhub.services.lookup import availability_poll
from clubhub.services.publishing import load_unpublished
from clubhub.services.roster_view import load_roster
from clubhub.storage import events, polls
from clubhub.storage.unit_of_work import Reader


@dataclass(frozen=True, slots=True, kw_only=True)
class EventLine:
    """`version` is 0 before the first publication; `is_draft` says that something differs from it."""

    event: Event
    coverage: Coverage
    version: int
    is_draft: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class EventView:
    """`is_asked`: there is a poll that says who can come."""

    roster: Roster
    coverage: Coverage
    unpublished: Unpublished
    is_asked: bool


def event_lines(reader: Reader) -> list[EventLine]:
    """Every event, the earliest first."""
    return [_line(load_roster(reader, event)) for event in events.load_events(reader)]


def event_view(reader: Reader, event: Event) -> EventView:
    roster = load_roster(reader, event)
    return EventView(
        roster=roster,
        coverage=coverage_of(roster),
        unpublished=load_unpublished(reader, roster),
        is_asked=availability_poll(polls.load_polls(reader), event) is not None,
    )


def _line(roster: Roster) -> EventLine:
    return EventLine(
        event=roster.event,
        coverage=coverage_of(roster),
        version=roster.publication.number if roster.publication else 0,
        is_draft=roster.is_draft,
    )
