"""A problem as JSON and back: what the service sends to the child process that fills."""

from collections.abc import Mapping, Sequence
from typing import Any

from clubhub.domain.errors import InvalidInput
from clubhub.rostering.problem import (
    OBJECTIVE,
    UNKNOWN_AGE,
    Aim,
    HouseholdShare,
    NeedSpec,
    Pair,
    Plan,
    Problem,
    Reply,
    RoleRule,
    ShiftTime,
    Volunteer,
)
from clubhub.support.texts import _

Json = dict[str, Any]


def problem_to_json(problem: Problem) -> Json:
    """The problem in lists and dicts, in its own order."""
    return {
        "objective": [str(aim) for aim in problem.objective],
        "roles": [
            {"id": r.id, "requires": list(r.requires), "min_age": r.min_age, "priority": r.priority}
            for r in problem.roles
        ],
        "shifts": [{"id": s.id, "start": s.start, "end": s.end} for s in problem.shifts],
        "needs": [
            {"id": n.id, "shift": n.shift, "role": n.role, "min": n.min, "max": n.max, "points": n.points}
            for n in problem.needs
        ],
        "households": [{"id": h.id, "owes": h.owes} for h in problem.households],
        "volunteers": [_volunteer_to_json(v) for v in problem.volunteers],
        "pins": pairs_to_json(problem.pins),
        "previous": pairs_to_json(problem.previous),
    }


def problem_from_json(data: Json) -> Problem:
    """The problem that `problem_to_json` wrote. Raises InvalidInput, naming the field, if it doesn't hold together."""
    try:
        problem = Problem(
            objective=tuple(Aim(aim) for aim in data.get("objective", OBJECTIVE)),
            roles=tuple(_role(role) for role in data["roles"]),
            shifts=tuple(ShiftTime(id=s["id"], start=s["start"], end=s["end"]) for s in data["shifts"]),
            needs=tuple(_need(need) for need in data["needs"]),
            households=tuple(HouseholdShare(id=h["id"], owes=h.get("owes")) for h in data.get("households", ())),
            volunteers=tuple(_volunteer(v) for v in data["volunteers"]),
            pins=pairs_from_json(data.get("pins", ())),
            previous=pairs_from_json(data.get("previous", ())),
        )
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise _broken(str(error)) from error
    check_problem(problem)
    return problem


def pairs_to_json(pairs: Sequence[Pair] | Plan) -> list[Json]:
    """Pairs as objects; those of a plan, which has no order, sorted, so that equal plans are equal bytes."""
    ordered = sorted(pairs) if isinstance(pairs, frozenset) else pairs
    return [{"volunteer": volunteer, "need": need} for volunteer, need in ordered]


def pairs_from_json(data: Sequence[Json]) -> tuple[Pair, ...]:
    return tuple((pair["volunteer"], pair["need"]) for pair in data)


def check_problem(problem: Problem) -> None:
    """Raise InvalidInput with a line per field that names something unknown, stands twice or can't be a number."""
    faults = [*_doubles(problem), *_unknown_ids(problem), *_wrong_numbers(problem)]
    if faults:
        raise _broken(*faults)


def _doubles(problem: Problem) -> list[str]:
    kinds: Mapping[str, Sequence[Any]] = {
        "roles": problem.roles,
        "shifts": problem.shifts,
        "needs": problem.needs,
        "households": problem.households,
        "volunteers": problem.volunteers,
    }
    faults = [f"{kind}: id twice" for kind, values in kinds.items() if len({v.id for v in values}) < len(values)]
    return faults + (["objective: aim twice"] if len(set(problem.objective)) < len(problem.objective) else [])


def _unknown_ids(problem: Problem) -> list[str]:
    roles, shifts = {r.id for r in problem.roles}, {s.id for s in problem.shifts}
    needs, people = {n.id for n in problem.needs}, {v.id for v in problem.volunteers}
    faults = [f"needs[{n.id}].role: {n.role}" for n in problem.needs if n.role not in roles]
    faults += [f"needs[{n.id}].shift: {n.shift}" for n in problem.needs if n.shift not in shifts]
    faults += [f"volunteers[{v.id}].availability" for v in problem.volunteers if not v.availability.keys() <= shifts]
    for name, pairs in (("pins", problem.pins), ("previous", problem.previous)):
        faults += [f"{name}: {v}, {n}" for v, n in pairs if v not in people or n not in needs]
    return faults


def _wrong_numbers(problem: Problem) -> list[str]:
    faults = [f"shifts[{s.id}].end" for s in problem.shifts if not _are_whole(s.start, s.end) or s.end <= s.start]
    faults += [
        f"needs[{n.id}].min, max, points"
        for n in problem.needs
        if not _are_whole(n.min, n.max, n.points) or not 0 <= n.min <= n.max or n.points < 0
    ]
    faults += [f"roles[{r.id}].min_age, priority" for r in problem.roles if not _are_whole(r.min_age, r.priority)]
    faults += [f"volunteers[{v.id}].age" for v in problem.volunteers if not _are_whole(v.age)]
    faults += [
        f"volunteers[{v.id}].skills"
        for v in problem.volunteers
        if not all(expiry is None or _are_whole(expiry) for expiry in v.skills.values())
    ]
    return faults + [
        f"households[{h.id}].owes" for h in problem.households if h.owes is not None and not _are_whole(h.owes)
    ]


def _are_whole(*numbers: object) -> bool:
    return all(isinstance(number, int) and not isinstance(number, bool) for number in numbers)


def _broken(*faults: str) -> InvalidInput:
    return InvalidInput(
        _("This roster problem can't be used; nothing was filled. The first wrong field: {field}").format(
            field=faults[0]
        ),
        faults,
    )


def _role(data: Json) -> RoleRule:
    return RoleRule(
        id=data["id"],
        requires=tuple(data.get("requires", ())),
        min_age=data.get("min_age", 0),
        priority=data.get("priority", 1),
    )


def _need(data: Json) -> NeedSpec:
    names = ("id", "shift", "role", "min", "max", "points")
    return NeedSpec(**{name: data[name] for name in names})


def _volunteer(data: Json) -> Volunteer:
    return Volunteer(
        id=data["id"],
        household=data["household"],
        age=data.get("age", UNKNOWN_AGE),
        skills=dict(data.get("skills", {})),
        availability={shift: Reply(reply) for shift, reply in data.get("availability", {}).items()},
    )


def _volunteer_to_json(volunteer: Volunteer) -> Json:
    return {
        "id": volunteer.id,
        "household": volunteer.household,
        "age": volunteer.age,
        "skills": dict(volunteer.skills),
        "availability": {shift: str(reply) for shift, reply in volunteer.availability.items()},
    }
