"""A festival of five to nine days round the clock: teams to sign up for, arrivals and departures, dear nights."""

from math import floor
from random import Random

from roster_cases.parts import (
    DAY,
    Homes,
    Json,
    add_need,
    add_pairs,
    add_people,
    add_shift,
    answer,
    empty_problem,
    pick,
    points_of,
    role,
    sample_weighted,
    set_limits,
    set_preferences,
    share_out,
    slot,
    ways,
)

HOMES = Homes(sizes=(71, 20, 6, 3))
PLACES = (
    *("gate", "info", "bar_n", "bar_s", "kitchen", "main_stage", "hall_b"),
    *("hall_c", "med", "fire", "logistics", "noc", "parking", "kids"),
)
SKILLS = (
    *("av_intro", "food_hygiene", "radio", "security_briefing"),
    *("forklift", "driving_licence", "bar_intro", "first_aid"),
)
ARRIVALS = {
    5: {0: 32, 1: 20, 2: 48},
    7: {0: 16, 1: 10, 2: 26, 3: 35, 4: 13},
    9: {0: 16, 1: 9, 2: 24, 3: 31, 4: 12, 5: 4, 6: 4},
}
STAYS = {3: 22, 4: 22, 5: 22, 6: 22, 7: 12}
SLOT = 240
YES = (0.2, 0.2, 0.51, 0.58, 0.58, 0.58)
"""By the slot of the day, from midnight, while somebody is there."""

MAYBE = 0.16
PLACES_EACH = 2.4
NIGHT_ENDS = 480
AT_NIGHT, QUIET_DAY = 0.45, 0.45
"""Of the places at midday of a full day; the first two days build up and the last takes down."""


def festival(chance: Random, seed: int, people: int = 5000) -> Json:
    days = 5 if people < 1000 else 7 if people < 3000 else 9
    problem = empty_problem("festival", seed, f"Volunteer-run festival of {days} days, {people} volunteers")
    problem |= {"locations": list(PLACES), "travel": ways(chance, len(PLACES), furthest=20)}
    for day in range(days):
        for number in range(DAY // SLOT):
            start = day * DAY + number * SLOT
            problem["slots"].append(slot(f"d{day}k{number}", start, start + SLOT))
    wanted = _teams(problem, chance, people, days)
    add_people(problem, chance, HOMES, people)
    for person in problem["volunteers"]:
        _sign_up(person, chance, wanted, days)
        _reply(person, chance, days)
    set_limits(problem, chance, {480: 1, 720: 1, 960: 1, 1200: 1}, {360: 1, 480: 1}, rest=420)
    set_preferences(problem, chance, likes=0.4, dislikes=0.1)
    share_out(problem)
    add_pairs(problem, chance, apart=people // 50, together=people // 40)
    return problem


def _teams(problem: Json, chance: Random, people: int, days: int) -> dict[str, int]:
    """The roles with their shifts and needs. Returns the places of each."""
    teams = max(4, round(14 * (people / 500) ** 0.41))
    plans = [_hours(chance, days) for _ in range(teams)]
    sizes = [chance.lognormvariate(0, 0.8) for _ in range(teams)]
    work = sum(
        size * sum(_load(start, days) for start in starts)
        for size, (_minutes, starts) in zip(sizes, plans, strict=True)
    )
    scale = people * PLACES_EACH / work
    wanted: dict[str, int] = {}
    shared: dict[tuple[str, int, int], str] = {}
    for number, (size, (minutes, starts)) in enumerate(zip(sizes, plans, strict=True)):
        name = f"team{number:02}"
        needs = [chance.choice(SKILLS)] if chance.random() < 0.5 else []
        age, priority = pick(chance, {16: 43, 18: 45, 0: 12}), pick(chance, {1: 55, 2: 25, 3: 20})
        problem["roles"].append(role(name, *needs, age=age, priority=priority, opt_in=True))
        location = chance.choice(PLACES)
        wanted[name] = 0
        for start in starts:
            # Two teams with the same hours at a place work the same shifts.
            key = (location, start, minutes)
            shared[key] = shared.get(key) or add_shift(problem, location, start, minutes)
            heads = _heads(chance, size * scale * _load(start, days))
            points = points_of(minutes) * 3 // 2 if _is_night(start) else points_of(minutes)
            add_need(problem, shared[key], name, heads, points)
            wanted[name] += heads[1]
    return wanted


def _hours(chance: Random, days: int) -> tuple[int, list[int]]:
    """The minutes of a team's shifts and their starts: round the clock, or from the morning into the evening."""
    minutes = pick(chance, {120: 25, 180: 25, 240: 30, 360: 20})
    if chance.random() < 0.35:
        return minutes, [day * DAY + start for day in range(days) for start in range(0, DAY, minutes)]
    opens = chance.choice((540, 570, 600))
    starts = []
    for day in range(days):
        closes = chance.choice((1320, 1380))
        starts += [day * DAY + start for start in range(opens, closes - minutes + 1, minutes)]
    return minutes, starts


def _is_night(start: int) -> bool:
    return start % DAY < NIGHT_ENDS


def _load(start: int, days: int) -> float:
    is_full = 2 <= start // DAY < days - 1
    return (1 if is_full else QUIET_DAY) * (AT_NIGHT if _is_night(start) else 1)


def _heads(chance: Random, size: float) -> tuple[int, int]:
    """About 85 % of the places are required."""
    most = max(1, floor(size * chance.uniform(0.9, 1.1) + 0.5))
    return (most, most) if most < 3 else (min(most - 1, round(most * 0.85)), most)


def _sign_up(person: Json, chance: Random, wanted: dict[str, int], days: int) -> None:
    """Teams are chosen by their size, without a look at what they ask for."""
    number = chance.randint(2, 5 if days == 5 else 6)
    person["opted_in"] = sample_weighted(chance, list(wanted), list(wanted.values()), number)
    for skill in SKILLS:
        if chance.random() < 0.36:
            person["skills"][skill] = chance.randint(0, days) * DAY if chance.random() < 0.18 else None


def _reply(person: Json, chance: Random, days: int) -> None:
    arrives = pick(chance, ARRIVALS[days])
    leaves = min(days, arrives + pick(chance, STAYS))
    for day in range(arrives, leaves):
        for number, yes in enumerate(YES):
            if reply := answer(chance, yes, MAYBE):
                person["availability"][f"d{day}k{number}"] = reply
