"""The history: what was done, by whom, and which change is next to undo or redo.

Undo skips undos and what is undone already, so that twice means two steps back; redo undoes an undo.
How a change is undone stands in storage.undoing.
"""

from typing import Any

from sqlalchemy import exists, func, select

from clubhub.domain.changes import HistoryEntry
from clubhub.storage.tables import change_parts, changes
from clubhub.storage.unit_of_work import Reader


def history(reader: Reader, *, limit: int = 100) -> list[HistoryEntry]:
    """The newest changes first."""
    rows = select(func.count()).where(change_parts.c.change_id == changes.c.id).scalar_subquery().label("rows")
    query = select(changes, rows).order_by(changes.c.id.desc()).limit(limit)
    return [HistoryEntry(**row) for row in reader.rows(query)]


def newest_id(reader: Reader) -> int:
    """The number of the newest change, 0 if there is none."""
    return int(reader.connection.execute(select(func.coalesce(func.max(changes.c.id), 0))).scalar_one())


def kinds_since(reader: Reader, change_id: int) -> frozenset[str]:
    """The names of the tables that later changes touched."""
    query = select(change_parts.c.table_name).where(change_parts.c.change_id > change_id).distinct()
    return frozenset(reader.connection.execute(query).scalars())


def newest_of_row(reader: Reader, row_id: int) -> HistoryEntry | None:
    """The newest change that touched a row, None if there is none."""
    touched = select(func.max(change_parts.c.change_id)).where(change_parts.c.row_id == row_id).scalar_subquery()
    return _newest(reader, changes.c.id == touched)


def find(reader: Reader, change_id: int) -> HistoryEntry | None:
    """The change of a number, None if there is none."""
    return _newest(reader, changes.c.id == change_id)


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
