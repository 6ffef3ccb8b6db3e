"""Writes an event from a draft, or brings an event in line with a newer draft of itself."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import replace

from clubhub.domain.drafts import EventDraft, NeedDraft, ShiftDraft
from clubhub.domain.events import Event, Need, Session, Shift
from clubhub.domain.ids import EventId, NeedId, SessionId, ShiftId, new_id
from clubhub.services.catalogue import Catalogue
from clubhub.storage import events
from clubhub.storage.unit_of_work import UnitOfWork


class EventWriter:
    """Everything of one event, within one piece of work."""

    def __init__(self, work: UnitOfWork) -> None:
        self._work = work
        self._catalogue = Catalogue(work)

    def add(self, draft: EventDraft) -> Event:
        """A new event with all of the draft's sessions, shifts and needs."""
        event = Event(
            id=EventId(new_id()),
            name=draft.name,
            starts_on=draft.starts_on,
            ends_on=draft.ends_on,
            time_zone=draft.time_zone,
            city=draft.city,
            lanes=draft.lanes,
            estimates=draft.estimates,
        )
        events.insert_events(self._work, [event])
        self._add_shifts(event, draft.shifts, self._settle_sessions(event, draft))
        return event

    def update(self, event: Event, draft: EventDraft, *, source: str, changed: Collection[str]) -> None:
        """Bring the event in line with the draft, shift by key; `changed` are the keys that differ or are new.

        Shifts whose key doesn't begin with `source` (made by hand, or from another kind of file) stay as they are.
        """
        sessions = self._settle_sessions(event, draft)
        shifts = events.load_shifts(self._work, event.id)
        present = {shift.source_key: shift for shift in shifts if shift.source_key.startswith(source)}
        wanted = {shift.key: shift for shift in draft.shifts}
        needs = self._needs_by_shift(event)
        self._add_shifts(event, [shift for key, shift in wanted.items() if key not in present], sessions)
        for key in (key for key in present if key in wanted and key in changed):
            self._settle_shift(present[key], wanted[key], sessions)
            self._settle_needs(wanted[key], present[key].id, needs[present[key].id])
        events.delete_shifts(self._work, [shift for key, shift in present.items() if key not in wanted])
        self._settle_event(event, draft)

    def _settle_event(self, event: Event, draft: EventDraft) -> None:
        changed = replace(
            event,
            starts_on=draft.starts_on,
            ends_on=draft.ends_on,
            city=draft.city,
            lanes=draft.lanes,
            estimates=draft.estimates,
        )
        if event != changed:
            events.save_event(self._work, changed)

    def _settle_sessions(self, event: Event, draft: EventDraft) -> dict[int, SessionId]:
        """The ids by number; a session that the draft doesn't have stays."""
        present = {session.number: session for session in events.load_sessions(self._work, event.id)}
        ids = {}
        for wanted in draft.sessions:
            known = present.get(wanted.number)
            session = Session(
                id=known.id if known else SessionId(new_id()),
                event_id=event.id,
                number=wanted.number,
                name=wanted.name,
                starts=wanted.starts,
                ends=wanted.ends,
                warm_up=wanted.warm_up,
                officials_meeting=wanted.officials_meeting,
                ends_is_estimated=wanted.ends_is_estimated,
                version=known.version if known else 1,
            )
            ids[wanted.number] = session.id
            if known:
                events.save_session(self._work, session)
            else:
                events.insert_sessions(self._work, [session])
        return ids

    def _add_shifts(self, event: Event, drafts: Iterable[ShiftDraft], sessions: dict[int, SessionId]) -> None:
        pairs = [(self._shift(event, draft, sessions), draft) for draft in drafts]
        events.insert_shifts(self._work, [shift for shift, _draft in pairs])
        events.insert_needs(self._work, [self._need(shift.id, need) for shift, draft in pairs for need in draft.needs])

    def _shift(self, event: Event, draft: ShiftDraft, sessions: dict[int, SessionId]) -> Shift:
        return Shift(
            id=ShiftId(new_id()),
            event_id=event.id,
            name=draft.name,
            starts=draft.starts,
            ends=draft.ends,
            session_id=sessions.get(draft.session_number) if draft.session_number is not None else None,
            venue_id=self._catalogue.venue(draft.venue),
            source_key=draft.key,
            part=draft.part,
        )

    def _need(self, shift_id: ShiftId, draft: NeedDraft) -> Need:
        return Need(
            id=NeedId(new_id()),
            shift_id=shift_id,
            role_id=self._catalogue.role(draft),
            min_count=draft.min_count,
            max_count=draft.max_count,
            is_per_lane=draft.is_per_lane,
            first_lane=draft.first_lane,
        )

    def _settle_shift(self, shift: Shift, draft: ShiftDraft, sessions: dict[int, SessionId]) -> None:
        changed = replace(
            shift,
            name=draft.name,
            starts=draft.starts,
            ends=draft.ends,
            venue_id=self._catalogue.venue(draft.venue),
            session_id=sessions.get(draft.session_number) if draft.session_number is not None else None,
        )
        events.save_shift(self._work, changed)

    def _settle_needs(self, draft: ShiftDraft, shift_id: ShiftId, needs: Iterable[Need]) -> None:
        present = {need.role_id: need for need in needs}
        for wanted in draft.needs:
            fresh = self._need(shift_id, wanted)
            known = present.pop(fresh.role_id, None)
            if known is None:
                events.insert_needs(self._work, [fresh])
            else:
                events.save_need(self._work, replace(fresh, id=known.id, version=known.version))
        events.delete_needs(self._work, present.values())

    def _needs_by_shift(self, event: Event) -> dict[ShiftId, list[Need]]:
        found: dict[ShiftId, list[Need]] = defaultdict(list)
        for need in events.load_needs(self._work, event.id):
            found[need.shift_id].append(need)
        return found
