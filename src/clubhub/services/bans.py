"""Places that somebody shall not have: the fill leaves them out there, and by hand it is warned of."""

from collections.abc import Collection
from dataclasses import dataclass, replace

from clubhub.domain.changes import Changes
from clubhub.domain.club_rules import Ban
from clubhub.domain.errors import NotFound
from clubhub.domain.events import Event
from clubhub.domain.ids import BanId, EventId, NeedId, PersonId, new_id
from clubhub.domain.people import Person
from clubhub.domain.person_names import NameIndex
from clubhub.domain.rosters import Roster, RosterEntry
from clubhub.services.lookup import event_of, find_event
from clubhub.services.place_choice import entries_of_role, moment_words
from clubhub.services.roster_view import load_roster
from clubhub.storage import club_rules, people
from clubhub.storage.database import Database
from clubhub.storage.unit_of_work import UnitOfWork
from clubhub.support.texts import _, plural


@dataclass(frozen=True, slots=True, kw_only=True)
class BanLine:
    """A ban with the person and (the first place of) the need."""

    ban: Ban
    person: Person
    entry: RosterEntry


class BanService:
    """Each method is one step of undo."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def lines(self, event_id: EventId) -> list[BanLine]:
        """An event's, in the roster's order, then by name. Raises NotFound if the event is gone."""
        with self._database.read() as reader:
            roster = load_roster(reader, event_of(reader, event_id))
            bans = club_rules.load_bans(reader, event_id)
            ids = list({ban.person_id for ban in bans})
            known = {person.id: person for person in (people.load_people(reader, ids) if ids else [])}
        lines = []
        for entry in (entry for entry in roster.entries() if entry.place.number == 1):
            of_need = [ban for ban in bans if ban.need_id == entry.need.need.id]
            lines += [BanLine(ban=ban, person=known[ban.person_id], entry=entry) for ban in of_need]
        return lines

    def ban(self, event_id: EventId, person_id: PersonId, need_ids: Collection[NeedId], note: str = "") -> Changes:
        """Keep somebody from these places; `note` may say why. Who is there already stays.

        Raises NotFound if the event, the person or a place is gone.
        """
        with self._database.write("") as work:
            event = event_of(work, event_id)
            person = next(iter(people.load_people(work, [person_id])), None)
            entries = _first_places(load_roster(work, event))
            if person is None or not set(need_ids) <= entries.keys():
                raise NotFound(_("This is no longer in the club, so nothing was changed. Look at the roster again."))
            _Banning(work, event).ban(person, [entries[need_id] for need_id in need_ids], note)
        return work.changes

    def ban_by_name(self, event_name: str, person_name: str, role: str, starts: str | None, note: str = "") -> Changes:
        """Keep somebody from a role's shift with that start, or from the role in the whole event.

        Raises what `place_choice.entries_of_role` raises, and NotFound or Conflict for the event or person.
        """
        with self._database.write("") as work:
            event, person, entries = _named(work, event_name, person_name, role, starts)
            _Banning(work, event).ban(person, entries, note)
        return work.changes

    def lift(self, ban_ids: Collection[BanId]) -> Changes:
        """Take bans back; those that are gone are passed over."""
        with self._database.write(_("lift bans from places")) as work:
            club_rules.delete_bans(work, [ban.id for ban in club_rules.load_bans(work) if ban.id in ban_ids])
        return work.changes

    def lift_by_name(self, event_name: str, person_name: str, role: str, starts: str | None) -> Changes:
        """The other way of `ban_by_name`. Raises NotFound if nothing keeps the person from there."""
        with self._database.write("") as work:
            event, person, entries = _named(work, event_name, person_name, role, starts)
            needs = {entry.need.need.id for entry in entries}
            bans = club_rules.load_bans(work, event.id)
            found = [ban for ban in bans if ban.person_id == person.id and ban.need_id in needs]
            if not found:
                raise NotFound(_("Nothing keeps {person} from there.").format(person=person.name))
            club_rules.delete_bans(work, [ban.id for ban in found])
            work.title = _("let {person} do {role} again").format(person=person.name, role=entries[0].need.role.name)
        return work.changes


class _Banning:
    """Bans in one event, within one piece of work."""

    def __init__(self, work: UnitOfWork, event: Event) -> None:
        self._work = work
        self._roster = load_roster(work, event)
        self._present = {(ban.person_id, ban.need_id): ban for ban in club_rules.load_bans(work, event.id)}

    def ban(self, person: Person, entries: Collection[RosterEntry], note: str) -> None:
        for entry in entries:
            present = self._present.get((person.id, entry.need.need.id))
            new = Ban(id=BanId(new_id()), person_id=person.id, need_id=entry.need.need.id, note=note.strip())
            club_rules.put_ban(self._work, replace(present, note=note.strip()) if present else new)
        first = next(iter(entries))
        self._work.title = _("keep {person} from {role} {time}").format(
            person=person.name, role=first.need.role.name, time=moment_words(self._roster, first)
        )
        if len(entries) > 1:
            self._work.title = plural(
                "keep {person} from {count} place",
                "keep {person} from {count} places",
                len(entries),
                person=person.name,
            )


def _first_places(roster: Roster) -> dict[NeedId, RosterEntry]:
    return {entry.need.need.id: entry for entry in roster.entries() if entry.place.number == 1}


def _named(
    work: UnitOfWork, event_name: str, person_name: str, role: str, starts: str | None
) -> tuple[Event, Person, list[RosterEntry]]:
    """What names stand for, and the first place of each need that is meant."""
    event = find_event(work, event_name)
    person = NameIndex(people.load_people(work)).find(person_name)
    entries = entries_of_role(load_roster(work, event), role, starts)
    return event, person, [entry for entry in entries if entry.place.number == 1]
