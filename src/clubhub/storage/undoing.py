"""How a change is undone: its inverse is applied as a new change, after checking that its rows are as it left them.

Only the first state and the last of each row count, however often one change wrote it. All rows that must go or
change are taken out first and then put back as they were, so that unique places can be swapped back; foreign keys
wait for the end of the transaction.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Select, Table, func, select
from sqlalchemy.exc import IntegrityError

from clubhub.domain.changes import HistoryEntry
from clubhub.domain.errors import Conflict
from clubhub.storage.kept_rows import decode, encode, layout_of
from clubhub.storage.tables import EDITED_TABLES, change_parts
from clubhub.storage.unit_of_work import BATCH, UnitOfWork
from clubhub.support.texts import _


class _Part(NamedTuple):
    """What one change made of one row: the JSON before its first touch (None: not there) and after its last."""

    table_name: str
    row_id: int
    version: int
    before: str | None
    after: str | None


def apply_inverse(work: UnitOfWork, entry: HistoryEntry) -> None:
    """Undo one change as part of `work`, which becomes the change that undoes it.

    Raises Conflict, and the whole work is dropped, if a row is not as that change left it (here), or if something
    added later still points at a row that would go (at the end, since foreign keys are checked at the commit).
    """
    work.undoes = entry.id
    work.connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
    present: dict[int, int] = {}
    for table, parts in _parts(work, entry, leaving=True):
        _take_out(work, table, parts, present)
    for table, parts in _parts(work, entry, leaving=False):
        _put_back(work, table, parts, present)
    work.mark_undone(entry.id, undone=True)
    if entry.undoes is not None:
        work.mark_undone(entry.undoes, undone=False)


def _take_out(work: UnitOfWork, table: Table, parts: Sequence[_Part], present: dict[int, int]) -> None:
    """Remove what the change added; what it edited too, noting the versions in `present` until it is put back."""
    layout = layout_of(table)
    states = _checked(work, table, parts)
    layout.delete(work.connection, states)
    present |= {part.row_id: states[part.row_id][0] for part in parts if part.before is not None}
    work.log(table, ((part.row_id, *states[part.row_id], None) for part in parts if part.before is None))


def _put_back(work: UnitOfWork, table: Table, parts: Sequence[_Part], present: dict[int, int]) -> None:
    """Write rows as they were, with versions that nobody has seen yet."""
    layout = layout_of(table)
    versions = [present.get(part.row_id, part.version) + 1 for part in parts]
    rows = [
        layout.completed({**decode(part.before or ""), "version": version})
        for part, version in zip(parts, versions, strict=True)
    ]
    try:
        layout.insert(work.connection, rows)
    except IntegrityError as error:
        raise _changed_later() from error
    edited = [_after(part, present[part.row_id]) if part.after is not None else None for part in parts]
    work.log(
        table,
        ((row["id"], row["version"], before, encode(row)) for before, row in zip(edited, rows, strict=True)),
    )


def _checked(work: UnitOfWork, table: Table, parts: Sequence[_Part]) -> dict[int, tuple[int, str]]:
    """Version and JSON of the rows as they stand, which must be as the change left them, but for the version.

    Equal versions mean an untouched row; only where an undo has raised them is the content compared.
    """
    layout = layout_of(table)
    versions = layout.versions(work.connection, [part.row_id for part in parts])
    raised = [part.row_id for part in parts if versions.get(part.row_id) not in {None, part.version}]
    present = layout.load(work.connection, raised) if raised else {}
    states: dict[int, tuple[int, str]] = {}
    for part in parts:
        version = versions.get(part.row_id)
        if version is None:
            raise _changed_later()
        state = _after(part, version)
        if part.row_id in present and layout.completed(decode(state)) != present[part.row_id]:
            raise _changed_later()
        states[part.row_id] = version, state
    return states


def _changed_later() -> Conflict:
    return Conflict(
        _("This can't be undone: something it touched was changed later. Nothing was changed; undo that first.")
    )


def _after(part: _Part, version: int) -> str:
    """The JSON of a row as the change left it, with another version if an undo has raised it."""
    after = part.after or ""
    return after if version == part.version else encode({**decode(after), "version": version})


def _parts(work: UnitOfWork, entry: HistoryEntry, *, leaving: bool) -> Iterator[tuple[Table, list[_Part]]]:
    """The change's rows, a batch of one table at a time: a change may have a million.

    With `leaving`, those that it left in the file, newest first; else those that were there before it, oldest first.
    """
    result = work.connection.execute(_rows_of(entry, leaving=leaving))
    for batch in result.partitions(BATCH):
        by_table: dict[str, list[_Part]] = defaultdict(list)
        for row in batch:
            by_table[row.table_name].append(_Part(*row))
        for name, parts in by_table.items():
            yield EDITED_TABLES[name], parts


def _rows_of(entry: HistoryEntry, *, leaving: bool) -> Select[Any]:
    column = change_parts.c
    span = (
        select(func.min(column.position).label("first"), func.max(column.position).label("last"))
        .where(column.change_id == entry.id)
        .group_by(column.table_name, column.row_id)
        .subquery()
    )
    first, last = change_parts.alias("first_part"), change_parts.alias("last_part")
    there: ColumnElement[Any] = last.c.after if leaving else first.c.before
    return (
        select(last.c.table_name, last.c.row_id, last.c.version, first.c.before, last.c.after)
        .select_from(span)
        .join(first, (first.c.change_id == entry.id) & (first.c.position == span.c.first))
        .join(last, (last.c.change_id == entry.id) & (last.c.position == span.c.last))
        .where(there.is_not(None))
        .order_by(span.c.last.desc() if leaving else span.c.first)
    )
