"""A first plan in one pass: the start for the solver, and the plan where there is none.

Needs are filled in the order of priority, those with the fewest candidates to spare first; each takes people who said
yes before those who said "if need be", from the household with the least to do. Where nobody is free, somebody may
hand over what they do to another who is (an ejection chain of length one).
"""

from itertools import islice

from clubhub.rostering.board import Board, Seats
from clubhub.rostering.draft import Draft
from clubhub.rostering.filter import bits

TRIES = 200
"""How many busy people are asked per place whether somebody could take over from them."""


def greedy(board: Board) -> Seats:
    """A valid plan: pins, then what was published and still holds, then required places, then optional ones."""
    draft = Draft(board, board.pins)
    _keep_published(draft)
    queue = _Queue(draft)
    order = sorted(range(len(board.candidates)), key=lambda need: _urgency(board, need))
    for need in order:
        queue.fill(need, draft.wanted(need))
    for need in order:
        _hand_over(draft, queue, need)
    for need in order:
        queue.fill(need, draft.room(need))
    return draft.seats


def _urgency(board: Board, need: int) -> tuple[int, int, int]:
    spare = board.candidates[need].bit_count() - board.problem.needs[need].min
    return -board.priority[need], spare, need


def _keep_published(draft: Draft) -> None:
    for person, need in sorted(draft.board.previous - draft.board.pins):
        if draft.room(need) and draft.free(need) >> person & 1:
            draft.give((person, need))


class _Queue:
    """People by how far their household is above its share, the least burdened first."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._people: dict[int, int] = {}
        for household in range(len(draft.board.members)):
            self._move(household, None)

    def fill(self, need: int, heads: int) -> None:
        """Give up to `heads` places of the need to people who are free."""
        for _head in range(heads):
            person = self.next(self._draft.free(need), need)
            if person is None:
                return
            self.give(person, need)

    def give(self, person: int, need: int) -> None:
        household = self._draft.board.household_of[person]
        before = self._burden(household)
        self._draft.give((person, need))
        self._move(household, before)

    def take(self, person: int, need: int) -> None:
        household = self._draft.board.household_of[person]
        before = self._burden(household)
        self._draft.take((person, need))
        self._move(household, before)

    def next(self, people: int, need: int) -> int | None:
        """Whose turn it is among these people; None if there is nobody."""
        reluctant = self._draft.board.maybe[need]
        for willing in (people & ~reluctant, people & reluctant):
            if willing:
                return next(bits(next(found for b in sorted(self._people) if (found := willing & self._people[b]))))
        return None

    def _burden(self, household: int) -> int:
        return self._draft.points[household] - (self._draft.board.owes[household] or 0)

    def _move(self, household: int, before: int | None) -> None:
        members = self._draft.board.members[household]
        if before is not None:
            self._people[before] &= ~members
            if not self._people[before]:
                del self._people[before]
        burden = self._burden(household)
        self._people[burden] = self._people.get(burden, 0) | members


def _hand_over(draft: Draft, queue: _Queue, need: int) -> None:
    """Free people for a short need by letting others take over what they do."""
    for person in islice(bits(draft.busy(need)), TRIES):
        if not draft.wanted(need):
            return
        blocking = draft.in_the_way(person, need)
        if len(blocking) != 1 or blocking[0] == need or (person, blocking[0]) in draft.fixed:
            continue
        successor = queue.next(draft.free(blocking[0]), blocking[0])
        if successor is not None:
            queue.take(person, blocking[0])
            queue.give(successor, blocking[0])
            queue.give(person, need)
