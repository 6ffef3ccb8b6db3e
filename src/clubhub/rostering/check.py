"""A literal check of a plan against the rules: slow, plain, and sharing nothing with the engine.

The service runs it before a plan is written; what it returns is for the log and the tests, not for people.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import combinations

from clubhub.rostering.problem import Pair, Plan, Problem, Reply, Volunteer


def violations(problem: Problem, plan: Iterable[Pair]) -> list[str]:
    """Every broken rule as "rule: ids", empty for a valid plan. Pins may break rules among themselves."""
    pairs = list(plan)
    people, needs = {v.id for v in problem.volunteers}, {n.id for n in problem.needs}
    unknown = [f"unknown id: {v}, {n}" for v, n in pairs if v not in people or n not in needs]
    if unknown:
        return unknown
    found = [f"twice: {v}, {n}" for (v, n), count in Counter(pairs).items() if count > 1]
    unique = frozenset(pairs)
    found += [f"pin lost: {v}, {n}" for v, n in problem.pins if (v, n) not in unique]
    return [*found, *_not_able(problem, unique), *_at_once(problem, unique), *_too_many(problem, unique)]


def _not_able(problem: Problem, plan: Plan) -> Iterator[str]:
    people, needs = {v.id: v for v in problem.volunteers}, {n.id: n for n in problem.needs}
    roles, shifts = {r.id: r for r in problem.roles}, {s.id: s for s in problem.shifts}
    for person, name in sorted(plan - set(problem.pins)):
        volunteer, need = people[person], needs[name]
        role = roles[need.role]
        if volunteer.age < role.min_age:
            yield f"too young: {person}, {name}"
        if volunteer.availability.get(need.shift) not in (Reply.YES, Reply.MAYBE):
            yield f"not available: {person}, {name}"
        for skill in role.requires:
            if not _holds(volunteer, skill, shifts[need.shift].end):
                yield f"skill {skill}: {person}, {name}"


def _holds(volunteer: Volunteer, skill: str, until: int) -> bool:
    if skill not in volunteer.skills:
        return False
    expiry = volunteer.skills[skill]
    return expiry is None or expiry >= until


def _at_once(problem: Problem, plan: Plan) -> Iterator[str]:
    shifts = {s.id: s for s in problem.shifts}
    shift_of = {n.id: shifts[n.shift] for n in problem.needs}
    pins = set(problem.pins)
    needs_of: dict[str, list[str]] = {}
    for person, need in sorted(plan):
        needs_of.setdefault(person, []).append(need)
    for person, names in needs_of.items():
        for one, other in combinations(names, 2):
            a, b = shift_of[one], shift_of[other]
            if a.start < b.end and b.start < a.end and not {(person, one), (person, other)} <= pins:
                yield f"two at once: {person}, {one}, {other}"


def _too_many(problem: Problem, plan: Plan) -> Iterator[str]:
    heads = Counter(need for _person, need in plan)
    pinned = Counter(need for _person, need in set(problem.pins))
    for need in problem.needs:
        if heads[need.id] > max(need.max, pinned[need.id]):
            yield f"too many: {need.id}, {heads[need.id]}"
