"""Judges plans for problems in the format clubhub-roster-instance/1: every rule literally, on the JSON.

It knows nothing of the engine and shares no code with it. A plan is a list of pairs (volunteer id, need id).

With `pins_excused` a fault that pins alone are guilty of isn't one: a pin stays in every plan, also against the rules.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Any, NamedTuple

Json = dict[str, Any]
Pair = tuple[str, str]
Plan = Sequence[Pair]

DEARER_FROM = (0, 2, 4, 8)
"""Each point that a household is off costs one more from here on."""


class Fault(NamedTuple):
    """A broken rule and the assignments that break it together; none where one is missing."""

    rule: str
    pairs: tuple[Pair, ...]


class Names:
    """The parts of a problem by their ids."""

    def __init__(self, problem: Json) -> None:
        self.people = {person["id"]: person for person in problem["volunteers"]}
        self.needs = {need["id"]: need for need in problem["needs"]}
        self.roles = {role["id"]: role for role in problem["roles"]}
        self.shifts = {shift["id"]: shift for shift in problem["shifts"]}
        self.bans = {(ban["volunteer"], ban["need"]) for ban in problem["bans"]}

    def shift_of(self, pair: Pair) -> Json:
        shift: Json = self.shifts[self.needs[pair[1]]["shift"]]
        return shift

    def role_of(self, pair: Pair) -> Json:
        role: Json = self.roles[self.needs[pair[1]]["role"]]
        return role


def faults(problem: Json, plan: Plan, *, pins_excused: bool = False) -> list[Fault]:
    """Every broken rule, as often as it is broken."""
    names = Names(problem)
    known = {pair for pair in plan if pair[0] in names.people and pair[1] in names.needs}
    found = [Fault("unknown_id", (pair,)) for pair in plan if pair not in known]
    times = Counter(pair for pair in plan if pair in known)
    found += [Fault("duplicate", (pair,)) for pair, number in times.items() for _ in range(number - 1)]
    pairs = list(times)
    found += [Fault("pin_lost", ()) for pin in problem["pins"] if (pin["volunteer"], pin["need"]) not in times]
    for pair in pairs:
        found += [Fault(rule, (pair,)) for rule in broken_alone(names, *pair)]
    found += _of_a_person(problem, names, pairs)
    found += _of_a_need(names, pairs)
    found += _of_a_shift(problem, names, pairs)
    pins = {(pin["volunteer"], pin["need"]) for pin in problem["pins"]} if pins_excused else set()
    return [fault for fault in found if not fault.pairs or not pins.issuperset(fault.pairs)]


def broken_alone(names: Names, person_id: str, need_id: str) -> list[str]:
    """The rules against this person on this need, whatever else the plan holds."""
    person, pair = names.people[person_id], (person_id, need_id)
    role, shift = names.role_of(pair), names.shift_of(pair)
    found = ["banned"] if pair in names.bans else []
    if role["opt_in"] and role["id"] not in person["opted_in"]:
        found.append("opt_in")
    for skill in role["requires"]:
        if skill not in person["skills"]:
            found.append("skill_missing")
        elif (lapses := person["skills"][skill]) is not None and lapses < shift["end"]:
            found.append("skill_expired")
    if person["age"] < role["min_age"]:
        found.append("under_age")
    replies = {person["availability"].get(slot, "no") for slot in shift["slots"]}
    return [*found, "not_available"] if "no" in replies else found


def _of_a_person(problem: Json, names: Names, pairs: list[Pair]) -> Iterator[Fault]:
    own: dict[str, list[Pair]] = {}
    for pair in pairs:
        own.setdefault(pair[0], []).append(pair)
    for person_id, mine in own.items():
        person = names.people[person_id]
        for two in combinations(mine, 2):
            for rule in _clashes(problem, person, *map(names.shift_of, two)):
                yield Fault(rule, two)
        days: dict[int, list[Pair]] = {}
        for pair in mine:
            days.setdefault(names.shift_of(pair)["day"], []).append(pair)
        if _minutes(names, mine) > person["max_minutes"]:
            yield Fault("max_minutes", tuple(mine))
        for on_it in days.values():
            if _minutes(names, on_it) > person["max_minutes_day"]:
                yield Fault("max_minutes_day", tuple(on_it))


def _clashes(problem: Json, person: Json, one: Json, other: Json) -> Iterator[str]:
    """What keeps one person from both shifts."""
    if set(range(one["start"], one["end"])) & set(range(other["start"], other["end"])):
        yield "overlap"
        return
    first, then = (one, other) if one["end"] <= other["start"] else (other, one)
    pause = then["start"] - first["end"]
    places = problem["locations"]
    if pause < problem["travel"][places.index(first["location"])][places.index(then["location"])]:
        yield "travel"
    if first["day"] != then["day"] and pause < person["min_rest"]:
        yield "rest"


def _minutes(names: Names, pairs: Sequence[Pair]) -> int:
    return sum(shift["end"] - shift["start"] for shift in map(names.shift_of, pairs))


def _of_a_need(names: Names, pairs: list[Pair]) -> Iterator[Fault]:
    on_need: dict[str, list[Pair]] = {}
    for pair in pairs:
        on_need.setdefault(pair[1], []).append(pair)
    for need_id, on_it in on_need.items():
        if len(on_it) > names.needs[need_id]["max"]:
            yield Fault("over_max", tuple(on_it))


def _of_a_shift(problem: Json, names: Names, pairs: list[Pair]) -> Iterator[Fault]:
    """Who meets whom there, who comes without whom, and who is alone with children."""
    here: dict[str, dict[str, list[Pair]]] = {}
    for pair in pairs:
        here.setdefault(names.shift_of(pair)["id"], {}).setdefault(pair[0], []).append(pair)
    for people in here.values():
        for one, other in problem["keep_apart"]:
            if one in people and other in people:
                yield Fault("keep_apart", (*people[one], *people[other]))
        for two in problem["keep_together"]:
            come = [name for name in two if name in people]
            if len(come) == 1:
                yield Fault("keep_together", tuple(people[come[0]]))
        if all(names.people[name]["age"] < problem["adult_age"] for name in people):
            yield Fault("minor_alone", tuple(pair for mine in people.values() for pair in mine))


def score(problem: Json, plan: Plan) -> dict[str, int]:
    """All levels that there are, smaller is better; `withdrawn` and `if_need_be` are the program's own."""
    names, pairs = Names(problem), set(plan)
    heads = Counter(need for _person, need in pairs)
    before = {(pair["volunteer"], pair["need"]) for pair in problem["previous"]}
    unsure = sum("maybe" in _replies(names, pair) for pair in pairs)
    wishes = sum(names.people[person]["preferences"].get(names.needs[need]["role"], 0) for person, need in pairs)
    required = optional = 0
    for need_id, need in names.needs.items():
        missing = max(0, need["max"] - heads[need_id])
        spare = min(missing, need["max"] - need["min"])
        optional += spare
        required += names.roles[need["role"]]["priority"] * (missing - spare)
    return {
        "required": required,
        "withdrawn": len(before - pairs),
        "changes": len(before - pairs) + len(pairs - before) if before else 0,
        "optional": optional,
        "if_need_be": unsure,
        "fairness": _unevenness(problem, names, pairs),
        "preference": 2 * len(pairs) - wishes + 3 * unsure,
    }


def values(problem: Json, plan: Plan) -> tuple[int, ...]:
    """The levels of the problem's own objective, in its order."""
    judged = score(problem, plan)
    return tuple(judged[level] for level in problem["objective"])


def _replies(names: Names, pair: Pair) -> list[str | None]:
    return [names.people[pair[0]]["availability"].get(slot) for slot in names.shift_of(pair)["slots"]]


def _unevenness(problem: Json, names: Names, pairs: set[Pair]) -> int:
    """Only the households that the problem lists count."""
    worked: Counter[str] = Counter()
    for person, need in pairs:
        worked[names.people[person]["household"]] += names.needs[need]["points"]
    off = (abs(home["owes"] - worked[home["id"]]) for home in problem["households"])
    return sum(points - step for points in off for step in DEARER_FROM if points > step)
