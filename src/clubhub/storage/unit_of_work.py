"""A piece of work on the club's file, and the change log that it writes in the same transaction.

Every insert, edit and removal goes through here, so that all of it can be undone and shows in the history.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain, islice
from typing import Any, TypeVar

from sqlalchemy import Connection, RowMapping, Select, Table, insert, select, update

from clubhub.domain.changes import Changes
from clubhub.domain.errors import NotFound, changed_meanwhile
from clubhub.domain.ids import ChangeId
from clubhub.storage.kept_rows import KeptRow, encode, layout_of
from clubhub.storage.tables import change_parts, changes
from clubhub.support.clock import utc_now
from clubhub.support.texts import _

Row = Mapping[Any, Any]
_T = TypeVar("_T")
BATCH = 2000
"""Rows per statement: far below SQLite's limit of bound values, and small enough to keep memory flat."""

_LOG = (
    f"INSERT INTO {change_parts.name} (change_id, position, table_name, row_id, version, before, after)"  # noqa: S608
    " VALUES (?, ?, ?, ?, ?, ?, ?)"
)


class Reader:
    """One state of the file, to read from."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection

    def rows(self, query: Select[Any]) -> Sequence[RowMapping]:
        """All rows; taken in batches, since 100,000 in one piece keep the interpreter from the window for 0.1 s."""
        return list(chain.from_iterable(self.connection.execute(query).mappings().partitions(BATCH)))

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
        self._actor = actor

    @cached_property
    def change_id(self) -> int:
        """The number of this work in the history, where it stands from its first change on."""
        entry = insert(changes).values(made_at=utc_now(), actor=self._actor, title=self.title)
        return int(self.connection.execute(entry.returning(changes.c.id)).scalar_one())

    @property
    def changes(self) -> Changes:
        """What was touched so far."""
        ids = {name: frozenset(ids) for name, ids in self._touched.items()}
        return Changes(id=ChangeId(self.change_id) if ids else None, title=self.title, ids=ids)

    def insert(self, table: Table, rows: Iterable[Row]) -> None:
        """Add rows; each needs an id, versions start at 1."""
        layout = layout_of(table)
        for batch in batches(rows):
            kept = [layout.kept(row) for row in batch]
            layout.insert(self.connection, kept)
            self.log(table, ((row["id"], row["version"], None, encode(row)) for row in kept))

    def update(self, table: Table, row_id: int, values: Row, *, expected_version: int | None = None) -> bool:
        """Edit one row; writes nothing, and returns False, if nothing differs.

        Raises NotFound if the row is gone, Conflict if its version isn't the expected one.
        """
        layout = layout_of(table)
        before = layout.load(self.connection, [row_id]).get(row_id)
        if before is None:
            raise NotFound(_("This is no longer in the club, so it was not changed. Look at the list again."))
        if expected_version is not None and before["version"] != expected_version:
            raise changed_meanwhile()
        after = {**before, **layout.kept_values(values)}
        if after == before:
            return False
        self._edit(table, [before], [{**after, "version": before["version"] + 1}])
        return True

    def touch(self, table: Table, row_ids: Iterable[int]) -> None:
        """Raise rows' versions without another change: something that belongs to them has changed.

        Each row is raised once, however often it is named; ids that are gone are passed over.
        """
        layout = layout_of(table)
        for batch in batches(dict.fromkeys(row_ids)):
            before = list(layout.load(self.connection, batch).values())
            self._edit(table, before, [{**row, "version": row["version"] + 1} for row in before])

    def delete(self, table: Table, row_ids: Iterable[int]) -> None:
        """Remove rows; ids that are already gone are passed over.

        Raises Conflict (from Database.write) if other rows still point at one.
        """
        layout = layout_of(table)
        for batch in batches(row_ids):
            rows = layout.load(self.connection, batch)
            layout.delete(self.connection, rows)
            self.log(table, ((row_id, row["version"], encode(row), None) for row_id, row in rows.items()))

    def finish(self) -> None:
        """Settle the history's entry, if anything was changed: its final title, and what it undoes."""
        if self._parts:
            entry = changes.c.id == self.change_id
            self.connection.execute(update(changes).where(entry).values(title=self.title, undoes=self.undoes))

    def log(self, table: Table, parts: Iterable[tuple[int, int, str | None, str | None]]) -> None:
        """Write down what was done to rows: each one's id, version, and JSON before and after."""
        rows = [(self.change_id, position, table.name, *part) for position, part in enumerate(parts, start=self._parts)]
        if rows:
            self.connection.exec_driver_sql(_LOG, rows)
            self._parts += len(rows)
            self._touched[table.name].update(row[3] for row in rows)

    def mark_undone(self, change_id: int, *, undone: bool) -> None:
        self.connection.execute(update(changes).where(changes.c.id == change_id).values(is_undone=undone))

    def _edit(self, table: Table, before: Sequence[KeptRow], after: Sequence[KeptRow]) -> None:
        layout_of(table).update(self.connection, after)
        self.log(
            table,
            ((new["id"], new["version"], encode(old), encode(new)) for old, new in zip(before, after, strict=True)),
        )


def batches(items: Iterable[_T]) -> Iterator[list[_T]]:
    iterator = iter(items)
    while batch := list(islice(iterator, BATCH)):
        yield batch
