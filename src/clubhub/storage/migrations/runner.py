"""Brings a file up to date, step by step, in one transaction, after putting a copy beside it.

The DDL is Alembic's; which step a file stands at is `PRAGMA user_version`, so Alembic's own table is not needed.
Alembic is imported here alone, since it takes 0.15 s and is needed only when there is something to migrate.
"""

import os
from collections.abc import Callable, Iterator
from importlib import import_module
from itertools import count
from pathlib import Path
from pkgutil import iter_modules

import sqlcipher3.dbapi2 as sqlite
from alembic.migration import MigrationContext
from alembic.operations import Operations
from sqlalchemy import Connection, create_engine
from sqlalchemy.pool import NullPool

from clubhub.domain.errors import EnvironmentProblem
from clubhub.storage import migrations, schema
from clubhub.storage.failures import translated
from clubhub.storage.search_index import create_triggers, drop_triggers
from clubhub.storage.tables import metadata
from clubhub.support.texts import _

Step = Callable[[Operations], None]


def upgrade(path: Path) -> Path | None:
    """Lead the file at `path` to the newest format; returns the copy of the old one.

    None if the file is up to date: another program may have been quicker. If a step fails the file is as it was.
    """
    engine = create_engine("sqlite://", module=sqlite, creator=lambda: _connect(path), poolclass=NullPool)
    with translated(path), engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA foreign_keys = OFF")  # batch mode rebuilds tables that others point at
        connection.exec_driver_sql("BEGIN IMMEDIATE")
        version = int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())
        if version >= schema.VERSION:
            return None
        copy = _copy(path, version)
        _run(connection, version, path)
        connection.exec_driver_sql("COMMIT")
    return copy


def steps_after(version: int) -> list[tuple[int, Step]]:
    """The number of each step and what it does, in order; its module is m<number>_<what>."""
    names = sorted(module.name for module in iter_modules(migrations.__path__) if module.name.startswith("m0"))
    return [
        (int(name[1:5]), import_module(f"{migrations.__name__}.{name}").upgrade)
        for name in names
        if int(name[1:5]) > version
    ]


def _connect(path: Path) -> sqlite.Connection:
    return sqlite.connect(path, isolation_level=None)


def _run(connection: Connection, version: int, path: Path) -> None:
    """Rebuilt tables lose their triggers silently, so all are made again."""
    context = MigrationContext.configure(connection, opts={"target_metadata": metadata})  # for the names of keys
    drop_triggers(connection)
    for number, step in steps_after(version):
        step(Operations(context))
        connection.exec_driver_sql(f"PRAGMA user_version = {number}")
    create_triggers(connection)
    if connection.exec_driver_sql("PRAGMA foreign_key_check").first():
        raise EnvironmentProblem(_("{path} could not be brought up to date and was left as it is.").format(path=path))


def _copy(path: Path, version: int) -> Path:
    """A copy made by SQLite: reading the file ourselves would drop the locks that we hold on it (howtocorrupt, 2.2)."""
    copy = next(name for name in _copy_names(path, version) if not name.exists())
    try:
        os.close(os.open(copy, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    except OSError as error:
        raise EnvironmentProblem(
            _("No copy of {path} could be made, so it was not brought up to date: {reason}.").format(
                path=path, reason=error.strerror
            )
        ) from error
    source, target = _connect(path), _connect(copy)
    try:
        source.backup(target)
    except BaseException:
        target.close()
        copy.unlink()
        raise
    finally:
        source.close()
        target.close()
    return copy


def _copy_names(path: Path, version: int) -> Iterator[Path]:
    yield path.with_name(f"{path.stem} (format {version}){path.suffix}")
    for number in count(2):
        yield path.with_name(f"{path.stem} (format {version}, {number}){path.suffix}")
