"""Taking a whole event out of the club: what goes with it, and what stays."""

from sqlalchemy import select

from clubhub.domain.ids import EventId
from clubhub.storage import tables as t
from clubhub.storage.events import delete_shifts, load_shifts
from clubhub.storage.unit_of_work import UnitOfWork


def delete_event(work: UnitOfWork, event_id: EventId) -> list[str]:
    """Remove an event with its shifts, who is on them, its sessions and its versions.

    Polls and posts about it stay, tied to no event. Returns the names of these polls.
    """
    delete_shifts(work, load_shifts(work, event_id))
    for table in (t.sessions, t.publications):
        rows = work.rows(select(table.c.id).where(table.c.event_id == event_id))
        work.delete(table, [row["id"] for row in rows])
    asked = work.rows(select(t.polls.c.id, t.polls.c.name).where(t.polls.c.event_id == event_id))
    told = work.rows(select(t.posts.c.id).where(t.posts.c.event_id == event_id))
    for table, rows in ((t.polls, asked), (t.posts, told)):
        for row in rows:
            work.update(table, row["id"], {"event_id": None})
    work.delete(t.events, [event_id])
    return [row["name"] for row in asked]
