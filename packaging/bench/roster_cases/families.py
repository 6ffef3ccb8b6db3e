"""The families of problems by name, and one problem of a family."""

from collections.abc import Callable
from random import Random
from typing import NamedTuple

from roster_cases.festival import festival
from roster_cases.meet import hopeless, swim_meet
from roster_cases.parts import Json
from roster_cases.planted import known_loss, tight
from roster_cases.repair import after_cancellation
from roster_cases.season import season


class Family(NamedTuple):
    """How its problems are made, and of how many people where nobody says otherwise."""

    make: Callable[[Random, int, int], Json]
    people: int
    is_repair: bool = False


FAMILIES = {
    "swim_meet": Family(swim_meet, 60),
    "hopeless": Family(hopeless, 40),
    "tight_s": Family(tight, 60),
    "known_loss": Family(known_loss, 120),
    "season": Family(season, 263),
    "tight_m": Family(tight, 300),
    "festival_s": Family(festival, 500),
    "festival_m": Family(festival, 1500),
    "festival": Family(festival, 5000),
    "tight_l": Family(tight, 5000),
    "swim_meet_repair": Family(swim_meet, 60, is_repair=True),
    "season_repair": Family(season, 263, is_repair=True),
    "festival_s_repair": Family(festival, 500, is_repair=True),
    "festival_repair": Family(festival, 5000, is_repair=True),
}


def make_problem(name: str, seed: int, people: int | None = None) -> Json:
    """The same problem each time for the same name, seed and number of people. Raises KeyError for an unknown name."""
    family = FAMILIES[name]
    number = people or family.people
    chance = Random(f"{name} {seed} {number}")  # noqa: S311  made-up people
    problem = family.make(chance, seed, number)
    if family.is_repair:
        problem = after_cancellation(problem, chance)
    return problem | {"name": name, "seed": seed}
