"""Problems as JSON and back: the open format `clubhub-roster-instance/1`, of which a plan is a list of assignments.

Beside what the format asks for, an answer may be "no" (the format leaves it out), a household may owe null (an even
share), and the objective may name the aims "withdrawn" and "if_need_be".
"""

from collections.abc import Sequence

from clubhub.rostering.faults import check_plan, check_problem
from clubhub.rostering.json_fields import LARGEST, Fields, refused, whole
from clubhub.rostering.problem import (
    Aim,
    HouseholdShare,
    NeedSpec,
    Pair,
    Plan,
    Problem,
    Reply,
    RoleRule,
    ShiftTime,
    Slot,
    Two,
    Volunteer,
)
from clubhub.support.json_values import Json
from clubhub.support.texts import _

FORMAT = "clubhub-roster-instance/1"

MOST_PEOPLE, MOST_NEEDS, MOST_OTHERS = 50_000, 50_000, 200_000
"""Larger lists are refused: ten times what the largest event known needs."""

MOST_URGENT, MOST_POINTS = 10_000, 100_000
"""Larger weights are refused: beyond them the solver, which counts in floating point, could take less for a proof."""


def problem_from_json(data: Json) -> Problem:
    """The problem that a file holds. Raises InvalidInput, naming the field, if it doesn't hold together."""
    fields = Fields(data)
    if fields.text("format") != FORMAT:
        raise refused("format", _("only {format} can be read").format(format=FORMAT))
    problem = Problem(
        name=fields.text("name") if fields.has("name") else "",
        objective=_objective(fields),
        adult_age=fields.number("adult_age"),
        locations=fields.texts("locations"),
        travel=tuple(
            tuple(whole(minutes, f"{path}[{i}]") for i, minutes in enumerate(row))
            for path, row in fields.lists("travel")
        ),
        slots=tuple(_slot(one) for one in fields.objects("slots", MOST_OTHERS)),
        roles=tuple(_role(one) for one in fields.objects("roles", MOST_OTHERS)),
        shifts=tuple(_shift(one) for one in fields.objects("shifts", MOST_OTHERS)),
        needs=tuple(_need(one) for one in fields.objects("needs", MOST_NEEDS)),
        households=tuple(_household(one) for one in fields.objects("households", MOST_OTHERS)),
        volunteers=tuple(_volunteer(one) for one in fields.objects("volunteers", MOST_PEOPLE)),
        keep_apart=_twos(fields, "keep_apart"),
        keep_together=_twos(fields, "keep_together"),
        bans=_pairs(fields, "bans"),
        pins=_pairs(fields, "pins"),
        previous=_pairs(fields, "previous"),
    )
    check_problem(problem)
    return problem


def plan_from_json(data: Json, problem: Problem) -> tuple[Pair, ...]:
    """The assignments of a plan for a problem. Raises InvalidInput, naming the field."""
    pairs = _pairs(Fields(data), "assignments")
    check_plan(problem, pairs)
    return pairs


def pairs_to_json(pairs: Sequence[Pair] | Plan) -> list[Json]:
    """Pairs as objects; those of a plan, which has no order, sorted, so that equal plans are equal bytes."""
    ordered = sorted(pairs) if isinstance(pairs, frozenset) else pairs
    return [{"volunteer": volunteer, "need": need} for volunteer, need in ordered]


def pairs_from_json(data: Sequence[Json]) -> tuple[Pair, ...]:
    """What `pairs_to_json` wrote."""
    return tuple((pair["volunteer"], pair["need"]) for pair in data)


def problem_to_json(problem: Problem, *, seed: int = 0) -> Json:
    """The problem in lists and dicts, in its own order."""
    return {
        "format": FORMAT,
        "name": problem.name or "problem",
        "seed": seed,
        "adult_age": problem.adult_age,
        "objective": [str(aim) for aim in problem.objective],
        "locations": list(problem.locations),
        "travel": [list(row) for row in problem.travel],
        "slots": [{"id": s.id, "start": s.start, "end": s.end} for s in problem.slots],
        "roles": [_role_to_json(role) for role in problem.roles],
        "shifts": [_shift_to_json(shift) for shift in problem.shifts],
        "needs": [
            {"id": n.id, "shift": n.shift, "role": n.role, "min": n.min, "max": n.max, "points": n.points}
            for n in problem.needs
        ],
        "households": [{"id": h.id, "owes": h.owes} for h in problem.households],
        "volunteers": [_volunteer_to_json(volunteer) for volunteer in problem.volunteers],
        "keep_apart": [list(two) for two in problem.keep_apart],
        "keep_together": [list(two) for two in problem.keep_together],
        "bans": pairs_to_json(problem.bans),
        "pins": pairs_to_json(problem.pins),
        "previous": pairs_to_json(problem.previous),
    }


