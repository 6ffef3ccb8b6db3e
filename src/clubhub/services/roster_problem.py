"""Puts an event's roster as a question to the engine, with ids as text and times as real minutes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from clubhub.domain.availability import Availabilities
from clubhub.domain.events import Shift
from clubhub.domain.people import AgeBand, Person, SkillGrant
from clubhub.domain.polls import Mark
from clubhub.domain.rosters import Roster, RosterNeed, RosterShift
from clubhub.domain.wall_time import real_length
from clubhub.rostering.problem import NeedSpec, Pair, Problem, Reply, RoleRule, ShiftTime, Volunteer, points_for
from clubhub.services.elsewhere import Elsewhere, minute_of

_REPLIES = {Mark.YES: Reply.YES, Mark.IF_NEED_BE: Reply.MAYBE, Mark.NO: Reply.NO}
_LEAST_URGENT = 100
"""Role priorities count from 1, the most urgent; the engine's grow with urgency."""


@dataclass(frozen=True, slots=True)
class Question:
    """What the engine is asked, put together from one state of the club."""

    roster: Roster
    people: Sequence[Person]
    availabilities: Availabilities

    def problem(self) -> Problem:
        shifts = self.roster.shifts
        taken = Elsewhere.of(self.roster, self.people)
        return Problem(
            roles=(*self._roles(), *taken.roles),
            shifts=(*(self._shift_time(shift.shift) for shift in shifts), *taken.shifts),
            needs=(*(self._need(shift, need) for shift in shifts for need in shift.needs), *taken.needs),
            volunteers=tuple(self._volunteers()),
            pins=(*self._pins(), *taken.pins),
            previous=self._previous(),
        )

    def _roles(self) -> tuple[RoleRule, ...]:
        roles = {need.role.id: need.role for shift in self.roster.shifts for need in shift.needs}
        return tuple(
            RoleRule(
                id=str(role.id),
                requires=tuple(str(skill) for skill in role.skills),
                min_age=role.minimum_age.lowest_age if role.minimum_age else 0,
                priority=max(1, _LEAST_URGENT - role.priority),
            )
            for role in roles.values()
        )

    def _shift_time(self, shift: Shift) -> ShiftTime:
        zone = self.roster.event.time_zone
        return ShiftTime(id=str(shift.id), start=minute_of(shift.starts, zone), end=minute_of(shift.ends, zone))

    def _need(self, shift: RosterShift, need: RosterNeed) -> NeedSpec:
        length = real_length(shift.shift.starts, shift.shift.ends, self.roster.event.time_zone)
        return NeedSpec(
            id=str(need.need.id),
            shift=str(shift.shift.id),
            role=str(need.role.id),
            min=need.need.min_count,
            max=need.need.max_count,
            points=points_for(length // timedelta(minutes=1)),
        )

    def _volunteers(self) -> list[Volunteer]:
        replies: dict[int, dict[str, Reply]] = {person.id: {} for person in self.people}
        for shift in self.roster.shifts:
            for person_id, mark in self.availabilities.during(shift.shift.starts, shift.shift.ends).items():
                if person_id in replies:
                    replies[person_id][str(shift.shift.id)] = _REPLIES[mark]
        return [self._volunteer(person, replies[person.id]) for person in self.people]

    def _volunteer(self, person: Person, replies: dict[str, Reply]) -> Volunteer:
        return Volunteer(
            id=str(person.id),
            household=str(person.household_id or f"alone {person.id}"),
            age=(person.age_band or AgeBand.ADULT).lowest_age,
            skills={str(grant.skill_id): self._lapses(grant) for grant in person.skills},
            availability=replies,
        )

    def _lapses(self, grant: SkillGrant) -> int | None:
        """A skill holds to the end of its last day."""
        return self._end_of_day(grant.expires_on) if grant.expires_on else None

    def _end_of_day(self, day: date) -> int:
        return minute_of(datetime.combine(day, time()) + timedelta(days=1), self.roster.event.time_zone)

    def _pins(self) -> tuple[Pair, ...]:
        assigned = [entry.place.assignment for entry in self.roster.entries() if entry.place.assignment]
        return tuple((str(a.person_id), str(a.need_id)) for a in assigned if a.is_pinned)

    def _previous(self) -> tuple[Pair, ...]:
        """What people were told, as far as it still exists."""
        known = {need.need.id for shift in self.roster.shifts for need in shift.needs}
        people = {person.id for person in self.people}
        published = self.roster.publication.places if self.roster.publication else ()
        told = [place for place in published if place.need_id in known and place.person_id in people]
        return tuple((str(place.person_id), str(place.need_id)) for place in told)
