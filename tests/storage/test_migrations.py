"""From each format of the file to the newest: nothing is lost, a copy is kept, and a failure changes nothing."""

import re
import shutil
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as sqlite
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Column, String, text
from tests.conftest import CHECKOUT
from tests.storage.club_samples import Meet, add, everyone, history, indexed, person, redo, state, undo
from tests.storage.conftest import CLUB

from clubhub.domain.errors import EnvironmentProblem
from clubhub.storage import database, integrity, schema
from clubhub.storage.migrations import runner
from clubhub.storage.search_index import Hit, search
from clubhub.storage.tables import metadata

STORED = sorted((CHECKOUT / "tests" / "data" / "clubs").glob("v*.clubhub"))


def laid_out(path):
    """What the file is made of, without differences that mean nothing.

    White space; quotes, which SQLite puts round the name of a table built anew; the order of constraints, which
    Alembic's batch mode keeps in a set.
    """
    connection = sqlite.connect(path)
    rows = connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_master").fetchall()
    marks = [connection.execute(f"PRAGMA {name}").fetchone() for name in ("application_id", "user_version")]
    connection.close()
    words = {(kind, name, table): (sql or "").replace('"', "").split() for kind, name, table, sql in rows}
    return {
        key: sorted(re.split(r", (?=CONSTRAINT)", " ".join(value).removesuffix(" )"))) for key, value in words.items()
    }, marks


@pytest.fixture
def stepped(path):
    """An empty file, led through every step."""
    sqlite.connect(path).close()
    runner.upgrade(path)
    return path


def test_the_steps_lay_out_the_same_file_as_a_new_club_has(stepped, tmp_path):
    database.create(tmp_path / "new.clubhub", CLUB, actor="Tuva")
    made, marks = laid_out(tmp_path / "new.clubhub")
    migrated, same_marks = laid_out(stepped)
    assert migrated == made
    assert same_marks == marks


def test_the_steps_lay_out_what_the_tables_say(stepped):
    with database.Database(stepped, actor="Tuva").raw() as connection:
        context = MigrationContext.configure(connection, opts={"include_name": _not_the_index})
        assert compare_metadata(context, metadata) == []


def _not_the_index(name, kind, _parents):
    return not (kind == "table" and name.startswith("search_index"))


def nicknames(operations):
    """A step of an imagined next format, which makes the table of people anew."""
    with operations.batch_alter_table("people", recreate="always") as batch:
        batch.add_column(Column("nickname", String, nullable=False, server_default="-"))


NOW = schema.VERSION


@pytest.fixture
def next_format(monkeypatch):
    def lead_to(step):
        monkeypatch.setattr(schema, "VERSION", NOW + 1)
        monkeypatch.setattr(runner, "steps_after", lambda version: [(NOW + 1, step)] if version <= NOW else [])

    return lead_to


def test_an_older_club_is_brought_up_to_date_with_a_copy_beside_it(club, path, next_format):
    meet = Meet(club)
    meet.assign(club, meet.people[0], 1)
    before = state(club)
    next_format(nicknames)
    opened = database.open_file(path, actor="Tuva")
    assert state(opened) == before
    with opened.read() as reader:
        assert set(reader.connection.execute(text("SELECT nickname FROM people")).scalars()) == {"-"}
        assert reader.connection.execute(text("PRAGMA user_version")).scalar_one() == NOW + 1
    assert integrity.find_damage(opened) == []
    copy = path.with_name(f"kvarken (format {NOW}).clubhub")
    assert sorted(path.parent.iterdir()) == [copy, path]
    assert laid_out(copy)[1][1] == (NOW,)
    assert state(database.Database(copy, actor="Tuva")) == before


def test_search_undo_and_redo_work_on_in_a_club_brought_up_to_date(club, path, next_format):
    anna = person("Anna")
    add(club, anna)
    next_format(nicknames)
    opened = database.open_file(path, actor="Tuva")
    bo = person("Bo")
    add(opened, bo)
    with opened.read() as reader:
        assert search(reader, "bo") == [Hit("person", bo.id)]
    full = state(opened)
    undo(opened)
    undo(opened)
    assert everyone(opened) == []
    redo(opened)
    redo(opened)
    assert state(opened) == full
    held, wanted = indexed(opened)
    assert held == wanted


def test_a_club_is_brought_up_to_date_once(club, path, next_format):
    next_format(nicknames)
    database.open_file(path, actor="Tuva")
    database.open_file(path, actor="Tuva")
    assert runner.upgrade(path) is None
    assert len(list(path.parent.iterdir())) == 2
    assert history(club) == []


def test_an_earlier_copy_is_not_written_over(club, path, next_format):
    earlier = path.with_name(f"kvarken (format {NOW}).clubhub")
    earlier.write_text("an earlier copy")
    add(club, person())
    next_format(nicknames)
    database.open_file(path, actor="Tuva")
    assert earlier.read_text() == "an earlier copy"
    assert len(everyone(database.Database(path.with_name(f"kvarken (format {NOW}, 2).clubhub"), actor="Tuva"))) == 1


def test_a_step_that_fails_leaves_the_club_as_it_was_and_the_copy_there(club, path, next_format):
    add(club, person())
    before = path.read_bytes()

    def fail(operations):
        nicknames(operations)
        raise RuntimeError("half way")

    next_format(fail)
    with pytest.raises(RuntimeError, match="half way"):
        database.open_file(path, actor="Tuva")
    assert path.read_bytes() == before
    assert sorted(found.name for found in path.parent.iterdir()) == [
        f"kvarken (format {NOW}).clubhub",
        "kvarken.clubhub",
    ]


def test_a_step_that_breaks_a_reference_is_refused(club, path, next_format):
    meet = Meet(club)
    meet.assign(club, meet.people[0], 1)
    before = path.read_bytes()
    next_format(lambda operations: operations.execute("DELETE FROM people"))
    with pytest.raises(EnvironmentProblem, match="was left as it is"):
        database.open_file(path, actor="Tuva")
    assert path.read_bytes() == before


def test_an_older_club_that_may_not_be_written_is_refused(path, next_format):
    database.create(path, CLUB, actor="Tuva")
    next_format(nicknames)
    with pytest.raises(EnvironmentProblem, match="older ClubHub"):
        database.bring_up_to_date(path, read_only=True)


@pytest.mark.parametrize("stored", STORED, ids=lambda stored: stored.stem)
def test_a_club_of_every_released_format_opens_and_can_be_undone(stored, tmp_path):
    """Each was made by the release that brought the format, with `stored_club.py` beside this file."""
    opened = database.open_file(Path(shutil.copy(stored, tmp_path)), actor="Tuva")
    assert integrity.find_damage(opened) == []
    assert [value.name for value in everyone(opened)] == ["Anna Lind", "Bo Lind", "Cilla Lind", "Åsa Öberg"]
    full = state(opened)
    changes = [entry for entry in history(opened) if entry.undoes is None and not entry.is_undone]
    for _change in changes:
        undo(opened)
    assert everyone(opened) == []
    for _change in changes:
        redo(opened)
    assert state(opened) == full
    held, wanted = indexed(opened)
    assert held == wanted