def _objective(fields: Fields) -> tuple[Aim, ...]:
    names = fields.texts("objective")
    for index, name in enumerate(names):
        if name not in tuple(Aim):
            raise refused(f"objective[{index}]", _("{id} is unknown").format(id=name))
        if name in names[:index]:
            raise refused(f"objective[{index}]", _("{id} stands twice").format(id=name))
    return tuple(Aim(name) for name in names)


def _slot(fields: Fields) -> Slot:
    return Slot(id=fields.text("id"), start=fields.number("start"), end=fields.number("end"))


def _role(fields: Fields) -> RoleRule:
    return RoleRule(
        id=fields.text("id"),
        requires=fields.texts("requires"),
        min_age=fields.number("min_age"),
        opt_in=fields.flag("opt_in"),
        priority=fields.number("priority", 1, MOST_URGENT),
    )


def _shift(fields: Fields) -> ShiftTime:
    return ShiftTime(
        id=fields.text("id"),
        start=fields.number("start"),
        end=fields.number("end"),
        location=fields.label("location"),
        day=fields.number("day"),
        slots=fields.texts("slots"),
    )


def _need(fields: Fields) -> NeedSpec:
    return NeedSpec(
        id=fields.text("id"),
        shift=fields.text("shift"),
        role=fields.text("role"),
        min=fields.number("min"),
        max=fields.number("max"),
        points=fields.number("points", 0, MOST_POINTS),
    )


def _household(fields: Fields) -> HouseholdShare:
    return HouseholdShare(id=fields.text("id"), owes=None if fields.is_null("owes") else fields.number("owes"))


def _volunteer(fields: Fields) -> Volunteer:
    return Volunteer(
        id=fields.text("id"),
        household=fields.text("household"),
        age=fields.number("age"),
        skills=fields.table("skills", _expiry),
        availability=fields.table("availability", _reply),
        max_minutes=fields.number("max_minutes"),
        max_minutes_day=fields.number("max_minutes_day"),
        min_rest=fields.number("min_rest"),
        opted_in=frozenset(fields.texts("opted_in")),
        preferences=fields.table("preferences", _liking),
    )


def _expiry(path: str, value: Json) -> int | None:
    """The minute a skill lapses, which may lie before day 0; None: never."""
    return None if value is None else whole(value, path, -LARGEST)


def _reply(path: str, value: Json) -> Reply:
    if value not in tuple(Reply):
        raise refused(path, _("none of yes, maybe, no"))
    return Reply(value)


def _liking(path: str, value: Json) -> int:
    if whole(value, path, -2) not in (-2, 0, 2):
        raise refused(path, _("none of -2, 0, 2"))
    return int(value)


def _twos(fields: Fields, name: str) -> tuple[Two, ...]:
    found = []
    for path, entry in fields.lists(name):
        if len(entry) != 2 or not all(isinstance(one, str) for one in entry):
            raise refused(path, _("not two ids"))
        found.append((entry[0], entry[1]))
    return tuple(found)


def _pairs(fields: Fields, name: str) -> tuple[Pair, ...]:
    return tuple((one.text("volunteer"), one.text("need")) for one in fields.objects(name, MOST_OTHERS))


def _role_to_json(role: RoleRule) -> Json:
    return {
        "id": role.id,
        "requires": list(role.requires),
        "min_age": role.min_age,
        "opt_in": role.opt_in,
        "priority": role.priority,
    }


def _shift_to_json(shift: ShiftTime) -> Json:
    return {
        "id": shift.id,
        "start": shift.start,
        "end": shift.end,
        "location": shift.location,
        "day": shift.day,
        "slots": list(shift.slots),
    }


def _volunteer_to_json(volunteer: Volunteer) -> Json:
    return {
        "id": volunteer.id,
        "household": volunteer.household,
        "age": volunteer.age,
        "skills": dict(volunteer.skills),
        "max_minutes": volunteer.max_minutes,
        "max_minutes_day": volunteer.max_minutes_day,
        "min_rest": volunteer.min_rest,
        "opted_in": sorted(volunteer.opted_in),
        "availability": {slot: str(reply) for slot, reply in volunteer.availability.items()},
        "preferences": dict(volunteer.preferences),
    }
