"""Small pieces of a roster for tests of its rules. All people are made up."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime

from clubhub.domain.clubs import Club
from clubhub.domain.events import Event, Need, Role, Session, Shift, Venue
from clubhub.domain.ids import AssignmentId, EventId, NeedId, PersonId, RoleId, SessionId, ShiftId, SkillId
from clubhub.domain.people import AgeBand, Person, Skill, SkillGrant
from clubhub.domain.rosters import Assignment, Place, Roster, RosterEntry, RosterNeed, RosterShift

FIRST_AID = Skill(id=SkillId(1), name="First aid")
STARTER = Skill(id=SkillId(2), name="Starter")
SKILLS = {FIRST_AID.id: FIRST_AID, STARTER.id: STARTER}
EVENT = Event(
    id=EventId(1),
    name="Kvarken Games",
    starts_on=date(2027, 6, 12),
    ends_on=date(2027, 6, 13),
    time_zone="Europe/Helsinki",
)
AIDER = Role(id=RoleId(1), name="First aid", skills=(FIRST_AID.id,), minimum_age=AgeBand.ADULT)
RUNNER = Role(id=RoleId(2), name="Runner")


def at(text: str) -> datetime:
    return datetime.fromisoformat(text)


def person(number: int, name: str, *grants: tuple[Skill, date | None], **details: object) -> Person:
    given_name, _space, family_name = name.partition(" ")
    skills = tuple(SkillGrant(skill_id=skill.id, expires_on=expires_on) for skill, expires_on in grants)
    plain = Person(id=PersonId(number), given_name=given_name, family_name=family_name, skills=skills)
    return replace(plain, **details)


def shift(
    number: int,
    starts: str,
    ends: str,
    role: Role = RUNNER,
    *,
    people: Sequence[Person | None] = (None,),
    override: str = "",
    session: str = "",
    venue: Venue | None = None,
) -> RosterShift:
    """A shift with one need; None is an open place."""
    need = Need(
        id=NeedId(number), shift_id=ShiftId(number), role_id=role.id, min_count=len(people), max_count=len(people)
    )
    places = tuple(_place(number, place, someone, override) for place, someone in enumerate(people, 1))
    return RosterShift(
        shift=Shift(
            id=ShiftId(number),
            event_id=EVENT.id,
            name=f"Shift {number}",
            starts=at(starts),
            ends=at(ends),
            venue_id=venue.id if venue else None,
        ),
        session=_session(number, session, starts, ends) if session else None,
        venue=venue,
        needs=(RosterNeed(need=need, role=role, places=places),),
    )


def _session(number: int, name: str, starts: str, ends: str) -> Session:
    return Session(id=SessionId(number), event_id=EVENT.id, number=number, name=name, starts=at(starts), ends=at(ends))


def _place(need: int, number: int, someone: Person | None, override: str) -> Place:
    if someone is None:
        return Place(number=number)
    assignment = Assignment(
        id=AssignmentId(need * 100 + number),
        need_id=NeedId(need),
        person_id=someone.id,
        place=number,
        override=override,
    )
    return Place(number=number, person=someone, assignment=assignment)


def roster(*shifts: RosterShift, event: Event = EVENT, **rules: object) -> Roster:
    """`rules` are fields of the club."""
    return Roster(
        club=replace(Club(name="Kvarnö Swim Club", time_zone="Europe/Helsinki"), **rules),
        event=event,
        sessions=(),
        shifts=shifts,
        stamped_at=datetime(2027, 6, 1, tzinfo=UTC),
    )


def entry(item: RosterShift, number: int = 1) -> RosterEntry:
    """A place of the shift's only need."""
    (need,) = item.needs
    return RosterEntry(shift=item, need=need, place=need.places[number - 1])
