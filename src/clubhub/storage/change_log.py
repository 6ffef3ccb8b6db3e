"""The history and its way back: which change is next to undo or redo, and how it is undone.

Undo applies the inverse of each part as a new change, after checking that nothing else has changed those rows since.
It skips undos and what is undone already, so that twice means two steps back; redo undoes an undo.
"""

import json
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Date, Table, exists, func, select

from clubhub.domain.changes import HistoryEntry
from clubhub.domain.errors import Conflict
from clubhub.storage.tables import EDITED_TABLES, change_parts, changes
from clubhub.storage.types import UtcDateTime, WallTime
from clubhub.storage.unit_of_work import BATCH, Reader, Row, UnitOfWork, encode
from clubhub.support.texts import _


def history(reader: Reader, *, limit: int = 100) -> list[HistoryEntry]:
    """The newest changes first."""
    rows = func.count(change_parts.c.position).label("rows")
    query = (
        select(changes, rows)
        .join(change_parts, change_parts.c.change_id == changes.c.id, isouter=True)
        .group_by(changes.c.id)
        .order_by(changes.c.id.desc())
        .limit(limit)
    )
    return [HistoryEntry(**row) for row in reader.rows(query)]


def next_undo(reader: Reader) -> HistoryEntry | None:
    """The newest change of its own that isn't undone."""
    return _newest(reader, changes.c.undoes.is_(None), changes.c.is_undone.is_(False))


def next_redo(reader: Reader) -> HistoryEntry | None:
    """The newest undo that isn't undone itself, unless something else was changed after it."""
    undone = changes.alias("undone")
    later = changes.alias("later")
    is_undo = exists().where(undone.c.id == changes.c.undoes, undone.c.undoes.is_(None), undone.c.is_undone)
    overtaken = exists().where(later.c.id > changes.c.id, later.c.undoes.is_(None))
    return _newest(reader, is_undo, ~overtaken, changes.c.is_undone.is_(False))


def _newest(reader: Reader, *conditions: Any) -> HistoryEntry | None:  # noqa: ANN401  SQL conditions
    query = select(changes).where(*conditions).order_by(changes.c.id.desc()).limit(1)
    row = reader.connection.execute(query).mappings().one_or_none()
    return HistoryEntry(**row, rows=0) if row else None


def original_title(reader: Reader, entry: HistoryEntry) -> str:
    """The title of the change that an undo took back, or the entry's own."""
    if entry.undoes is None:
        return entry.title
    return str(reader.connection.execute(select(changes.c.title).where(changes.c.id == entry.undoes)).scalar_one())


def apply_inverse(work: UnitOfWork, entry: HistoryEntry) -> None:
    """Undo one change as part of `work`, which becomes the change that undoes it.

    Raises Conflict, and the whole work is dropped, if a row is not as that change left it (here), or if something
    added later still points at a row that would go (at the end, since foreign keys are checked at the commit).
    """
    names = work.connection.execute(
        select(change_parts.c.table_name).where(change_parts.c.change_id == entry.id).distinct()
    ).scalars()
    work.undoes = entry.id
    work.connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
    tables = sorted((EDITED_TABLES[name] for name in names), key=list(EDITED_TABLES.values()).index)
    for table in reversed(tables):
        _remove_added(work, entry, table)
    for table in tables:
        _revert_edited(work, entry, table)
        _restore_removed(work, entry, table)
    work.mark_undone(entry.id, undone=True)
    if entry.undoes is not None:
        work.mark_undone(entry.undoes, undone=False)


def _restore_removed(work: UnitOfWork, entry: HistoryEntry, table: Table) -> None:
    for parts in _parts(work, entry, table, added=False, removed=True):
        work.restore(table, (_decode(table, part["before"]) for part in parts))


def _revert_edited(work: UnitOfWork, entry: HistoryEntry, table: Table) -> None:
    """Last part first: one change may have edited a row more than once."""
    for parts in _parts(work, entry, table, added=False, removed=False):
        current = _current(work, table, [part["row_id"] for part in parts])
        for part in parts:
            _check(current.get(part["row_id"]), part)
            values = _decode(table, part["before"])
            version = current[part["row_id"]]["version"] + 1
            work.overwrite(table, current[part["row_id"]], {**values, "version": version})
            current[part["row_id"]] = {**values, "version": version}


def _remove_added(work: UnitOfWork, entry: HistoryEntry, table: Table) -> None:
    for parts in _parts(work, entry, table, added=True, removed=False):
        current = _current(work, table, [part["row_id"] for part in parts])
        for part in parts:
            _check(current.get(part["row_id"]), part)
        work.delete(table, [part["row_id"] for part in parts])


def _parts(
    work: UnitOfWork, entry: HistoryEntry, table: Table, *, added: bool, removed: bool
) -> Iterator[Sequence[Row]]:
    """The parts of one kind, newest first, a batch at a time: a change may have a million."""
    column = change_parts.c
    conditions = [column.change_id == entry.id, column.table_name == table.name]
    conditions += [column.before.is_(None) if added else column.before.is_not(None)]
    conditions += [column.after.is_(None) if removed else column.after.is_not(None)]
    query = select(change_parts).where(*conditions).order_by(column.position.desc()).limit(BATCH)
    below = None
    while parts := work.rows(query if below is None else query.where(column.position < below)):
        yield parts
        below = parts[-1]["position"]


def _current(work: UnitOfWork, table: Table, row_ids: Sequence[int]) -> dict[int, Row]:
    return {row["id"]: row for row in work.rows(select(table).where(table.c.id.in_(row_ids)))}


def _check(row: Row | None, part: Row) -> None:
    """Equal versions mean an untouched row; else the content decides, since an undo raises versions too."""
    if row is not None and (row["version"] == part["version"] or _content(encode(row)) == _content(part["after"])):
        return
    raise Conflict(
        _("This can't be undone: something it touched was changed later. Nothing was changed now; undo that first.")
    )


def _content(text: str | None) -> dict[str, Any]:
    content: dict[str, Any] = json.loads(text or "{}")
    content.pop("version", None)
    return content


def _decode(table: Table, text: str) -> dict[str, Any]:
    """A row of the log with dates and times as Python's own types."""
    row: dict[str, Any] = json.loads(text)
    for column in table.columns:
        if row.get(column.name) is None:
            continue
        if isinstance(column.type, Date):
            row[column.name] = date.fromisoformat(row[column.name])
        elif isinstance(column.type, (WallTime, UtcDateTime)):
            row[column.name] = datetime.fromisoformat(row[column.name])
    return row
