"""One club's file: opens it, checks that it is one, and hands out read and write transactions.

SQLite comes from sqlcipher3, whose build is newer than the range with the WAL-reset bug (3.7.0 to 3.51.2).
journal_mode=DELETE keeps the club in one file that also opens read-only or from a synchronised folder.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

import sqlcipher3.dbapi2 as sqlite
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import NullPool

from clubhub.domain.clubs import Club
from clubhub.domain.errors import EnvironmentProblem
from clubhub.storage import schema
from clubhub.storage.clubs import insert_club
from clubhub.storage.failures import translated
from clubhub.storage.unit_of_work import Reader, UnitOfWork
from clubhub.support.texts import _

BUSY_TIMEOUT_MS = 3000
_PRAGMAS = ("foreign_keys=ON", "synchronous=FULL", "secure_delete=ON", "cache_size=-65536")
"""64 MB of cache: ids are random, so a large import touches pages all over the file."""


class Database:
    """A club's file. Each transaction has its own connection; closing needs nothing (NullPool)."""

    def __init__(self, path: Path, *, actor: str, read_only: bool = False) -> None:
        self.path = path
        self.read_only = read_only
        self._actor = actor
        self._engine = _engine(path, read_only=read_only)

    @contextmanager
    def read(self) -> Iterator[Reader]:
        """A read transaction: everything in it sees one state of the file."""
        with translated(self.path), self._engine.connect() as connection, connection.begin():
            yield Reader(connection)

    @contextmanager
    def write(self, title: str) -> Iterator[UnitOfWork]:
        """One piece of work under one name in the history: all of it is kept, or none.

        Raises EnvironmentProblem if the file can't be written or another program holds it.
        """
        with translated(self.path), self._engine.connect() as plain:
            connection = plain.execution_options(begin="BEGIN IMMEDIATE")
            with connection.begin():
                work = UnitOfWork(connection, actor=self._actor, title=title)
                yield work
                work.finish()

    @contextmanager
    def rehearse(self, title: str) -> Iterator[UnitOfWork]:
        """A piece of work that is dropped at its end: a dry run of the very code that would write."""
        with translated(self.path), self._engine.connect() as plain:
            connection = plain.execution_options(begin="BEGIN IMMEDIATE")
            with connection.begin() as transaction:
                yield UnitOfWork(connection, actor=self._actor, title=title)
                transaction.rollback()

    @contextmanager
    def raw(self) -> Iterator[Connection]:
        """A connection outside of the change log, for schema work and checks."""
        with translated(self.path), self._engine.connect() as connection:
            yield connection


def create(path: Path, club: Club, *, actor: str) -> Database:
    """Make the file of a new club, readable by its owner alone; its making is not in the history, to be undone.

    Raises EnvironmentProblem if the path exists or can't be written.
    """
    _reserve(path)
    try:
        database = Database(path, actor=actor)
        with database.raw() as connection, connection.begin():
            schema.create(connection)
            insert_club(connection, club)
    except BaseException:
        path.unlink(missing_ok=True)
        path.with_name(f"{path.name}-journal").unlink(missing_ok=True)
        raise
    return database


def _reserve(path: Path) -> None:
    """Make the file, empty, where nothing is yet."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if os.path.lexists(path):
            raise EnvironmentProblem(
                _("{path} exists already and was left as it is. Choose another name.").format(path=path)
            )
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    except OSError as error:
        raise EnvironmentProblem(
            _("{path} can't be made: {reason}. Nothing was changed.").format(path=path, reason=error.strerror)
        ) from error


def open_file(path: Path, *, actor: str) -> Database:
    """Open a club's file; a file that can't be written is opened for reading.

    Raises EnvironmentProblem for a missing file, one that is no club, or one from a newer version; the file is left
    untouched. A file from an older version is copied beside itself and then brought up to date.
    """
    if not _is_file(path):
        raise EnvironmentProblem(
            _("There is no club in {path}. Check the name, or make one with “new”.").format(path=path)
        )
    read_only = not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK))
    database = Database(path, actor=actor, read_only=read_only)
    with database.raw() as connection:
        version = schema.version_of(connection, path)
    if version < schema.VERSION:
        bring_up_to_date(path, read_only=read_only)
    return database


def bring_up_to_date(path: Path, *, read_only: bool) -> None:
    """Lead a file of an older format to the newest, after putting a copy beside it."""
    if read_only:
        raise EnvironmentProblem(
            _("{path} is from an older ClubHub and can't be brought up to date: it is read-only.").format(path=path)
        )
    from clubhub.storage.migrations.runner import upgrade

    upgrade(path)


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError as error:  # a folder that may not be looked into, a name too long
        raise EnvironmentProblem(
            _("{path} can't be opened: {reason}.").format(path=path, reason=error.strerror)
        ) from error


def _engine(path: Path, *, read_only: bool) -> Engine:
    uri = f"file:{quote(os.fsencode(path.resolve()))}?mode={'ro' if read_only else 'rw'}"

    def connect() -> Any:  # noqa: ANN401  the driver's connection has no types
        connection = sqlite.connect(
            uri, uri=True, isolation_level=None, check_same_thread=False, timeout=BUSY_TIMEOUT_MS / 1000
        )
        for pragma in _PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")
        return connection

    engine = create_engine("sqlite://", module=sqlite, creator=connect, poolclass=NullPool)
    event.listen(engine, "begin", _begin)
    return engine


def _begin(connection: Connection) -> None:
    """BEGIN is ours: the driver's own would leave DDL outside of the transaction."""
    connection.exec_driver_sql(connection.get_execution_options().get("begin", "BEGIN"))
