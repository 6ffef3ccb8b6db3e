"""Brings a file up to date, step by step, in one transaction, after putting a copy beside it.

The DDL is Alembic's; which step a file stands at is `PRAGMA user_version`, so Alembic's own table is not needed.
Alembic is imported here alone, since it takes 0.15 s and is needed only when there is something to migrate.
"""

import shutil
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import sqlcipher3.dbapi2 as sqlite
from alembic.migration import MigrationContext
from alembic.operations import Operations
from sqlalchemy import Connection, create_engine
from sqlalchemy.pool import NullPool

from clubhub.domain.errors import EnvironmentProblem
from clubhub.storage import migrations
from clubhub.storage.failures import translated
from clubhub.storage.search_index import create_triggers, drop_triggers
from clubhub.support.texts import _


def upgrade(path: Path, version: int) -> Path:
    """Lead the file at `path` from format `version` to the newest; returns the copy of the old one."""
    copy = _copy(path, version)
    engine = create_engine("sqlite://", module=sqlite, creator=lambda: _connect(path), poolclass=NullPool)
    with translated(path), engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA foreign_keys = OFF")  # batch mode rebuilds tables that others point at
        connection.exec_driver_sql("BEGIN IMMEDIATE")
        _run(connection, version, path)
        connection.exec_driver_sql("COMMIT")
    return copy


def _connect(path: Path) -> sqlite.Connection:
    return sqlite.connect(path, isolation_level=None)


def _run(connection: Connection, version: int, path: Path) -> None:
    """Rebuilt tables lose their triggers silently, so all are made again."""
    operations = Operations(MigrationContext.configure(connection))
    drop_triggers(connection)
    for number, module in _steps():
        if number > version:
            import_module(module).upgrade(operations)
            connection.exec_driver_sql(f"PRAGMA user_version = {number}")
    create_triggers(connection)
    if connection.exec_driver_sql("PRAGMA foreign_key_check").first():
        connection.exec_driver_sql("ROLLBACK")
        raise EnvironmentProblem(_("{path} could not be brought up to date and was left as it is.").format(path=path))


def _steps() -> list[tuple[int, str]]:
    """Number and full name of each step, in order."""
    names = [module.name for module in iter_modules(migrations.__path__) if module.name.startswith("m0")]
    return sorted((int(name[1:5]), f"{migrations.__name__}.{name}") for name in names)


def _copy(path: Path, version: int) -> Path:
    copy = path.with_name(f"{path.stem} (format {version}){path.suffix}")
    try:
        return Path(shutil.copy2(path, copy))
    except OSError as error:
        raise EnvironmentProblem(
            _("No copy of {path} could be made, so it was not brought up to date: {reason}.").format(
                path=path, reason=error.strerror
            )
        ) from error
