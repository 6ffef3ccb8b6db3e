"""The file's format: its mark, its version, how a new one is laid out and an old one brought up to date."""

from pathlib import Path

from sqlalchemy import Connection

from clubhub.domain.errors import EnvironmentProblem
from clubhub.storage.search_index import create_search_index
from clubhub.storage.tables import metadata
from clubhub.support.texts import _

APPLICATION_ID = 0x436C4875
"""Marks a SQLite file as a club ("ClHu" in ASCII), see SQLite's `PRAGMA application_id`."""

VERSION = 3
"""The newest format, kept in `PRAGMA user_version`; migrations lead from each to the next."""


def create(connection: Connection) -> None:
    """Lay out a new, empty file, inside the caller's transaction."""
    metadata.create_all(connection)
    create_search_index(connection)
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.exec_driver_sql(f"PRAGMA user_version = {VERSION}")


def version_of(connection: Connection, path: Path) -> int:
    """The file's format. Raises EnvironmentProblem if it is no club, or newer than this program."""
    mark = connection.exec_driver_sql("PRAGMA application_id").scalar_one()
    version = int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())
    if mark != APPLICATION_ID or version < 1:
        raise EnvironmentProblem(_("{path} is not a ClubHub club. It was left as it is.").format(path=path))
    if version > VERSION:
        raise EnvironmentProblem(
            _("{path} was written by a newer ClubHub and was left as it is. Update ClubHub to open it.").format(
                path=path
            )
        )
    return version
