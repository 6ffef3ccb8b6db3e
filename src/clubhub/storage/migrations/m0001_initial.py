"""Format 1: the file as the first release lays it out. Frozen: later formats are steps of their own.

Types are written as SQLite keeps them: 16 characters are a wall time, 32 a moment or an enum's value.
"""

from typing import Any

from alembic.operations import Operations
from sqlalchemy import BigInteger, Boolean, Column, Date, ForeignKey, Index, Integer, String
from sqlalchemy.types import TypeEngine


def upgrade(op: Operations) -> None:
    """Lay out an empty file."""
    _club_and_people(op)
    _events(op)
    _rosters(op)
    _polls_and_posts(op)
    _history(op)
    op.execute(
        "CREATE VIRTUAL TABLE search_index USING fts5(kind UNINDEXED, owner_id UNINDEXED, title, body,"
        " tokenize='unicode61 remove_diacritics 2', prefix='2 3')"
    )
    op.execute("PRAGMA application_id = 1131169909")


def _club_and_people(op: Operations) -> None:
    _edited(op, "clubs", _text("name"), _text("time_zone"), _text("region"), _text("language"), _text("web_address"))
    _edited(op, "households", _text("name"))
    _edited(op, "groups", _text("name"))
    _edited(op, "skills", _text("name"))
    _edited(
        op,
        "people",
        _text("given_name"),
        _text("family_name"),
        Column("preferred_channel", String(32)),
        Column("age_band", String(32)),
        _text("language"),
        _ref("household_id", "households", optional=True),
        Column("is_guardian", Boolean, nullable=False),
        _text("note"),
    )
    _edited(
        op, "person_emails", _ref("person_id", "people"), Column("position", Integer, nullable=False), _text("address")
    )
    _edited(
        op, "person_phones", _ref("person_id", "people"), Column("position", Integer, nullable=False), _text("number")
    )
    _edited(op, "person_skills", _ref("person_id", "people"), _ref("skill_id", "skills"), Column("expires_on", Date))
    _edited(op, "group_members", _ref("person_id", "people"), _ref("group_id", "groups"))


def _events(op: Operations) -> None:
    _edited(op, "venues", _text("name"))
    _edited(
        op,
        "roles",
        _text("name"),
        Column("minimum_age", String(32)),
        _text("note"),
        _text("bring"),
        Column("priority", Integer, nullable=False),
        Column("wanted_skills", String, nullable=False),
    )
    _edited(op, "role_skills", _ref("role_id", "roles"), _ref("skill_id", "skills"))
    _edited(
        op,
        "events",
        _text("name"),
        _required("starts_on", Date),
        _required("ends_on", Date),
        _text("time_zone"),
        _text("city"),
        Column("lanes", Integer),
        _ref("contact_id", "people", optional=True),
        Column("estimates", String, nullable=False),
    )
    _edited(
        op,
        "sessions",
        _ref("event_id", "events"),
        Column("number", Integer, nullable=False),
        _text("name"),
        _required("starts", String(16)),
        _required("ends", String(16)),
        Column("warm_up", String(16)),
        Column("officials_meeting", String(16)),
        Column("ends_is_estimated", Boolean, nullable=False),
    )


def _rosters(op: Operations) -> None:
    _edited(
        op,
        "shifts",
        _ref("event_id", "events"),
        _text("name"),
        _required("starts", String(16)),
        _required("ends", String(16)),
        _ref("session_id", "sessions", optional=True),
        _ref("venue_id", "venues", optional=True),
        _text("source_key"),
        Column("part", Integer, nullable=False),
    )
    _edited(
        op,
        "needs",
        _ref("shift_id", "shifts"),
        _ref("role_id", "roles"),
        Column("min_count", Integer, nullable=False),
        Column("max_count", Integer, nullable=False),
        Column("is_per_lane", Boolean, nullable=False),
        Column("first_lane", Integer, nullable=False),
    )
    _edited(
        op,
        "assignments",
        _ref("need_id", "needs"),
        _ref("person_id", "people"),
        Column("place", Integer, nullable=False),
        Column("is_pinned", Boolean, nullable=False),
        _text("override"),
        Index("uq_assignments_place", "need_id", "place", unique=True),
        Index("uq_assignments_person", "need_id", "person_id", unique=True),
    )
    _edited(
        op,
        "publications",
        _ref("event_id", "events"),
        Column("number", Integer, nullable=False),
        _required("published_at", String(32)),
        Column("shifts", String, nullable=False),
        Column("places", String, nullable=False),
    )


def _polls_and_posts(op: Operations) -> None:
    _edited(op, "polls", _text("name"), _ref("event_id", "events", optional=True), Column("closes_at", String(32)))
    _edited(
        op,
        "options",
        _ref("poll_id", "polls"),
        Column("position", Integer, nullable=False),
        _text("label"),
        Column("starts", String(16)),
        Column("ends", String(16)),
    )
    _edited(
        op,
        "answers",
        _ref("poll_id", "polls"),
        _ref("person_id", "people", optional=True),
        _text("guest_name"),
        Column("marks", String, nullable=False),
        _text("comment"),
        _required("answered_at", String(32)),
    )
    _edited(
        op,
        "posts",
        _text("title"),
        _text("body"),
        _required("written_at", String(32)),
        _text("audience"),
        _ref("event_id", "events", optional=True),
    )


def _history(op: Operations) -> None:
    op.create_table(
        "changes",
        Column("id", Integer, primary_key=True),
        Column("made_at", String(32), nullable=False),
        Column("actor", String, nullable=False),
        Column("title", String, nullable=False),
        Column("undoes", Integer, ForeignKey("changes.id")),
        Column("is_undone", Boolean, nullable=False),
    )
    op.create_table(
        "change_parts",
        Column("change_id", Integer, ForeignKey("changes.id"), primary_key=True),
        Column("position", Integer, primary_key=True),
        Column("table_name", String, nullable=False),
        Column("row_id", BigInteger, nullable=False),
        Column("version", Integer, nullable=False),
        Column("before", String),
        Column("after", String),
        Index("ix_change_parts_row", "row_id"),
    )


def _edited(op: Operations, name: str, *columns: Column[Any] | Index) -> None:
    identity: Column[int] = Column("id", BigInteger, primary_key=True, autoincrement=False)
    op.create_table(name, identity, *columns, Column("version", Integer, nullable=False))


def _text(name: str) -> Column[str]:
    return Column(name, String, nullable=False)


def _ref(name: str, target: str, *, optional: bool = False) -> Column[int]:
    return Column(name, BigInteger, ForeignKey(f"{target}.id"), nullable=optional, index=True)


def _required(name: str, kind: type[TypeEngine[Any]] | TypeEngine[Any]) -> Column[Any]:
    return Column(name, kind, nullable=False)
