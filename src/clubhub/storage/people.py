"""People with their mails, phones, skills, groups and wishes; households, groups and skills."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import Table, select

from clubhub.domain.ids import GroupId, HouseholdId, PersonId, RoleId, new_id
from clubhub.domain.people import Group, Household, Person, RoleWish, Skill, SkillGrant
from clubhub.storage import tables as t
from clubhub.storage.rows import row_of, values
from clubhub.storage.unit_of_work import Reader, UnitOfWork

MANY = 10_000
"""More ids than this are picked out here: a statement holds only so many."""


def load_people(reader: Reader, ids: Sequence[int] | None = None) -> list[Person]:
    """Everybody, or those with the given ids, by family name and given name."""
    if ids is not None and len(ids) > MANY:
        wanted = set(ids)
        return [person for person in load_people(reader) if person.id in wanted]
    query = select(t.people).order_by(t.people.c.family_name, t.people.c.given_name, t.people.c.id)
    rows = reader.rows(query if ids is None else query.where(t.people.c.id.in_(ids)))
    emails = _texts(reader, t.person_emails, "address", ids)
    phones = _texts(reader, t.person_phones, "number", ids)
    groups = _groups(reader, ids)
    skills = _skills(reader, ids)
    wishes = _wishes(reader, ids)
    return [
        Person(
            **row,
            emails=emails.get(row["id"], ()),
            phones=phones.get(row["id"], ()),
            groups=groups.get(row["id"], ()),
            skills=skills.get(row["id"], ()),
            signed_up=wishes[RoleWish.SIGNED_UP].get(row["id"], ()),
            likes=wishes[RoleWish.LIKES].get(row["id"], ()),
            dislikes=wishes[RoleWish.DISLIKES].get(row["id"], ()),
        )
        for row in rows
    ]


def insert_people(work: UnitOfWork, people: Sequence[Person]) -> None:
    """Add people with all that belongs to them; groups, skills, roles and households must exist."""
    work.insert(t.people, (row_of(person, t.people) for person in people))
    for table, rows in _belongings(people).items():
        work.insert(table, rows)


def save_person(work: UnitOfWork, person: Person) -> None:
    """Write an edited person. Raises Conflict if somebody changed the person since `person.version`."""
    present = next(iter(load_people(work, [person.id])), person)
    own = row_of(person, t.people)
    version = own.pop("version")
    is_raised = work.update(t.people, person.id, own, expected_version=version)
    for (table, wanted), had in zip(_belongings([person]).items(), _belongings([present]).values(), strict=True):
        if _replace(work, table, person.id, list(wanted), list(had)) and not is_raised:
            work.touch(t.people, [person.id])
            is_raised = True


def _replace(
    work: UnitOfWork, table: Table, person_id: PersonId, wanted: list[dict[str, Any]], had: list[dict[str, Any]]
) -> bool:
    """Make a person's rows of one kind anew if they differ; whether they did."""
    if _without_ids(wanted) == _without_ids(had):
        return False
    old = work.rows(select(table.c.id).where(table.c.person_id == person_id))
    work.delete(table, [row["id"] for row in old])
    work.insert(table, wanted)
    return True


def _without_ids(rows: list[dict[str, Any]]) -> set[tuple[Any, ...]]:
    """What the rows say; where their order matters, they have positions."""
    return {tuple(value for name, value in row.items() if name != "id") for row in rows}


def _belongings(people: Iterable[Person]) -> dict[Table, Iterator[dict[str, Any]]]:
    """The rows of the tables that hang on a person."""
    listed = list(people)
    return {
        t.person_emails: (
            {"id": new_id(), "person_id": person.id, "position": position, "address": address}
            for person in listed
            for position, address in enumerate(person.emails)
        ),
        t.person_phones: (
            {"id": new_id(), "person_id": person.id, "position": position, "number": number}
            for person in listed
            for position, number in enumerate(person.phones)
        ),
        t.person_skills: (
            {"id": new_id(), "person_id": person.id, "skill_id": grant.skill_id, "expires_on": grant.expires_on}
            for person in listed
            for grant in person.skills
        ),
        t.group_members: (
            {"id": new_id(), "person_id": person.id, "group_id": group_id}
            for person in listed
            for group_id in person.groups
        ),
        t.person_roles: (
            {"id": new_id(), "person_id": person.id, "role_id": role_id, "wish": wish}
            for person in listed
            for wish, roles in _wished(person)
            for role_id in roles
        ),
    }


