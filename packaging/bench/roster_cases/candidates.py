"""Who may take which need, looked at alone: skill, expiry, age, sign-up, reply and ban."""

from roster_cases.parts import Json


def candidates(problem: Json) -> dict[str, list[str]]:
    """By the need, in the problem's order of people."""
    order = {person["id"]: number for number, person in enumerate(problem["volunteers"])}
    people = {person["id"]: person for person in problem["volunteers"]}
    shifts = {shift["id"]: shift for shift in problem["shifts"]}
    roles = {kind["id"]: kind for kind in problem["roles"]}
    able = {name: {p["id"] for p in people.values() if _is_able(p, kind)} for name, kind in roles.items()}
    free: dict[str, set[str]] = {slot["id"]: set() for slot in problem["slots"]}
    for person in people.values():
        for name, reply in person["availability"].items():
            if reply != "no":
                free[name].add(person["id"])
    banned: dict[str, set[str]] = {}
    for pair in problem["bans"]:
        banned.setdefault(pair["need"], set()).add(pair["volunteer"])
    found = {}
    for need in problem["needs"]:
        shift = shifts[need["shift"]]
        here = able[need["role"]].intersection(*(free[name] for name in shift["slots"])) - banned.get(need["id"], set())
        wanted = roles[need["role"]]["requires"]
        here = {name for name in here if _is_valid_until(people[name], wanted, shift["end"])}
        found[need["id"]] = sorted(here, key=order.__getitem__)
    return found


def _is_able(person: Json, kind: Json) -> bool:
    may = person["age"] >= kind["min_age"] and (not kind["opt_in"] or kind["id"] in person["opted_in"])
    return may and all(skill in person["skills"] for skill in kind["requires"])


def _is_valid_until(person: Json, wanted: list[str], end: int) -> bool:
    return all(person["skills"][skill] is None or person["skills"][skill] >= end for skill in wanted)
