"""A season of weekly matches, parents and children of about 150 families, with three times the hours that it takes."""

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
    points_of,
    role,
    set_limits,
    set_preferences,
    share_out,
    slot,
    ways,
)

HOMES = Homes(sizes=(39, 47, 14), adults=(28, 60), youths=(13, 17), young=0.21, mixed=True)
HALLS, FIELD = ("main_hall", "school"), "north_field"
ROLES = (
    role("kiosk", age=14),
    role("scorer", "scorer_course", age=14, priority=2),
    role("timekeeper", age=14, priority=2),
    role("referee", "referee_licence", age=16, priority=3),
    role("first_aid", "first_aid", age=18, priority=2),
    role("setup", age=14),
    role("driver", "driving_licence", age=21, priority=2),
    role("hall_lead", "keyholder", age=18, priority=3),
)
ONE = (1, 1)
MATCH = {"kiosk": (2, 3), "scorer": ONE, "timekeeper": ONE, "referee": ONE, "hall_lead": ONE}
COURSES = {"scorer_course": 0.17, "first_aid": 0.14, "referee_licence": 0.09, "keyholder": 0.075}
MAY_DRIVE, LAPSING = 0.79, 0.4
SLOTS = ((4, 17, 360), (5, 8, 300), (5, 13, 360), (6, 8, 300), (6, 13, 360))
"""Day of the week, hour, minutes."""


def season(chance: Random, seed: int, people: int = 263) -> Json:
    """25 weeks for 263 people, fewer for fewer."""
    weeks = max(1, round(25 * people / 263))
    problem = empty_problem("season", seed, f"Season of {weeks} weekly matches, {people} people")
    problem |= {"locations": [*HALLS, FIELD], "travel": ways(chance, 3, furthest=20)}
    problem["roles"] = [dict(kind) for kind in ROLES]
    for week in range(weeks):
        _week(problem, chance, week)
    add_people(problem, chance, HOMES, people)
    for person in problem["volunteers"]:
        _teach(person, chance, weeks)
        for asked in problem["slots"]:
            if reply := answer(chance, 0.29, 0.17):
                person["availability"][asked["id"]] = reply
    set_limits(problem, chance, {960: 29, 1440: 29, 1920: 23, 2400: 19}, {300: 1, 480: 1}, rest=660)
    set_preferences(problem, chance, likes=0.25, dislikes=0.15)
    share_out(problem)
    add_pairs(problem, chance, apart=people // 26, together=people // 22)
    return problem


def _week(problem: Json, chance: Random, week: int) -> None:
    """A match in a hall, another thing on the field every other week, a long drive in between, and the club evening."""
    begin = week * 7 * DAY
    for day, hour, minutes in SLOTS:
        start = begin + day * DAY + hour * 60
        problem["slots"].append(slot(f"w{week}d{day}h{hour}", start, start + minutes))
    hall = chance.choices(HALLS, (1, 2))[0]
    for start in (540, 780):
        _staff(problem, hall, begin + 5 * DAY + start, 240, MATCH)
    _staff(problem, hall, begin + 5 * DAY + 480, 60, {"setup": (2, 3)})
    if week % 2:
        _staff(problem, FIELD, begin + 6 * DAY + 600, 480, {"driver": (2, 3)})
    else:
        away = {"first_aid": ONE, "kiosk": (1, 2), "driver": (1, 2)}
        _staff(problem, FIELD, begin + 6 * DAY + 540, 300, away)
    _staff(problem, "main_hall", begin + 4 * DAY + 1080, 240, {"kiosk": (1, 2)})


def _staff(problem: Json, location: str, start: int, minutes: int, heads: dict[str, tuple[int, int]]) -> None:
    shift = add_shift(problem, location, start, minutes)
    for name, number in heads.items():
        # The driver of a shorter day still brings everybody home, hence a point more.
        extra = 1 if name == "driver" and minutes < 480 else 0
        add_need(problem, shift, name, number, points_of(minutes) + extra)


def _teach(person: Json, chance: Random, weeks: int) -> None:
    if person["age"] >= 18 and chance.random() < MAY_DRIVE:
        person["skills"]["driving_licence"] = None
    for course, share in COURSES.items():
        if chance.random() < share:
            lapses = chance.randrange(weeks * 7) * DAY
            person["skills"][course] = lapses if chance.random() < LAPSING else None
