"""Events, sessions and shifts made and changed by hand. What a file brought in can be changed here too."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from clubhub.domain.changes import Changes
from clubhub.domain.drafts import NeedDraft
from clubhub.domain.errors import InvalidInput, NotFound, changed_meanwhile
from clubhub.domain.event_edits import EventEdit, NeedEdit, ShiftEdit, check_event, check_shift, with_session_end
from clubhub.domain.events import Event, Need, Session, Shift
from clubhub.domain.ids import EventId, NeedId, RoleId, ShiftId, new_id
from clubhub.domain.rosters import RosterShift
from clubhub.domain.wall_time import check_zone
from clubhub.services.catalogue import Catalogue
from clubhub.services.lookup import event_of, refuse_taken_event_name, same_name
from clubhub.storage import event_removal, events, rosters
from clubhub.storage.database import Database
from clubhub.storage.unit_of_work import UnitOfWork
from clubhub.support.texts import _, plural


@dataclass(frozen=True, slots=True, kw_only=True)
class EventMade:
    event: Event
    changes: Changes


@dataclass(frozen=True, slots=True, kw_only=True)
class EventRemoved:
    """What went with an event, and the names of the polls that stay with their answers."""

    name: str
    shifts: int
    people: int
    versions: int
    polls: tuple[str, ...]
    changes: Changes


class EventEditing:
    """Each method is one step of undo."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def make_event(self, edit: EventEdit) -> EventMade:
        """A new event without shifts. Raises InvalidInput for a taken name, or a name, days or a zone that can't be."""
        check_event(edit)
        event = Event(
            id=EventId(new_id()),
            name=edit.name.strip(),
            starts_on=edit.starts_on,
            ends_on=edit.ends_on,
            time_zone=check_zone(edit.time_zone),
            city=edit.city.strip(),
        )
        with self._database.write(_("make the event {event}").format(event=event.name)) as work:
            refuse_taken_event_name(work, event)
            events.insert_events(work, [event])
        return EventMade(event=event, changes=work.changes)

    def save_event(self, event: Event, edit: EventEdit) -> Changes:
        """Change an event's name, days and city; its zone stays, since its times would mean others.

        Raises InvalidInput, also for another event's name, or Conflict if it was changed since it was looked at.
        """
        check_event(edit)
        changed = replace(
            event, name=edit.name.strip(), starts_on=edit.starts_on, ends_on=edit.ends_on, city=edit.city.strip()
        )
        with self._database.write(_("change the event {event}").format(event=event.name)) as work:
            if not same_name(changed.name, event.name):
                refuse_taken_event_name(work, changed)
            events.save_event(work, changed)
        return work.changes

    def remove_event(self, event_id: EventId) -> EventRemoved:
        """Take an event away with its shifts, who is on them, and its versions. Polls and posts about it stay.

        Raises NotFound if it is gone already.
        """
        with self._database.write("") as work:
            event = event_of(work, event_id)
            work.title = _("remove the event {event}").format(event=event.name)
            shifts, versions = len(events.load_shifts(work, event_id)), len(rosters.load_publications(work, event_id))
            people = len({assignment.person_id for assignment in rosters.load_assignments(work, event_id)})
            polls = tuple(event_removal.delete_event(work, event_id))
        return EventRemoved(
            name=event.name, shifts=shifts, people=people, versions=versions, polls=polls, changes=work.changes
        )

    def save_shift(self, event_id: EventId, edit: ShiftEdit) -> Changes:
        """Add a shift, or change one with its needs: roles and venues that are new are made.

        Who is on a role that goes is freed. The event's days grow to hold the shift.
        Raises InvalidInput, NotFound, or Conflict if the shift was changed since it was looked at.
        """
        with self._database.write(_shift_title(edit)) as work:
            event = event_of(work, event_id)
            check_shift(edit, event.time_zone)
            _ShiftWriter(work, event).write(edit)
            _widen(work, event, edit)
        return work.changes

    def remove_shifts(self, event_id: EventId, shifts: Collection[RosterShift]) -> Changes:
        """Take shifts away, with their needs and whoever is on them. Those that are gone are passed over.

        Raises Conflict if one of them, or who is on it, was changed since it was looked at.
        """
        title = plural("remove {count} shift", "remove {count} shifts", len(shifts))
        with self._database.write(title) as work:
            listed = events.load_shifts(work, event_of(work, event_id).id)
            wanted = {shift.shift.id for shift in shifts}
            present = [shift for shift in listed if shift.id in wanted]
            needs = [need for need in events.load_needs(work, event_id) if need.shift_id in wanted]
            seen = {thing for shift in shifts for thing in (shift.shift, *(need.need for need in shift.needs))}
            if not seen.issuperset((*present, *needs)):
                raise changed_meanwhile()
            events.delete_shifts(work, present)
        return work.changes

    def save_session(self, session: Session) -> Changes:
        """Change a session. Its end is known then, no longer an estimate; shifts that lie at its end move with it.

        Raises InvalidInput for an end before the start, Conflict if it was changed since it was looked at.
        """
        if session.ends <= session.starts:
            raise InvalidInput(_("The session ends before it begins. Nothing was changed."))
        with self._database.write(_("change the session {session}").format(session=session.name)) as work:
            before = next((s for s in events.load_sessions(work, session.event_id) if s.id == session.id), None)
            if before is None:
                raise NotFound(_("This session is no longer in the club. Nothing was changed."))
            events.save_session(work, replace(session, ends_is_estimated=False))
            _move_shifts(work, before, session)
            _drop_estimate(work, before)
        return work.changes


