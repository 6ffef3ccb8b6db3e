"""A first plan in one pass: the start for the search, and the plan where there is no solver.

Needs are filled in the order of priority, those with the fewest candidates to spare first; each takes people who said
yes before those who said "if need be", from the household with the least to do. Where nobody is free, somebody may
hand over what they do to another who is (an ejection chain of length one, Glover 1996).
"""

from collections import Counter
from collections.abc import Collection
from functools import reduce
from itertools import islice, permutations
from operator import and_

from clubhub.rostering.bits import bit_set, first_index, indices
from clubhub.rostering.board import Board, Seat, Seats
from clubhub.rostering.draft import Draft
from clubhub.rostering.openings import Openings

TRIES = 200
"""How many busy people are asked per place whether somebody could take over from them."""


def greedy(board: Board) -> Seats:
    """A valid plan: pins, then what was published and still holds, then required places, then optional ones."""
    draft = Draft(board, board.pins)
    _keep_previous(draft)
    queue = _Queue(draft)
    _seat_groups(queue, to_share=True)
    order = sorted(range(len(board.candidates)), key=lambda need: _urgency(board, need))
    for need in order:
        queue.fill(need, draft.wanted(need))
    for need in order:
        if draft.wanted(need):
            _hand_over(queue, need)
    for need in order:
        queue.fill(need, draft.room(need))
    _seat_groups(queue, to_share=False)
    return draft.seats


def _urgency(board: Board, need: int) -> tuple[int, int, int]:
    spare = board.candidates[need].bit_count() - board.problem.needs[need].min
    return -board.priority[need], spare, need


def _keep_previous(draft: Draft) -> None:
    """Who had a seat keeps it while the rules allow; minors last, so that the adults they need are there."""
    board = draft.board
    kept = board.previous - board.pins
    for person, need in sorted(kept, key=lambda seat: (board.minors >> seat[0] & 1, seat)):
        is_able = board.candidates[need] >> person & 1 and board.group_of[person] < 0
        if is_able and draft.room(need) and draft.fits(person, need):
            draft.give((person, need))
    for group in board.groups:
        _keep_group(draft, group, {seat for seat in kept if seat[0] in group})


def _keep_group(draft: Draft, group: tuple[int, ...], kept: set[Seat]) -> None:
    board = draft.board
    for shift in sorted({board.shift_of[need] for _person, need in kept}):
        seats = [seat for seat in sorted(kept) if board.shift_of[seat[1]] == shift]
        if [person for person, _need in seats] == list(group) and _fits_all(draft, seats):
            for seat in seats:
                draft.give(seat)