def _wished(person: Person) -> Sequence[tuple[RoleWish, tuple[RoleId, ...]]]:
    return (
        (RoleWish.SIGNED_UP, person.signed_up),
        (RoleWish.LIKES, person.likes),
        (RoleWish.DISLIKES, person.dislikes),
    )


def _texts(reader: Reader, table: Table, column: str, ids: Sequence[int] | None) -> dict[int, tuple[str, ...]]:
    query = select(table.c.person_id, table.c[column]).order_by(table.c.person_id, table.c.position)
    query = query if ids is None else query.where(table.c.person_id.in_(ids))
    found: dict[int, tuple[str, ...]] = defaultdict(tuple)
    for person_id, value in reader.connection.execute(query):
        found[person_id] += (value,)
    return found


def _groups(reader: Reader, ids: Sequence[int] | None) -> dict[int, tuple[GroupId, ...]]:
    columns = t.group_members.c
    query = select(columns.person_id, columns.group_id).order_by(columns.group_id)
    query = query if ids is None else query.where(columns.person_id.in_(ids))
    found: dict[int, tuple[GroupId, ...]] = defaultdict(tuple)
    for person_id, group_id in reader.connection.execute(query):
        found[person_id] += (group_id,)
    return found


def _skills(reader: Reader, ids: Sequence[int] | None) -> dict[int, tuple[SkillGrant, ...]]:
    columns = t.person_skills.c
    query = select(columns.person_id, columns.skill_id, columns.expires_on).order_by(columns.skill_id)
    query = query if ids is None else query.where(columns.person_id.in_(ids))
    found: dict[int, tuple[SkillGrant, ...]] = defaultdict(tuple)
    for person_id, skill_id, expires_on in reader.connection.execute(query):
        found[person_id] += (SkillGrant(skill_id=skill_id, expires_on=expires_on),)
    return found


def _wishes(reader: Reader, ids: Sequence[int] | None) -> dict[RoleWish, dict[int, tuple[RoleId, ...]]]:
    columns = t.person_roles.c
    query = select(columns.person_id, columns.role_id, columns.wish).order_by(columns.role_id)
    query = query if ids is None else query.where(columns.person_id.in_(ids))
    found: dict[RoleWish, dict[int, tuple[RoleId, ...]]] = {wish: defaultdict(tuple) for wish in RoleWish}
    for person_id, role_id, wish in reader.connection.execute(query):
        found[wish][person_id] += (role_id,)
    return found


def load_household(reader: Reader, household_id: HouseholdId) -> list[Person]:
    """Everybody of a household, by name."""
    members = reader.rows(select(t.people.c.id).where(t.people.c.household_id == household_id))
    return load_people(reader, [row["id"] for row in members])


def load_household_name(reader: Reader, household_id: HouseholdId) -> str:
    row = reader.row(t.households, household_id)
    return str(row["name"]) if row else ""


def load_households(reader: Reader) -> list[Household]:
    return values(reader, Household, select(t.households).order_by(t.households.c.name))


def insert_households(work: UnitOfWork, households: Iterable[Household]) -> None:
    work.insert(t.households, (row_of(household, t.households) for household in households))


def save_household(work: UnitOfWork, household: Household) -> None:
    """Raises Conflict if the household was changed since its version, NotFound if it is gone."""
    row = row_of(household, t.households)
    version = row.pop("version")
    work.update(t.households, household.id, row, expected_version=version)


def load_groups(reader: Reader) -> list[Group]:
    return values(reader, Group, select(t.groups).order_by(t.groups.c.name))


def insert_groups(work: UnitOfWork, groups: Iterable[Group]) -> None:
    work.insert(t.groups, (row_of(group, t.groups) for group in groups))


def load_skills(reader: Reader) -> list[Skill]:
    return values(reader, Skill, select(t.skills).order_by(t.skills.c.name))


def insert_skills(work: UnitOfWork, skills: Iterable[Skill]) -> None:
    work.insert(t.skills, (row_of(skill, t.skills) for skill in skills))
