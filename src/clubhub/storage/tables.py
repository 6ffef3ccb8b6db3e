"""The tables of a club's file. Every table that people edit has an id made by the program and a version.

No ON DELETE CASCADE: it would bypass the change log. A change here needs a migration in storage/migrations.
"""

from types import MappingProxyType
from typing import Any

from sqlalchemy import BigInteger, Boolean, Column, Date, ForeignKey, Index, Integer, MetaData, String, Table
from sqlalchemy.types import TypeEngine

from clubhub.domain.club_rules import Company
from clubhub.domain.clubs import REST_MINUTES, SEASON_MONTH
from clubhub.domain.people import AgeBand, Channel, RoleWish
from clubhub.domain.polls import Mark, PollKind, Road, Shown
from clubhub.storage.types import EnumText, JsonMapping, JsonTuple, UtcDateTime, WallTime

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(column_0_label)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _edited(name: str, *columns: Column[Any] | Index) -> Table:
    """A table that people edit: an id, its own columns, a row version."""
    identity: Column[int] = Column("id", BigInteger, primary_key=True, autoincrement=False)
    version: Column[int] = Column("version", Integer, nullable=False, default=1)
    return Table(name, metadata, identity, *columns, version)


def _text(name: str) -> Column[str]:
    return Column(name, String, nullable=False, default="")


def _ref(name: str, target: str, *, optional: bool = False) -> Column[int]:
    return Column(name, BigInteger, ForeignKey(f"{target}.id"), nullable=optional, index=True)


def _required(name: str, kind: type[TypeEngine[Any]] | TypeEngine[Any]) -> Column[Any]:
    return Column(name, kind, nullable=False)


clubs = _edited(
    "clubs",
    _text("name"),
    _text("time_zone"),
    _text("region"),
    _text("language"),
    _text("web_address"),
    Column("rest_minutes", Integer, nullable=False, default=REST_MINUTES),
    Column("minors_need_adult", Boolean, nullable=False, default=True),
    Column("duty_minutes", Integer),
    Column("season_month", Integer, nullable=False, default=SEASON_MONTH),
)

households = _edited("households", _text("name"), Column("duty_minutes", Integer))
groups = _edited("groups", _text("name"))
skills = _edited("skills", _text("name"))
people = _edited(
    "people",
    _text("given_name"),
    _text("family_name"),
    Column("preferred_channel", EnumText(Channel)),
    Column("age_band", EnumText(AgeBand)),
    _text("language"),
    _ref("household_id", "households", optional=True),
    Column("is_guardian", Boolean, nullable=False, default=False),
    _text("note"),
    Column("max_minutes", Integer),
    Column("max_minutes_day", Integer),
    Column("min_rest", Integer),
)
person_emails = _edited(
    "person_emails", _ref("person_id", "people"), Column("position", Integer, nullable=False), _text("address")
)
person_phones = _edited(
    "person_phones", _ref("person_id", "people"), Column("position", Integer, nullable=False), _text("number")
)
person_skills = _edited(
    "person_skills", _ref("person_id", "people"), _ref("skill_id", "skills"), Column("expires_on", Date)
)
group_members = _edited("group_members", _ref("person_id", "people"), _ref("group_id", "groups"))
companions = _edited(
    "companions",
    _ref("one_id", "people"),
    _ref("other_id", "people"),
    _required("company", EnumText(Company)),
    Index("uq_companions_pair", "one_id", "other_id", unique=True),
)
ledger_entries = _edited(
    "ledger_entries",
    _ref("household_id", "households", optional=True),
    _ref("person_id", "people", optional=True),
    _required("done_on", Date),
    Column("minutes", Integer, nullable=False),
    _text("note"),
)

