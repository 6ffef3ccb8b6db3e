"""Small problems for tests, and a judge that knows nothing of the engine: brute force and literal counting."""

from itertools import combinations, product

from hypothesis import strategies as st

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
    Volunteer,
)

SKILLS = ("judge", "first aid")
TIMES = ((0, 60), (0, 120), (60, 120), (90, 180), (120, 240))


def person(name: str, *shifts: str, household: str = "", replies: dict[str, Reply] | None = None, **rest) -> Volunteer:
    """Somebody who said yes to these shifts."""
    availability = dict.fromkeys(shifts, Reply.YES) | (replies or {})
    return Volunteer(id=name, household=household or f"of {name}", availability=availability, **rest)


def problem(*people: Volunteer, needs: tuple[NeedSpec, ...], **rest) -> Problem:
    """A problem with the shifts morning (0-60), long (0-120) and noon (60-120), and the role helper."""
    shifts = {"morning": (0, 60), "long": (0, 120), "noon": (60, 120)}
    rest.setdefault("roles", (RoleRule(id="helper"),))
    return Problem(
        shifts=tuple(ShiftTime(id=name, start=start, end=end) for name, (start, end) in shifts.items()),
        needs=needs,
        volunteers=people,
        **rest,
    )


def need(
    name: str, shift: str, *, heads: int = 1, most: int | None = None, role: str = "helper", points: int = 1
) -> NeedSpec:
    return NeedSpec(id=name, shift=shift, role=role, min=heads, max=heads if most is None else most, points=points)


@st.composite
def problems(draw: st.DrawFn, people: int = 4, needs: int = 3, with_pins: bool = True) -> Problem:
    """Problems small enough to try every plan."""
    shifts = tuple(
        ShiftTime(id=f"s{i}", start=start, end=end)
        for i, (start, end) in enumerate(draw(st.lists(st.sampled_from(TIMES), min_size=1, max_size=3)))
    )
    roles = tuple(
        RoleRule(
            id=f"r{i}",
            requires=tuple(draw(st.sets(st.sampled_from(SKILLS), max_size=1))),
            min_age=draw(st.sampled_from((0, 16))),
            priority=draw(st.integers(1, 3)),
        )
        for i in range(draw(st.integers(1, 2)))
    )
    specs = tuple(_need(draw, f"n{i}", shifts, roles) for i in range(draw(st.integers(1, needs))))
    volunteers = tuple(_volunteer(draw, f"v{i}", shifts) for i in range(draw(st.integers(0, people))))
    pairs = [(v.id, n.id) for v in volunteers for n in specs]
    some = st.lists(st.sampled_from(pairs), unique=True, max_size=3).map(tuple) if pairs else st.just(())
    shares = st.lists(st.integers(0, 5), max_size=2).map(
        lambda owed: tuple(HouseholdShare(id=f"h{i}", owes=owes) for i, owes in enumerate(owed))
    )
    return Problem(
        shifts=shifts,
        roles=roles,
        needs=specs,
        volunteers=volunteers,
        households=draw(shares),
        pins=draw(some) if with_pins and draw(st.booleans()) else (),
        previous=draw(some) if draw(st.booleans()) else (),
    )


def _need(draw: st.DrawFn, name: str, shifts: tuple[ShiftTime, ...], roles: tuple[RoleRule, ...]) -> NeedSpec:
    least = draw(st.integers(0, 2))
    return NeedSpec(
        id=name,
        shift=draw(st.sampled_from(shifts)).id,
        role=draw(st.sampled_from(roles)).id,
        min=least,
        max=least + draw(st.integers(0, 1)),
        points=draw(st.integers(0, 3)),
    )


def _volunteer(draw: st.DrawFn, name: str, shifts: tuple[ShiftTime, ...]) -> Volunteer:
    replies = st.sampled_from((Reply.YES, Reply.YES, Reply.MAYBE, Reply.NO, None))
    answers = {shift.id: draw(replies) for shift in shifts}
    expiry = st.one_of(st.none(), st.integers(0, 300))
    return Volunteer(
        id=name,
        household=draw(st.sampled_from(("h0", "h1", "h2"))),
        age=draw(st.sampled_from((14, 18))),
        skills=draw(st.dictionaries(st.sampled_from(SKILLS), expiry)),
        availability={shift: reply for shift, reply in answers.items() if reply},
    )


