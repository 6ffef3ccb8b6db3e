"""Who is on a place of another event at about the same time."""

from collections import defaultdict
from datetime import timedelta

from sqlalchemy import func, select

from clubhub.domain.engagements import Elsewhere, Engagement
from clubhub.domain.ids import EventId, PersonId
from clubhub.storage import tables as t
from clubhub.storage.unit_of_work import Reader

ZONES_APART = timedelta(days=2)
"""More than the clocks of two zones can differ: what really overlaps is decided by engagements."""


def load_engagements(reader: Reader, event_id: EventId) -> Elsewhere:
    """Places in other events, from two days before the event's first shift to two days after its last."""
    shifts = t.shifts.c
    span = select(func.min(shifts.starts), func.max(shifts.ends)).where(shifts.event_id == event_id)
    first, last = reader.connection.execute(span).one()
    if first is None:
        return {}
    query = (
        select(
            *(t.assignments.c[name] for name in ("person_id", "need_id", "override")),
            *(t.needs.c.shift_id, shifts.starts, shifts.ends, shifts.venue_id, t.events.c.time_zone),
            t.events.c.name.label("event_name"),
            t.roles.c.name.label("role_name"),
            func.coalesce(func.nullif(t.sessions.c.name, ""), shifts.name).label("shift_name"),
        )
        .select_from(t.assignments.join(t.needs).join(t.roles).join(t.shifts, t.needs.c.shift_id == shifts.id))
        .join(t.events, shifts.event_id == t.events.c.id)
        .outerjoin(t.sessions, shifts.session_id == t.sessions.c.id)
        .where(t.events.c.id != event_id, shifts.starts < last + ZONES_APART, shifts.ends > first - ZONES_APART)
        .order_by(shifts.starts, t.assignments.c.need_id)
    )
    found: dict[PersonId, list[Engagement]] = defaultdict(list)
    for row in reader.rows(query):
        found[row["person_id"]].append(Engagement(**row))
    return dict(found)
