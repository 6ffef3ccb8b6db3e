"""A problem without a word about a person, in nothing but the words of the open format, to report and to compare.

Every id is replaced by a letter and a number, every name left out. What is left are times, limits, answers and rules.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from clubhub.rostering.board import lay_out
from clubhub.rostering.greedy import greedy
from clubhub.rostering.levels import with_even_shares
from clubhub.rostering.problem import Aim, Pair, Problem, Reply, ShiftTime, Slot, Two, Volunteer

Names = Mapping[str, str]

OPEN_AIMS = (Aim.REQUIRED, Aim.OPTIONAL, Aim.CHANGES, Aim.FAIRNESS, Aim.PREFERENCE)
"""The aims that clubhub-roster-instance/1 knows."""


def in_open_format(problem: Problem) -> Problem:
    """The problem with what the format has no word for put in its words.

    A "no" is left out, an even share is worked out from a first plan, shifts without a location get one that is no way
    off from any, and aims that the format doesn't know are left out.
    """
    board = lay_out(problem)
    owes = with_even_shares(board, greedy(board)).owes
    somewhere = "somewhere" if any(not shift.location for shift in problem.shifts) else ""
    locations = (*problem.locations, *([somewhere] if somewhere else []))
    travel = [(*row, *([0] if somewhere else [])) for row in problem.travel or [()] * len(problem.locations)]
    return replace(
        problem,
        objective=tuple(aim for aim in problem.objective if aim in OPEN_AIMS),
        locations=locations,
        travel=(*travel, *([(0,) * len(locations)] if somewhere else [])),
        shifts=tuple(replace(shift, location=shift.location or somewhere) for shift in problem.shifts),
        households=tuple(replace(h, owes=share) for h, share in zip(problem.households, owes, strict=True)),
        volunteers=tuple(replace(v, availability=_without_no(v)) for v in problem.volunteers),
    )


def _without_no(volunteer: Volunteer) -> Mapping[str, Reply]:
    return {slot: reply for slot, reply in volunteer.availability.items() if reply is not Reply.NO}


def anonymous(problem: Problem) -> Problem:
    """The same problem under other names; times begin on its first day."""
    names = _Names.of(problem)
    return replace(
        problem,
        name="problem",
        locations=tuple(names.places[location] for location in problem.locations),
        slots=tuple(names.slot(slot) for slot in problem.slots),
        roles=tuple(
            replace(r, id=names.roles[r.id], requires=tuple(names.skills[skill] for skill in r.requires))
            for r in problem.roles
        ),
        shifts=tuple(names.shift(shift) for shift in problem.shifts),
        needs=tuple(
            replace(n, id=names.needs[n.id], shift=names.shifts[n.shift], role=names.roles[n.role])
            for n in problem.needs
        ),
        households=tuple(replace(h, id=names.homes[h.id]) for h in problem.households),
        volunteers=tuple(names.volunteer(volunteer) for volunteer in problem.volunteers),
        keep_apart=names.twos(problem.keep_apart),
        keep_together=names.twos(problem.keep_together),
        bans=names.pairs(problem.bans),
        pins=names.pairs(problem.pins),
        previous=names.pairs(problem.previous),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Names:
    """The new name of each id; `zero` is the first minute of anything, `first_day` the first day."""

    people: Names
    needs: Names
    roles: Names
    shifts: Names
    homes: Names
    slots: Names
    places: Names
    skills: Names
    zero: int
    first_day: int

    @classmethod
    def of(cls, problem: Problem) -> "_Names":
        required = {skill for role in problem.roles for skill in role.requires}
        held = {skill for volunteer in problem.volunteers for skill in volunteer.skills}
        starts = [*(shift.start for shift in problem.shifts), *(slot.start for slot in problem.slots)]
        return cls(
            people=_numbered("V", (one.id for one in problem.volunteers)),
            needs=_numbered("N", (one.id for one in problem.needs)),
            roles=_numbered("R", (one.id for one in problem.roles)),
            shifts=_numbered("S", (one.id for one in problem.shifts)),
            homes=_numbered("H", (one.id for one in problem.households)),
            slots=_numbered("T", (one.id for one in problem.slots)),
            places={**_numbered("L", problem.locations), "": ""},
            skills=_numbered("K", sorted(required | held)),
            zero=min(starts, default=0),
            first_day=min((shift.day for shift in problem.shifts), default=0),
        )

    def slot(self, slot: Slot) -> Slot:
        return replace(slot, id=self.slots[slot.id], start=slot.start - self.zero, end=slot.end - self.zero)

    def shift(self, shift: ShiftTime) -> ShiftTime:
        return replace(
            shift,
            id=self.shifts[shift.id],
            start=shift.start - self.zero,
            end=shift.end - self.zero,
            location=self.places[shift.location],
            day=shift.day - self.first_day,
            slots=tuple(self.slots[slot] for slot in shift.slots),
        )

    def volunteer(self, volunteer: Volunteer) -> Volunteer:
        lapses = volunteer.skills.items()
        return replace(
            volunteer,
            id=self.people[volunteer.id],
            household=self.homes[volunteer.household],
            skills={self.skills[skill]: None if end is None else end - self.zero for skill, end in lapses},
            availability={self.slots[slot]: reply for slot, reply in volunteer.availability.items()},
            opted_in=frozenset(self.roles[role] for role in volunteer.opted_in),
            preferences={self.roles[role]: liking for role, liking in volunteer.preferences.items()},
        )

    def twos(self, twos: Iterable[Two]) -> tuple[Two, ...]:
        return tuple((self.people[one], self.people[other]) for one, other in twos)

    def pairs(self, pairs: Iterable[Pair]) -> tuple[Pair, ...]:
        return tuple((self.people[volunteer], self.needs[need]) for volunteer, need in pairs)


def _numbered(letter: str, ids: Iterable[str]) -> dict[str, str]:
    return {one: f"{letter}{index}" for index, one in enumerate(ids)}
