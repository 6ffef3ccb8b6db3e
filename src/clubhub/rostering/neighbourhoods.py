"""Large-neighbourhood search: make a plan better part by part where one model would be too large.

A round frees some people, keeps everybody else's seats, and solves what is left exactly, all levels in their order, so
that no round can make a plan worse (Shaw 1998). Whom to free: for a place that is short, those who could take it and
those who could then take over from them; for fairness, households with much and with little to do.
"""

from itertools import islice
from random import Random
from time import monotonic

from clubhub.rostering.board import Board, Seats
from clubhub.rostering.draft import Draft
from clubhub.rostering.filter import bits
from clubhub.rostering.levels import Level, points_by_household
from clubhub.rostering.stages import Watch, improve

PAIRS = 2_000
"""How many open pairs a round may have: small enough for about a tenth of a second."""

NODES = 200
"""Branch-and-bound nodes per level of a round; a limit in nodes, unlike one in seconds, can be had again."""

PATIENCE = 40
"""After so many rounds without a better plan the search ends."""


def search(board: Board, start: Seats, *, seed: int, watch: Watch) -> tuple[Seats, int]:
    """The best plan found from `start` until the deadline or the patience ends, and the number of models solved."""
    watch.stage(None)
    quiet = _Quiet(watch)
    random = Random(seed)  # noqa: S311  nothing secret: the seed makes the search repeatable
    best, solved, idle = start, 0, 0
    while idle < PATIENCE and monotonic() < watch.deadline:
        people = _round(board, best, random)
        fixed = board.pins | {seat for seat in best if not people >> seat[0] & 1}
        outcome = improve(board, best, people, fixed, seed=seed, watch=quiet, nodes=NODES)
        solved += outcome.iterations
        idle = 0 if outcome.seats != best else idle + 1
        best = outcome.seats
    return best, solved


class _Quiet:
    """A watch that hears of better plans, but not of the stages of every round."""

    def __init__(self, watch: Watch) -> None:
        self.deadline = watch.deadline
        self.better = watch.better

    def stage(self, level: Level | None) -> None:
        """Say nothing."""


def _round(board: Board, seats: Seats, random: Random) -> int:
    """The people to free, as a bit set."""
    draft = Draft(board, seats)
    short = [n for n in range(len(draft.heads)) if draft.wanted(n) and draft.busy(n)]
    wishes = _around_place(draft, random.choice(short), random) if short and random.random() < 0.5 else []
    return _within_size(draft, wishes + _around_households(board, seats, random))


def _around_place(draft: Draft, need: int, random: Random) -> list[int]:
    """Some who could take the place but are elsewhere, each followed by some who could take over from them."""
    movers = list(bits(draft.busy(need)))
    random.shuffle(movers)
    wishes: list[int] = []
    for mover in movers[:20]:
        wishes.append(mover)
        for other in draft.in_the_way(mover, need):
            wishes += islice(bits(draft.free(other)), 5)
    return wishes


def _around_households(board: Board, seats: Seats, random: Random) -> list[int]:
    """People of the households that have most and least beyond their share, with chance mixed in."""
    points = points_by_household(board, seats)
    burden = sorted(
        range(len(points)),
        key=lambda h: (points[h] - (board.owes[h] or 0)) * random.uniform(0.5, 1.5) + random.random(),
    )
    order = [h for pair in zip(burden, reversed(burden), strict=True) for h in pair]
    return [person for household in islice(order, 150) for person in bits(board.members[household])]


def _within_size(draft: Draft, wishes: list[int]) -> int:
    """As many of the wished people as keep the round small, counting the places they would give up or could take."""
    people, pairs = 0, 0
    seats_of: dict[int, list[int]] = {}
    for person, need in draft.seats:
        seats_of.setdefault(person, []).append(need)
    given_up: set[int] = {need for need in range(len(draft.heads)) if draft.room(need)}
    for person in dict.fromkeys(wishes):
        given_up.update(seats_of.get(person, ()))
        pairs = sum((draft.board.candidates[need] & (people | 1 << person)).bit_count() for need in given_up)
        if pairs > PAIRS and people:
            break
        people |= 1 << person
    return people
