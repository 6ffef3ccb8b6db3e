"""An event of the club as a draft: what a newer file of it is compared with."""

from clubhub.domain.drafts import EventDraft, NeedDraft, SessionDraft, ShiftDraft
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
