"""What is done to many people at once: into a group, given a skill, taken out of the club; and who is on duty."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Column, Table, func, select

from clubhub.domain.ids import EventId, GroupId, HouseholdId, PersonId, RoleId, SkillId, new_id
from clubhub.domain.people import RoleWish
from clubhub.domain.rosters import Assignment
from clubhub.storage import rosters
from clubhub.storage import tables as t
from clubhub.storage.rows import values
from clubhub.storage.unit_of_work import Reader, UnitOfWork, batches

_BELONGINGS = (
    *(t.person_emails, t.person_phones, t.person_skills, t.group_members, t.answers),
    *(t.person_roles, t.bans, t.ledger_entries),
    *(t.poll_needs, t.reminders, t.usual_answers),
)


def add_members(work: UnitOfWork, group_id: GroupId, person_ids: Collection[PersonId]) -> int:
    """Put people into a group; how many were not in it before. Those who are gone are passed over."""
    there = _people_with(work, t.group_members, t.group_members.c.group_id == group_id)
    new = [person_id for person_id in _present(work, person_ids) if person_id not in there]
    work.insert(t.group_members, ({"id": new_id(), "person_id": one, "group_id": group_id} for one in new))
    work.touch(t.people, new)
    return len(new)


def remove_members(work: UnitOfWork, group_id: GroupId, person_ids: Collection[PersonId]) -> int:
    """Take people out of a group; how many were in it."""
    columns = t.group_members.c
    wanted = set(person_ids)
    found = work.rows(select(columns.id, columns.person_id).where(columns.group_id == group_id))
    gone = [row for row in found if row["person_id"] in wanted]
    work.delete(t.group_members, [row["id"] for row in gone])
    work.touch(t.people, [row["person_id"] for row in gone])
    return len(gone)


def grant_skill(work: UnitOfWork, skill_id: SkillId, expires_on: date | None, person_ids: Collection[PersonId]) -> int:
    """Give people a skill to the end of that day (None: for good) instead of what they held of it before.

    How many held it otherwise or not at all. Those who are gone are passed over.
    """
    columns = t.person_skills.c
    wanted = set(person_ids)
    rows = work.rows(select(columns.id, columns.person_id, columns.expires_on).where(columns.skill_id == skill_id))
    held = [row for row in rows if row["person_id"] in wanted]
    same = {row["person_id"] for row in held if row["expires_on"] == expires_on}
    work.delete(t.person_skills, [row["id"] for row in held if row["person_id"] not in same])
    new = [person_id for person_id in _present(work, person_ids) if person_id not in same]
    grants = ({"id": new_id(), "person_id": one, "skill_id": skill_id, "expires_on": expires_on} for one in new)
    work.insert(t.person_skills, grants)
    work.touch(t.people, new)
    return len(new)


def edit_people(work: UnitOfWork, person_ids: Collection[PersonId], values: Mapping[str, Any]) -> None:
    """Write the same fields for each."""
    for person_id in dict.fromkeys(person_ids):
        work.update(t.people, person_id, values)


def add_wish(work: UnitOfWork, role_id: RoleId, wish: RoleWish, person_ids: Collection[PersonId]) -> None:
    columns = t.person_roles.c
    there = _people_with(work, t.person_roles, (columns.role_id == role_id) & (columns.wish == wish))
    new = [person_id for person_id in dict.fromkeys(person_ids) if person_id not in there]
    rows = ({"id": new_id(), "person_id": one, "role_id": role_id, "wish": wish} for one in new)
    work.insert(t.person_roles, rows)
    work.touch(t.people, new)


def drop_wish(work: UnitOfWork, role_id: RoleId, wish: RoleWish, person_ids: Collection[PersonId]) -> None:
    columns = t.person_roles.c
    found = work.rows(select(columns.id, columns.person_id).where(columns.role_id == role_id, columns.wish == wish))
    gone = [row for row in found if row["person_id"] in set(person_ids)]
    work.delete(t.person_roles, [row["id"] for row in gone])
    work.touch(t.people, [row["person_id"] for row in gone])


def delete_people(work: UnitOfWork, person_ids: Collection[PersonId]) -> None:
    """Take people out with what belongs to them: contacts, answers, places, rules; events lose them as contact."""
    for batch in batches(person_ids):
        on_places = values(work, Assignment, select(t.assignments).where(t.assignments.c.person_id.in_(batch)))
        rosters.delete_assignments(work, on_places)
        for table in _BELONGINGS:
            work.delete(table, _ids_of(work, table, table.c.person_id, batch))
        for column in (t.companions.c.one_id, t.companions.c.other_id):
            work.delete(t.companions, _ids_of(work, t.companions, column, batch))
        for event_id in _ids_of(work, t.events, t.events.c.contact_id, batch):
            work.update(t.events, event_id, {"contact_id": None})
        work.delete(t.people, batch)


def delete_empty_households(work: UnitOfWork, household_ids: Collection[HouseholdId]) -> None:
    """Remove those of the households in which nobody is left; one of which the ledger tells something stays."""
    for batch in batches(household_ids):
        kept: set[int] = set()
        for column in (t.people.c.household_id, t.ledger_entries.c.household_id):
            kept.update(work.connection.execute(select(column).where(column.in_(batch))).scalars())
        work.delete(t.households, [one for one in batch if one not in kept])


def duty_ends(reader: Reader) -> dict[PersonId, datetime]:
    """When the last shift of everybody who has one ends, in wall-clock time."""
    query = (
        select(t.assignments.c.person_id, func.max(t.shifts.c.ends).label("ends"))
        .select_from(t.assignments.join(t.needs).join(t.shifts))
        .group_by(t.assignments.c.person_id)
    )
    return {PersonId(person_id): ends for person_id, ends in reader.connection.execute(query)}


def events_on_duty(reader: Reader, person_id: PersonId) -> set[EventId]:
    """The events in which the person has a place."""
    query = (
        select(t.shifts.c.event_id)
        .select_from(t.assignments.join(t.needs).join(t.shifts))
        .where(t.assignments.c.person_id == person_id)
        .distinct()
    )
    return set(map(EventId, reader.connection.execute(query).scalars()))


def _present(reader: Reader, person_ids: Collection[PersonId]) -> list[PersonId]:
    """Those who are in the club, each once, in their order."""
    ids = list(dict.fromkeys(person_ids))
    found: set[int] = set()
    for batch in batches(ids):
        found.update(_ids_of(reader, t.people, t.people.c.id, batch))
    return [person_id for person_id in ids if person_id in found]


def _people_with(reader: Reader, table: Table, condition: Any) -> set[int]:  # noqa: ANN401  SQLAlchemy's condition
    return set(reader.connection.execute(select(table.c.person_id).where(condition)).scalars())


def _ids_of(reader: Reader, table: Table, column: Column[Any], wanted: Sequence[int]) -> list[int]:
    return list(reader.connection.execute(select(table.c.id).where(column.in_(wanted))).scalars())
