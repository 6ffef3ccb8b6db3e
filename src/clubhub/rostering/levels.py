"""The aims of a plan as a list of whole numbers, compared from the left: a lexicographic objective."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from clubhub.rostering.board import Board, Seat, Seats
from clubhub.rostering.problem import Aim

FAIRNESS_STEPS = (0, 2, 4, 8)
"""Points from its share at which a household's penalty grows steeper by one (as in clubhub-roster-instance/1)."""

Score = tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """One stage of the objective.

    REQUIRED has a level per `priority` (the others have 0), so that no sum of lesser roles outweighs one that comes
    first.
    """

    aim: Aim
    priority: int = 0


def levels(board: Board) -> tuple[Level, ...]:
    """The levels of a problem, most important first."""
    found: list[Level] = []
    for aim in board.problem.objective:
        priorities = sorted(
            {p for p, n in zip(board.priority, board.problem.needs, strict=True) if n.min}, reverse=True
        )
        found += [Level(aim=aim, priority=p) for p in priorities] if aim is Aim.REQUIRED else [Level(aim=aim)]
    return tuple(found)


def score(board: Board, seats: Seats) -> Score:
    """The value of a plan at each level of `levels(board)`."""
    heads = Counter(need for _person, need in seats)
    return tuple(_value(board, level, seats, heads) for level in levels(board))


def floor(board: Board) -> Score:
    """What no plan can be better than, counted need by need: the heads that have no candidate at all.

    A bound that costs nothing; levels that reach it need no solver to be proved.
    """
    heads = Counter({need: people.bit_count() for need, people in enumerate(board.candidates)})
    heads.update(need for person, need in board.pins if not board.candidates[need] >> person & 1)
    return tuple(
        _value(board, level, frozenset(), heads) if level.aim in (Aim.REQUIRED, Aim.OPTIONAL) else 0
        for level in levels(board)
    )


def with_even_shares(board: Board, seats: Seats) -> Board:
    """The board with the shares that were left open: the points of a first plan, spread over all who could serve."""
    needs = board.problem.needs
    total = sum(needs[need].points for _person, need in seats)
    able = 0
    for people in board.candidates:
        able |= people
    for person, _need in board.pins:
        able |= 1 << person
    count = sum(1 for members in board.members if members & able)
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


def _value(board: Board, level: Level, seats: Seats, heads: Counter[int]) -> int:
    match level.aim:
        case Aim.REQUIRED:
            return _short(board, heads, level.priority)
        case Aim.OPTIONAL:
            return _unused(board, heads)
        case Aim.WITHDRAWN:
            return len(board.previous - seats)
        case Aim.IF_NEED_BE:
            return sum(board.maybe[need] >> person & 1 for person, need in seats - board.pins)
        case Aim.FAIRNESS:
            return _unfairness(board, seats)


def _short(board: Board, heads: Counter[int], priority: int) -> int:
    return sum(
        max(0, need.min - heads[index])
        for index, need in enumerate(board.problem.needs)
        if board.priority[index] == priority
    )


def _unused(board: Board, heads: Counter[int]) -> int:
    return sum(max(0, need.max - max(need.min, heads[index])) for index, need in enumerate(board.problem.needs))


def _unfairness(board: Board, seats: Seats) -> int:
    points = points_by_household(board, seats)
    return sum(penalty(abs(points[index] - (owes or 0))) for index, owes in enumerate(board.owes))
