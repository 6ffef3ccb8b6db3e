"""The ledger's rows: what was entered by hand, and the places that people have had on shifts."""

from collections.abc import Collection, Iterable
from datetime import datetime, timedelta
from functools import cache

from sqlalchemy import exists, select

from clubhub.domain.ids import HouseholdId, LedgerEntryId, PersonId
from clubhub.domain.ledger import LedgerEntry, Turn
from clubhub.domain.seasons import Season
from clubhub.domain.wall_time import real_length, to_utc
from clubhub.storage import tables as t
from clubhub.storage.rows import row_of, values
from clubhub.storage.unit_of_work import Reader, UnitOfWork


def load_entries(reader: Reader, season: Season | None = None) -> list[LedgerEntry]:
    """Of a season or of all, by day."""
    entries = t.ledger_entries.c
    query = select(t.ledger_entries).order_by(entries.done_on, entries.id)
    if season is not None:
        query = query.where(entries.done_on.between(season.starts_on, season.ends_on))
    return values(reader, LedgerEntry, query)


def load_turns(
    reader: Reader, season: Season, now: datetime, person_ids: Collection[PersonId] | None = None
) -> list[Turn]:
    """Every place that somebody has on a shift that begins in the season; `now` (aware) tells which have ended.

    `person_ids` are those who are looked for, None: everybody.
    """
    shifts, first = t.shifts.c, datetime.combine(season.starts_on, datetime.min.time())
    last = datetime.combine(season.ends_on, datetime.min.time()) + timedelta(days=1)
    query = (
        select(
            *(t.assignments.c.person_id, shifts.event_id, shifts.starts, shifts.ends, t.events.c.time_zone),
            t.events.c.name.label("event_name"),
            t.roles.c.name.label("role_name"),
        )
        .select_from(t.assignments.join(t.needs).join(t.roles).join(t.shifts, t.needs.c.shift_id == shifts.id))
        .join(t.events, shifts.event_id == t.events.c.id)
        .where(shifts.starts >= first, shifts.starts < last)
    )
    if person_ids is not None:
        query = query.where(t.assignments.c.person_id.in_(person_ids))

    @cache
    def real(starts: datetime, ends: datetime, zone: str) -> tuple[int, bool]:
        """Minutes, and whether they are over: many people are on one shift."""
        return real_length(starts, ends, zone) // timedelta(minutes=1), to_utc(ends, zone) <= now

    found = []
    for person_id, event_id, starts, ends, zone, event_name, role_name in reader.connection.execute(query):
        minutes, is_done = real(starts, ends, zone)
        found.append(
            Turn(
                person_id=person_id,
                event_id=event_id,
                event_name=event_name,
                role_name=role_name,
                starts=starts,
                minutes=minutes,
                is_done=is_done,
            )
        )
    return found


def has_duties(reader: Reader) -> bool:
    """Whether it is laid down what households owe, for all or for any of them."""
    columns = (t.clubs.c.duty_minutes, t.households.c.duty_minutes)
    queries = (select(exists().where(column.is_not(None))) for column in columns)
    return any(reader.connection.execute(query).scalar_one() for query in queries)


def insert_entries(work: UnitOfWork, entries: Iterable[LedgerEntry]) -> None:
    work.insert(t.ledger_entries, (row_of(entry, t.ledger_entries) for entry in entries))


def save_entry(work: UnitOfWork, entry: LedgerEntry) -> None:
    """Raises Conflict if the entry was changed since its version, NotFound if it is gone."""
    row = row_of(entry, t.ledger_entries)
    version = row.pop("version")
    work.update(t.ledger_entries, entry.id, row, expected_version=version)


def delete_entries(work: UnitOfWork, ids: Iterable[LedgerEntryId]) -> list[HouseholdId]:
    """Remove entries; the households that they counted for."""
    wanted = list(ids)
    column = t.ledger_entries.c
    rows = work.rows(select(column.household_id).where(column.id.in_(wanted), column.household_id.is_not(None)))
    work.delete(t.ledger_entries, wanted)
    return [row["household_id"] for row in rows]
