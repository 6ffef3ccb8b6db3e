"""The full-text index: kept by triggers in step with people, events, polls and posts.

FTS5 with diacritics folded, so that "oberg" finds "Öberg"; each source row has the index row of its own id.
"""

from collections.abc import Sequence
from typing import NamedTuple

from sqlalchemy import Connection, text

from clubhub.storage.unit_of_work import Reader


class _Source(NamedTuple):
    table: str
    kind: str
    owner: str
    title: tuple[str, ...]
    body: tuple[str, ...] = ()


_SOURCES = (
    _Source("people", "person", "id", ("given_name", "family_name"), ("note",)),
    _Source("person_emails", "person", "person_id", ("address",)),
    _Source("person_phones", "person", "person_id", ("number",)),
    _Source("events", "event", "id", ("name",), ("city",)),
    _Source("polls", "poll", "id", ("name",)),
    _Source("posts", "post", "id", ("title",), ("body",)),
)


class Hit(NamedTuple):
    kind: str
    id: int


def create_search_index(connection: Connection) -> None:
    """Make the index and its triggers; a migration that rebuilds a table must call `create_triggers` again."""
    connection.exec_driver_sql(
        "CREATE VIRTUAL TABLE search_index USING fts5(kind UNINDEXED, owner_id UNINDEXED, title, body,"
        " tokenize='unicode61 remove_diacritics 2', prefix='2 3')"
    )
    create_triggers(connection)


def create_triggers(connection: Connection) -> None:
    for source in _SOURCES:
        for statement in _trigger_statements(source):
            connection.exec_driver_sql(statement)


def drop_triggers(connection: Connection) -> None:
    for source in _SOURCES:
        for moment in ("added", "edited", "removed"):
            connection.exec_driver_sql(f"DROP TRIGGER IF EXISTS search_{source.table}_{moment}")


def _trigger_statements(source: _Source) -> Sequence[str]:
    def joined(columns: tuple[str, ...]) -> str:
        return " || ' ' || ".join(f"new.{column}" for column in columns) or "''"

    insert = (
        "INSERT INTO search_index (rowid, kind, owner_id, title, body) "  # noqa: S608  names from this file alone
        f"VALUES (new.id, '{source.kind}', new.{source.owner}, {joined(source.title)}, {joined(source.body)});"
    )
    delete = "DELETE FROM search_index WHERE rowid = old.id;"
    columns = ", ".join(source.title + source.body)
    name = f"search_{source.table}"
    return (
        f"CREATE TRIGGER {name}_added AFTER INSERT ON {source.table} BEGIN {insert} END",
        f"CREATE TRIGGER {name}_edited AFTER UPDATE OF {columns} ON {source.table} BEGIN {delete} {insert} END",
        f"CREATE TRIGGER {name}_removed AFTER DELETE ON {source.table} BEGIN {delete} END",
    )


def search(reader: Reader, words: str, *, limit: int = 50) -> list[Hit]:
    """Everything whose title or body holds all the words or their beginnings, best first, each thing once."""
    plain = words.replace("\0", " ").encode(errors="replace").decode()  # FTS5 stops at NUL, SQLite at half characters
    terms = " ".join('"' + word.replace('"', '""') + '"*' for word in plain.split())
    if not terms:
        return []
    query = (
        "SELECT kind, owner_id FROM search_index WHERE search_index MATCH :terms"
        " GROUP BY kind, owner_id ORDER BY min(rank) LIMIT :limit"
    )
    rows = reader.connection.execute(text(query), {"terms": terms, "limit": limit})
    return [Hit(kind, owner_id) for kind, owner_id in rows]
