"""Pairs of people, bans, and ways between venues."""

from collections.abc import Iterable

from sqlalchemy import Table, select

from clubhub.domain.club_rules import Ban, ClubRules, Companions, Travel, in_order
from clubhub.domain.ids import BanId, CompanionsId, EventId, PersonId, TravelId, VenueId
from clubhub.storage import tables as t
from clubhub.storage.people import load_people
from clubhub.storage.rows import row_of, values
from clubhub.storage.unit_of_work import Reader, UnitOfWork


def load_club_rules(reader: Reader, event_id: EventId | None = None) -> ClubRules:
    """All pairs and ways; the bans of one event, or of all."""
    pairs = load_companions(reader)
    return ClubRules(
        companions=tuple(pairs),
        bans=tuple(load_bans(reader, event_id)),
        travel=tuple(load_travel(reader)),
        names=_names(reader, {person_id for pair in pairs for person_id in (pair.one_id, pair.other_id)}),
    )


def load_companions(reader: Reader) -> list[Companions]:
    return values(reader, Companions, select(t.companions).order_by(t.companions.c.id))


def find_companions(reader: Reader, one: PersonId, other: PersonId) -> Companions | None:
    """The row of two people, in whichever order."""
    first, second = in_order(one, other)
    columns = t.companions.c
    found = values(reader, Companions, select(t.companions).where(columns.one_id == first, columns.other_id == second))
    return next(iter(found), None)


def find_travel(reader: Reader, one: VenueId, other: VenueId) -> Travel | None:
    """The row of two venues, in whichever order."""
    first, second = in_order(one, other)
    columns = t.travel.c
    found = values(reader, Travel, select(t.travel).where(columns.one_id == first, columns.other_id == second))
    return next(iter(found), None)


def load_bans(reader: Reader, event_id: EventId | None = None) -> list[Ban]:
    query = select(t.bans).order_by(t.bans.c.id)
    if event_id is not None:
        query = query.select_from(t.bans.join(t.needs).join(t.shifts)).where(t.shifts.c.event_id == event_id)
    return values(reader, Ban, query)


def load_travel(reader: Reader) -> list[Travel]:
    return values(reader, Travel, select(t.travel).order_by(t.travel.c.id))


def put_companions(work: UnitOfWork, pair: Companions) -> None:
    """Add a pair, or write over the row with its id. Raises Conflict if that was changed since its version."""
    _put(work, t.companions, pair)


def put_ban(work: UnitOfWork, ban: Ban) -> None:
    _put(work, t.bans, ban)


def put_travel(work: UnitOfWork, way: Travel) -> None:
    """Like `put_companions`."""
    _put(work, t.travel, way)


def delete_companions(work: UnitOfWork, ids: Iterable[CompanionsId]) -> None:
    work.delete(t.companions, ids)


def delete_bans(work: UnitOfWork, ids: Iterable[BanId]) -> None:
    work.delete(t.bans, ids)


def delete_travel(work: UnitOfWork, ids: Iterable[TravelId]) -> None:
    work.delete(t.travel, ids)


def _put(work: UnitOfWork, table: Table, value: Companions | Ban | Travel) -> None:
    row = row_of(value, table)
    if work.row(table, value.id) is None:
        work.insert(table, [row])
        return
    version = row.pop("version")
    work.update(table, value.id, row, expected_version=version)


def _names(reader: Reader, person_ids: set[PersonId]) -> dict[PersonId, str]:
    return {person.id: person.name for person in load_people(reader, list(person_ids))} if person_ids else {}
