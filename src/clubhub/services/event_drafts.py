"""An event of the club as a draft, and what a newer file of it is compared with."""

from collections.abc import Container
from dataclasses import replace

from clubhub.domain.drafts import EventDraft, NeedDraft, SessionDraft, ShiftDraft
from clubhub.domain.events import Event
from clubhub.domain.rosters import Roster, RosterNeed, RosterShift


def draft_of(roster: Roster, source: str) -> EventDraft:
    """The event's sessions, and its shifts whose key begins with `source`: those that came from that kind of file."""
    event = roster.event
    return EventDraft(
        name=event.name,
        starts_on=event.starts_on,
        ends_on=event.ends_on,
        time_zone=event.time_zone,
        city=event.city,
        lanes=event.lanes,
        estimates=event.estimates,
        sessions=tuple(
            SessionDraft(
                number=session.number,
                name=session.name,
                starts=session.starts,
                ends=session.ends,
                warm_up=session.warm_up,
                officials_meeting=session.officials_meeting,
                ends_is_estimated=session.ends_is_estimated,
            )
            for session in roster.sessions
        ),
        shifts=tuple(_shift(shift) for shift in roster.shifts if shift.shift.source_key.startswith(source)),
    )


def widened(draft: EventDraft, event: Event) -> EventDraft:
    """The draft as it will be written over the event.

    A meet's programme says all about its event; a file without sessions only adds to what is known.
    """
    if draft.sessions:
        return draft
    return replace(
        draft,
        starts_on=min(event.starts_on, draft.starts_on),
        ends_on=max(event.ends_on, draft.ends_on),
        city=event.city,
        lanes=event.lanes,
        estimates=tuple(dict.fromkeys(event.estimates + draft.estimates)),
    )


def held_back(present: EventDraft, newer: EventDraft, keys: Container[str]) -> EventDraft:
    """The newer draft without what it changes of the shifts with these keys.

    Their sessions stay too, and what is said of the whole event: half a change would be true nowhere.
    """
    waiting = [shift for shift in (*present.shifts, *newer.shifts) if shift.key in keys]
    numbers = {shift.session_number for shift in waiting}
    if not waiting:
        return newer
    shifts = (
        *(shift for shift in present.shifts if shift.key in keys),
        *(shift for shift in newer.shifts if shift.key not in keys),
    )
    return replace(
        newer,
        starts_on=min(present.starts_on, *(shift.starts.date() for shift in shifts)),
        ends_on=max(present.ends_on, *(shift.starts.date() for shift in shifts)),
        city=present.city,
        lanes=present.lanes,
        estimates=present.estimates,
        sessions=(
            *(session for session in present.sessions if session.number in numbers),
            *(session for session in newer.sessions if session.number not in numbers),
        ),
        shifts=shifts,
    )


def _shift(shift: RosterShift) -> ShiftDraft:
    return ShiftDraft(
        key=shift.shift.source_key,
        name=shift.shift.name,
        starts=shift.shift.starts,
        ends=shift.shift.ends,
        venue=shift.venue.name if shift.venue else "",
        session_number=shift.session.number if shift.session else None,
        part=shift.shift.part,
        needs=tuple(_need(need) for need in shift.needs),
    )


def _need(need: RosterNeed) -> NeedDraft:
    return NeedDraft(
        role=need.role.name,
        min_count=need.need.min_count,
        max_count=need.need.max_count,
        minimum_age=need.role.minimum_age,
        note=need.role.note,
        bring=need.role.bring,
        priority=need.role.priority,
        is_per_lane=need.need.is_per_lane,
        first_lane=need.need.first_lane,
    )
