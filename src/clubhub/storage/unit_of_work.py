"""A piece of work on the club's file, and the change log that it writes in the same transaction.

Every insert, edit and removal goes through here, so that all of it can be undone and shows in the history.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import Connection, RowMapping, Select, Table, bindparam, delete, insert, select, update

from clubhub.domain.changes import Changes
from clubhub.domain.errors import Conflict, NotFound
from clubhub.storage.tables import change_parts, changes
from clubhub.support.clock import utc_now
from clubhub.support.texts import _

Row = Mapping[Any, Any]
_T = TypeVar("_T")
BATCH = 2000
"""Rows per statement: below SQLite's limit of 32,766 bound values, and small enough to keep memory flat."""


class Reader:
    """One state of the file, to read from."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection

    def rows(self, query: Select[Any]) -> Sequence[RowMapping]:
        return self.connection.execute(query).mappings().all()

    def row(self, table: Table, row_id: int) -> RowMapping | None:
        return self.connection.execute(select(table).where(table.c.id == row_id)).mappings().one_or_none()


class UnitOfWork(Reader):
    """A write transaction. `title` names it in the history and on the undo button."""

    def __init__(self, connection: Connection, *, actor: str, title: str) -> None:
        super().__init__(connection)
        self.title = title
        self.undoes: int | None = None
        self._touched: dict[str, set[int]] = defaultdict(set)
        self._parts = 0
        entry = {"made_at": utc_now(), "actor": actor, "title": title}
        self.change_id: int = self._execute(insert(changes).values(**entry)).inserted_primary_key[0]

    @property
    def changes(self) -> Changes:
        """What was touched so far."""
        return Changes(title=self.title, ids={name: frozenset(ids) for name, ids in self._touched.items()})

    def insert(self, table: Table, rows: Iterable[Row]) -> None:
        """Add rows; each needs an id, versions start at 1."""
        for batch in _batches(rows):
            complete = [{"version": 1, **row} for row in batch]
            self._execute(insert(table), complete)
            self._log(table, ((None, row) for row in complete))

    def update(self, table: Table, row_id: int, values: Row, *, expected_version: int | None = None) -> None:
        """Edit one row; writes nothing if nothing differs.

        Raises NotFound if the row is gone, Conflict if its version isn't the expected one.
        """
        before = self._require(table, row_id)
        if expected_version is not None and before["version"] != expected_version:
            raise Conflict(
                _("Somebody changed this meanwhile, so your change was not written. Look at it again, then repeat it.")
            )
        if any(before[name] != value for name, value in values.items()):
            self._write(table, before, {**before, **values, "version": before["version"] + 1})

    def touch(self, table: Table, row_id: int) -> None:
        """Raise a row's version without another change: something that belongs to it has changed."""
        before = self._require(table, row_id)
        self._write(table, before, {**before, "version": before["version"] + 1})

    def delete(self, table: Table, row_ids: Iterable[int]) -> None:
        """Remove rows; ids that are already gone are passed over.

        Raises Conflict (from Database.write) if other rows still point at one.
        """
        for ids in _batches(row_ids):
            rows = self.rows(select(table).where(table.c.id.in_(ids)))
            self._execute(delete(table).where(table.c.id.in_(ids)))
            self._log(table, ((row, None) for row in rows))

    def finish(self) -> None:
        """Settle the history's entry: its final title, or none at all if nothing was changed."""
        entry = changes.c.id == self.change_id
        if self._parts:
            self._execute(update(changes).where(entry).values(title=self.title, undoes=self.undoes))
        else:
            self._execute(delete(changes).where(entry))

    def restore(self, table: Table, rows: Iterable[Row]) -> None:
        """Put removed rows back as they were, with the next version."""
        for batch in _batches(rows):
            complete = [{**row, "version": row["version"] + 1} for row in batch]
            self._execute(insert(table), complete)
            self._log(table, ((None, row) for row in complete))

    def overwrite(self, table: Table, before: Row, after: Row) -> None:
        """Write all of `after` over a row known to be `before`."""
        self._write(table, before, after)

    def mark_undone(self, change_id: int, *, undone: bool) -> None:
        self._execute(update(changes).where(changes.c.id == change_id).values(is_undone=undone))

    def _require(self, table: Table, row_id: int) -> RowMapping:
        row = self.row(table, row_id)
        if row is None:
            raise NotFound(_("This is no longer in the club, so it was not changed. Look at the list again."))
        return row

    def _write(self, table: Table, before: Row, after: Row) -> None:
        self._execute(update(table).where(table.c.id == bindparam("row_id")), [{**after, "row_id": after["id"]}])
        self._log(table, [(before, after)])

    def _log(self, table: Table, pairs: Iterable[tuple[Row | None, Row | None]]) -> None:
        parts = [self._part(table, before, after) for before, after in pairs]
        if parts:
            self._execute(insert(change_parts), parts)

    def _part(self, table: Table, before: Row | None, after: Row | None) -> dict[str, Any]:
        row = after if after is not None else before
        assert row is not None  # noqa: S101  one side is always there
        self._touched[table.name].add(row["id"])
        position, self._parts = self._parts, self._parts + 1
        return {
            "change_id": self.change_id,
            "position": position,
            "table_name": table.name,
            "row_id": row["id"],
            "version": row["version"],
            "before": encode(before),
            "after": encode(after),
        }

    def _execute(self, statement: Any, rows: list[dict[str, Any]] | None = None) -> Any:  # noqa: ANN401
        return self.connection.execute(statement, rows) if rows else self.connection.execute(statement)


def encode(row: Row | None) -> str | None:
    """A row as the log keeps it: JSON, dates and times as ISO text."""
    return json.dumps(dict(row), default=_iso, ensure_ascii=False) if row is not None else None


def _iso(value: date) -> str:
    return value.isoformat()


def _batches(items: Iterable[_T]) -> Iterator[list[_T]]:
    iterator = iter(items)
    while batch := list(islice(iterator, BATCH)):
        yield batch
