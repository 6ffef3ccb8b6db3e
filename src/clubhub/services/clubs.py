"""Making and opening a club's file, and what is true for all of it."""

from dataclasses import replace
from pathlib import Path

from clubhub.domain.changes import Changes
from clubhub.domain.clubs import Club, whole_address
from clubhub.domain.errors import InvalidInput
from clubhub.domain.limits import MOST_MINUTES, check_rest
from clubhub.domain.wall_time import check_zone
from clubhub.services.files import make_folder, require_folder
from clubhub.storage import clubs, database, integrity
from clubhub.storage.database import Database
from clubhub.support.paths import CLUB_SUFFIX, default_club_folder
from clubhub.support.texts import _

_OTHER_DOCUMENTS = frozenset(
    f".{kind}"
    for kind in (
        *("doc", "docx", "odt", "rtf", "txt", "md", "pdf", "ppt", "pptx", "odp", "html", "htm"),
        *("xls", "xlsx", "ods", "csv", "tsv", "json", "xml", "toml", "ics", "vcf", "lef", "lxf"),
        *("zip", "jpg", "jpeg", "png", "gif"),
    )
)


def create_club(path: Path, club: Club, *, actor: str) -> Database:
    """Make a new file with one club in it; nothing is left behind if it can't be made.

    Its folder must be there; the one in which clubs are offered is made. A club without a country gets the one that its
    time zone is in. Raises InvalidInput for an empty name, an unknown zone, country or language, EnvironmentProblem if
    the path exists or can't be written.
    """
    from clubhub.formats.regions import region_of_zone

    checked = _checked(club)
    if not checked.region:
        checked = replace(checked, region=region_of_zone(checked.time_zone))
    if path.absolute().parent == default_club_folder().absolute():
        make_folder(path.parent, parents=True)
    require_folder(path.parent)
    return database.create(path, checked, actor=actor)


def club_path(written: Path) -> Path:
    """Where a new club is kept, from the root; the suffix is added to a name without one.

    Raises InvalidInput for the suffix of another kind of document: its program would open the club and damage it.
    """
    suffix = written.suffix.casefold()
    if suffix in _OTHER_DOCUMENTS:
        raise InvalidInput(
            _(
                "“{name}” would look like another kind of document. Call it {likely}, or leave the ending out. Nothing "
                "was made."
            ).format(name=written.name, likely=written.with_suffix(CLUB_SUFFIX).name)
        )
    return written.absolute() if suffix else written.with_name(f"{written.name}{CLUB_SUFFIX}").absolute()


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
        """Raises InvalidInput for what `create_club` refuses, Conflict if it was changed meanwhile."""
        with self._database.write(_("change the club's settings")) as work:
            clubs.save_club(work, _checked(club))
        return work.changes

    def find_damage(self) -> list[str]:
        """A sentence for each fault of the file; empty for a sound one."""
        return integrity.find_damage(self._database)


def _checked(club: Club) -> Club:
    """The club with its words in their usual form."""
    if not club.name.strip():
        raise InvalidInput(_("The club needs a name. Nothing was changed."))
    _check_rules(club)
    return replace(
        club,
        name=club.name.strip(),
        time_zone=check_zone(club.time_zone),
        region=_checked_region(club.region.strip()),
        language=_checked_language(club.language.strip()),
        web_address=whole_address(club.web_address.strip()),
    )


def _check_rules(club: Club) -> None:
    check_rest(club.rest_minutes)
    if not 0 <= (club.duty_minutes or 0) <= MOST_MINUTES:
        raise InvalidInput(_("A household's duty is a number of hours from 0 to 10,000. Nothing was changed."))
    if club.season_month not in range(1, 13):
        raise InvalidInput(_("The season begins in a month from 1 to 12. Nothing was changed."))


def _checked_region(written: str) -> str:
    from clubhub.formats.regions import is_region, region_meant

    if not written or is_region(written.upper()):
        return written.upper()
    guess = region_meant(written)
    if guess:
        sentence = _("“{region}” is not the two letters of a country. Did you mean {guess}? Nothing was changed.")
    else:
        sentence = _("“{region}” is not the two letters of a country, such as FI. Nothing was changed.")
    raise InvalidInput(sentence.format(region=written, guess=guess))


def _checked_language(written: str) -> str:
    from clubhub.formats.person_cells import language_tag
    from clubhub.formats.unreadable import Unreadable

    try:
        return language_tag(written)
    except Unreadable as error:
        raise InvalidInput(
            _("There is no language “{language}”. Give its letters, such as fi or sv-FI. Nothing was changed.").format(
                language=written
            )
        ) from error
