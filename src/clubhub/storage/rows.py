"""Crossing between rows and frozen values whose fields have the columns' names."""

from dataclasses import fields
from typing import Any, TypeVar

from sqlalchemy import Select, Table

from clubhub.storage.unit_of_work import Reader

_V = TypeVar("_V")


def row_of(value: Any, table: Table) -> dict[str, Any]:  # noqa: ANN401  any of the domain's dataclasses
    """The fields of a value that its table has a column for."""
    return {field.name: getattr(value, field.name) for field in fields(value) if field.name in table.c}


def values(reader: Reader, kind: type[_V], query: Select[Any]) -> list[_V]:
    """Every row of the query as a value of `kind`."""
    return [kind(**row) for row in reader.rows(query)]
