"""The problem in numbers: people, needs, shifts and households by index, ready to be planned on."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from clubhub.rostering.filter import Sieve
from clubhub.rostering.problem import Plan, Problem, Reply, ShiftTime

Seat = tuple[int, int]
"""An assignment by index: (volunteer, need)."""

Seats = frozenset[Seat]


@dataclass(frozen=True, slots=True, kw_only=True)
class Board:
    """What the engine plans on; sets of people are bit sets.

    `shift_of`, `candidates`, `maybe` and `priority` run by need, `overlapping` by shift (each with itself),
    `household_of` by volunteer, `owes` and `members` by household.
    """

    problem: Problem
    sieve: Sieve
    shift_of: tuple[int, ...]
    candidates: tuple[int, ...]
    maybe: tuple[int, ...]
    priority: tuple[int, ...]
    overlapping: tuple[tuple[int, ...], ...]
    household_of: tuple[int, ...]
    members: tuple[int, ...]
    owes: tuple[int | None, ...]
    pins: Seats
    previous: Seats

    @property
    def pair_count(self) -> int:
        """How many (person, need) pairs the rules leave."""
        return sum(people.bit_count() for people in self.candidates)

    def seats(self, plan: Iterable[tuple[str, str]]) -> Seats:
        """A plan by index."""
        people = {volunteer.id: index for index, volunteer in enumerate(self.problem.volunteers)}
        needs = {need.id: index for index, need in enumerate(self.problem.needs)}
        return frozenset((people[volunteer], needs[need]) for volunteer, need in plan)

    def plan(self, seats: Iterable[Seat]) -> Plan:
        """Seats by id."""
        people, needs = self.problem.volunteers, self.problem.needs
        return frozenset((people[person].id, needs[need].id) for person, need in seats)


def lay_out(problem: Problem) -> Board:
    """The board of a problem that holds together (see problem_json.check_problem)."""
    sieve = Sieve(problem)
    shifts = {shift.id: index for index, shift in enumerate(problem.shifts)}
    households = list(dict.fromkeys([h.id for h in problem.households] + [v.household for v in problem.volunteers]))
    owed = {household.id: household.owes for household in problem.households}
    candidates = tuple(sieve.candidates(need) for need in problem.needs)
    number = {household: index for index, household in enumerate(households)}
    household_of = tuple(number[v.household] for v in problem.volunteers)
    board = Board(
        problem=problem,
        sieve=sieve,
        shift_of=tuple(shifts[need.shift] for need in problem.needs),
        candidates=candidates,
        maybe=tuple(c & sieve.said(Reply.MAYBE, n.shift) for c, n in zip(candidates, problem.needs, strict=True)),
        priority=tuple(sieve.roles[need.role].priority for need in problem.needs),
        overlapping=_overlapping(problem.shifts),
        household_of=household_of,
        members=_members(household_of, len(households)),
        owes=tuple(owed.get(household) for household in households),
        pins=frozenset(),
        previous=frozenset(),
    )
    return replace(board, pins=board.seats(problem.pins), previous=board.seats(problem.previous))


def _members(household_of: tuple[int, ...], count: int) -> tuple[int, ...]:
    members = [0] * count
    for person, household in enumerate(household_of):
        members[household] |= 1 << person
    return tuple(members)


def _overlapping(shifts: tuple[ShiftTime, ...]) -> tuple[tuple[int, ...], ...]:
    """Per shift those that share a minute with it, itself among them: a sweep in the order of starts."""
    found: list[set[int]] = [{index} for index in range(len(shifts))]
    running: list[int] = []
    for index in sorted(range(len(shifts)), key=lambda i: (shifts[i].start, i)):
        running = [other for other in running if shifts[other].end > shifts[index].start]
        for other in running:
            found[index].add(other)
            found[other].add(index)
        running.append(index)
    return tuple(tuple(sorted(others)) for others in found)
