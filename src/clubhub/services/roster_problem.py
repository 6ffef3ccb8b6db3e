"""Puts an event's roster as a question to the engine, with ids as text and times as real minutes."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cached_property
from itertools import repeat

from clubhub.domain.club_rules import Company
from clubhub.domain.events import Role, Shift
from clubhub.domain.fill_options import USUAL, FillOptions
from clubhub.domain.ids import PersonId, VenueId
from clubhub.domain.people import AgeBand, Person, SkillGrant
from clubhub.domain.polls import Mark
from clubhub.domain.rosters import Roster, RosterNeed, RosterShift
from clubhub.domain.wall_time import real_length
from clubhub.domain.working_days import working_day
from clubhub.rostering.problem import (
    NO_LIMIT,
    Aim,
    HouseholdShare,
    NeedSpec,
    Pair,
    Problem,
    Reply,
    RoleRule,
    ShiftTime,
    Slot,
    Two,
    Volunteer,
    points_for,
)
from clubhub.services.club_facts import ClubFacts
from clubhub.services.elsewhere import Elsewhere, minute_of
from clubhub.services.fill_terms import not_coming, objective, staying

_REPLIES = {Mark.YES: Reply.YES, Mark.IF_NEED_BE: Reply.MAYBE, Mark.NO: Reply.NO}

URGENCY, MOST_URGENT = 3, 3**6
"""A place of a role outweighs so many of the next priority; what is more urgent than the seventh counts like it."""


@dataclass(frozen=True)
class Question:
    """What the engine is asked, put together from one state of the club. `objective`: None is that of the options."""

    roster: Roster
    facts: ClubFacts
    options: FillOptions = USUAL
    objective: tuple[Aim, ...] | None = None

    def problem(self) -> Problem:
        shifts = self.roster.shifts
        taken = Elsewhere.of(self.roster, self.facts.people)
        venues = self._venues(taken)
        return Problem(
            objective=self.objective or objective(self.options),
            adult_age=AgeBand.ADULT.lowest_age if self.roster.club.minors_need_adult else 0,
            locations=tuple(map(str, venues)),
            travel=tuple(tuple(map(self.facts.rules.minutes_between, repeat(one), venues)) for one in venues),
            slots=tuple(
                Slot(id=name, start=self._minute(s), end=self._minute(e)) for (s, e), name in self._slots.items()
            ),
            roles=(*self._roles(), *taken.roles),
            shifts=(*(self._shift_time(shift.shift) for shift in shifts), *taken.shifts),
            needs=(*(self._need(shift, need) for shift in shifts for need in shift.needs), *taken.needs),
            households=tuple(self._households()),
            volunteers=tuple(self._volunteers(taken.minutes)),
            keep_apart=tuple(self._pairs_of(Company.APART)),
            keep_together=tuple(self._pairs_of(Company.TOGETHER)),
            bans=tuple(self._bans()),
            pins=(*self._pins(), *taken.pins),
            previous=self._previous(),
        )

    @cached_property
    def _slots(self) -> Mapping[tuple[datetime, datetime], str]:
        """A slot for each time that a shift has: what people said about all of it is worked out before."""
        times = dict.fromkeys((shift.shift.starts, shift.shift.ends) for shift in self.roster.shifts)
        return {time_: f"time {index}" for index, time_ in enumerate(times)}

    def _slot(self, starts: datetime, ends: datetime, name: str) -> Slot:
        return Slot(id=name, start=self._minute(starts), end=self._minute(ends))

    def _minute(self, wall: datetime) -> int:
        return minute_of(wall, self.roster.event.time_zone)

    def _venues(self, taken: Elsewhere) -> list[VenueId]:
        """Where the shifts are, those of other events too."""
        here = (shift.shift.venue_id for shift in self.roster.shifts if shift.shift.venue_id)
        there = (VenueId(int(shift.location)) for shift in taken.shifts if shift.location)
        return list(dict.fromkeys([*here, *there]))

    def _roles(self) -> Iterator[RoleRule]:
        roles = {need.role.id: need.role for shift in self.roster.shifts for need in shift.needs}
        weights = _weights(roles.values())
        for role in roles.values():
            yield RoleRule(
                id=str(role.id),
                requires=tuple(str(skill) for skill in role.skills),
                min_age=role.minimum_age.lowest_age if role.minimum_age else 0,
                opt_in=role.is_opt_in,
                priority=weights[role.priority],
            )

    def _shift_time(self, shift: Shift) -> ShiftTime:
        return ShiftTime(
            id=str(shift.id),
            start=self._minute(shift.starts),
            end=self._minute(shift.ends),
            location=str(shift.venue_id or ""),
            day=working_day(shift.starts).toordinal(),
            slots=(self._slots[shift.starts, shift.ends],),
        )

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

    def _households(self) -> Iterator[HouseholdShare]:
        """An even share for those without a duty."""
        owed = self.facts.owed if self.options.by_duty else {}
        for key in dict.fromkeys(person.household_key for person in self.facts.people):
            yield HouseholdShare(id=str(key), owes=owed.get(key))

    def _volunteers(self, elsewhere: Mapping[str, int]) -> Iterator[Volunteer]:
        replies: dict[int, dict[str, Reply]] = {person.id: {} for person in self.facts.people}
        for (starts, ends), slot in self._slots.items():
            for person_id, mark in self.facts.availabilities.during(starts, ends).items():
                if person_id in replies:
                    replies[person_id][slot] = _REPLIES[mark]
        for person in self.facts.people:
            yield self._volunteer(person, replies[person.id], elsewhere.get(str(person.id), 0))

    def _volunteer(self, person: Person, replies: dict[str, Reply], elsewhere: int) -> Volunteer:
        """`elsewhere` are minutes in other events: they take time, but not of what somebody gives to this event."""
        rest = self.roster.club.rest_minutes if person.min_rest is None else person.min_rest
        likes = {str(role): 2 for role in person.likes} | {str(role): -2 for role in person.dislikes}
        return Volunteer(
            id=str(person.id),
            household=str(person.household_key),
            age=(person.age_band or AgeBand.ADULT).lowest_age,
            skills={str(grant.skill_id): self._lapses(grant) for grant in person.skills},
            availability=replies,
            max_minutes=NO_LIMIT if person.max_minutes is None else person.max_minutes + elsewhere,
            max_minutes_day=NO_LIMIT if person.max_minutes_day is None else person.max_minutes_day,
            min_rest=rest,
            opted_in=frozenset(str(role) for role in person.signed_up if str(role) in self._role_ids),
            preferences={role: liking for role, liking in likes.items() if role in self._role_ids},
        )

    @cached_property
    def _role_ids(self) -> frozenset[str]:
        return frozenset(str(need.role.id) for shift in self.roster.shifts for need in shift.needs)

    @cached_property
    def _person_ids(self) -> frozenset[PersonId]:
        return frozenset(person.id for person in self.facts.people)

    def _lapses(self, grant: SkillGrant) -> int | None:
        """A skill holds to the end of its last day."""
        return self._end_of_day(grant.expires_on) if grant.expires_on else None

    def _end_of_day(self, day: date) -> int:
        return self._minute(datetime.combine(day, time()) + timedelta(days=1))

    def _pairs_of(self, company: Company) -> Iterator[Two]:
        for pair in self.facts.rules.companions:
            if pair.company is company and {pair.one_id, pair.other_id} <= self._person_ids:
                yield str(pair.one_id), str(pair.other_id)

    def _bans(self) -> Iterator[Pair]:
        needs = {need.need.id for shift in self.roster.shifts for need in shift.needs}
        for ban in self.facts.rules.bans:
            if ban.need_id in needs and ban.person_id in self._person_ids:
                yield str(ban.person_id), str(ban.need_id)
        if self.options.is_repair:
            for person, need in not_coming(self.roster, self._person_ids):
                yield str(person), str(need)

    def _pins(self) -> tuple[Pair, ...]:
        return tuple((str(a.person_id), str(a.need_id)) for a in staying(self.roster, self.facts, self.options))

    def _previous(self) -> tuple[Pair, ...]:
        """What people were told, as far as it still exists; for a repair the roster as it stands."""
        if self.options.is_repair:
            present = [entry.place.assignment for entry in self.roster.entries() if entry.place.assignment]
            return tuple((str(a.person_id), str(a.need_id)) for a in present)
        known = {need.need.id for shift in self.roster.shifts for need in shift.needs}
        published = self.roster.publication.places if self.roster.publication else ()
        told = [place for place in published if place.need_id in known and place.person_id in self._person_ids]
        return tuple((str(place.person_id), str(place.need_id)) for place in told)


def _weights(roles: Iterable[Role]) -> dict[int, int]:
    """What a missing head costs, by the priority of its role (1 is the most urgent)."""
    priorities = sorted({role.priority for role in roles}, reverse=True)
    return {priority: min(URGENCY**rank, MOST_URGENT) for rank, priority in enumerate(priorities)}
