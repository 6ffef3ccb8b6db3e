"""What all families are made of: an empty problem, shifts with slots, people in households, ways between places.

Every value comes from the `Random` that is handed in, so that a family, a size and a seed give the same problem again.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import count, pairwise
from random import Random
from typing import Any

Json = dict[str, Any]

FORMAT = "clubhub-roster-instance/1"
DAY = 1440
ADULT = 18
OBJECTIVE = ("required", "optional", "fairness", "preference")
REPAIR_OBJECTIVE = ("required", "changes", "optional", "fairness", "preference")
ANSWERS = ("yes", "maybe")


@dataclass(frozen=True, kw_only=True)
class Homes:
    """How many of a hundred households have one, two, three and four members, and who lives there.

    The first of a household is grown up; of the others, the share `young` is. With `mixed` nobody is sure to be.
    """

    sizes: tuple[int, ...]
    adults: tuple[int, int] = (30, 68)
    youths: tuple[int, int] = (12, 19)
    young: float = 0.45
    mixed: bool = False


def empty_problem(family: str, seed: int, description: str) -> Json:
    lists = "locations travel slots roles shifts needs households volunteers"
    rules = "keep_apart keep_together bans pins previous"
    return {
        "format": FORMAT,
        "name": family,
        "seed": seed,
        "description": description,
        "adult_age": ADULT,
        "objective": list(OBJECTIVE),
        **{name: [] for name in f"{lists} {rules}".split()},
    }


def role(name: str, *requires: str, age: int = 0, priority: int = 1, opt_in: bool = False) -> Json:
    return {"id": name, "requires": list(requires), "min_age": age, "opt_in": opt_in, "priority": priority}


def slot(name: str, start: int, end: int) -> Json:
    return {"id": name, "start": start, "end": end}


def add_shift(problem: Json, location: str, start: int, minutes: int, slots: Iterable[str] = ()) -> str:
    """Add a shift that touches these slots, or all that it overlaps. Returns its id."""
    end = start + minutes
    touched = list(slots) or [s["id"] for s in problem["slots"] if s["start"] < end and start < s["end"]]
    name = f"S{len(problem['shifts'])}"
    shift = {"id": name, "start": start, "end": end, "location": location, "day": start // DAY, "slots": touched}
    problem["shifts"].append(shift)
    return name


def add_need(problem: Json, shift: str, role_name: str, heads: tuple[int, int], points: int) -> str:
    name = f"N{len(problem['needs'])}"
    least, most = heads
    need = {"id": name, "shift": shift, "role": role_name, "min": least, "max": most, "points": points}
    problem["needs"].append(need)
    return name


def add_people(problem: Json, chance: Random, homes: Homes, people: int) -> None:
    """Households until there are so many people, each with an age and nothing else yet; nobody owes anything yet."""
    numbers = count(len(problem["volunteers"]))
    left = people
    while left > 0:
        size = min(left, pick(chance, dict(enumerate(homes.sizes, 1))))
        left -= size
        household = f"H{len(problem['households'])}"
        problem["households"].append({"id": household, "owes": 0})
        for member in range(size):
            grown_up = (homes.mixed or member > 0) and chance.random() < homes.young
            age = chance.randint(*(homes.youths if grown_up else homes.adults))
            problem["volunteers"].append(volunteer(f"V{next(numbers)}", household, age))


def volunteer(name: str, household: str, age: int) -> Json:
    empty: Json = {"skills": {}, "opted_in": [], "availability": {}, "preferences": {}}
    return {"id": name, "household": household, "age": age} | empty


def set_limits(
    problem: Json, chance: Random, in_all: Mapping[int, int], a_day: Mapping[int, int], *, rest: int
) -> None:
    for person in problem["volunteers"]:
        person |= {"max_minutes": pick(chance, in_all), "max_minutes_day": pick(chance, a_day), "min_rest": rest}


def set_preferences(problem: Json, chance: Random, *, likes: float, dislikes: float) -> None:
    """What everybody thinks of each role, or of those they signed up for where one must."""
    for person in problem["volunteers"]:
        asked = person["opted_in"] if problem["roles"][0]["opt_in"] else [r["id"] for r in problem["roles"]]
        for name in asked:
            lot = chance.random()
            if lot < likes + dislikes:
                person["preferences"][name] = 2 if lot < likes else -2


def answer(chance: Random, yes: float, maybe: float) -> str | None:
    lot = chance.random()
    return "yes" if lot < yes else "maybe" if lot < yes + maybe else None


def share_out(problem: Json) -> None:
    """What there is to do at least, divided evenly among the people, each household its members' part."""
    people = problem["volunteers"]
    to_do = sum(need["points"] * need["min"] for need in problem["needs"])
    members: dict[str, int] = {}
    for person in people:
        members[person["household"]] = members.get(person["household"], 0) + 1
    for household in problem["households"]:
        household["owes"] = round(to_do * members[household["id"]] / len(people))


def add_pairs(problem: Json, chance: Random, *, apart: int, together: int) -> None:
    """Strangers who must not meet, and members of a household who come together or not at all."""
    people = problem["volunteers"]
    while len(problem["keep_apart"]) < apart:
        one, other = chance.sample(people, 2)
        if one["household"] != other["household"]:
            problem["keep_apart"].append([one["id"], other["id"]])
    neighbours = [(a, b) for a, b in pairwise(people) if a["household"] == b["household"]]
    taken: set[str] = set()
    for one, other in chance.sample(neighbours, len(neighbours)):
        if len(problem["keep_together"]) < together and not {one["id"], other["id"]} & taken:
            taken |= {one["id"], other["id"]}
            problem["keep_together"].append([one["id"], other["id"]])


def ways(chance: Random, places: int, *, furthest: int) -> list[list[int]]:
    """Minutes between places on a plane, in steps of five, the same both ways."""
    spots = [complex(chance.random(), chance.random()) for _ in range(places)]
    return [[0 if a == b else min(furthest, 5 + 5 * round(abs(a - b) * furthest / 8)) for b in spots] for a in spots]


def points_of(minutes: int) -> int:
    return max(1, round(minutes / 60))


def pick(chance: Random, weights: Mapping[int, int]) -> int:
    return chance.choices(list(weights), list(weights.values()))[0]


def sample_weighted(chance: Random, names: Sequence[str], weights: Sequence[float], size: int) -> list[str]:
    """So many different names, each the sooner the heavier (Efraimidis and Spirakis 2006)."""
    keys = {name: chance.random() ** (1 / weight) for name, weight in zip(names, weights, strict=True)}
    return sorted(names, key=lambda name: -keys[name])[:size]
