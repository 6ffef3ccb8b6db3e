"""Problems around a plan that was there first: it fills every place, is fair to the point and pleases everybody.

Everybody's hours are just those of the plan, so that the optimum (0, 0, 0, 0) is known without solving anything. In
`known_loss` there are places besides that nobody can take, with the reason as a certificate.
"""

from random import Random

from roster_cases.parts import (
    ADULT,
    DAY,
    Homes,
    Json,
    add_need,
    add_people,
    add_shift,
    answer,
    empty_problem,
    pick,
    role,
    slot,
    volunteer,
    ways,
)

HOMES = Homes(sizes=(43, 29, 18, 10))
STARTS, SLOT, MINUTES, REST = (480, 720, 960), 240, 210, 600
SHIFTS_EACH = {1: 27, 2: 49, 3: 24}
PINNED = 0.05
LICENSED, WANTED_PILOTS, WANTED_DIVERS = 3, 6, 4
LICENSED_POINTS = 4

_Planted = dict[str, list[tuple[str, str]]]
"""By the volunteer: shift and role."""


def tight(chance: Random, seed: int, people: int = 60) -> Json:
    problem = empty_problem("tight", seed, "Planted: the optimum is known by construction")
    _plant(problem, chance, people)
    problem["optimum"] = dict.fromkeys(problem["objective"], 0)
    return problem


def known_loss(chance: Random, seed: int, people: int = 120) -> Json:
    problem = empty_problem("known_loss", seed, "Planted: what cannot be filled is known by construction")
    _plant(problem, chance, people)
    dives = [_ask(problem, chance, "diver", 1) for _ in range(WANTED_DIVERS)]
    flight = _ask(problem, chance, "pilot", WANTED_PILOTS)
    problem["roles"] += [
        role(f"{name}", f"{name}_licence", age=18, priority=p) for name, p in (("diver", 3), ("pilot", 2))
    ]
    _add_pilots(problem, flight)
    loss = 3 * WANTED_DIVERS + 2 * (WANTED_PILOTS - LICENSED)
    problem["optimum"] = dict.fromkeys(problem["objective"], 0) | {"required": loss}
    problem["certificate"] = [
        f"{', '.join(need['id'] for need in dives)}: nobody holds diver_licence",
        f"{flight['id']}: {WANTED_PILOTS} places, {LICENSED} people hold pilot_licence",
    ]
    return problem


def _ask(problem: Json, chance: Random, name: str, heads: int) -> Json:
    taken = {need["shift"] for need in problem["needs"] if need["role"] == name}
    free = [shift["id"] for shift in problem["shifts"] if shift["id"] not in taken]
    add_need(problem, chance.choice(free), name, (heads, heads), LICENSED_POINTS)
    need: Json = problem["needs"][-1]
    return need


def _add_pilots(problem: Json, flight: Json) -> None:
    """Those who can fly can come for nothing else."""
    shift = next(shift for shift in problem["shifts"] if shift["id"] == flight["shift"])
    for number in range(LICENSED):
        home, name = f"P{number}", f"V{len(problem['volunteers'])}"
        problem["households"].append({"id": home, "owes": LICENSED_POINTS})
        pilot = volunteer(name, home, 40) | {"skills": {"pilot_licence": None}, "preferences": {"pilot": 2}}
        pilot |= {"availability": dict.fromkeys(shift["slots"], "yes"), "min_rest": REST}
        problem["volunteers"].append(pilot | {"max_minutes": MINUTES, "max_minutes_day": MINUTES})
        problem["planted"].append({"volunteer": name, "need": flight["id"]})


