"""Hypothesis: problems with a valid plan that leaves something to explain, and the rules told once more, one by one."""

from typing import NamedTuple

from hypothesis import strategies as st
from tests.rostering.engine import plan_of, taken_for
from tests.rostering.instances import TINY, Json, Size, problems
from tests.rostering.judge import Names, Pair, broken_alone, faults

from clubhub.rostering.draft import Draft
from clubhub.rostering.fill import fill
from clubhub.rostering.problem_json import problem_from_json

RULES = {
    "lacks_skill": "skill_missing",
    "skill_lapses": "skill_expired",
    "too_young": "under_age",
    "not_signed_up": "opt_in",
    "said_no": "not_available",
    "silent": "not_available",
    "banned": "banned",
}
"""The judge's words for those of the engine's rules that are about one person and one need."""


class Told(NamedTuple):
    """A problem and a valid plan of it, as the judge reads them and as the engine does."""

    task: Json
    plan: list[Pair]
    draft: Draft


@st.composite
def told(draw: st.DrawFn, size: Size = TINY) -> Told:
    """The plan is that of the pins alone, a first one, or a first one less a place."""
    task = draw(problems(size))
    for person in task["volunteers"]:
        asked = [slot["id"] for slot in task["slots"] if slot["id"] not in person["availability"]]
        person["availability"] |= {slot: "no" for slot in asked if draw(st.booleans())}
    pins = sorted({(pin["volunteer"], pin["need"]) for pin in task["pins"]})
    with taken_for("no solver"):
        filling = fill(problem_from_json(task), iterations=0)
    plan = plan_of(filling)
    others = [pair for pair in plan if pair not in pins]
    fewer = [pair for pair in plan if not others or pair != draw(st.sampled_from(others))]
    choices = [plan, pins, *([fewer] if not faults(task, fewer, pins_excused=True) else [])]
    chosen = draw(st.sampled_from(choices))
    return Told(task, chosen, Draft(filling.board, filling.board.seats(chosen)))


def kept_away(task: Json, person: str, need: str) -> set[tuple[str, str]]:
    """Every (rule, skill) that keeps somebody from a need whatever else is planned."""
    names = Names(task)
    shift = names.needs[need]["shift"]
    there = _pinned(task, shift)
    impossible = {name for name in names.people if name not in there and not _could_be_on(task, name, shift)}
    partnerless = _partnerless(task, impossible, there)
    adults = [name for name in names.people if names.people[name]["age"] >= task["adult_age"]]
    found = _kept_alone(task, person, need)
    if person in partnerless:
        found.add(("no_partner", ""))
    if person not in adults and not set(adults) - impossible - partnerless:
        found.add(("no_adult", ""))
    return found


def _kept_alone(task: Json, person: str, need: str) -> set[tuple[str, str]]:
    names = Names(task)
    own, role, shift = names.people[person], names.role_of((person, need)), names.shift_of((person, need))
    replies = [own["availability"].get(slot, "silent") for slot in shift["slots"]]
    length = shift["end"] - shift["start"]
    lapsing = {name: lapses for name, lapses in own["skills"].items() if lapses is not None}
    found = {("lacks_skill", name) for name in role["requires"] if name not in own["skills"]}
    found |= {("skill_lapses", name) for name in role["requires"] if lapsing.get(name, shift["end"]) < shift["end"]}
    found |= {("too_young", "")} if own["age"] < role["min_age"] else set()
    found |= {("not_signed_up", "")} if role["opt_in"] and role["id"] not in own["opted_in"] else set()
    found |= {("said_no", "")} if "no" in replies else set()
    found |= {("silent", "")} if "silent" in replies else set()
    found |= {("too_long", "")} if length > min(own["max_minutes"], own["max_minutes_day"]) else set()
    return found | ({("banned", "")} if "banned" in broken_alone(names, person, need) else set())


def _could_be_on(task: Json, person: str, shift: str) -> bool:
    return any(need["shift"] == shift and not _kept_alone(task, person, need["id"]) for need in task["needs"])


def _pinned(task: Json, shift: str) -> set[str]:
    needs = {need["id"] for need in task["needs"] if need["shift"] == shift}
    return {pin["volunteer"] for pin in task["pins"] if pin["need"] in needs}


def _partnerless(task: Json, impossible: set[str], there: set[str]) -> set[str]:
    """Who is left behind, directly or through others, by somebody else who can't come."""
    found = set()
    for lost in impossible:
        left = {lost}
        while True:
            following = {two[1 - i] for two in task["keep_together"] for i in (0, 1) if two[i] in left} - there - left
            if not following:
                break
            left |= following
        found |= left - {lost}
    return found
