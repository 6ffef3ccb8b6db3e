"""Making and opening a club's file, and what is true for all of it."""

from pathlib import Path

from clubhub.domain.changes import Changes
from clubhub.domain.clubs import Club
from clubhub.domain.errors import InvalidInput
from clubhub.domain.wall_time import check_zone
from clubhub.storage import clubs, database, integrity
from clubhub.storage.database import Database
from clubhub.support.texts import _


def create_club(path: Path, club: Club, *, actor: str) -> Database:
    """Make a new file with one club in it; nothing is left behind if it can't be made.

    Raises InvalidInput for an empty name, an unknown zone or country, EnvironmentProblem if the path exists or can't be
    written.
    """
    _check(club)
    return database.create(path, club, actor=actor)


def open_club(path: Path, *, actor: str) -> Database:
    """Open a club's file; see storage.database.open_file for what is refused."""
    return database.open_file(path, actor=actor)


class ClubService:
    """The club's name, zone and state."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @property
    def path(self) -> Path:
        return self._database.path

    def club(self) -> Club:
        with self._database.read() as reader:
            return clubs.load_club(reader)

    def save(self, club: Club) -> Changes:
        """Raises InvalidInput for an empty name, an unknown zone or country, Conflict if it was changed meanwhile."""
        _check(club)
        with self._database.write(_("change the club's settings")) as work:
            clubs.save_club(work, club)
        return work.changes

    def find_damage(self) -> list[str]:
        """A sentence for each fault of the file; empty for a sound one."""
        return integrity.find_damage(self._database)


def _check(club: Club) -> None:
    from clubhub.formats.contacts import is_region

    if not club.name.strip():
        raise InvalidInput(_("The club needs a name. Nothing was changed."))
    check_zone(club.time_zone)
    if club.region and not is_region(club.region):
        raise InvalidInput(
            _("“{region}” is no country: give its two letters, such as FI. Nothing was changed.").format(
                region=club.region
            )
        )
