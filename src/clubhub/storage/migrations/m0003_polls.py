"""Format 3: what polls ask besides marks, how answers came in, needs, decisions, reminders and usual answers.

Tables that get columns are built anew, so that the file is laid out like a new club's. Frozen like the steps before.
"""

from typing import Any

from alembic.operations import Operations
from sqlalchemy import BigInteger, Column, ForeignKey, Index, Integer, String
from sqlalchemy.types import TypeEngine


def upgrade(op: Operations) -> None:
    """Polls ask for marks, show names and go to everybody, as they did; answers count as typed in."""
    _add_filled(
        op,
        "polls",
        (Column("kind", String(32)), "marks"),
        (Column("note", String), ""),
        (Column("words", String), "[]"),
        (Column("audience", String), ""),
        (Column("shown", String(32)), "names"),
        (Column("code", String), ""),
        (Column("secret", String), ""),
    )
    _add(op, "options", "version", Column("most", Integer))
    _add_filled(
        op,
        "answers",
        (Column("ranking", String), "[]"),
        (Column("said", String), ""),
        (Column("yes_since", String), "{}"),
        (Column("road", String(32)), "typed"),
        before="comment",
    )
    _new_tables(op)


def _new_tables(op: Operations) -> None:
    _edited(
        op,
        "poll_needs",
        _ref("poll_id", "polls"),
        _ref("person_id", "people", optional=True),
        _ref("group_id", "groups", optional=True),
        _ref("role_id", "roles", optional=True),
        _required("count", Integer),
    )
    _edited(
        op,
        "decisions",
        _ref("poll_id", "polls"),
        _ref("option_id", "options"),
        _required("reason", String),
        _required("decided_at", String(32)),
        Index("uq_decisions_poll", "poll_id", unique=True),
    )
    _edited(
        op,
        "reminders",
        _ref("poll_id", "polls"),
        _ref("person_id", "people"),
        _required("channel", String(32)),
        _required("reminded_at", String(32)),
    )
    _edited(
        op,
        "usual_answers",
        _ref("person_id", "people"),
        _required("weekday", Integer),
        Column("starts", Integer),
        Column("ends", Integer),
        _required("mark", String(32)),
    )


def _add(op: Operations, table: str, before: str, *columns: Column[Any]) -> None:
    with op.batch_alter_table(table, recreate="always") as batch:
        for column in columns:
            batch.add_column(column, insert_before=before)


def _add_filled(op: Operations, table: str, *columns: tuple[Column[Any], str], before: str = "version") -> None:
    """Columns with the text that every row has at first."""
    _add(op, table, before, *(column for column, _value in columns))
    for column, value in columns:
        op.execute(f"UPDATE {table} SET {column.name} = '{value}'")  # noqa: S608  names and texts from this file alone
    with op.batch_alter_table(table, recreate="always") as batch:
        for column, _value in columns:
            batch.alter_column(column.name, existing_type=column.type, nullable=False)


def _edited(op: Operations, name: str, *columns: Column[Any] | Index) -> None:
    identity: Column[int] = Column("id", BigInteger, primary_key=True, autoincrement=False)
    op.create_table(name, identity, *columns, Column("version", Integer, nullable=False))


def _ref(name: str, target: str, *, optional: bool = False) -> Column[int]:
    return Column(name, BigInteger, ForeignKey(f"{target}.id"), nullable=optional, index=True)


def _required(name: str, kind: type[TypeEngine[Any]] | TypeEngine[Any]) -> Column[Any]:
    return Column(name, kind, nullable=False)
