"""Every valid plan of a tiny problem, the best of them, and the fewest changes that the best cover takes.

Up to about five people and five needs; a plan is tried whole before it counts, so that nothing rests on the pruning.
"""

from collections.abc import Iterator
from itertools import combinations
from math import comb
from typing import NamedTuple

from tests.rostering.judge import Json, Names, Pair, broken_alone, faults, score, values

MOST_PLANS = 20_000
LONE_RULES = ("unknown_id", "overlap", "travel", "rest", "max_minutes", "max_minutes_day")


class TooMany(Exception):
    """There are more plans than anybody would wait for."""


class Best(NamedTuple):
    """What no plan beats, in the order of the problem's objective, and all the plans that reach it."""

    values: tuple[int, ...]
    plans: list[frozenset[Pair]]


def valid_plans(problem: Json) -> Iterator[frozenset[Pair]]:
    """Every plan that the judge passes, pins excused. Raises TooMany."""
    own = [_plans_of_one(problem, person["id"]) for person in problem["volunteers"]]
    names = Names(problem)
    pins = {(pin["volunteer"], pin["need"]) for pin in problem["pins"]}
    room = {need["id"]: max(need["max"], sum(pin[1] == need["id"] for pin in pins)) for need in names.needs.values()}
    for tried, plan in enumerate(_combined(own, room)):
        if tried > MOST_PLANS:
            raise TooMany
        if not faults(problem, sorted(plan), pins_excused=True):
            yield plan


def best(problem: Json) -> Best:
    """There is always one: the pins alone. Raises TooMany."""
    found = Best((), [])
    for plan in valid_plans(problem):
        judged = values(problem, sorted(plan))
        if not found.plans or judged < found.values:
            found = Best(judged, [plan])
        elif judged == found.values:
            found.plans.append(plan)
    return found


def fewest_changes(problem: Json) -> tuple[int, int]:
    """The least `required` that any plan has, and the least `changes` of those that have it. Raises TooMany."""
    judged = (score(problem, sorted(plan)) for plan in valid_plans(problem))
    return min((levels["required"], levels["changes"]) for levels in judged)


def could_take(problem: Json, needs: list[str]) -> set[str]:
    """Who could take at least one of these needs for all the rules about them alone: to count a Hall set again."""
    names = Names(problem)
    return {name for name in names.people if not all(broken_alone(names, name, need) for need in needs)}


def lifted(problem: Json, rule: str) -> Json:
    """The problem without a rule that is about one person and one need."""
    if rule == "banned":
        return problem | {"bans": []}
    if rule == "not_available":
        return problem | {"shifts": [shift | {"slots": []} for shift in problem["shifts"]]}
    if rule == "skill_expired":
        everlasting = [person | {"skills": dict.fromkeys(person["skills"])} for person in problem["volunteers"]]
        return problem | {"volunteers": everlasting}
    gone: Json = {"opt_in": {"opt_in": False}, "under_age": {"min_age": 0}, "skill_missing": {"requires": []}}[rule]
    return problem | {"roles": [role | gone for role in problem["roles"]]}


def _plans_of_one(problem: Json, name: str) -> list[tuple[Pair, ...]]:
    """What this person could do if there were nobody else."""
    pins = tuple((pin["volunteer"], pin["need"]) for pin in problem["pins"] if pin["volunteer"] == name)
    pins = tuple(dict.fromkeys(pins))
    names = Names(problem)
    free = [(name, need) for need in names.needs if not broken_alone(names, name, need)]
    free = [pair for pair in free if pair not in pins]
    if sum(comb(len(free), size) for size in range(5)) > MOST_PLANS:
        raise TooMany
    plans = [pins]
    for size in range(1, len(free) + 1):
        wider = [(*pins, *some) for some in combinations(free, size)]
        fitting = [plan for plan in wider if not _is_broken_by_one(problem, plan)]
        if not fitting:
            # Less work and fewer shifts never break a rule of this kind.
            break
        plans += fitting
    return plans


def _is_broken_by_one(problem: Json, plan: tuple[Pair, ...]) -> bool:
    return any(fault.rule in LONE_RULES for fault in faults(problem, plan, pins_excused=True))


def _combined(own: list[list[tuple[Pair, ...]]], room: dict[str, int]) -> Iterator[frozenset[Pair]]:
    """One plan of each person, as long as the needs have room."""
    if not own:
        yield frozenset()
        return
    first, *others = own
    for plan in first:
        left = room.copy()
        for _person, need in plan:
            left[need] -= 1
        if all(number >= 0 for number in left.values()):
            for rest in _combined(others, left):
                yield rest.union(plan)