class _ShiftWriter:
    """One shift and its needs, within one piece of work."""

    def __init__(self, work: UnitOfWork, event: Event) -> None:
        self._work = work
        self._event = event
        self._catalogue = Catalogue(work)

    def write(self, edit: ShiftEdit) -> None:
        present = self._present(edit)
        shift = Shift(
            id=present.id if present else ShiftId(new_id()),
            event_id=self._event.id,
            name=edit.name.strip(),
            starts=edit.starts,
            ends=edit.ends,
            session_id=edit.session_id,
            venue_id=self._catalogue.venue(edit.venue),
            source_key=present.source_key if present else "",
            part=present.part if present else 1,
            version=edit.version,
        )
        if present:
            events.save_shift(self._work, shift)
        else:
            events.insert_shifts(self._work, [shift])
        self._settle_needs(shift.id, edit)

    def _present(self, edit: ShiftEdit) -> Shift | None:
        if edit.shift_id is None:
            return None
        found = next((s for s in events.load_shifts(self._work, self._event.id) if s.id == edit.shift_id), None)
        if found is None:
            raise NotFound(_("This shift is no longer in the club. Nothing was changed: look at the list again."))
        return found

    def _settle_needs(self, shift_id: ShiftId, edit: ShiftEdit) -> None:
        present = {n.role_id: n for n in events.load_needs(self._work, self._event.id) if n.shift_id == shift_id}
        _check_same(edit.seen, present.values())
        for wanted in edit.needs:
            role_id = self._role(wanted)
            known = present.pop(role_id, None)
            least, most = wanted.min_count, wanted.max_count
            if known:
                events.save_need(self._work, replace(known, min_count=least, max_count=most))
            else:
                need = Need(id=NeedId(new_id()), shift_id=shift_id, role_id=role_id, min_count=least, max_count=most)
                events.insert_needs(self._work, [need])
        _check_untouched(edit.seen, present.values())
        events.delete_needs(self._work, present.values())

    def _role(self, wanted: NeedEdit) -> RoleId:
        draft = NeedDraft(role=wanted.role.strip(), min_count=wanted.min_count, max_count=wanted.max_count)
        return self._catalogue.role(draft)


def _check_same(seen: Iterable[Need], present: Iterable[Need]) -> None:
    """Raises Conflict if roles or numbers are others than those that were looked at; who is on them doesn't matter."""
    if {replace(need, version=0) for need in seen} != {replace(need, version=0) for need in present}:
        raise changed_meanwhile()


def _check_untouched(seen: Iterable[Need], going: Iterable[Need]) -> None:
    """Raises Conflict if somebody was put on a need that goes, or taken off it, since it was looked at."""
    if not set(seen).issuperset(going):
        raise changed_meanwhile()


def _shift_title(edit: ShiftEdit) -> str:
    title = _("change the shift {shift}") if edit.shift_id else _("add the shift {shift}")
    return title.format(shift=edit.name.strip())


def _widen(work: UnitOfWork, event: Event, edit: ShiftEdit) -> None:
    day = edit.starts.date()
    if not event.starts_on <= day <= event.ends_on:
        wider = replace(event, starts_on=min(event.starts_on, day), ends_on=max(event.ends_on, day))
        events.save_event(work, wider)


def _move_shifts(work: UnitOfWork, before: Session, after: Session) -> None:
    for shift in events.load_shifts(work, before.event_id):
        moved = with_session_end(shift, before, after)
        if shift.session_id == before.id and moved != shift:
            events.save_shift(work, moved)


def _drop_estimate(work: UnitOfWork, session: Session) -> None:
    """The event no longer says how this session's end was estimated: such sentences begin with the session."""
    event = event_of(work, session.event_id)
    time = f"{session.ends:%H:%M}"
    kept = tuple(text for text in event.estimates if not (text.startswith(session.name) and time in text))
    if session.ends_is_estimated and kept != event.estimates:
        events.save_event(work, replace(event, estimates=kept))
