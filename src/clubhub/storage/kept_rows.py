"""Rows as the file keeps them: plain numbers and text.

The change log writes them down as JSON and undo puts them back as they are, so nothing is lost or rounded between.
The driver's own statements are used, since SQLAlchemy's work per row would be most of the time of a large import.
"""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from typing import Any

from sqlalchemy import Column, ColumnElement, Connection, Table, literal_column, select
from sqlalchemy.dialects import sqlite
from sqlalchemy.sql.schema import ScalarElementColumnDefault

KeptRow = dict[str, Any]
_DIALECT = sqlite.dialect()
_Crossing = Callable[[Any], Any] | None


class Layout:
    """The columns of one table in their order, and what crosses into them."""

    def __init__(self, table: Table) -> None:
        self.table = table
        self.names = tuple(column.name for column in table.columns)
        self._columns = [(column.name, _default(column), _crossing(column)) for column in table.columns]
        self._crossings = {name: crossing for name, _default, crossing in self._columns}
        listed = ", ".join(self.names)
        marks = ", ".join("?" * len(self.names))
        assigned = ", ".join(f"{name} = ?" for name in self.names)
        self._insert = f"INSERT INTO {table.name} ({listed}) VALUES ({marks})"  # noqa: S608  our own tables' names
        self._update = f"UPDATE {table.name} SET {assigned} WHERE id = ?"  # noqa: S608
        self._delete = f"DELETE FROM {table.name} WHERE id = ?"  # noqa: S608

    def kept(self, row: Mapping[str, Any]) -> KeptRow:
        """A whole row: what isn't given gets the column's default."""
        return {
            name: crossing(row.get(name, default)) if crossing is not None else row.get(name, default)
            for name, default, crossing in self._columns
        }

    def kept_values(self, values: Mapping[str, Any]) -> KeptRow:
        """Some of a row's values."""
        crossings = {name: self._crossings[name] for name in values}
        return {
            name: crossing(values[name]) if crossing is not None else values[name]
            for name, crossing in crossings.items()
        }

    def completed(self, row: KeptRow) -> KeptRow:
        """A row that an older format wrote down, with the columns that have come since and without those gone."""
        if row.keys() == self._crossings.keys():
            return row
        return {name: row.get(name, default) for name, default in self.kept({}).items()}

    def values(self, row: KeptRow) -> dict[str, Any]:
        """What the columns of a row mean that the change log wrote down."""
        found = self.completed(row)
        return {
            column.name: value if (cross := _back(column)) is None else cross(value)
            for column in self.table.columns
            for value in [found[column.name]]
        }

    def insert(self, connection: Connection, rows: Iterable[KeptRow]) -> None:
        if values := [tuple(row[name] for name in self.names) for row in rows]:
            connection.exec_driver_sql(self._insert, values)

    def update(self, connection: Connection, rows: Iterable[KeptRow]) -> None:
        """Write whole rows over those with their ids."""
        if values := [(*(row[name] for name in self.names), row["id"]) for row in rows]:
            connection.exec_driver_sql(self._update, values)

    def delete(self, connection: Connection, row_ids: Iterable[int]) -> None:
        if values := [(row_id,) for row_id in row_ids]:
            connection.exec_driver_sql(self._delete, values)

    def load(self, connection: Connection, row_ids: Sequence[int]) -> dict[int, KeptRow]:
        """Those of the rows that are there, by id."""
        columns: list[ColumnElement[Any]] = [literal_column(name).label(name) for name in self.names]
        query = select(*columns).select_from(self.table).where(self.table.c.id.in_(row_ids))
        return {row["id"]: dict(row) for row in connection.execute(query).mappings()}

    def versions(self, connection: Connection, row_ids: Sequence[int]) -> dict[int, int]:
        """The versions of those rows that are there, by id."""
        columns = self.table.c
        query = select(columns.id, columns.version).where(columns.id.in_(row_ids))
        return {row.id: row.version for row in connection.execute(query)}


@cache
def layout_of(table: Table) -> Layout:
    return Layout(table)


encode: Callable[[KeptRow], str] = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
"""A row as the change log writes it."""


def decode(text: str) -> KeptRow:
    row: KeptRow = json.loads(text)
    return row


def _default(column: Column[Any]) -> Any:  # noqa: ANN401  whatever the column holds
    return column.default.arg if isinstance(column.default, ScalarElementColumnDefault) else None


def _crossing(column: Column[Any]) -> _Crossing:
    return column.type.dialect_impl(_DIALECT).bind_processor(_DIALECT)


def _back(column: Column[Any]) -> _Crossing:
    return column.type.dialect_impl(_DIALECT).result_processor(_DIALECT, None)