class _Queue:
    """People by how far their household is above its share, the least burdened first."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.openings = Openings(draft)
        self._people: dict[int, int] = {}
        self._liked = _liked(draft.board)
        for household in range(len(draft.board.members)):
            self._move(household, None)

    def fill(self, need: int, heads: int) -> None:
        """Give up to `heads` places of the need to people who are free."""
        for _head in range(heads):
            person = self.next(need)
            if person is None:
                return
            self.give((person, need))

    def give(self, seat: Seat) -> None:
        household = self.draft.board.household_of[seat[0]]
        before = self._burden(household)
        self.openings.give(seat)
        self._move(household, before)

    def take(self, seat: Seat) -> None:
        household = self.draft.board.household_of[seat[0]]
        before = self._burden(household)
        self.openings.take(seat)
        self._move(household, before)

    def next(self, need: int, besides: int = 0) -> int | None:
        """Whose turn it is among those who are free for the need, but for these people; None if there is nobody."""
        board = self.draft.board
        free = self.openings.free(need) & ~besides
        reluctant = board.maybe[need]
        liked = self._liked.get(board.problem.needs[need].role, 0)
        for willing in (free & ~reluctant, free & reluctant):
            for burden in sorted(self._people) if willing else ():
                found = willing & self._people[burden]
                for choice in (found & liked, found & ~liked):
                    person = self._fitting(choice, need)
                    if person is not None:
                        return person
        return None

    def _fitting(self, people: int, need: int) -> int | None:
        while people:
            person = first_index(people)
            if self.draft.fits(person, need):
                return person
            people &= people - 1
        return None

    def _burden(self, household: int) -> int:
        return self.draft.points[household] - (self.draft.board.owes[household] or 0)

    def _move(self, household: int, before: int | None) -> None:
        members = self.draft.board.members[household]
        if before is not None:
            self._people[before] &= ~members
            if not self._people[before]:
                del self._people[before]
        burden = self._burden(household)
        self._people[burden] = self._people.get(burden, 0) | members


def _liked(board: Board) -> dict[str, int]:
    liked: dict[str, list[int]] = {}
    for person, volunteer in enumerate(board.problem.volunteers):
        for role, liking in volunteer.preferences.items():
            if liking > 0:
                liked.setdefault(role, []).append(person)
    return {role: bit_set(people, len(board.household_of)) for role, people in liked.items()}


def _hand_over(queue: _Queue, need: int) -> None:
    """Free people for a short need by letting others take over what they do."""
    draft = queue.draft
    for person in islice(indices(queue.openings.busy(need)), TRIES):
        if not draft.wanted(need):
            return
        blocking = draft.in_the_way(person, need)
        if len(blocking) != 1 or blocking[0] == need or not draft.may_leave(person, blocking[0]):
            continue
        left = (person, blocking[0])
        queue.take(left)
        successor = queue.next(blocking[0], besides=1 << person) if draft.fits(person, need) else None
        if successor is None:
            queue.give(left)
            continue
        queue.give((successor, blocking[0]))
        if draft.fits(person, need):
            queue.give((person, need))
        else:
            queue.take((successor, blocking[0]))
            queue.give(left)


def _seat_groups(queue: _Queue, *, to_share: bool) -> None:
    """Put people who are kept together on shifts with room for all of them.

    First up to their shares, before everybody else, since they fit so few shifts; in the end wherever is room left.
    """
    board = queue.draft.board
    of_person = _shifts_open_to(board, {person for group in board.groups for person in group})
    for group in board.groups:
        open_to_all = reduce(and_, (of_person[person] for person in group))
        for shift in sorted(indices(open_to_all), key=lambda shift: (-_most_points(board, shift), shift)):
            seats = _seats_together(queue.draft, group, shift)
            if seats and (not to_share or _within_shares(queue.draft, seats)):
                for seat in seats:
                    queue.give(seat)


def _shifts_open_to(board: Board, people: Collection[int]) -> dict[int, int]:
    """For each of these people the shifts (a bit set) with a need that the rules let them take."""
    shifts = dict.fromkeys(people, 0)
    asked = bit_set(people, len(board.household_of))
    for need, able in enumerate(board.candidates):
        for person in indices(able & asked):
            shifts[person] |= 1 << board.shift_of[need]
    return shifts


def _most_points(board: Board, shift: int) -> int:
    return max((board.problem.needs[need].points for need in board.needs_of_shift[shift]), default=0)


def _within_shares(draft: Draft, seats: list[Seat]) -> bool:
    """Whether the seats are wanted, and no household of theirs would have more than its share."""
    board = draft.board
    added = Counter[int]()
    for person, need in seats:
        added[board.household_of[person]] += board.problem.needs[need].points
    is_owed = all(draft.points[home] + more <= (board.owes[home] or 0) for home, more in added.items())
    return is_owed and any(draft.wanted(need) for _person, need in seats)


def _seats_together(draft: Draft, group: tuple[int, ...], shift: int) -> list[Seat] | None:
    """A seat on the shift for each of the group, if there is one; short needs first."""
    board = draft.board
    if any(board.clashes[person].sets[shift] & draft.held[person] for person in group):
        return None
    places = [need for need in board.needs_of_shift[shift] for _head in range(min(draft.room(need), len(group)))]
    places.sort(key=lambda need: -draft.wanted(need))
    for chosen in islice(permutations(places, len(group)), TRIES):
        seats = list(zip(group, chosen, strict=True))
        if all(board.candidates[need] >> person & 1 for person, need in seats):
            return seats if _fits_all(draft, seats) else None
    return None


def _fits_all(draft: Draft, seats: list[Seat]) -> bool:
    """Whether people who are kept together could take these seats of one shift at once."""
    board = draft.board
    shift = board.shift_of[seats[0][1]]
    has_adult = draft.adults[shift] or any(not board.minors >> person & 1 for person, _need in seats)
    alone = [person for person, _need in seats]
    return bool(
        has_adult
        and all(board.candidates[need] >> person & 1 and draft.room(need) for person, need in seats)
        and all(
            not board.clashes[person].sets[shift] & draft.held[person] and draft.has_time(person, shift)
            for person in alone
        )
        and not any(
            draft.held[other] >> shift & 1 or other in alone for person in alone for other in board.apart[person]
        )
        and all(sum(1 for _p, other in seats if other == need) <= draft.room(need) for _p, need in seats)
    )
