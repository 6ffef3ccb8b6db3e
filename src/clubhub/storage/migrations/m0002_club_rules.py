"""Format 2: the club's rules for rosters, people's limits and wishes, and the ledger.

Tables that get columns are built anew, so that the file is laid out like a new club's. Frozen like the steps before.
"""

from typing import Any

from alembic.operations import Operations
from sqlalchemy import BigInteger, Boolean, Column, Date, ForeignKey, Index, Integer, String
from sqlalchemy.types import TypeEngine


def upgrade(op: Operations) -> None:
    """Every club begins with 8 hours of rest, adults for minors, seasons from August, and no duty."""
    _add_filled(
        op,
        "clubs",
        (Column("rest_minutes", Integer), 480),
        (Column("minors_need_adult", Boolean), 1),
        (Column("duty_minutes", Integer), None),
        (Column("season_month", Integer), 8),
    )
    _add_filled(op, "roles", (Column("is_opt_in", Boolean), 0))
    _add(op, "households", Column("duty_minutes", Integer))
    _add(op, "people", *(Column(name, Integer) for name in ("max_minutes", "max_minutes_day", "min_rest")))
    _new_tables(op)


def _new_tables(op: Operations) -> None:
    _edited(
        op,
        "companions",
        _ref("one_id", "people"),
        _ref("other_id", "people"),
        _required("company", String(32)),
        Index("uq_companions_pair", "one_id", "other_id", unique=True),
    )
    _edited(
        op,
        "ledger_entries",
        _ref("household_id", "households", optional=True),
        _ref("person_id", "people", optional=True),
        _required("done_on", Date),
        _required("minutes", Integer),
        _required("note", String),
    )
    _edited(
        op,
        "travel",
        _ref("one_id", "venues"),
        _ref("other_id", "venues"),
        _required("minutes", Integer),
        Index("uq_travel_pair", "one_id", "other_id", unique=True),
    )
    _edited(op, "person_roles", _ref("person_id", "people"), _ref("role_id", "roles"), _required("wish", String(32)))
    _edited(
        op,
        "bans",
        _ref("person_id", "people"),
        _ref("need_id", "needs"),
        _required("note", String),
        Index("uq_bans_place", "person_id", "need_id", unique=True),
    )


def _add(op: Operations, table: str, *columns: Column[Any]) -> None:
    """Columns that may be empty, before the version."""
    with op.batch_alter_table(table, recreate="always") as batch:
        for column in columns:
            batch.add_column(column, insert_before="version")


def _add_filled(op: Operations, table: str, *columns: tuple[Column[Any], int | None]) -> None:
    """Columns with the value that every row has at first; None: they may stay empty."""
    _add(op, table, *(column for column, _value in columns))
    filled = [(column, value) for column, value in columns if value is not None]
    for column, value in filled:
        op.execute(f"UPDATE {table} SET {column.name} = {value}")  # noqa: S608  names and numbers from this file alone
    with op.batch_alter_table(table, recreate="always") as batch:
        for column, _value in filled:
            batch.alter_column(column.name, existing_type=column.type, nullable=False)


def _edited(op: Operations, name: str, *columns: Column[Any] | Index) -> None:
    identity: Column[int] = Column("id", BigInteger, primary_key=True, autoincrement=False)
    op.create_table(name, identity, *columns, Column("version", Integer, nullable=False))


def _ref(name: str, target: str, *, optional: bool = False) -> Column[int]:
    return Column(name, BigInteger, ForeignKey(f"{target}.id"), nullable=optional, index=True)


def _required(name: str, kind: type[TypeEngine[Any]] | TypeEngine[Any]) -> Column[Any]:
    return Column(name, kind, nullable=False)
