"""A swim meet of two days: many easy places, few licences; and the same with too few people and known holes."""

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
    set_limits,
    set_preferences,
    share_out,
    slot,
)

HOMES = Homes(sizes=(33, 47, 7, 13), adults=(30, 66), youths=(13, 19))
FAR = 400 * DAY
LONG_AGO, JUST_LAPSED = -30 * DAY, -5 * DAY
POOL_ROLES = (
    (role("timekeeper", age=14), (6, 8)),
    (role("chief_timekeeper", "timing_licence", age=18, priority=2), (1, 1)),
    (role("judge", "judge_licence", age=18, priority=2), (2, 3)),
    (role("starter", "starter_licence", age=18, priority=3), (1, 1)),
    (role("first_aid", "first_aid", age=18, priority=3), (1, 2)),
    (role("marshal", age=14), (3, 4)),
)
KITCHEN = (role("kitchen", age=12), (4, 6))
SETUP = (role("setup", age=16), (4, 5))
LICENCES = {"timing_licence": 0.1, "judge_licence": 0.1, "starter_licence": 0.09, "first_aid": 0.17}
EXPIRIES = {None: 74, LONG_AGO: 12, FAR: 7, DAY: 7}
SLOTS = ((420, 720), (720, 840), (840, 1140))


def swim_meet(chance: Random, seed: int, people: int = 60) -> Json:
    problem = empty_problem("swim_meet", seed, f"Club swim meet, 2 days, {people} volunteers")
    _programme(problem, chance, people / 60)
    _helpers(problem, chance, people, yes=0.47, maybe=0.22)
    share_out(problem)
    add_pairs(problem, chance, apart=people // 15, together=people // 15)
    return problem


def hopeless(chance: Random, seed: int, people: int = 40) -> Json:
    """Twice the places for two thirds of the people; `truth` says which rule leaves which need without anybody."""
    problem = empty_problem(
        "hopeless", seed, "Over-constrained meet: several needs have no candidate, and why is known"
    )
    _programme(problem, chance, people / 20)
    _helpers(problem, chance, people, yes=0.3, maybe=0.21)
    share_out(problem)
    add_pairs(problem, chance, apart=people // 10, together=people // 10)
    _make_holes(problem, chance)
    return problem


def _programme(problem: Json, chance: Random, scale: float) -> None:
    way = chance.choice((10, 15))
    problem |= {"locations": ["pool", "hall"], "travel": [[0, way], [way, 0]]}
    problem["roles"] = [dict(kind) for kind, _heads in (*POOL_ROLES, KITCHEN, SETUP)]
    for day in range(2):
        for number, (start, end) in enumerate(SLOTS):
            problem["slots"].append(slot(f"d{day}k{number}", day * DAY + start, day * DAY + end))
        for start in (510, 840):
            _staff(problem, "pool", day * DAY + start, 240, scale, *POOL_ROLES)
            _staff(problem, "hall", day * DAY + start - 30, 300, scale, KITCHEN)
        _staff(problem, "pool", day * DAY + 420, 60, scale, SETUP)
        _staff(problem, "pool", day * DAY + 1085, 55, scale, SETUP)


def _staff(
    problem: Json, location: str, start: int, minutes: int, scale: float, *kinds: tuple[Json, tuple[int, int]]
) -> None:
    shift = add_shift(problem, location, start, minutes)
    for kind, heads in kinds:
        least, most = (max(1, round(number * scale)) for number in heads)
        add_need(problem, shift, kind["id"], (least, most), points_of(minutes))


def _helpers(problem: Json, chance: Random, people: int, *, yes: float, maybe: float) -> None:
    add_people(problem, chance, HOMES, people)
    for person in problem["volunteers"]:
        for licence, share in LICENCES.items():
            if person["age"] >= 18 and chance.random() < share:
                person["skills"][licence] = chance.choices(list(EXPIRIES), list(EXPIRIES.values()))[0]
        for asked in problem["slots"]:
            if reply := answer(chance, yes, maybe):
                person["availability"][asked["id"]] = reply
    set_limits(problem, chance, {300: 30, 480: 23, 600: 20, 900: 27}, {300: 35, 540: 43, 600: 22}, rest=600)
    set_preferences(problem, chance, likes=0.25, dislikes=0.16)


def _make_holes(problem: Json, chance: Random) -> None:
    """Nobody is a judge, every starter's licence has lapsed, nobody was asked early enough to set up.

    By the seed, one rule more keeps everybody from one more role.
    """
    holders = [person for person in problem["volunteers"] if person["age"] >= 18]
    for person in problem["volunteers"]:
        person["skills"].pop("judge_licence", None)
        person["skills"].pop("starter_licence", None)
    starters = chance.sample(holders, min(len(holders), 2 + len(holders) // 7))
    for person in starters:
        person["skills"]["starter_licence"] = JUST_LAPSED
    # So that it is the licence alone that keeps this one away.
    starters[0]["availability"] = {asked["id"]: "yes" for asked in problem["slots"]}
    reasons = {"judge": "skill_missing", "starter": "skill_expired", "setup": "not_available"}
    for shift in problem["shifts"]:
        if any(need["role"] == "setup" for need in problem["needs"] if need["shift"] == shift["id"]):
            problem["slots"].append(slot(f"x{shift['id']}", shift["start"], shift["end"]))
            shift["slots"] = [f"x{shift['id']}"]
    reasons |= _one_more_hole(problem, chance)
    problem["truth"] = {need["id"]: reasons[need["role"]] for need in problem["needs"] if need["role"] in reasons}


def _one_more_hole(problem: Json, chance: Random) -> dict[str, str]:
    reason = ("none", "under_age", "opt_in", "banned")[pick(chance, {0: 1, 1: 1, 2: 1, 3: 1})]
    marshal = next(kind for kind in problem["roles"] if kind["id"] == "marshal")
    if reason == "under_age":
        marshal["min_age"] = 90
    elif reason == "opt_in":
        marshal["opt_in"] = True
    elif reason == "banned":
        needs = [need["id"] for need in problem["needs"] if need["role"] == "marshal"]
        problem["bans"] = [{"volunteer": v["id"], "need": need} for v in problem["volunteers"] for need in needs]
    return {} if reason == "none" else {"marshal": reason}