def _plant(problem: Json, chance: Random, people: int) -> None:
    days, places, roles = _measures(people)
    problem["locations"] = [f"loc{number}" for number in range(places)]
    problem["travel"] = ways(chance, places, furthest=15)
    problem["roles"] = [_kind(number) for number in range(roles)]
    for day in range(days):
        for number, start in enumerate(STARTS):
            name, begin = f"d{day}k{number}", day * DAY + start
            problem["slots"].append(slot(name, begin, begin + SLOT))
            for location in problem["locations"]:
                add_shift(problem, location, begin, MINUTES, [name])
    add_people(problem, chance, HOMES, people)
    planted = _deal(problem, chance)
    _open_needs(problem, chance, planted)
    spare = (0.25, 0.22) if people <= 1000 else (0.154, 0.15)
    for person in problem["volunteers"]:
        _fit(problem, chance, person, planted[person["id"]], spare)
    _keep_apart(problem, chance, planted, min(100, people // 15 + 2))


def _measures(people: int) -> tuple[int, int, int]:
    """Days, places and roles."""
    if people <= 75:
        return 2, 3, 8
    if people <= 200:
        return 3, 3, 8
    return (6, 4, 10) if people <= 1000 else (10, 12, 24)


def _kind(number: int) -> Json:
    requires = [f"skill{number}"] if number % 3 else []
    return role(f"role{number}", *requires, age=0 if number % 4 else 16, priority=1 + number % 3)


def _deal(problem: Json, chance: Random) -> _Planted:
    """One to three shifts for everybody, never two at a time; those under age where somebody grown up is."""
    shifts = {name: [s["id"] for s in problem["shifts"] if s["slots"] == [name]] for name in _names(problem)}
    with_adult: dict[str, list[str]] = {}
    planted: _Planted = {}
    for person in sorted(problem["volunteers"], key=lambda person: person["age"] < ADULT):
        grown_up = person["age"] >= ADULT
        open_to = shifts if grown_up else with_adult
        kinds = [kind for kind in problem["roles"] if kind["min_age"] <= person["age"]]
        chosen = chance.sample(sorted(open_to), min(len(open_to), pick(chance, SHIFTS_EACH)))
        planted[person["id"]] = []
        for name in chosen:
            shift = chance.choice(open_to[name])
            planted[person["id"]].append((shift, chance.choice(kinds)["id"]))
            if grown_up and shift not in with_adult.setdefault(name, []):
                with_adult[name].append(shift)
    return planted


def _names(problem: Json) -> list[str]:
    return [slot["id"] for slot in problem["slots"]]


def _open_needs(problem: Json, chance: Random, planted: _Planted) -> None:
    """A need for each role on each shift that the plan has somebody for, with just so many places."""
    heads: dict[tuple[str, str], list[str]] = {}
    for person, places in planted.items():
        for place in places:
            heads.setdefault(place, []).append(person)
    number_of = {kind["id"]: number for number, kind in enumerate(problem["roles"])}
    problem["planted"] = []
    for shift, kind in sorted(heads, key=lambda place: (place[0], number_of[place[1]])):
        on_it = heads[shift, kind]
        need = add_need(problem, shift, kind, (len(on_it), len(on_it)), 3 + number_of[kind] % 3)
        problem["planted"] += [{"volunteer": person, "need": need} for person in on_it]
    problem["pins"] = chance.sample(problem["planted"], round(len(problem["planted"]) * PINNED))


def _fit(
    problem: Json, chance: Random, person: Json, places: list[tuple[str, str]], spare: tuple[float, float]
) -> None:
    """Just the hours of the plan; skills, replies and likes of the plan and some besides."""
    shifts = {shift["id"]: shift for shift in problem["shifts"]}
    days = [shifts[shift]["day"] for shift, _kind in places]
    a_day = max((days.count(day) for day in days), default=1)
    person |= {"max_minutes": MINUTES * len(places), "max_minutes_day": MINUTES * a_day, "min_rest": REST}
    here = {shifts[shift]["slots"][0] for shift, _kind in places}
    for name in _names(problem):
        if reply := "yes" if name in here else answer(chance, *spare):
            person["availability"][name] = reply
    liked = {kind for _shift, kind in places}
    home = next(home for home in problem["households"] if home["id"] == person["household"])
    for number, kind in enumerate(problem["roles"]):
        if (kind["id"] in liked and kind["requires"]) or chance.random() < 0.22:
            person["skills"][f"skill{number}"] = None
        lot = chance.random()
        if kind["id"] in liked or lot < 0.4:
            person["preferences"][kind["id"]] = 2 if kind["id"] in liked or lot < 0.2 else -2
        home["owes"] += (3 + number % 3) * sum(1 for _shift, name in places if name == kind["id"])


def _keep_apart(problem: Json, chance: Random, planted: _Planted, pairs: int) -> None:
    """Pairs that don't meet in the plan."""
    names = list(planted)
    while len(problem["keep_apart"]) < pairs:
        one, other = chance.sample(names, 2)
        if not {shift for shift, _kind in planted[one]} & {shift for shift, _kind in planted[other]}:
            problem["keep_apart"].append([one, other])
