"""The assignment problem as a mixed-integer programme, in plain lists: columns, rows and one cost per level.

Columns: a binary per (person, need) pair that is still open; per need how many heads it is short of min and how many
places above min stay free (merged over heads, so that equal places are not told apart); per household its distance
from its share, cut at the steps of the penalty, which makes a convex piecewise-linear cost exact.
Rows: per need `seats + short + free = places left`; per person and moment at most one seat (the maximal cliques of an
interval graph, tighter than pairs of overlapping shifts); per household `points + under - over = share`.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise

from clubhub.rostering.board import Board, Seat, Seats
from clubhub.rostering.draft import Draft
from clubhub.rostering.levels import FAIRNESS_STEPS, levels, points_by_household
from clubhub.rostering.problem import Aim

Entries = list[tuple[int, float]]
"""The coefficients of a row: (column, value)."""


@dataclass(slots=True)
class Row:
    lower: float
    upper: float
    entries: Entries


@dataclass(slots=True)
class Model:
    """`pairs` are the first columns, all binary; `upper` bounds every column (all start at 0). `costs` run by level."""

    board: Board
    fixed: Seats
    pairs: list[Seat] = field(default_factory=list)
    upper: list[float] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    costs: list[dict[int, int]] = field(default_factory=list)
    short: dict[int, int] = field(default_factory=dict)
    free: dict[int, int] = field(default_factory=dict)
    segments: dict[int, int] = field(default_factory=dict)
    shares: dict[int, int] = field(default_factory=dict)

    def seats(self, values: Iterable[float]) -> Seats:
        """The plan that the values of the columns mean."""
        return self.fixed | {pair for pair, value in zip(self.pairs, values, strict=False) if value > 0.5}

    def values(self, seats: Seats) -> list[float]:
        """The values of all columns for a plan: the start that the solver is given."""
        values = [1.0 if pair in seats else 0.0 for pair in self.pairs] + [0.0] * (len(self.upper) - len(self.pairs))
        heads = Counter(need for _person, need in seats)
        points = points_by_household(self.board, seats)
        for need, column in self.short.items():
            spec = self.board.problem.needs[need]
            values[column] = max(0, spec.min - heads[need])
            values[self.free[need]] = spec.max - max(spec.min, heads[need])
        for household, column in self.segments.items():
            distance = points[household] - self.shares[household]
            start = column if distance < 0 else column + len(FAIRNESS_STEPS)
            values[start : start + len(FAIRNESS_STEPS)] = _cut(abs(distance))
        return values

    def add_column(self, upper: float) -> int:
        self.upper.append(upper)
        return len(self.upper) - 1


def build(board: Board, fixed: Seats, people: int) -> Model:
    """The model for what is left to decide: `fixed` seats stay, and only `people` (a bit set) can be given more."""
    draft = Draft(board, fixed)
    model = Model(board=board, fixed=fixed, pairs=list(draft.open_pairs(people)))
    model.upper = [1.0] * len(model.pairs)
    _add_needs(model, draft)
    _add_cliques(model)
    _add_households(model)
    model.costs = [_costs(model, level.aim, level.priority) for level in levels(board)]
    return model


def _add_needs(model: Model, draft: Draft) -> None:
    columns: dict[int, Entries] = {}
    for column, (_person, need) in enumerate(model.pairs):
        columns.setdefault(need, []).append((column, 1.0))
    for need, entries in columns.items():
        wanted, room = draft.wanted(need), draft.room(need)
        model.short[need] = model.add_column(wanted)
        model.free[need] = model.add_column(room - wanted)
        auxiliary = [(model.short[need], 1.0), (model.free[need], 1.0)]
        model.rows.append(Row(room, room, entries + auxiliary))


def _add_cliques(model: Model) -> None:
    columns: dict[int, list[int]] = {}
    for column, (person, _need) in enumerate(model.pairs):
        columns.setdefault(person, []).append(column)
    for own in columns.values():
        for clique in _cliques(model, own):
            model.rows.append(Row(0.0, 1.0, [(column, 1.0) for column in clique]))


def _cliques(model: Model, columns: list[int]) -> list[list[int]]:
    """The maximal sets of one person's columns that share a moment, where two or more do.

    Sweep over the starts; what runs at a start is maximal if something that runs then ends before the next start.
    """
    shifts, shift_of = model.board.problem.shifts, model.board.shift_of
    spans = sorted(
        (shifts[shift_of[model.pairs[c][1]]].start, shifts[shift_of[model.pairs[c][1]]].end, c) for c in columns
    )
    starts = sorted({start for start, _end, _column in spans})
    found: list[list[int]] = []
    running: list[tuple[int, int]] = []
    position = 0
    for start, following in [*pairwise(starts), (starts[-1], None)]:
        running = [(end, column) for end, column in running if end > start]
        while position < len(spans) and spans[position][0] == start:
            running.append(spans[position][1:])
            position += 1
        if len(running) > 1 and (following is None or any(end <= following for end, _column in running)):
            found.append([column for _end, column in running])
    return found


def _add_households(model: Model) -> None:
    """Distances only for households that can still be given something; the others can't change."""
    columns: dict[int, Entries] = {}
    for column, (person, need) in enumerate(model.pairs):
        points = model.board.problem.needs[need].points
        if points:
            columns.setdefault(model.board.household_of[person], []).append((column, float(points)))
    done = points_by_household(model.board, model.fixed)
    for household, entries in columns.items():
        model.shares[household] = model.board.owes[household] or 0
        lengths = [float(b - a) for a, b in pairwise(FAIRNESS_STEPS)] + [float("inf")]
        first = len(model.upper)
        model.upper += lengths + lengths
        model.segments[household] = first
        under = [(first + step, 1.0) for step in range(len(lengths))]
        over = [(first + len(lengths) + step, -1.0) for step in range(len(lengths))]
        left = float(model.shares[household] - done[household])
        model.rows.append(Row(left, left, entries + under + over))


def _cut(distance: int) -> list[float]:
    """A distance in the segments between the steps of the penalty."""
    ends = [*FAIRNESS_STEPS[1:], None]
    return [
        float(max(0, (distance if end is None else min(distance, end)) - step))
        for step, end in zip(FAIRNESS_STEPS, ends, strict=True)
    ]


def _costs(model: Model, aim: Aim, priority: int) -> dict[int, int]:
    board = model.board
    match aim:
        case Aim.REQUIRED:
            return {column: 1 for need, column in model.short.items() if board.priority[need] == priority}
        case Aim.OPTIONAL:
            return dict.fromkeys(model.free.values(), 1)
        case Aim.WITHDRAWN:
            return {column: -1 for column, pair in enumerate(model.pairs) if pair in board.previous}
        case Aim.IF_NEED_BE:
            return {c: 1 for c, (person, need) in enumerate(model.pairs) if board.maybe[need] >> person & 1}
        case Aim.FAIRNESS:
            steps = len(FAIRNESS_STEPS)
            return {first + i: i % steps + 1 for first in model.segments.values() for i in range(2 * steps)}
