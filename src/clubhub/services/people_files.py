"""Bringing people in from a spreadsheet: read in a child process, then rehearsed or written as one piece of work."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from clubhub.domain.changes import Changes
from clubhub.domain.errors import InvalidInput, preview_is_old
from clubhub.domain.ids import PersonId
from clubhub.domain.people import Person
from clubhub.domain.person_drafts import PeopleSheet
from clubhub.domain.person_fields import PersonField
from clubhub.services import reading
from clubhub.services.club_facts import today_of
from clubhub.services.people_import import PeopleImporter
from clubhub.storage import clubs
from clubhub.storage.database import Database
from clubhub.support.texts import _, plural


@dataclass(frozen=True, slots=True, kw_only=True)
class PeopleImport:
    """What bringing people in did, or would do (`changes` is empty then). `sheet` says how the file was understood.

    `new` and `completed` are names in the file's and the club's order; `namesakes` are those of the new whose name
    somebody had already, with other contacts. `completes` are the ids of the completed and their versions before.
    """

    sheet: PeopleSheet
    new: tuple[str, ...]
    completed: tuple[str, ...]
    namesakes: tuple[str, ...]
    completes: frozenset[tuple[PersonId, int]]
    changes: Changes

    def does_the_same_as(self, other: "PeopleImport") -> bool:
        """Of two that were not done: whether they would add and complete the same people as they stand."""
        mine = (self.new, self.namesakes, self.completes)
        return mine == (other.new, other.namesakes, other.completes)

    @property
    def added(self) -> int:
        return len(self.new)

    @property
    def updated(self) -> int:
        return len(self.completed)

    @property
    def unchanged(self) -> int:
        return len(self.sheet.drafts) - self.added - self.updated


def read(
    database: Database,
    path: Path,
    chosen: Mapping[int, PersonField | None] | None,
    on_progress: Callable[[int, int], None] | None,
    should_stop: Callable[[], bool] | None,
) -> PeopleSheet:
    """The file's people as the club would understand them; see reading.read_people."""
    with database.read() as reader:
        club = clubs.load_club(reader)
    return reading.read_people(
        path,
        region=club.region,
        today=today_of(club),
        chosen=chosen,
        on_progress=on_progress,
        should_stop=should_stop,
    )


def bring_in(
    database: Database, sheet: PeopleSheet, *, dry_run: bool, seen: PeopleImport | None = None
) -> PeopleImport:
    """Write everybody of a sheet, or only count who would be new, completed or known.

    `seen` is the dry run that a person agreed to. Raises Conflict if something else would be done now.
    """
    title = plural("bring in {count} person", "bring in {count} people", len(sheet.drafts))
    with database.rehearse(title) if dry_run else database.write(title) as work:
        importer = PeopleImporter(work, sheet.drafts)
        importer.write()
        done = PeopleImport(
            sheet=sheet,
            new=_names(importer.new),
            completed=_names(importer.completed),
            namesakes=_names(importer.namesakes),
            completes=frozenset((person.id, person.version) for person in importer.completed),
            changes=Changes() if dry_run else work.changes,
        )
        if seen and not seen.does_the_same_as(done):
            raise preview_is_old()
    return done


def _names(people: Iterable[Person]) -> tuple[str, ...]:
    return tuple(person.name for person in people)


def refuse(sheet: PeopleSheet) -> None:
    if sheet.problems:
        raise InvalidInput(
            plural(
                "{count} row can't be taken in, so nobody was. Mend it in the file, then bring the file in again.",
                "{count} rows can't be taken in, so nobody was. Mend them in the file, then bring the file in again.",
                len({problem.row for problem in sheet.problems}),
            ),
            [problem.sentence for problem in sheet.problems],
        )
    if not sheet.drafts:
        raise InvalidInput(_("There are no people in the file, only headings. Nothing was changed."))