def can_do(task: Problem, volunteer: Volunteer, spec: NeedSpec) -> bool:
    """Every rule about one person and one need, one by one."""
    role = next(r for r in task.roles if r.id == spec.role)
    shift = next(s for s in task.shifts if s.id == spec.shift)
    for skill in role.requires:
        if skill not in volunteer.skills:
            return False
        expiry = volunteer.skills[skill]
        if expiry is not None and expiry < shift.end:
            return False
    return volunteer.age >= role.min_age and volunteer.availability.get(shift.id) in ("yes", "maybe")


def overlap(task: Problem, one: str, other: str) -> bool:
    spans = {s.id: set(range(s.start, s.end)) for s in task.shifts}
    shift_of = {n.id: n.shift for n in task.needs}
    return bool(spans[shift_of[one]] & spans[shift_of[other]])


def is_valid(task: Problem, plan: Plan) -> bool:
    """The rules again, in other words than those of the program's own checker."""
    pins = set(task.pins)
    people, specs = {v.id: v for v in task.volunteers}, {n.id: n for n in task.needs}
    if not pins <= plan or not all(can_do(task, people[v], specs[n]) for v, n in plan - pins):
        return False
    for one, other in combinations(plan, 2):
        if one[0] == other[0] and overlap(task, one[1], other[1]) and not {one, other} <= pins:
            return False
    for spec in task.needs:
        heads, pinned = (sum(1 for _v, n in pairs if n == spec.id) for pairs in (plan, pins))
        if heads > spec.max and heads > pinned:
            return False
    return True


def all_plans(task: Problem) -> list[Plan]:
    """Every valid plan there is."""
    choices: list[list[tuple[Pair, ...]]] = []
    pins = set(task.pins)
    for volunteer in task.volunteers:
        own = [(volunteer.id, n.id) for n in task.needs if can_do(task, volunteer, n) or (volunteer.id, n.id) in pins]
        subsets = [subset for size in range(len(own) + 1) for subset in combinations(own, size)]
        alone = Problem(
            roles=task.roles,
            shifts=task.shifts,
            needs=tuple(NeedSpec(id=n.id, shift=n.shift, role=n.role, min=0, max=99, points=0) for n in task.needs),
            volunteers=(volunteer,),
            pins=tuple(pin for pin in task.pins if pin[0] == volunteer.id),
        )
        choices.append([subset for subset in subsets if is_valid(alone, frozenset(subset))])
    plans = (frozenset(pair for part in parts for pair in part) for parts in product(*choices))
    return [plan for plan in plans if is_valid(task, plan)]


def judged(task: Problem, plan: Plan, owes: dict[str, int]) -> tuple[int, ...]:
    """The score as the aims are described, most important first."""
    values: list[int] = []
    heads = {n.id: sum(1 for _v, need_id in plan if need_id == n.id) for n in task.needs}
    priority = {r.id: r.priority for r in task.roles}
    for aim in task.objective:
        if aim is Aim.REQUIRED:
            ranks = sorted({priority[n.role] for n in task.needs if n.min > 0}, reverse=True)
            values += [
                sum(max(0, n.min - heads[n.id]) for n in task.needs if priority[n.role] == rank) for rank in ranks
            ]
        elif aim is Aim.WITHDRAWN:
            values.append(sum(1 for pair in set(task.previous) if pair not in plan))
        elif aim is Aim.OPTIONAL:
            values.append(sum(n.max - n.min - min(n.max - n.min, max(0, heads[n.id] - n.min)) for n in task.needs))
        elif aim is Aim.IF_NEED_BE:
            values.append(sum(1 for v, n in plan - set(task.pins) if _said_maybe(task, v, n)))
        else:
            values.append(_unevenness(task, plan, owes))
    return tuple(values)


def _said_maybe(task: Problem, volunteer: str, need_id: str) -> bool:
    shift = next(n.shift for n in task.needs if n.id == need_id)
    replies = next(v.availability for v in task.volunteers if v.id == volunteer)
    return replies.get(shift) == "maybe"


def _unevenness(task: Problem, plan: Plan, owes: dict[str, int]) -> int:
    household_of = {v.id: v.household for v in task.volunteers}
    points_of = {n.id: n.points for n in task.needs}
    total = 0
    for household in set(household_of.values()) | {h.id for h in task.households}:
        points = sum(points_of[n] for v, n in plan if household_of[v] == household)
        off = abs(points - owes[household])
        total += sum(off - step for step in (0, 2, 4, 8) if off > step)
    return total
