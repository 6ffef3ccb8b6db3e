"""How values that SQLite has no type for are kept: times as ISO text, enums by value, tuples as JSON.

This is the one place where wall-clock times and moments cross into the database and back.
"""

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import String
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator


class WallTime(TypeDecorator[datetime]):
    """A naive wall-clock time, kept as "2027-06-12T09:30"; seconds are not kept."""

    impl = String(16)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        if value is not None and value.tzinfo is not None:
            raise ValueError("a wall-clock time has no zone")
        return value.isoformat(timespec="minutes") if value is not None else None

    def process_result_value(self, value: str | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        return datetime.fromisoformat(value) if value is not None else None


class UtcDateTime(TypeDecorator[datetime]):
    """A moment: aware on both sides, kept in UTC with microseconds, so that text order is time order."""

    impl = String(32)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        if value is not None and value.tzinfo is None:
            raise ValueError("a moment needs a zone")
        return value.astimezone(UTC).isoformat(timespec="microseconds") if value is not None else None

    def process_result_value(self, value: str | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        return datetime.fromisoformat(value) if value is not None else None


class EnumText(TypeDecorator[StrEnum]):
    """An enum kept by its value."""

    impl = String(32)
    cache_ok = True

    def __init__(self, enum: type[StrEnum]) -> None:
        super().__init__()
        self.enum = enum

    def process_bind_param(self, value: StrEnum | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        return str(value) if value is not None else None

    def process_result_value(self, value: str | None, dialect: Dialect) -> StrEnum | None:  # noqa: ARG002
        return self.enum(value) if value is not None else None


class JsonTuple(TypeDecorator[tuple[Any, ...]]):
    """A tuple of plain values, or of tuples, kept as JSON text."""

    impl = String
    cache_ok = True

    def process_bind_param(self, value: tuple[Any, ...] | None, dialect: Dialect) -> str:  # noqa: ARG002
        return json.dumps(value or (), ensure_ascii=False)

    def process_result_value(self, value: str | None, dialect: Dialect) -> tuple[Any, ...]:  # noqa: ARG002
        return tuple(tuple(item) if isinstance(item, list) else item for item in json.loads(value or "[]"))


class JsonMapping(TypeDecorator[Mapping[str, Any]]):
    """A mapping from text to plain values, kept as JSON text."""

    impl = String
    cache_ok = True

    def process_bind_param(self, value: Mapping[str, Any] | None, dialect: Dialect) -> str:  # noqa: ARG002
        return json.dumps(dict(value or {}), ensure_ascii=False)

    def process_result_value(self, value: str | None, dialect: Dialect) -> Mapping[str, Any]:  # noqa: ARG002
        return dict(json.loads(value or "{}"))
