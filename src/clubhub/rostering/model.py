"""The assignment problem as a mixed-integer programme, in plain lists: columns, rows and one cost per aim.

Columns: a binary per (person, need) pair that is still open; per need how many heads it is short of min and how many
places above min stay free (merged over heads, so that equal places are not told apart); per household its distance
from its share, cut at the steps of the penalty, which makes a convex piecewise-linear cost exact; per shift that
minors may be on, whether an adult is there too. What a row says, and why it is written so, see clubhub.rostering.rows.
"""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from clubhub.rostering.board import Board, Seat
from clubhub.rostering.draft import Draft
from clubhub.rostering.levels import FAIRNESS_STEPS
from clubhub.rostering.problem import Aim

SEGMENTS = (*(float(end - start) for start, end in pairwise(FAIRNESS_STEPS)), float("inf"))
"""The lengths of the pieces of a household's distance, on either side of its share."""

Costs = dict[int, int]
"""Cost by column; all others cost nothing."""


@dataclass(slots=True)
class Rows:
    """Rows in compressed form: row i holds `columns` and `values` from `starts[i]` to the next start."""

    lower: list[float] = field(default_factory=list)
    upper: list[float] = field(default_factory=list)
    starts: list[int] = field(default_factory=lambda: [0])
    columns: list[int] = field(default_factory=list)
    values: list[float] = field(default_factory=list)

    def add(self, lower: float, upper: float, columns: Sequence[int], values: Sequence[float] | None = None) -> None:
        """Add `lower <= sum of values times columns <= upper`; without `values` all are 1."""
        self.lower.append(lower)
        self.upper.append(upper)
        self.columns += columns
        self.values += [1.0] * len(columns) if values is None else values
        self.starts.append(len(self.columns))


@dataclass(slots=True)
class Model:
    """`pairs` are the first columns, all binary; `lower` and `upper` bound every column.

    `base` holds what is settled already. `short` and `free` give a need's columns, `segments` the first of a household
    (under its share, then over it), `adult` that of a shift.
    """

    base: Draft
    pairs: list[Seat]
    upper: list[float] = field(default_factory=list)
    lower: list[float] = field(default_factory=list)
    rows: Rows = field(default_factory=Rows)
    short: dict[int, int] = field(default_factory=dict)
    free: dict[int, int] = field(default_factory=dict)
    segments: dict[int, int] = field(default_factory=dict)
    adult: dict[int, int] = field(default_factory=dict)

    @property
    def board(self) -> Board:
        return self.base.board

    def add_column(self, upper: float, lower: float = 0.0) -> int:
        self.upper.append(upper)
        self.lower.append(lower)
        return len(self.upper) - 1

    def seats(self, values: Iterable[float]) -> list[Seat]:
        """The seats beyond what is settled that the values of the columns mean."""
        return [pair for pair, value in zip(self.pairs, values, strict=False) if value > 0.5]

    def values(self, seats: Collection[Seat]) -> list[float]:
        """The values of all columns for seats beyond what is settled: the start that the solver is given."""
        board = self.board
        chosen = set(seats)
        values = [1.0 if pair in chosen else 0.0 for pair in self.pairs] + [0.0] * (len(self.upper) - len(self.pairs))
        added = Counter(need for _person, need in chosen)
        points = Counter[int]()
        for person, need in chosen:
            points[board.household_of[person]] += board.problem.needs[need].points
            if not board.minors >> person & 1 and board.shift_of[need] in self.adult:
                values[self.adult[board.shift_of[need]]] = 1.0
        for need, column in self.short.items():
            values[column] = max(0, self.base.wanted(need) - added[need])
            values[self.free[need]] = self.base.room(need) - max(self.base.wanted(need), added[need])
        for household, column in self.segments.items():
            distance = self.base.points[household] + points[household] - (board.owes[household] or 0)
            start = column if distance < 0 else column + len(SEGMENTS)
            values[start : start + len(SEGMENTS)] = _cut(abs(distance))
        return values

    def costs(self, aim: Aim) -> Costs:
        """What an aim costs, but for what is settled."""
        return _COSTS[aim](self)

    def least(self, aim: Aim) -> int:
        """What the aim costs at the least in this model, counted column by column."""
        return round(sum(cost * (self.lower if cost > 0 else self.upper)[c] for c, cost in self.costs(aim).items()))


def _cut(distance: int) -> list[float]:
    """A distance in the segments between the steps of the penalty."""
    ends = [*FAIRNESS_STEPS[1:], None]
    return [
        float(max(0, (distance if end is None else min(distance, end)) - step))
        for step, end in zip(FAIRNESS_STEPS, ends, strict=True)
    ]


def _changes(model: Model) -> Costs:
    previous = model.board.previous
    return {c: -1 if pair in previous else 1 for c, pair in enumerate(model.pairs)} if previous else {}


def _unfairness(model: Model) -> Costs:
    """A segment costs one more than the one before it, on either side of the share."""
    steps = len(SEGMENTS)
    return {first + i: i % steps + 1 for first in model.segments.values() for i in range(2 * steps)}


_COSTS: dict[Aim, Callable[[Model], Costs]] = {
    Aim.REQUIRED: lambda model: {column: model.board.priority[need] for need, column in model.short.items()},
    Aim.WITHDRAWN: lambda model: {c: -1 for c, pair in enumerate(model.pairs) if pair in model.board.previous},
    Aim.CHANGES: _changes,
    Aim.OPTIONAL: lambda model: dict.fromkeys(model.free.values(), 1),
    Aim.IF_NEED_BE: lambda model: {c: 1 for c, (p, n) in enumerate(model.pairs) if model.board.maybe[n] >> p & 1},
    Aim.FAIRNESS: _unfairness,
    Aim.PREFERENCE: lambda model: {
        c: cost for c, pair in enumerate(model.pairs) if (cost := model.board.dislike(pair))
    },
}
