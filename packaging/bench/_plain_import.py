"""The baseline of people_import.py: a plain script, `_plain_import.py CLUB CSV`, that knows nothing of ClubHub.

It reads the file with csv.reader and writes the rows that the import writes, and their change log, with executemany;
the search index is filled by the file's own triggers. It checks nothing, matches nobody and asks nobody.
"""

import csv
import json
import random
import sys
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from time import perf_counter
from typing import Any

import sqlcipher3.dbapi2 as sqlite

PRAGMAS = ("busy_timeout=3000", "foreign_keys=ON", "synchronous=FULL", "secure_delete=ON", "cache_size=-65536")
COLUMNS = {
    "households": ("id", "name", "version"),
    "groups": ("id", "name", "version"),
    "people": (
        *("id", "given_name", "family_name", "preferred_channel", "age_band", "language"),
        *("household_id", "is_guardian", "note", "version"),
    ),
    "person_emails": ("id", "person_id", "position", "address", "version"),
    "person_phones": ("id", "person_id", "position", "number", "version"),
    "group_members": ("id", "person_id", "group_id", "version"),
}


def main(club: Path, sheet: Path) -> None:
    begin = perf_counter()
    rows = read(sheet)
    connection = sqlite.connect(club, isolation_level=None)
    for pragma in PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")
    connection.execute("BEGIN IMMEDIATE")
    now = datetime.now(UTC).isoformat(timespec="microseconds")
    change = connection.execute(
        "INSERT INTO changes (made_at, actor, title, is_undone) VALUES (?, 'plain', 'import', 0)", (now,)
    ).lastrowid
    positions = count()
    for table, columns in COLUMNS.items():
        marks = ", ".join("?" * len(columns))
        connection.executemany(f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks})", rows[table])  # noqa: S608
        connection.executemany(
            "INSERT INTO change_parts (change_id, position, table_name, row_id, version, after) VALUES (?,?,?,?,?,?)",
            [
                (change, next(positions), table, row[0], 1, json.dumps(dict(zip(columns, row, strict=True))))
                for row in rows[table]
            ],
        )
    connection.execute("COMMIT")
    connection.close()
    print(perf_counter() - begin)


def read(sheet: Path) -> dict[str, list[tuple[Any, ...]]]:
    """The rows of every table."""
    rows: dict[str, list[tuple[Any, ...]]] = {table: [] for table in COLUMNS}
    ids: dict[tuple[str, str], int] = {}
    with sheet.open(encoding="utf-8", newline="") as file:
        lines = csv.reader(file)
        next(lines)
        for given, family, mail, phone, household, group in lines:
            for table, name in (("households", household), ("groups", group)):
                if (table, name) not in ids:
                    ids[table, name] = new_id()
                    rows[table].append((ids[table, name], name, 1))
            person = new_id()
            rows["people"].append((person, given, family, None, None, "", ids["households", household], 0, "", 1))
            rows["person_emails"].append((new_id(), person, 0, mail, 1))
            rows["person_phones"].append((new_id(), person, 0, phone, 1))
            rows["group_members"].append((new_id(), person, ids["groups", group], 1))
    return rows


def new_id() -> int:
    return random.getrandbits(62)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
