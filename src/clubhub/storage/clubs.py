"""The club's own row."""

from sqlalchemy import Connection, insert, select

from clubhub.domain.clubs import Club
from clubhub.domain.ids import new_id
from clubhub.storage.rows import row_of
from clubhub.storage.tables import clubs
from clubhub.storage.unit_of_work import Reader, UnitOfWork


def insert_club(connection: Connection, club: Club) -> None:
    """Write the one row of a new file, outside of the change log: without it the file would be no club."""
    connection.execute(insert(clubs).values(id=new_id(), **row_of(club, clubs)))


def load_club(reader: Reader) -> Club:
    row = dict(reader.rows(select(clubs))[0])
    del row["id"]
    return Club(**row)


def save_club(work: UnitOfWork, club: Club) -> None:
    """Raises Conflict if the club was changed since `club.version`."""
    row_id = work.rows(select(clubs.c.id))[0]["id"]
    values = row_of(club, clubs)
    version = values.pop("version")
    work.update(clubs, row_id, values, expected_version=version)
