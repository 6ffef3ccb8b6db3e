"""People: the list, changes by hand, and bringing them in from a spreadsheet."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from clubhub.domain.changes import Changes
from clubhub.domain.errors import InvalidInput
from clubhub.domain.events import Role
from clubhub.domain.ids import GroupId, HouseholdId, PersonId, RoleId, SkillId
from clubhub.domain.people import Group, Household, Person, Skill
from clubhub.formats.name_order import by_family_name
from clubhub.services.catalogue import Catalogue
from clubhub.services.club_facts import today_of
from clubhub.storage import clubs, events, people, people_bulk
from clubhub.storage.database import Database
from clubhub.storage.unit_of_work import Reader
from clubhub.support.texts import _, plural

if TYPE_CHECKING:
    from clubhub.domain.person_drafts import PersonDraft
    from clubhub.domain.person_fields import PersonField
    from clubhub.services.people_edits import PersonSaved
    from clubhub.services.people_files import PeopleImport
    from clubhub.services.person_details import PersonDetail


@dataclass(frozen=True, slots=True, kw_only=True)
class PeopleDirectory:
    """Everybody, by family name in the club's alphabet, with what their ids stand for."""

    people: tuple[Person, ...]
    households: dict[HouseholdId, Household]
    groups: dict[GroupId, Group]
    skills: dict[SkillId, Skill]
    roles: dict[RoleId, Role] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class PeopleOverview:
    """Everybody; `today` in the club's zone; `duty_ends` is when each one's last shift ends (wall-clock time)."""

    directory: PeopleDirectory
    today: date
    duty_ends: Mapping[PersonId, datetime]


class PeopleService:
    """The people of the club."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def directory(self) -> PeopleDirectory:
        with self._database.read() as reader:
            return _load_directory(reader)

    def overview(self) -> PeopleOverview:
        """What the list of people shows, in one state of the file."""
        with self._database.read() as reader:
            return PeopleOverview(
                directory=_load_directory(reader),
                today=today_of(clubs.load_club(reader)),
                duty_ends=people_bulk.duty_ends(reader),
            )

    def detail(self, person_id: PersonId) -> "PersonDetail":
        """One person with household and duties. Raises NotFound if the person has been removed."""
        from clubhub.services.person_details import load_detail

        with self._database.read() as reader:
            return load_detail(reader, person_id)

    def add(self, draft: "PersonDraft") -> "PersonSaved":
        """Add somebody as typed; households, groups and skills that are new are made. Raises InvalidInput."""
        from clubhub.services import people_edits

        with self._database.write("") as work:
            person = people_edits.add(work, draft)
        return people_edits.PersonSaved(person=person, changes=work.changes)

    def save(self, person_id: PersonId, draft: "PersonDraft", *, version: int) -> "PersonSaved":
        """Write a person as typed, instead of the `version` that was shown; households left empty go.

        Raises InvalidInput for what can't be kept, Conflict if the person was changed meanwhile, NotFound if removed.
        """
        from clubhub.services import people_edits

        with self._database.write("") as work:
            people_edits.save(work, person_id, draft, version=version)
            saved = people.load_people(work, [person_id])[0]
        return people_edits.PersonSaved(person=saved, changes=work.changes)

    def remove(self, person_ids: Collection[PersonId]) -> Changes:
        """Take people out of the club with their places and answers. One step of undo."""
        from clubhub.services import people_edits

        with self._database.write("") as work:
            people_edits.remove(work, person_ids)
        return work.changes

    def add_to_group(self, person_ids: Collection[PersonId], group: str) -> Changes:
        """Put people into the group of that name, made if it is new. One step of undo. Raises InvalidInput."""
        name = _needed(group, _("Name the group first."))
        with self._database.write("") as work:
            count = people_bulk.add_members(work, Catalogue(work).groups([name])[name], person_ids)
            work.title = plural("add {count} person to {group}", "add {count} people to {group}", count, group=name)
        return work.changes

    def remove_from_group(self, person_ids: Collection[PersonId], group_id: GroupId) -> Changes:
        """Take people out of a group, which stays. One step of undo."""
        with self._database.write("") as work:
            name = next((group.name for group in people.load_groups(work) if group.id == group_id), "")
            count = people_bulk.remove_members(work, group_id, person_ids)
            work.title = plural(
                "take {count} person out of {group}", "take {count} people out of {group}", count, group=name
            )
        return work.changes

    def give_skill(self, person_ids: Collection[PersonId], skill: str, expires_on: date | None) -> Changes:
        """Give people a skill, made if it is new, to the end of that day (None: for good), instead of an earlier end.

        One step of undo. Raises InvalidInput without a name.
        """
        name = _needed(skill, _("Name the skill first."))
        with self._database.write("") as work:
            count = people_bulk.grant_skill(work, Catalogue(work).skills([name])[name], expires_on, person_ids)
            work.title = plural("give {skill} to {count} person", "give {skill} to {count} people", count, skill=name)
        return work.changes

    def preview_file(
        self,
        path: Path,
        *,
        chosen: "Mapping[int, PersonField | None]",
        on_progress: Callable[[int, int], None] | None = None,
        should_stop: Callable[[], bool] | None = None,
    ) -> "PeopleImport":
        """What bringing a spreadsheet in would do, with `chosen` columns taken for something else.

        Rows with problems are in its sheet, not counted. Raises InvalidInput for a file that is no table, Cancelled.
        """
        from clubhub.services import people_files

        sheet = people_files.read(self._database, path, chosen, on_progress, should_stop)
        return people_files.bring_in(self._database, sheet, dry_run=True)

    def import_file(
        self,
        path: Path,
        *,
        dry_run: bool = False,
        chosen: "Mapping[int, PersonField | None] | None" = None,
        on_progress: Callable[[int, int], None] | None = None,
        should_stop: Callable[[], bool] | None = None,
        seen: "PeopleImport | None" = None,
    ) -> "PeopleImport":
        """Bring in everybody of a spreadsheet, or nobody. One step of undo.

        Somebody who is in the club already (the same name, and no other mail or phone) is completed, not doubled.
        `chosen` columns, counted from 0, are taken for that field, or for nothing. `on_progress` hears of rows read and
        rows in all. `seen` is the preview that a person agreed to. Raises InvalidInput with a reason for each bad row,
        Cancelled when stopped while the file is read, and Conflict if something else than `seen` would be done.
        """
        from clubhub.services import people_files

        sheet = people_files.read(self._database, path, chosen, on_progress, should_stop)
        people_files.refuse(sheet)
        return people_files.bring_in(self._database, sheet, dry_run=dry_run, seen=seen)


def _load_directory(reader: Reader) -> PeopleDirectory:
    return PeopleDirectory(
        people=tuple(by_family_name(people.load_people(reader), clubs.load_club(reader))),
        households={household.id: household for household in people.load_households(reader)},
        groups={group.id: group for group in people.load_groups(reader)},
        skills={skill.id: skill for skill in people.load_skills(reader)},
        roles={role.id: role for role in events.load_roles(reader)},
    )


def _needed(name: str, refusal: str) -> str:
    if not name.strip():
        raise InvalidInput(refusal)
    return name.strip()
