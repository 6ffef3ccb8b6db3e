"""What is asked of the solver's stages on events of real size, where no brute force can follow."""

import importlib.util
import json
from pathlib import Path
from types import ModuleType

import pytest
from tests.rostering.clubs import club

from clubhub.rostering import fill as fill_module
from clubhub.rostering.check import violations
from clubhub.rostering.fill import Method, fill
from clubhub.rostering.problem import (
    Aim,
    HouseholdShare,
    NeedSpec,
    Problem,
    Reply,
    RoleRule,
    ShiftTime,
    Volunteer,
)

ORDER = (Aim.REQUIRED, Aim.OPTIONAL, Aim.FAIRNESS)


@pytest.fixture(scope="module")
def judge(shared_data: Path) -> ModuleType:
    """The judge of rosters that shares no code with any solver."""
    path = shared_data.parent / "tools" / "validate_roster.py"
    spec = importlib.util.spec_from_file_location("validate_roster", path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def without_later_rules(instance: dict) -> dict:
    """The instance with the rules switched off that the engine doesn't know yet."""
    places = len(instance["locations"])
    instance["travel"] = [[0] * places for _place in range(places)]
    instance["adult_age"] = 0
    for name in ("bans", "keep_apart", "keep_together", "pins", "previous"):
        instance[name] = []
    for role in instance["roles"]:
        role["opt_in"], role["priority"] = False, 1
    for volunteer in instance["volunteers"]:
        volunteer |= {"max_minutes": 10**6, "max_minutes_day": 10**6, "min_rest": 0, "preferences": {}}
    return instance


def as_problem(instance: dict) -> Problem:
    return Problem(
        roles=tuple(
            RoleRule(id=r["id"], requires=tuple(r["requires"]), min_age=r["min_age"], priority=r["priority"])
            for r in instance["roles"]
        ),
        shifts=tuple(ShiftTime(id=s["id"], start=s["start"], end=s["end"]) for s in instance["shifts"]),
        needs=tuple(
            NeedSpec(**{name: n[name] for name in ("id", "shift", "role", "min", "max", "points")})
            for n in instance["needs"]
        ),
        households=tuple(HouseholdShare(id=h["id"], owes=h["owes"]) for h in instance["households"]),
        volunteers=tuple(
            Volunteer(
                id=v["id"],
                household=v["household"],
                age=v["age"],
                skills=v["skills"],
                availability={s["id"]: reply for s in instance["shifts"] if (reply := reply_of(v, s))},
            )
            for v in instance["volunteers"]
        ),
        objective=ORDER,
    )


def reply_of(volunteer: dict, shift: dict) -> Reply | None:
    replies = {volunteer["availability"].get(slot) for slot in shift["slots"]}
    if None in replies:
        return None
    return Reply.MAYBE if "maybe" in replies else Reply.YES


@pytest.mark.parametrize("name", ["swim_meet-1", "hopeless-1", "tight_s-1"])
def test_the_independent_judge_finds_the_plan_valid_and_counts_the_same(
    name: str, shared_data: Path, judge: ModuleType
):
    instance = without_later_rules(json.loads((shared_data / "rosters" / f"{name}.json").read_text("utf-8")))
    filling = fill(as_problem(instance), seconds=60, seed=1)
    pairs = [{"volunteer": v, "need": n} for v, n in filling.board.plan(filling.seats)]
    errors, score = judge.check(instance, {"assignments": pairs})

    assert errors == []
    assert filling.score == tuple(score[aim] for aim in ORDER)
    assert all(filling.proved)


def test_an_event_of_sixty_people_is_proved_on_every_level():
    task = club(people=60, places=120, seed=1)
    filling = fill(task, seconds=60, seed=1)

    assert filling.method is Method.ONE_MODEL
    assert all(filling.proved)
    assert violations(task, filling.board.plan(filling.seats)) == []


def test_a_proved_bound_is_not_beaten_with_another_seed_or_in_parts(monkeypatch):
    task = club(people=45, places=110, seed=3)
    proved = fill(task, seconds=60, seed=1)
    again = fill(task, seconds=60, seed=2)
    monkeypatch.setattr(fill_module, "ONE_MODEL", 0)
    in_parts = fill(task, seconds=2, seed=1)

    assert again.score == proved.score
    assert in_parts.method is Method.PARTS
    assert proved.score <= in_parts.score < (10**9,)
    assert all(bound <= value for bound, value in zip(in_parts.bounds, proved.score, strict=True))


def test_a_great_event_gets_a_valid_plan_from_the_first_pass_alone():
    task = club(people=1500, places=3600, seed=1, days=7)
    filling = fill(task, seconds=0, seed=1)

    assert violations(task, filling.board.plan(filling.seats)) == []
    assert len(filling.seats) > 3400
