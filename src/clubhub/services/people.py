"""People: the list, and bringing them in from a spreadsheet."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from clubhub.domain.changes import Changes
from clubhub.domain.errors import InvalidInput
from clubhub.domain.ids import GroupId, HouseholdId, SkillId
from clubhub.domain.people import Group, Household, Person, Skill
from clubhub.domain.tables import first_of
from clubhub.storage import clubs, people
from clubhub.storage.database import Database
from clubhub.support.clock import utc_now
from clubhub.support.texts import _, plural

if TYPE_CHECKING:
    from clubhub.domain.person_drafts import PeopleSheet


@dataclass(frozen=True, slots=True, kw_only=True)
class PeopleDirectory:
    """Everybody, by family name, with what their ids stand for."""

    people: tuple[Person, ...]
    households: dict[HouseholdId, Household]
    groups: dict[GroupId, Group]
    skills: dict[SkillId, Skill]


@dataclass(frozen=True, slots=True, kw_only=True)
class PeopleImport:
    """What bringing people in did, or would do (`changes` is empty then). `sheet` says how the file was understood."""

    sheet: "PeopleSheet"
    added: int
    updated: int
    unchanged: int
    changes: Changes


class PeopleService:
    """The people of the club."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def directory(self) -> PeopleDirectory:
        with self._database.read() as reader:
            return PeopleDirectory(
                people=tuple(people.load_people(reader)),
                households={household.id: household for household in people.load_households(reader)},
                groups={group.id: group for group in people.load_groups(reader)},
                skills={skill.id: skill for skill in people.load_skills(reader)},
            )

    def import_file(
        self,
        path: Path,
        *,
        dry_run: bool = False,
        on_progress: Callable[[int, int], None] | None = None,
        should_stop: Callable[[], bool] | None = None,
    ) -> PeopleImport:
        """Bring in everybody of a spreadsheet, or nobody. One step of undo.

        Somebody who is in the club already (the same name, and no other mail or phone) is completed, not doubled.
        `on_progress` hears of rows read and rows in all. Raises InvalidInput with a reason for each bad row, and
        Cancelled when stopped while the file is read.
        """
        from clubhub.services import reading
        from clubhub.services.people_import import PeopleImporter

        with self._database.read() as reader:
            club = clubs.load_club(reader)
        today = utc_now().astimezone(ZoneInfo(club.time_zone)).date()
        sheet = reading.read_people(
            path, region=club.region, today=today, on_progress=on_progress, should_stop=should_stop
        )
        _refuse(sheet)
        title = plural("bring in {count} person", "bring in {count} people", len(sheet.drafts))
        with self._database.rehearse(title) if dry_run else self._database.write(title) as work:
            importer = PeopleImporter(work, sheet.drafts)
            importer.write()
        return PeopleImport(
            sheet=sheet,
            added=importer.added,
            updated=importer.updated,
            unchanged=len(sheet.drafts) - importer.added - importer.updated,
            changes=Changes() if dry_run else work.changes,
        )


def _refuse(sheet: "PeopleSheet") -> None:
    if sheet.problems:
        raise InvalidInput(
            plural(
                "{count} row can't be taken in, so nobody was. Mend it in the file, then bring the file in again.",
                "{count} rows can't be taken in, so nobody was. Mend them in the file, then bring the file in again.",
                len({problem.row for problem in sheet.problems}),
            ),
            first_of([problem.sentence for problem in sheet.problems]),
        )
    if not sheet.drafts:
        raise InvalidInput(_("There are no people in the file, only headings. Nothing was changed."))