venues = _edited("venues", _text("name"))
travel = _edited(
    "travel",
    _ref("one_id", "venues"),
    _ref("other_id", "venues"),
    Column("minutes", Integer, nullable=False),
    Index("uq_travel_pair", "one_id", "other_id", unique=True),
)
roles = _edited(
    "roles",
    _text("name"),
    Column("minimum_age", EnumText(AgeBand)),
    _text("note"),
    _text("bring"),
    Column("priority", Integer, nullable=False, default=5),
    Column("wanted_skills", JsonTuple, nullable=False),
    Column("is_opt_in", Boolean, nullable=False, default=False),
)
role_skills = _edited("role_skills", _ref("role_id", "roles"), _ref("skill_id", "skills"))
person_roles = _edited(
    "person_roles", _ref("person_id", "people"), _ref("role_id", "roles"), _required("wish", EnumText(RoleWish))
)
events = _edited(
    "events",
    _text("name"),
    _required("starts_on", Date),
    _required("ends_on", Date),
    _text("time_zone"),
    _text("city"),
    Column("lanes", Integer),
    _ref("contact_id", "people", optional=True),
    Column("estimates", JsonTuple, nullable=False),
)
sessions = _edited(
    "sessions",
    _ref("event_id", "events"),
    Column("number", Integer, nullable=False),
    _text("name"),
    _required("starts", WallTime),
    _required("ends", WallTime),
    Column("warm_up", WallTime),
    Column("officials_meeting", WallTime),
    Column("ends_is_estimated", Boolean, nullable=False, default=False),
)
shifts = _edited(
    "shifts",
    _ref("event_id", "events"),
    _text("name"),
    _required("starts", WallTime),
    _required("ends", WallTime),
    _ref("session_id", "sessions", optional=True),
    _ref("venue_id", "venues", optional=True),
    _text("source_key"),
    Column("part", Integer, nullable=False, default=1),
)
needs = _edited(
    "needs",
    _ref("shift_id", "shifts"),
    _ref("role_id", "roles"),
    Column("min_count", Integer, nullable=False),
    Column("max_count", Integer, nullable=False),
    Column("is_per_lane", Boolean, nullable=False, default=False),
    Column("first_lane", Integer, nullable=False, default=1),
)
assignments = _edited(
    "assignments",
    _ref("need_id", "needs"),
    _ref("person_id", "people"),
    Column("place", Integer, nullable=False),
    Column("is_pinned", Boolean, nullable=False, default=False),
    _text("override"),
    Index("uq_assignments_place", "need_id", "place", unique=True),
    Index("uq_assignments_person", "need_id", "person_id", unique=True),
)
bans = _edited(
    "bans",
    _ref("person_id", "people"),
    _ref("need_id", "needs"),
    _text("note"),
    Index("uq_bans_place", "person_id", "need_id", unique=True),
)
publications = _edited(
    "publications",
    _ref("event_id", "events"),
    Column("number", Integer, nullable=False),
    _required("published_at", UtcDateTime),
    Column("shifts", JsonTuple, nullable=False),
    Column("places", JsonTuple, nullable=False),
)

polls = _edited(
    "polls",
    _text("name"),
    _ref("event_id", "events", optional=True),
    Column("closes_at", UtcDateTime),
    Column("kind", EnumText(PollKind), nullable=False, default=PollKind.MARKS),
    _text("note"),
    Column("words", JsonTuple, nullable=False, default=()),
    _text("audience"),
    Column("shown", EnumText(Shown), nullable=False, default=Shown.NAMES),
    _text("code"),
    _text("secret"),
)
options = _edited(
    "options",
    _ref("poll_id", "polls"),
    Column("position", Integer, nullable=False),
    _text("label"),
    Column("starts", WallTime),
    Column("ends", WallTime),
    Column("most", Integer),
)
answers = _edited(
    "answers",
    _ref("poll_id", "polls"),
    _ref("person_id", "people", optional=True),
    _text("guest_name"),
    Column("marks", JsonMapping, nullable=False),
    Column("ranking", JsonTuple, nullable=False, default=()),
    _text("said"),
    Column("yes_since", JsonMapping, nullable=False, default=MappingProxyType({})),
    Column("road", EnumText(Road), nullable=False, default=Road.TYPED),
    _text("comment"),
    _required("answered_at", UtcDateTime),
)
poll_needs = _edited(
    "poll_needs",
    _ref("poll_id", "polls"),
    _ref("person_id", "people", optional=True),
    _ref("group_id", "groups", optional=True),
    _ref("role_id", "roles", optional=True),
    Column("count", Integer, nullable=False),
)
decisions = _edited(
    "decisions",
    _ref("poll_id", "polls"),
    _ref("option_id", "options"),
    _text("reason"),
    _required("decided_at", UtcDateTime),
    Index("uq_decisions_poll", "poll_id", unique=True),
)
reminders = _edited(
    "reminders",
    _ref("poll_id", "polls"),
    _ref("person_id", "people"),
    _required("channel", EnumText(Channel)),
    _required("reminded_at", UtcDateTime),
)
usual_answers = _edited(
    "usual_answers",
    _ref("person_id", "people"),
    Column("weekday", Integer, nullable=False),
    Column("starts", Integer),
    Column("ends", Integer),
    _required("mark", EnumText(Mark)),
)
posts = _edited(
    "posts",
    _text("title"),
    _text("body"),
    _required("written_at", UtcDateTime),
    _text("audience"),
    _ref("event_id", "events", optional=True),
)

changes = Table(
    "changes",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("made_at", UtcDateTime, nullable=False),
    Column("actor", String, nullable=False),
    Column("title", String, nullable=False),
    Column("undoes", Integer, ForeignKey("changes.id")),
    Column("is_undone", Boolean, nullable=False, default=False),
)
"""The history: one row per piece of work, numbered in the order in which they were made."""

change_parts = Table(
    "change_parts",
    metadata,
    Column("change_id", Integer, ForeignKey("changes.id"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("table_name", String, nullable=False),
    Column("row_id", BigInteger, nullable=False),
    Column("version", Integer, nullable=False),
    Column("before", String),
    Column("after", String),
    Index("ix_change_parts_row", "row_id"),
)
"""One row per row that a change made (before is null), edited, or removed (after is null), both as JSON.

`version` is the row's version after the change (of the removed row, before it).
"""

EDITED_TABLES = {table.name: table for table in metadata.sorted_tables if table not in (changes, change_parts)}
"""The tables that the change log covers, in an order in which rows can be inserted."""
