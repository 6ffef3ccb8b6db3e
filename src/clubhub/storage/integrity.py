"""Is the file sound? SQLite's own checks, and a few of ours."""

from clubhub.storage.database import Database
from clubhub.support.texts import _


def find_damage(database: Database) -> list[str]:
    """A sentence for each fault; empty for a sound file."""
    with database.raw() as connection, connection.begin():
        damage = [
            _("The file is damaged: {what}").format(what=row[0])
            for row in connection.exec_driver_sql("PRAGMA integrity_check")
            if row[0] != "ok"
        ]
        damage += [
            _("A row of “{table}” points at one of “{target}” that is not there.").format(table=row[0], target=row[2])
            for row in connection.exec_driver_sql("PRAGMA foreign_key_check")
        ]
    return damage
