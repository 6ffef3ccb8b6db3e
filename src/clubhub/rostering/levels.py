"""The aims of a plan as a list of whole numbers, compared from the left: a lexicographic objective."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import replace

from clubhub.rostering.board import Board, Seat, Seats
from clubhub.rostering.problem import Aim

FAIRNESS_STEPS = (0, 2, 4, 8)
"""Points from its share at which a household's penalty grows steeper by one (as in clubhub-roster-instance/1)."""

Score = tuple[int, ...]


def score(board: Board, seats: Seats) -> Score:
    """The value of a plan at each aim of the problem's objective."""
    heads = Counter(need for _person, need in seats)
    return tuple(_value(board, aim, seats, heads) for aim in board.problem.objective)


def floor(board: Board) -> Score:
    """What no plan can be better than, counted need by need: the heads that have no candidate at all.

    A bound that costs nothing; levels that reach it need no solver to be proved.
    """
    heads = _most_heads(board)
    counted = (Aim.REQUIRED, Aim.OPTIONAL)
    return tuple(_value(board, aim, frozenset(), heads) if aim in counted else 0 for aim in board.problem.objective)


def filled(board: Board, seats: Seats) -> int:
    """How many places have somebody; where pins are more than a need's places, these are full."""
    heads = Counter(need for _person, need in seats)
    return sum(min(heads[index], need.max) for index, need in enumerate(board.problem.needs))


def fewest_open(board: Board, bounds: Score) -> int:
    """How many places stay empty in every plan, as far as the bounds tell.

    A bound on required places is weighed by priorities, and one on optional places holds only for plans as good in
    the aims before: the one is divided by the highest priority, for the other stands what can be seen need by need.
    """
    heads = _most_heads(board)
    spare = _unused(board, frozenset(), heads)
    short = sum(max(0, need.min - heads[index]) for index, need in enumerate(board.problem.needs))
    if board.problem.objective[:1] == (Aim.REQUIRED,):
        short = max(short, -(-bounds[0] // max(board.priority, default=1)))
    return short + spare


def _most_heads(board: Board) -> Counter[int]:
    """Per need how many could be on it if there were no others."""
    heads = Counter({need: people.bit_count() for need, people in enumerate(board.candidates)})
    heads.update(need for person, need in board.pins if not board.candidates[need] >> person & 1)
    return heads


def with_even_shares(board: Board, seats: Seats) -> Board:
    """The board with the shares that were left open: the points of a first plan, spread over all who could serve."""
    needs = board.problem.needs
    able = 0
    for people in board.candidates:
        able |= people
    for person, _need in board.pins:
        able |= 1 << person
    open_ = [own for own, owes in zip(board.members, board.owes, strict=True) if owes is None]
    count = sum(1 for members in open_ if members & able)
    sharing = {index for index, owes in enumerate(board.owes) if owes is None}
    total = sum(needs[need].points for person, need in seats if board.household_of[person] in sharing)
    share = (2 * total + count) // (2 * count) if count else 0
    return replace(board, owes=tuple(share if owes is None else owes for owes in board.owes))


def penalty(distance: int) -> int:
    """What a distance from a share costs: convex, so that far off counts more than twice a little off."""
    return sum(max(0, distance - step) for step in FAIRNESS_STEPS)


def points_by_household(board: Board, seats: Iterable[Seat]) -> list[int]:
    points = [0] * len(board.members)
    for person, need in seats:
        points[board.household_of[person]] += board.problem.needs[need].points
    return points


def _value(board: Board, aim: Aim, seats: Seats, heads: Counter[int]) -> int:
    return _VALUES[aim](board, seats, heads)


def _short(board: Board, _seats: Seats, heads: Counter[int]) -> int:
    needs = zip(board.problem.needs, board.priority, strict=True)
    return sum(priority * max(0, need.min - heads[index]) for index, (need, priority) in enumerate(needs))


def _unused(board: Board, _seats: Seats, heads: Counter[int]) -> int:
    return sum(max(0, need.max - max(need.min, heads[index])) for index, need in enumerate(board.problem.needs))


def _unfairness(board: Board, seats: Seats, _heads: Counter[int]) -> int:
    points = points_by_household(board, seats)
    return sum(penalty(abs(points[index] - (owes or 0))) for index, owes in enumerate(board.owes))


def _changes(board: Board, seats: Seats, _heads: Counter[int]) -> int:
    return len(board.previous ^ seats) if board.previous else 0


def _reluctant(board: Board, seats: Seats, _heads: Counter[int]) -> int:
    return sum(board.maybe[need] >> person & 1 for person, need in seats)


_VALUES: dict[Aim, Callable[[Board, Seats, Counter[int]], int]] = {
    Aim.REQUIRED: _short,
    Aim.WITHDRAWN: lambda board, seats, _heads: len(board.previous - seats),
    Aim.CHANGES: _changes,
    Aim.OPTIONAL: _unused,
    Aim.IF_NEED_BE: _reluctant,
    Aim.FAIRNESS: _unfairness,
    Aim.PREFERENCE: lambda board, seats, _heads: sum(map(board.dislike, seats)),
}
