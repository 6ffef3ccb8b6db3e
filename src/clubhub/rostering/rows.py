"""The rows of the model, one kind per function, and `build`, which puts them together.

Written tight rather than short: the nearer the relaxation is to the truth, the less has to be searched.
"""

from collections import Counter
from collections.abc import Callable, Collection, Iterable
from functools import cache
from math import gcd

from clubhub.rostering.bits import indices
from clubhub.rostering.board import Seat
from clubhub.rostering.draft import Draft
from clubhub.rostering.model import SEGMENTS, Model


def build(base: Draft, pairs: Iterable[Seat], start: Collection[Seat]) -> Model:
    """The model of what is left to decide: `base` is settled, and of `pairs` those that go with it can be added.

    `start` are seats of a valid plan beyond `base`; where `base` lacks the adult that its minors need, one is kept. A
    group that is kept together has to have all its members among the pairs or none.
    """
    model = Model(base=base, pairs=[pair for pair in pairs if _is_open(base, pair)])
    for _pair in model.pairs:
        model.add_column(1.0)
    _add_needs(model)
    _add_people(model)
    _add_company(model, start)
    _add_households(model)
    return model


def _is_open(base: Draft, pair: Seat) -> bool:
    """Whether the pair goes with what is settled, as far as one pair alone can tell."""
    person, need = pair
    board = base.board
    shift = board.shift_of[need]
    return not (
        board.clashes[person].sets[shift] & base.held[person]
        or not base.room(need)
        or not base.has_time(person, shift)
        or any(base.held[other] >> shift & 1 for other in board.apart[person])
    )


def _add_needs(model: Model) -> None:
    """`seats + short + free = room`, with short at least what the pairs can't fill."""
    for need, columns in _grouped(model, lambda pair: pair[1]).items():
        wanted, room = model.base.wanted(need), model.base.room(need)
        able = len(columns)
        model.short[need] = model.add_column(wanted, max(0, wanted - able))
        model.free[need] = model.add_column(room - wanted, max(0, room - max(wanted, able)))
        model.rows.add(room, room, [*columns, model.short[need], model.free[need]])


def _add_people(model: Model) -> None:
    """Per person at most one seat of each clique of clashing shifts, and the limits in all and per day."""
    cliques = cache(lambda graph, own: graph.cliques(own))
    for person, columns in _grouped(model, lambda pair: pair[0]).items():
        by_shift: dict[int, list[int]] = {}
        for column in columns:
            by_shift.setdefault(model.board.shift_of[model.pairs[column][1]], []).append(column)
        own = sum(1 << shift for shift in by_shift)
        found = cliques(model.board.clashes[person], own)
        covered = sum(clique for clique in found) if len(found) == 1 else _union(found)
        for clique in [*found, *(1 << shift for shift in by_shift if not covered >> shift & 1)]:
            together = [column for shift in indices(clique) for column in by_shift[shift]]
            if len(together) > 1:
                model.rows.add(0, 1, together)
        _add_limits(model, person, by_shift)


def _union(sets: Iterable[int]) -> int:
    union = 0
    for one in sets:
        union |= one
    return union


def _add_limits(model: Model, person: int, by_shift: dict[int, list[int]]) -> None:
    volunteer = model.board.problem.volunteers[person]
    _add_limit(model, by_shift, volunteer.max_minutes - model.base.minutes[person])
    days: dict[int, dict[int, list[int]]] = {}
    for shift, columns in by_shift.items():
        days.setdefault(model.board.shifts[shift].day, {})[shift] = columns
    for own in days.values():
        _add_limit(model, own, volunteer.max_minutes_day - model.base.minutes_on(person, next(iter(own))))


def _add_limit(model: Model, by_shift: dict[int, list[int]], left: int) -> None:
    """A knapsack row where the limit can bind, in the largest unit that all lengths are multiples of."""
    minutes = {shift: model.board.minutes(shift) for shift in by_shift}
    if sum(minutes.values()) <= left:
        return
    unit = gcd(*minutes.values())
    columns = [column for own in by_shift.values() for column in own]
    values = [float(minutes[shift] // unit) for shift, own in by_shift.items() for _column in own]
    # Rounded down to whole units: 480 minutes hold two shifts of 210 (a Chvátal-Gomory cut).
    model.rows.add(0, left // unit, columns, values)


def _add_company(model: Model, start: Collection[Seat]) -> None:
    """Who is on a shift with whom: kept apart, kept together, and minors with an adult."""
    board = model.board
    there: dict[int, dict[int, list[int]]] = {}
    for column, (person, need) in enumerate(model.pairs):
        there.setdefault(board.shift_of[need], {}).setdefault(person, []).append(column)
    adults = {board.shift_of[need] for person, need in start if not board.minors >> person & 1}
    pinned = Counter(board.shift_of[need] for person, need in board.pins if board.minors >> person & 1)
    for shift, people in there.items():
        for person, columns in people.items():
            for other in board.apart[person]:
                if other > person and other in people:
                    model.rows.add(0, 1, columns + people[other])
        _keep_together(model, shift, people)
        # Minors who are pinned stay, also without an adult; it is the others who need one.
        _add_adult(model, shift, people, is_forced=shift in adults and model.base.minors[shift] > pinned[shift])


def _keep_together(model: Model, shift: int, people: dict[int, list[int]]) -> None:
    """Of two either both are there or none; beside somebody who is pinned there the other may come or not."""
    board = model.board
    pairs = {(min(one, other), max(one, other)) for one in people for other in board.together[one]}
    for one, other in sorted(pairs):
        if (board.pinned[shift] >> one | board.pinned[shift] >> other) & 1:
            continue
        columns, others = people.get(one, []), people.get(other, [])
        model.rows.add(0, 0, columns + others, [1.0] * len(columns) + [-1.0] * len(others))


def _add_adult(model: Model, shift: int, people: dict[int, list[int]], *, is_forced: bool) -> None:
    """A minor only where an adult is: `minor <= adult there <= sum of adults`."""
    board, base = model.board, model.base
    minors = [person for person in people if board.minors >> person & 1]
    if base.adults[shift] or not (minors or base.minors[shift]):
        return
    adults = [column for person, own in people.items() if person not in minors for column in own]
    model.adult[shift] = column = model.add_column(1.0, 1.0 if is_forced else 0.0)
    model.rows.add(0, float("inf"), [*adults, column], [1.0] * len(adults) + [-1.0])
    for person in minors:
        own = people[person]
        model.rows.add(0, float("inf"), [column, *own], [1.0] + [-1.0] * len(own))


def _add_households(model: Model) -> None:
    """`points + under - over = share`, for households that can still be given something; the others can't change."""
    board = model.board
    for household, columns in _grouped(model, lambda pair: board.household_of[pair[0]]).items():
        points = {column: board.problem.needs[model.pairs[column][1]].points for column in columns}
        earning = [column for column in columns if points[column]]
        if not earning:
            continue
        first = len(model.upper)
        for length in SEGMENTS * 2:
            model.add_column(length)
        model.segments[household] = first
        own = list(range(first, first + 2 * len(SEGMENTS)))
        signs = [1.0] * len(SEGMENTS) + [-1.0] * len(SEGMENTS)
        left = float((board.owes[household] or 0) - model.base.points[household])
        model.rows.add(left, left, earning + own, [float(points[column]) for column in earning] + signs)


def _grouped(model: Model, key: Callable[[Seat], int]) -> dict[int, list[int]]:
    groups: dict[int, list[int]] = {}
    for column, pair in enumerate(model.pairs):
        groups.setdefault(key(pair), []).append(column)
    return groups
