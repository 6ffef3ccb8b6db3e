"""Who is on which place, and the versions of a roster that were given out."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlalchemy import select

from clubhub.domain.ids import EventId, NeedId
from clubhub.domain.rosters import Assignment, Publication, PublishedPlace, PublishedShift
from clubhub.storage import tables as t
from clubhub.storage.rows import row_of, values
from clubhub.storage.unit_of_work import Reader, Row, UnitOfWork


def load_assignments(reader: Reader, event_id: EventId) -> list[Assignment]:
    """All of an event, by need and place."""
    query = (
        select(t.assignments)
        .select_from(t.assignments.join(t.needs).join(t.shifts))
        .where(t.shifts.c.event_id == event_id)
        .order_by(t.assignments.c.need_id, t.assignments.c.place)
    )
    return values(reader, Assignment, query)


def load_assignments_of_need(reader: Reader, need_id: NeedId) -> list[Assignment]:
    """By place."""
    query = select(t.assignments).where(t.assignments.c.need_id == need_id)
    return values(reader, Assignment, query.order_by(t.assignments.c.place))


def insert_assignments(work: UnitOfWork, assignments: Sequence[Assignment]) -> None:
    """Add assignments, and raise the versions of their needs: calendars number their updates by them."""
    work.insert(t.assignments, (row_of(assignment, t.assignments) for assignment in assignments))
    _touch_needs(work, assignments)


def delete_assignments(work: UnitOfWork, assignments: Sequence[Assignment]) -> None:
    work.delete(t.assignments, (assignment.id for assignment in assignments))
    _touch_needs(work, assignments)


def save_assignment(work: UnitOfWork, assignment: Assignment) -> None:
    """Raises Conflict if the assignment was changed since its version.

    A move to another place or person raises the need's version too.
    """
    before = work.row(t.assignments, assignment.id)
    row = row_of(assignment, t.assignments)
    version = row.pop("version")
    work.update(t.assignments, assignment.id, row, expected_version=version)
    if before and any(before[name] != row[name] for name in ("need_id", "person_id", "place")):
        work.touch(t.needs, (before["need_id"], assignment.need_id))


def load_publications(reader: Reader, event_id: EventId) -> list[Publication]:
    """The versions given out, the newest first."""
    query = select(t.publications).where(t.publications.c.event_id == event_id)
    return [_publication(row) for row in reader.rows(query.order_by(t.publications.c.number.desc()))]


def insert_publication(work: UnitOfWork, publication: Publication) -> None:
    row = row_of(publication, t.publications)
    shifts = tuple((s.shift_id, s.starts.isoformat(), s.ends.isoformat()) for s in publication.shifts)
    places = tuple((p.shift_id, p.need_id, p.place, p.person_id) for p in publication.places)
    work.insert(t.publications, [{**row, "shifts": shifts, "places": places}])


def _publication(row: Row) -> Publication:
    plain = {name: value for name, value in row.items() if name != "version"}
    shifts = tuple(
        PublishedShift(shift_id=shift, starts=datetime.fromisoformat(starts), ends=datetime.fromisoformat(ends))
        for shift, starts, ends in row["shifts"]
    )
    places = tuple(
        PublishedPlace(shift_id=shift, need_id=need, place=place, person_id=person)
        for shift, need, place, person in row["places"]
    )
    return Publication(**{**plain, "shifts": shifts, "places": places})


def _touch_needs(work: UnitOfWork, assignments: Iterable[Assignment]) -> None:
    work.touch(t.needs, (assignment.need_id for assignment in assignments))
