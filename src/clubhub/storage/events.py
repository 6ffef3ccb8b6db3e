"""Events, their sessions, shifts and needs; venues and roles."""

from collections import defaultdict
from collections.abc import Iterable

from sqlalchemy import Table, select

from clubhub.domain.events import Event, Need, Role, Session, Shift, Venue
from clubhub.domain.ids import EventId, RoleId, SkillId, new_id
from clubhub.domain.people import Skill
from clubhub.domain.skill_names import SkillNames
from clubhub.storage import tables as t
from clubhub.storage.rows import row_of, values
from clubhub.storage.unit_of_work import Reader, UnitOfWork


def load_events(reader: Reader) -> list[Event]:
    """All events, the earliest first."""
    return values(reader, Event, select(t.events).order_by(t.events.c.starts_on, t.events.c.name))


def load_sessions(reader: Reader, event_id: EventId) -> list[Session]:
    """In order of time."""
    query = select(t.sessions).where(t.sessions.c.event_id == event_id)
    return values(reader, Session, query.order_by(t.sessions.c.starts, t.sessions.c.number))


def load_shifts(reader: Reader, event_id: EventId) -> list[Shift]:
    """In order of time."""
    query = select(t.shifts).where(t.shifts.c.event_id == event_id)
    return values(reader, Shift, query.order_by(t.shifts.c.starts, t.shifts.c.ends, t.shifts.c.name, t.shifts.c.id))


def load_needs(reader: Reader, event_id: EventId) -> list[Need]:
    """The needs of all shifts of an event."""
    query = select(t.needs).join(t.shifts).where(t.shifts.c.event_id == event_id).order_by(t.needs.c.id)
    return values(reader, Need, query)


def load_venues(reader: Reader) -> list[Venue]:
    return values(reader, Venue, select(t.venues).order_by(t.venues.c.name))


def load_roles(reader: Reader) -> list[Role]:
    """By priority, then name. Of the names that a role wants for its skill, the first that is a skill now counts."""
    skills: dict[RoleId, tuple[SkillId, ...]] = defaultdict(tuple)
    for role_id, skill_id in reader.connection.execute(
        select(t.role_skills.c.role_id, t.role_skills.c.skill_id).order_by(t.role_skills.c.skill_id)
    ):
        skills[role_id] += (skill_id,)
    rows = reader.rows(select(t.roles).order_by(t.roles.c.priority, t.roles.c.name))
    names = SkillNames(values(reader, Skill, select(t.skills)))
    return [Role(**row, skills=_with_wanted(skills[row["id"]], names.first(row["wanted_skills"]))) for row in rows]


def _with_wanted(skills: tuple[SkillId, ...], wanted: SkillId | None) -> tuple[SkillId, ...]:
    return skills if wanted is None or wanted in skills else (*skills, wanted)


def insert_roles(work: UnitOfWork, roles: Iterable[Role]) -> None:
    """Add roles with the skills that they need; the skills must exist."""
    listed = list(roles)
    work.insert(t.roles, (row_of(role, t.roles) for role in listed))
    work.insert(
        t.role_skills,
        ({"id": new_id(), "role_id": role.id, "skill_id": skill} for role in listed for skill in role.skills),
    )


def save_role(work: UnitOfWork, role: Role) -> None:
    """Write an edited role; the skill that its wanted names stand for now gets no row of its own.

    Raises Conflict if somebody changed the role since its version, NotFound if it is gone.
    """
    own = row_of(role, t.roles)
    version = own.pop("version")
    is_raised = work.update(t.roles, role.id, own, expected_version=version)
    columns = t.role_skills.c
    rows = work.rows(select(columns.id, columns.skill_id).where(columns.role_id == role.id))
    had = {row["skill_id"]: row["id"] for row in rows}
    wanted = SkillNames(values(work, Skill, select(t.skills))).first(role.wanted_skills)
    gone = [row_id for skill, row_id in had.items() if skill not in role.skills]
    added = [skill for skill in role.skills if skill not in had and skill != wanted]
    new = [{"id": new_id(), "role_id": role.id, "skill_id": skill} for skill in added]
    work.delete(t.role_skills, gone)
    work.insert(t.role_skills, new)
    if (gone or new) and not is_raised:
        work.touch(t.roles, [role.id])


def insert_venues(work: UnitOfWork, venues: Iterable[Venue]) -> None:
    _insert(work, t.venues, venues)


def insert_events(work: UnitOfWork, events: Iterable[Event]) -> None:
    _insert(work, t.events, events)


def insert_sessions(work: UnitOfWork, sessions: Iterable[Session]) -> None:
    _insert(work, t.sessions, sessions)


def insert_shifts(work: UnitOfWork, shifts: Iterable[Shift]) -> None:
    _insert(work, t.shifts, shifts)


def insert_needs(work: UnitOfWork, needs: Iterable[Need]) -> None:
    _insert(work, t.needs, needs)


def save_event(work: UnitOfWork, event: Event) -> None:
    _save(work, t.events, event)


def save_session(work: UnitOfWork, session: Session) -> None:
    _save(work, t.sessions, session)


def save_shift(work: UnitOfWork, shift: Shift) -> None:
    _save(work, t.shifts, shift)


def save_need(work: UnitOfWork, need: Need) -> None:
    _save(work, t.needs, need)


def delete_shifts(work: UnitOfWork, shifts: Iterable[Shift]) -> None:
    """Remove shifts with their needs and all that belongs to these."""
    shift_ids = [shift.id for shift in shifts]
    needs = work.rows(select(t.needs.c.id).where(t.needs.c.shift_id.in_(shift_ids)))
    _delete_needs(work, [row["id"] for row in needs])
    work.delete(t.shifts, shift_ids)


def delete_needs(work: UnitOfWork, needs: Iterable[Need]) -> None:
    """Remove needs with the assignments to them and the bans from them."""
    _delete_needs(work, [need.id for need in needs])


def _delete_needs(work: UnitOfWork, need_ids: list[int]) -> None:
    for table in (t.assignments, t.bans):
        rows = work.rows(select(table.c.id).where(table.c.need_id.in_(need_ids)))
        work.delete(table, (row["id"] for row in rows))
    work.delete(t.needs, need_ids)


def _insert(work: UnitOfWork, table: Table, items: Iterable[Event | Session | Shift | Need | Venue]) -> None:
    work.insert(table, (row_of(item, table) for item in items))


def _save(work: UnitOfWork, table: Table, item: Event | Session | Shift | Need) -> None:
    row = row_of(item, table)
    version = row.pop("version")
    work.update(table, item.id, row, expected_version=version)
