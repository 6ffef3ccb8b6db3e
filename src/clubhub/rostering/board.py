"""The problem in numbers: people, needs, shifts and households by index, ready to be planned on."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import reduce
from operator import or_

from clubhub.rostering.bits import bit_set
from clubhub.rostering.clashes import Clashes, clash_graphs
from clubhub.rostering.company import without_adult, without_partner
from clubhub.rostering.filter import Sieve
from clubhub.rostering.problem import Plan, Problem, Reply, ShiftTime, Two

Seat = tuple[int, int]
"""An assignment by index: (volunteer, need)."""

Seats = frozenset[Seat]


@dataclass(frozen=True, slots=True, kw_only=True)
class Board:
    """What the engine plans on; sets of people are bit sets.

    `shifts` are in the order of their starts; `possible`, by shift, are those whom no rule of their own keeps from it.
    `pinned`, by shift too, are those who are pinned to it. `shift_of`, `candidates`, `maybe` and `priority` run by
    need, `clashes`, `household_of`, `group_of`, `together` and `apart` by volunteer, `owes` and `members` by household.
    `groups` are those who are kept together, through others too, two or more each (`group_of` is -1 for all others);
    `together` and `apart` list whom a rule names beside somebody. `minors` are those who need an adult with them.
    """

    problem: Problem
    sieve: Sieve
    shifts: tuple[ShiftTime, ...]
    shift_of: tuple[int, ...]
    needs_of_shift: tuple[tuple[int, ...], ...]
    possible: tuple[int, ...]
    pinned: tuple[int, ...]
    candidates: tuple[int, ...]
    maybe: tuple[int, ...]
    priority: tuple[int, ...]
    clashes: tuple[Clashes, ...]
    minors: int
    groups: tuple[tuple[int, ...], ...]
    group_of: tuple[int, ...]
    together: tuple[tuple[int, ...], ...]
    apart: tuple[tuple[int, ...], ...]
    household_of: tuple[int, ...]
    members: tuple[int, ...]
    owes: tuple[int | None, ...]
    pins: Seats
    previous: Seats

    @property
    def pair_count(self) -> int:
        """How many (person, need) pairs the rules leave."""
        return sum(people.bit_count() for people in self.candidates)

    def minutes(self, shift: int) -> int:
        """How long a shift is."""
        return self.shifts[shift].end - self.shifts[shift].start

    def dislike(self, seat: Seat) -> int:
        """What a seat costs in preference: 0 (likes the role) to 7 (doesn't, and said "if need be")."""
        person, need = seat
        liking = self.problem.volunteers[person].preferences.get(self.problem.needs[need].role, 0)
        return 2 - liking + 3 * (self.maybe[need] >> person & 1)

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
    """The board of a problem that holds together (see faults.check_problem)."""
    sieve = Sieve(problem)
    shifts = tuple(sorted(problem.shifts, key=lambda shift: (shift.start, shift.end)))
    number = {shift.id: index for index, shift in enumerate(shifts)}
    shift_of = tuple(number[need.shift] for need in problem.needs)
    needs_of_shift = _lists(shift_of, len(shifts))
    graphs = clash_graphs(problem, shifts)
    household_of = _household_of(problem)
    people = {volunteer.id: index for index, volunteer in enumerate(problem.volunteers)}
    groups = _groups([(people[one], people[other]) for one, other in problem.keep_together])
    minors = bit_set([i for i, v in enumerate(problem.volunteers) if v.age < problem.adult_age], sieve.size)
    able = [sieve.candidates(need) for need in problem.needs]
    together = _others(problem.keep_together, people)
    pinned = _pinned(problem, people, shift_of, len(shifts))
    possible = [reduce(or_, (able[need] for need in own), pinned[s]) for s, own in enumerate(needs_of_shift)]
    partnerless = [without_partner(groups, together, *both) for both in zip(possible, pinned, strict=True)]
    kept_away = [tied | without_adult(minors, own & ~tied) for tied, own in zip(partnerless, possible, strict=True)]
    board = Board(
        problem=problem,
        sieve=sieve,
        shifts=shifts,
        shift_of=shift_of,
        needs_of_shift=needs_of_shift,
        possible=tuple(possible),
        pinned=pinned,
        candidates=tuple(people & ~kept_away[shift] for people, shift in zip(able, shift_of, strict=True)),
        maybe=tuple(sieve.said(Reply.MAYBE, shifts[shift]) for shift in shift_of),
        priority=tuple(sieve.roles[need.role].priority for need in problem.needs),
        clashes=tuple(graphs[volunteer.min_rest] for volunteer in problem.volunteers),
        minors=minors,
        groups=groups,
        group_of=_group_of(groups, sieve.size),
        together=together,
        apart=_others(problem.keep_apart, people),
        household_of=household_of,
        members=tuple(bit_set(own, sieve.size) for own in _lists(household_of, len(problem.households))),
        owes=tuple(household.owes for household in problem.households),
        pins=frozenset(),
        previous=frozenset(),
    )
    return replace(board, pins=board.seats(problem.pins), previous=board.seats(problem.previous))


def _pinned(problem: Problem, people: Mapping[str, int], shift_of: Sequence[int], shifts: int) -> tuple[int, ...]:
    """Per shift who is pinned to it (bit sets)."""
    needs = {need.id: index for index, need in enumerate(problem.needs)}
    pinned = [0] * shifts
    for volunteer, need in problem.pins:
        pinned[shift_of[needs[need]]] |= 1 << people[volunteer]
    return tuple(pinned)


def _household_of(problem: Problem) -> tuple[int, ...]:
    number = {household.id: index for index, household in enumerate(problem.households)}
    return tuple(number[volunteer.household] for volunteer in problem.volunteers)


def _lists(values: Sequence[int], count: int) -> tuple[tuple[int, ...], ...]:
    """Per value below `count` the positions where it stands."""
    lists: list[list[int]] = [[] for _value in range(count)]
    for position, value in enumerate(values):
        lists[value].append(position)
    return tuple(map(tuple, lists))


def _groups(pairs: Iterable[tuple[int, int]]) -> tuple[tuple[int, ...], ...]:
    """Who is tied to whom, through others too."""
    group_of: dict[int, set[int]] = {}
    for one, other in pairs:
        united = group_of.get(one, {one}) | group_of.get(other, {other})
        group_of |= dict.fromkeys(united, united)
    distinct = {tuple(sorted(group)) for group in group_of.values()}
    return tuple(sorted(group for group in distinct if len(group) > 1))


def _group_of(groups: Sequence[Sequence[int]], size: int) -> tuple[int, ...]:
    group_of = [-1] * size
    for index, group in enumerate(groups):
        for person in group:
            group_of[person] = index
    return tuple(group_of)


def _others(pairs: Iterable[Two], people: dict[str, int]) -> tuple[tuple[int, ...], ...]:
    """Per volunteer whom the pairs name beside them."""
    others: list[set[int]] = [set() for _person in people]
    for one, other in pairs:
        others[people[one]].add(people[other])
        others[people[other]].add(people[one])
    return tuple(tuple(sorted(found)) for found in others)
