"""The club's roles: what they need, how urgent they are, and who has signed up for them."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace

from clubhub.domain.changes import Changes
from clubhub.domain.errors import Conflict, NotFound
from clubhub.domain.events import Role
from clubhub.domain.ids import PersonId, RoleId, SkillId
from clubhub.domain.people import Person, Skill
from clubhub.domain.role_edits import RoleEdit, check_role
from clubhub.services.catalogue import Catalogue
from clubhub.services.lookup import exactly_named, find_role
from clubhub.storage import events, people
from clubhub.storage.database import Database
from clubhub.storage.unit_of_work import UnitOfWork
from clubhub.support.texts import _


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleDirectory:
    """`roles` are by priority, then name; `signed_up` are the people of each role that has any, by family name."""

    roles: tuple[Role, ...]
    skills: Mapping[SkillId, Skill]
    people: Mapping[PersonId, Person]
    signed_up: Mapping[RoleId, tuple[PersonId, ...]]


class RoleService:
    """Roles come with shifts; here they are changed."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def directory(self) -> RoleDirectory:
        with self._database.read() as reader:
            everybody = people.load_people(reader)
            signed_up: dict[RoleId, list[PersonId]] = defaultdict(list)
            for person in everybody:
                for role_id in person.signed_up:
                    signed_up[role_id].append(person.id)
            return RoleDirectory(
                roles=tuple(events.load_roles(reader)),
                skills={skill.id: skill for skill in people.load_skills(reader)},
                people={person.id: person for person in everybody},
                signed_up={role_id: tuple(ids) for role_id, ids in signed_up.items()},
            )

    def find(self, name: str) -> Role:
        """The role of that name or beginning. Raises NotFound or Conflict."""
        with self._database.read() as reader:
            return find_role(reader, name)

    def save(self, role_id: RoleId, edit: RoleEdit, *, version: int) -> Changes:
        """Write a role instead of the `version` that was shown.

        While its skills are left as they are, the names that it wants for one go on counting.
        Raises InvalidInput, Conflict if the role was changed meanwhile or another has the name, NotFound if it is gone.
        """
        check_role(edit)
        with self._database.write(_("change the role {role}").format(role=edit.name.strip())) as work:
            present = _role_of(work, role_id)
            _check_name(work, present, edit)
            skills = tuple(sorted(set(Catalogue(work).skills(edit.skills).values())))
            wanted = present.wanted_skills if set(skills) == set(present.skills) else ()
            changed = replace(
                present,
                name=edit.name.strip(),
                skills=skills,
                wanted_skills=wanted,
                minimum_age=edit.minimum_age,
                note=edit.note.strip(),
                bring=edit.bring.strip(),
                priority=edit.priority,
                is_opt_in=edit.is_opt_in,
                version=version,
            )
            events.save_role(work, changed)
        return work.changes


def edit_of(role: Role, skills: Mapping[SkillId, Skill]) -> RoleEdit:
    """The role as a form shows it."""
    return RoleEdit(
        name=role.name,
        skills=tuple(sorted(skills[skill].name for skill in role.skills)),
        minimum_age=role.minimum_age,
        note=role.note,
        bring=role.bring,
        priority=role.priority,
        is_opt_in=role.is_opt_in,
    )


def _role_of(work: UnitOfWork, role_id: RoleId) -> Role:
    role = next((role for role in events.load_roles(work) if role.id == role_id), None)
    if role is None:
        raise NotFound(_("This role is no longer in the club. Nothing was changed: look at the list again."))
    return role


def _check_name(work: UnitOfWork, role: Role, edit: RoleEdit) -> None:
    """Two roles of one name could not be told apart in a file or on a sheet."""
    namesake = exactly_named([other for other in events.load_roles(work) if other.id != role.id], edit.name)
    if namesake:
        raise Conflict(
            _("There is a role called “{name}” already. Choose another name; nothing was changed.").format(
                name=namesake.name
            )
        )
