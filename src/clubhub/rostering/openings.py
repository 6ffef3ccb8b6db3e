"""Who is free for each shift, kept as bit sets while seats are given and taken: one AND finds all free candidates."""

from clubhub.rostering.bits import bit_set, indices
from clubhub.rostering.board import Seat
from clubhub.rostering.draft import Draft


class Openings:
    """Follows a draft; seats must be given and taken through it. Clashes and spent days are known as sets.

    What depends on who else is on a shift, and the last minutes of a limit, `Draft.fits` has to tell.
    """

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        board = draft.board
        self._clashing: dict[tuple[int, int], list[int]] = {}
        self._shortest = min((board.minutes(shift) for shift in range(len(board.shifts))), default=0)
        self._busy = [0] * len(board.shifts)
        self._spent = 0
        self._tied = bit_set([p for group in board.groups for p in group], len(board.household_of))
        for person, needs in enumerate(draft.needs_of):
            for need in needs:
                self._mark(person, need)

    def free(self, need: int) -> int:
        """The candidates, but those kept together with somebody, with nothing else at that time (a bit set)."""
        board = self.draft.board
        return board.candidates[need] & ~(self._busy[board.shift_of[need]] | self._spent | self._tied)

    def busy(self, need: int) -> int:
        """The candidates who are elsewhere then, or on it already (a bit set)."""
        board = self.draft.board
        return board.candidates[need] & self._busy[board.shift_of[need]] & ~self._tied

    def give(self, seat: Seat) -> None:
        self.draft.give(seat)
        self._mark(*seat)

    def take(self, seat: Seat) -> None:
        person, need = seat
        self.draft.take(seat)
        self._spent &= ~(1 << person)
        for shift in self._clashes(person, need):
            self._busy[shift] &= ~(1 << person)
        for other in self.draft.needs_of[person]:
            self._mark(person, other)

    def _mark(self, person: int, need: int) -> None:
        draft = self.draft
        for shift in self._clashes(person, need):
            self._busy[shift] |= 1 << person
        left = draft.board.problem.volunteers[person].max_minutes - draft.minutes[person]
        if left < self._shortest:
            self._spent |= 1 << person

    def _clashes(self, person: int, need: int) -> list[int]:
        board = self.draft.board
        shift = board.shift_of[need]
        graph = board.clashes[person]
        key = (id(graph), shift)
        if key not in self._clashing:
            self._clashing[key] = indices(graph.sets[shift])
        return self._clashing[key]
