"""A plan in the making: who is on what, who is busy when, and what is still wanted."""

from collections.abc import Iterable, Iterator
from functools import reduce
from operator import or_

from clubhub.rostering.board import Board, Seat, Seats
from clubhub.rostering.filter import bit_set, bits


class Draft:
    """Seats that can be given and taken back. What is in `fixed` stays; it may break the rules (pins do)."""

    def __init__(self, board: Board, fixed: Iterable[Seat] = ()) -> None:
        self.board = board
        self.fixed = frozenset(fixed)
        self._seats: set[Seat] = set(self.fixed)
        self._needs_of: dict[int, set[int]] = {}
        self.heads = [0] * len(board.candidates)
        self.points = [0] * len(board.members)
        at_work: list[list[int]] = [[] for _shift in board.overlapping]
        for person, need in self.fixed:
            self._needs_of.setdefault(person, set()).add(need)
            self._count((person, need), 1)
            at_work[board.shift_of[need]].append(person)
        self._busy = _busy(board, at_work)

    @property
    def seats(self) -> Seats:
        return frozenset(self._seats)

    def give(self, seat: Seat) -> None:
        """Put somebody on a need; the caller has made sure that it is allowed."""
        person, need = seat
        self._seats.add(seat)
        self._needs_of.setdefault(person, set()).add(need)
        self._count(seat, 1)
        for shift in self.board.overlapping[self.board.shift_of[need]]:
            self._busy[shift] |= 1 << person

    def take(self, seat: Seat) -> None:
        person, need = seat
        self._seats.remove(seat)
        self._needs_of[person].remove(need)
        self._count(seat, -1)
        for shift in self.board.overlapping[self.board.shift_of[need]]:
            self._busy[shift] &= ~(1 << person)
        for other in self._needs_of[person]:
            for shift in self.board.overlapping[self.board.shift_of[other]]:
                self._busy[shift] |= 1 << person

    def free(self, need: int) -> int:
        """Who could be put on the need as things stand (a bit set), were there room."""
        return self.board.candidates[need] & ~self._busy[self.board.shift_of[need]]

    def busy(self, need: int) -> int:
        """Who could do the need but is elsewhere then, or on it already (a bit set)."""
        return self.board.candidates[need] & self._busy[self.board.shift_of[need]]

    def on(self, need: int) -> int:
        """Who is on the need (a bit set)."""
        people = [person for person, taken in self._needs_of.items() if need in taken]
        return bit_set(people, len(self.board.household_of))

    def room(self, need: int) -> int:
        return max(0, self.board.problem.needs[need].max - self.heads[need])

    def wanted(self, need: int) -> int:
        """How many heads are missing below min."""
        return max(0, self.board.problem.needs[need].min - self.heads[need])

    def in_the_way(self, person: int, need: int) -> list[int]:
        """The needs that keep the person busy at the time of this one."""
        shifts = self.board.overlapping[self.board.shift_of[need]]
        return sorted(other for other in self._needs_of.get(person, ()) if self.board.shift_of[other] in shifts)

    def open_pairs(self, people: int) -> Iterator[Seat]:
        """Every seat that could still be given to one of these people, by need."""
        for need in range(len(self.heads)):
            if self.room(need):
                for person in bits(self.free(need) & people):
                    yield person, need

    def _count(self, seat: Seat, change: int) -> None:
        person, need = seat
        self.heads[need] += change
        self.points[self.board.household_of[person]] += change * self.board.problem.needs[need].points


def _busy(board: Board, at_work: list[list[int]]) -> list[int]:
    """Per shift who is on a shift that overlaps it, from who is on each."""
    # Set by set, not seat by seat: a search makes a draft of 12,000 seats for every round.
    people = [bit_set(indices, len(board.household_of)) for indices in at_work]
    return [reduce(or_, (people[other] for other in others)) for others in board.overlapping]
