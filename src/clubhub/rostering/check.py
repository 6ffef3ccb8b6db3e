"""A literal check of a plan against the rules: slow, plain, and sharing nothing with the engine.

The service runs it before a plan is written; what it returns is for the log and the tests, not for people.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from clubhub.rostering.problem import Pair, Plan, Problem, Reply, ShiftTime, Volunteer

Broken = tuple[str, Sequence[Pair]]
"""A broken rule and the pairs that break it together."""


def violations(problem: Problem, plan: Iterable[Pair]) -> list[str]:
    """Every broken rule as "rule: ids", empty for a valid plan. What pins alone are guilty of doesn't count."""
    pairs = list(plan)
    people, needs = {v.id for v in problem.volunteers}, {n.id for n in problem.needs}
    unknown = [f"unknown id: {v}, {n}" for v, n in pairs if v not in people or n not in needs]
    if unknown:
        return unknown
    found = [f"twice: {v}, {n}" for (v, n), count in Counter(pairs).items() if count > 1]
    unique = frozenset(pairs)
    found += [f"pin lost: {v}, {n}" for v, n in problem.pins if (v, n) not in unique]
    pins = frozenset(problem.pins)
    return [*found, *(rule for rule, guilty in _broken(problem, unique) if not pins.issuperset(guilty))]


def _broken(problem: Problem, plan: Plan) -> Iterator[Broken]:
    yield from _not_able(problem, plan)
    yield from _clashing(problem, plan)
    yield from _over_limits(problem, plan)
    yield from _in_bad_company(problem, plan)
    on_it: dict[str, list[Pair]] = defaultdict(list)
    for pair in plan:
        on_it[pair[1]].append(pair)
    yield from ((f"too many: {need.id}", on_it[need.id]) for need in problem.needs if len(on_it[need.id]) > need.max)


def _not_able(problem: Problem, plan: Plan) -> Iterator[Broken]:
    people, needs = {v.id: v for v in problem.volunteers}, {n.id: n for n in problem.needs}
    roles, shifts = {r.id: r for r in problem.roles}, {s.id: s for s in problem.shifts}
    bans = set(problem.bans)
    for person, name in sorted(plan):
        guilty = [(person, name)]
        volunteer, role, shift = people[person], roles[needs[name].role], shifts[needs[name].shift]
        if volunteer.age < role.min_age:
            yield f"too young: {person}, {name}", guilty
        if role.opt_in and role.id not in volunteer.opted_in:
            yield f"not signed up: {person}, {name}", guilty
        if (person, name) in bans:
            yield f"banned: {person}, {name}", guilty
        if any(volunteer.availability.get(slot) not in (Reply.YES, Reply.MAYBE) for slot in shift.slots):
            yield f"not available: {person}, {name}", guilty
        for skill in role.requires:
            if not _holds(volunteer, skill, shift.end):
                yield f"skill {skill}: {person}, {name}", guilty


def _holds(volunteer: Volunteer, skill: str, until: int) -> bool:
    if skill not in volunteer.skills:
        return False
    expiry = volunteer.skills[skill]
    return expiry is None or expiry >= until


def _shifts_of(problem: Problem, plan: Plan) -> dict[str, list[tuple[str, ShiftTime]]]:
    """Per volunteer the needs with their shifts, in the order of time."""
    shifts = {s.id: s for s in problem.shifts}
    shift_of = {n.id: shifts[n.shift] for n in problem.needs}
    found: dict[str, list[tuple[str, ShiftTime]]] = defaultdict(list)
    for person, need in sorted(plan, key=lambda pair: (shift_of[pair[1]].start, shift_of[pair[1]].end, pair)):
        found[person].append((need, shift_of[need]))
    return found


def _clashing(problem: Problem, plan: Plan) -> Iterator[Broken]:
    place = {location: index for index, location in enumerate(problem.locations)}
    volunteers = {v.id: v for v in problem.volunteers}
    for person, shifts in _shifts_of(problem, plan).items():
        for (one, first), (other, second) in combinations(shifts, 2):
            gap = second.start - first.end
            names, guilty = f"{person}, {one}, {other}", [(person, one), (person, other)]
            if gap < 0:
                yield f"two at once: {names}", guilty
            elif gap < _minutes_between(problem, place, first.location, second.location):
                yield f"no time to travel: {names}", guilty
            if 0 <= gap < volunteers[person].min_rest and first.day != second.day:
                yield f"no rest: {names}", guilty


def _minutes_between(problem: Problem, place: dict[str, int], one: str, other: str) -> int:
    return problem.travel[place[one]][place[other]] if one in place and other in place else 0


def _over_limits(problem: Problem, plan: Plan) -> Iterator[Broken]:
    volunteers = {v.id: v for v in problem.volunteers}
    for person, shifts in _shifts_of(problem, plan).items():
        days: dict[int, list[tuple[str, ShiftTime]]] = defaultdict(list)
        for need, shift in shifts:
            days[shift.day].append((need, shift))
        if _minutes(shifts) > volunteers[person].max_minutes:
            yield f"too much in all: {person}", [(person, need) for need, _shift in shifts]
        for day, own in days.items():
            if _minutes(own) > volunteers[person].max_minutes_day:
                yield f"too much in a day: {person}, {day}", [(person, need) for need, _shift in own]


def _minutes(shifts: Iterable[tuple[str, ShiftTime]]) -> int:
    return sum(shift.end - shift.start for _need, shift in shifts)


def _in_bad_company(problem: Problem, plan: Plan) -> Iterator[Broken]:
    shift_of = {n.id: n.shift for n in problem.needs}
    age = {v.id: v.age for v in problem.volunteers}
    there: dict[str, dict[str, list[Pair]]] = defaultdict(lambda: defaultdict(list))
    for person, need in sorted(plan):
        there[shift_of[need]][person].append((person, need))
    for shift, people in sorted(there.items()):
        for one, other in problem.keep_apart:
            if one in people and other in people:
                yield f"kept apart: {shift}, {one}, {other}", [*people[one], *people[other]]
        for one, other in problem.keep_together:
            if (one in people) != (other in people):
                yield f"kept together: {shift}, {one}, {other}", people[one if one in people else other]
        if all(age[person] < problem.adult_age for person in people):
            yield f"no adult: {shift}", [pair for own in people.values() for pair in own]
