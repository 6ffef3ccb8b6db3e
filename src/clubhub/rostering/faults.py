"""Whether a problem holds together: every id known and once, every number possible. The first fault is refused."""

from collections.abc import Iterable, Iterator, Sequence

from clubhub.rostering.json_fields import refused
from clubhub.rostering.problem import Pair, Problem
from clubhub.support.texts import _


def check_problem(problem: Problem) -> None:
    """Raises InvalidInput with the first field that names something unknown, stands twice or contradicts another."""
    for path, what in _faults(problem):
        raise refused(path, what)


def check_plan(problem: Problem, pairs: Sequence[Pair]) -> None:
    """Raises InvalidInput with the first assignment that names somebody or something unknown."""
    people, needs = {one.id for one in problem.volunteers}, {one.id for one in problem.needs}
    for index, (volunteer, need) in enumerate(pairs):
        for name, one, known in (("volunteer", volunteer, people), ("need", need, needs)):
            if one not in known:
                raise refused(f"assignments[{index}].{name}", _("{id} is unknown").format(id=one))


def _faults(problem: Problem) -> Iterator[tuple[str, str]]:
    yield from _doubles(problem)
    yield from _unknown(problem)
    yield from _contradictions(problem)


def _doubles(problem: Problem) -> Iterator[tuple[str, str]]:
    lists: dict[str, Iterable[str]] = {
        "locations": problem.locations,
        "slots": (one.id for one in problem.slots),
        "roles": (one.id for one in problem.roles),
        "shifts": (one.id for one in problem.shifts),
        "needs": (one.id for one in problem.needs),
        "households": (one.id for one in problem.households),
        "volunteers": (one.id for one in problem.volunteers),
    }
    for name, ids in lists.items():
        seen: set[str] = set()
        for index, one in enumerate(ids):
            if one in seen:
                yield f"{name}[{index}]", _("{id} stands twice").format(id=one)
            seen.add(one)


def _unknown(problem: Problem) -> Iterator[tuple[str, str]]:
    slots, locations = {one.id for one in problem.slots}, {*problem.locations, ""}
    roles, shifts = {one.id for one in problem.roles}, {one.id for one in problem.shifts}
    households = {one.id for one in problem.households}
    references: list[tuple[str, Iterable[str], set[str]]] = []
    for index, shift in enumerate(problem.shifts):
        references.append((f"shifts[{index}].slots", shift.slots, slots))
        references.append((f"shifts[{index}].location", (shift.location,), locations))
    for index, need in enumerate(problem.needs):
        references.append((f"needs[{index}].shift", (need.shift,), shifts))
        references.append((f"needs[{index}].role", (need.role,), roles))
    for index, volunteer in enumerate(problem.volunteers):
        references.append((f"volunteers[{index}].household", (volunteer.household,), households))
        references.append((f"volunteers[{index}].availability", volunteer.availability, slots))
        references.append((f"volunteers[{index}].preferences", volunteer.preferences, roles))
        references.append((f"volunteers[{index}].opted_in", volunteer.opted_in, roles))
    for path, ids, known in [*references, *_references_of_pairs(problem)]:
        for one in ids:
            if one not in known:
                yield path, _("{id} is unknown").format(id=one)


def _references_of_pairs(problem: Problem) -> Iterator[tuple[str, Iterable[str], set[str]]]:
    people, needs = {one.id for one in problem.volunteers}, {one.id for one in problem.needs}
    for name, twos in (("keep_apart", problem.keep_apart), ("keep_together", problem.keep_together)):
        for index, two in enumerate(twos):
            yield f"{name}[{index}]", two, people
    for name, pairs in (("bans", problem.bans), ("pins", problem.pins), ("previous", problem.previous)):
        for index, (volunteer, need) in enumerate(pairs):
            yield f"{name}[{index}].volunteer", (volunteer,), people
            yield f"{name}[{index}].need", (need,), needs


def _contradictions(problem: Problem) -> Iterator[tuple[str, str]]:
    for index, shift in enumerate(problem.shifts):
        if shift.end <= shift.start:
            yield f"shifts[{index}].end", _("not after its start")
    for index, need in enumerate(problem.needs):
        if need.max < need.min:
            yield f"needs[{index}].max", _("less than its min")
    for name, twos in (("keep_apart", problem.keep_apart), ("keep_together", problem.keep_together)):
        for index, (one, other) in enumerate(twos):
            if one == other:
                yield f"{name}[{index}]", _("{id} stands twice").format(id=one)
    if problem.travel and [len(row) for row in problem.travel] != [len(problem.locations)] * len(problem.locations):
        yield "travel", _("not a row and a column per location")
    places = sum(need.max for need in problem.needs)
    if places > MOST_PLACES:
        yield "needs", _("{count} places; at most {most} can be filled").format(count=places, most=MOST_PLACES)


MOST_PLACES = 200_000
"""More is a slip of the pen: a need for a million heads would be counted head by head."""
