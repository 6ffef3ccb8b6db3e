"""Giving a roster out as its next version, and what has changed since the last one."""

from dataclasses import dataclass

from clubhub.domain.changes import Changes
from clubhub.domain.errors import Conflict, InvalidInput
from clubhub.domain.events import Event
from clubhub.domain.ids import EventId, PublicationId, new_id
from clubhub.domain.roster_changes import Unpublished, everybody_new, since_publication
from clubhub.domain.rosters import Publication, Roster
from clubhub.services.lookup import event_of
from clubhub.services.roster_view import load_roster, published_places, published_shifts
from clubhub.storage import events, people, rosters
from clubhub.storage.database import Database
from clubhub.storage.unit_of_work import Reader, UnitOfWork
from clubhub.support.clock import utc_now
from clubhub.support.texts import _


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    publication: Publication
    changes: Changes


class PublishingService:
    """Versions of rosters."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def unpublished(self, event_id: EventId) -> Unpublished:
        """What people would hear if the roster were given out now. Raises NotFound if the event is gone."""
        with self._database.read() as reader:
            return load_unpublished(reader, load_roster(reader, event_of(reader, event_id)))

    def publish(self, event_id: EventId, seen: Roster | None = None) -> Published:
        """Give the roster out as its next version. Raises NotFound; InvalidInput if nothing changed since the last.

        `seen` is the roster that a person looked at: Conflict is raised if another one would be given out.
        """
        with self._database.write("") as work:
            event = event_of(work, event_id)
            if seen is not None and _given_out(seen) != _given_out(load_roster(work, event)):
                raise Conflict(
                    _(
                        "The roster was changed while you looked at this, so nothing was published. What people would "
                        "hear now is shown below: look at it, then publish."
                    )
                )
            publication = give_out(work, event)
        return Published(publication=publication, changes=work.changes)


def _given_out(roster: Roster) -> object:
    """What a version would hold, and the version before it."""
    shifts = frozenset((shift.shift.id, shift.shift.starts, shift.shift.ends) for shift in roster.shifts)
    places = frozenset(
        (entry.need.need.id, entry.place.number, entry.place.person.id)
        for entry in roster.entries()
        if entry.place.person
    )
    return roster.publication.number if roster.publication else 0, shifts, places


def load_unpublished(reader: Reader, roster: Roster) -> Unpublished:
    """What differs between a roster as it stands and the newest version that was given out."""
    if not roster.is_draft:
        return Unpublished()
    if roster.publication is None:
        return everybody_new(roster)
    told = {place.person_id for place in roster.publication.places}
    listed = {person.id: person for person in people.load_people(reader, list(told))}
    return since_publication(roster, roster.publication, listed)


def give_out(work: UnitOfWork, event: Event) -> Publication:
    """Write the next version, as a change of that title. Raises InvalidInput if it would be the same as the last."""
    roster = load_roster(work, event)
    if not roster.is_draft:
        raise InvalidInput(_("Nothing has changed since the last version, so there is nothing to publish."))
    publication = Publication(
        id=PublicationId(new_id()),
        event_id=event.id,
        number=roster.publication.number + 1 if roster.publication else 1,
        published_at=utc_now(),
        shifts=tuple(published_shifts(events.load_shifts(work, event.id))),
        places=tuple(published_places(rosters.load_assignments(work, event.id), events.load_needs(work, event.id))),
    )
    rosters.insert_publication(work, publication)
    work.title = _("publish version {number} of {event}").format(number=publication.number, event=event.name)
    return publication
