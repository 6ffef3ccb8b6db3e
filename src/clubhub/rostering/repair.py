"""A large roster after a cancellation: as few changes as can be, from a small model of those who could step in.

A place that was filled only because somebody was free is given up again, since each is a change. Then a model of ring
zero chooses anew: the places that were lost, those who are free for them, and, where these are few, those who could
come from another place. Counting need by need says how few changes any plan has; a plan that reaches it is proved.
"""

from collections import Counter

from clubhub.rostering.bits import indices
from clubhub.rostering.board import Board, Seat, Seats
from clubhub.rostering.problem import Aim
from clubhub.rostering.rounds import Rounds
from clubhub.rostering.solver import Effort
from clubhub.rostering.stages import Stage

FREE = 30
"""Of those who are free for a lost place so many take part, the least burdened households first."""


def fewest_changes(board: Board) -> int:
    """How many changes every plan has in which no required place is short that has a candidate."""
    previous, pins = board.previous, board.pins
    if not previous:
        return 0
    kept = {(person, need) for person, need in previous if board.candidates[need] >> person & 1} | (previous & pins)
    heads = Counter(need for _person, need in kept | pins)
    missing = sum(
        max(0, min(spec.min, board.candidates[need].bit_count()) - heads[need])
        for need, spec in enumerate(board.problem.needs)
    )
    return len(previous - kept) + len(pins - previous) + missing


def give_up_extras(rounds: Rounds) -> None:
    """Take new people off places beyond those that are required."""
    board, draft = rounds.board, rounds.draft
    seats = rounds.seats
    left = set[Seat]()
    for seat in sorted(seats - board.previous - board.pins):
        person, need = seat
        if draft.heads[need] > board.problem.needs[need].min and draft.may_leave(person, need):
            draft.take(seat)
            left.add(seat)
    for seat in left:
        draft.give(seat)
    rounds.replace(seats - left)


def choose_anew(rounds: Rounds, effort: Effort) -> None:
    """Solve ring zero around what is new and what is short."""
    board, draft = rounds.board, rounds.draft
    new = rounds.seats - board.previous - board.pins
    needs = sorted({need for _person, need in new} | {n for n in range(len(draft.heads)) if draft.wanted(n)})
    people = {person for person, _need in new}
    for need in needs:
        people.update(_ring(rounds, need))
    people = rounds.with_partners(people)
    freed = rounds.seats_of(sorted(people))
    pairs = [(person, need) for need in needs for person in indices(board.candidates[need]) if person in people]
    rounds.solve(freed, pairs, [Stage(aim=aim) for aim in board.problem.objective], effort)


def _ring(rounds: Rounds, need: int) -> list[int]:
    """Some of those who are free for a need, and all others who could come if these are few."""
    board, draft = rounds.board, rounds.draft
    able = [person for person in indices(board.candidates[need]) if board.group_of[person] < 0]
    free = [person for person in able if draft.fits(person, need)]
    homes = board.household_of
    free.sort(key=lambda person: draft.points[homes[person]] - (board.owes[homes[person]] or 0))
    return free[:FREE] if len(free) >= FREE else able


def is_repair(board: Board) -> bool:
    """Whether fewer changes count for more than fairness."""
    return Aim.CHANGES in board.problem.objective and bool(board.previous)


def is_fewest(board: Board, seats: Seats) -> bool:
    """Whether the plan has no more changes than any plan must have that fills as many required places."""
    return len(board.previous ^ seats) <= fewest_changes(board)
