"""A plan in the making: who is on what, who is free when, and what is still wanted.

Everything that a rule asks about somebody's other seats is kept up to date with each seat given or taken.
"""

from collections.abc import Iterable

from clubhub.rostering.board import Board, Seat, Seats


class Draft:
    """Seats that can be given and taken back. What is in `fixed` stays; it may break the rules (pins do).

    `heads` runs by need, `points` by household, `held` (shifts as bits) and `minutes` by volunteer, `adults` and
    `minors` (heads) by shift.
    """

    def __init__(self, board: Board, fixed: Iterable[Seat] = ()) -> None:
        people, shifts = len(board.household_of), len(board.shifts)
        self.board = board
        self.fixed = frozenset(fixed)
        self.needs_of: list[list[int]] = [[] for _person in range(people)]
        self.heads = [0] * len(board.candidates)
        self.points = [0] * len(board.members)
        self.held = [0] * people
        self.minutes = [0] * people
        self.adults = [0] * shifts
        self.minors = [0] * shifts
        self._minutes_on: list[dict[int, int]] = [{} for _person in range(people)]
        for seat in sorted(self.fixed):
            self.give(seat)

    @property
    def seats(self) -> Seats:
        return frozenset((person, need) for person, needs in enumerate(self.needs_of) for need in needs)

    def give(self, seat: Seat) -> None:
        """Put somebody on a need; the caller has made sure that it is allowed."""
        person, need = seat
        self.needs_of[person].append(need)
        self.held[person] |= 1 << self.board.shift_of[need]
        self._count(seat, 1)

    def take(self, seat: Seat) -> None:
        person, need = seat
        self.needs_of[person].remove(need)
        self.held[person] = 0
        for other in self.needs_of[person]:
            self.held[person] |= 1 << self.board.shift_of[other]
        self._count(seat, -1)

    def wanted(self, need: int) -> int:
        """How many heads are missing below min."""
        return max(0, self.board.problem.needs[need].min - self.heads[need])

    def room(self, need: int) -> int:
        return max(0, self.board.problem.needs[need].max - self.heads[need])

    def fits(self, person: int, need: int) -> bool:
        """Whether a candidate who isn't kept together with anybody could be put on the need, were there room."""
        board = self.board
        shift = board.shift_of[need]
        return not (
            board.clashes[person].sets[shift] & self.held[person]
            or not self.has_time(person, shift)
            or any(self.held[other] >> shift & 1 for other in board.apart[person])
            or (board.minors >> person & 1 and not self.adults[shift])
        )

    def has_time(self, person: int, shift: int) -> bool:
        """Whether the shift stays within the person's limits in all and for the day."""
        volunteer = self.board.problem.volunteers[person]
        minutes = self.board.minutes(shift)
        return (
            self.minutes[person] + minutes <= volunteer.max_minutes
            and self.minutes_on(person, shift) + minutes <= volunteer.max_minutes_day
        )

    def minutes_on(self, person: int, shift: int) -> int:
        """What the person does on the day of the shift."""
        return self._minutes_on[person].get(self.board.shifts[shift].day, 0)

    def may_leave(self, person: int, need: int) -> bool:
        """Whether somebody may be taken off: not pinned, not tied to a partner, not the only adult beside minors."""
        shift = self.board.shift_of[need]
        return (
            (person, need) not in self.fixed
            and self.board.group_of[person] < 0
            and (self.board.minors >> person & 1 == 1 or self.adults[shift] > 1 or not self.minors[shift])
        )

    def in_the_way(self, person: int, need: int) -> list[int]:
        """The needs whose shifts clash with that of this one for the person."""
        clashing = self.board.clashes[person].sets[self.board.shift_of[need]]
        return [other for other in self.needs_of[person] if clashing >> self.board.shift_of[other] & 1]

    def on_shift(self, shift: int) -> list[int]:
        """Who is on any need of the shift; slow, for explanations."""
        return [person for person, held in enumerate(self.held) if held >> shift & 1]

    def _count(self, seat: Seat, change: int) -> None:
        person, need = seat
        board = self.board
        shift = board.shift_of[need]
        minutes = change * board.minutes(shift)
        self.heads[need] += change
        self.points[board.household_of[person]] += change * board.problem.needs[need].points
        self.minutes[person] += minutes
        day = board.shifts[shift].day
        self._minutes_on[person][day] = self._minutes_on[person].get(day, 0) + minutes
        counts = self.minors if board.minors >> person & 1 else self.adults
        counts[shift] += change
