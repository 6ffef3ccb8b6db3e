"""A problem whose plan was published, and then some of those on it said that they can't come at all."""

from random import Random

from roster_cases.greedy import greedy_plan
from roster_cases.parts import REPAIR_OBJECTIVE, Json


def after_cancellation(problem: Json, chance: Random) -> Json:
    """The problem again, with a previous plan; `cancelled` have lost all their replies and had places to lose."""
    plan = greedy_plan(problem)
    busy = sorted({person for person, _need in plan} - {pin["volunteer"] for pin in problem["pins"]})
    people = len(problem["volunteers"])
    gone = sorted(chance.sample(busy, min(len(busy), max(1, round(people**0.47 * 0.44)))))
    for person in problem["volunteers"]:
        if person["id"] in gone:
            person["availability"] = {}
    problem["previous"] = [{"volunteer": person, "need": need} for person, need in plan]
    problem["objective"] = list(REPAIR_OBJECTIVE)
    problem["cancelled"] = gone
    problem["description"] += f"; {len(gone)} cancelled after the plan was published; change as little as possible"
    return problem
