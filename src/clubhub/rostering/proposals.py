"""Small changes of a plan, proposed and weighed by the ten thousand in numpy, for annealing to try in earnest.

Few proposals of a cool plan are worth a second look, so most of the work of annealing is to say no. Here a whole batch
is weighed at once against the plan as it stood before the batch (speculative moves: Sohn 1995); what seems good
enough is weighed again, exactly, by whoever makes the changes. The only file beside `solver` that knows numpy.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from clubhub.rostering.board import Board
from clubhub.rostering.levels import FAIRNESS_STEPS

NOBODY = -1
"""In the place of a person: a place that is empty."""

EXCHANGES = 0.5
"""How often somebody who is free passes on another seat for the one that is taken over."""

BACK = 0.5
"""How often what is passed on goes to the one whose seat was taken over (an exchange), not to a third person."""

NEUTRAL = 0.1
"""How many of the moves that change nothing are made: enough to wander about, few enough to get on."""

MOST_LIKING = 4
"""The most that somebody can like a role better than somebody else."""

LEAVES_NONE = -2
"""In the place of a place that is left: equal to none, not even to one that may not change hands."""

Step = tuple[int, int]
"""A place by its number, and who gets it (NOBODY: it is left empty)."""

Numbers = Any
"""A numpy array; its checked type would be longer than what is done with it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """What a point of unfairness and an "if need be" weigh beside a point of preference."""

    uneven: int
    reluctance: int


def generator(seed: int) -> Numbers:
    """Where the random numbers come from: the same seed, the same numbers."""
    return np.random.Generator(np.random.PCG64(seed))


class Proposals:
    """Mirrors a plan in arrays: who has which place, and how far each household is from its share.

    A place is a seat that may change hands, or one that is empty; its need stays. `who` has to be kept true through
    `put`, and each person's seats through `list_seats`.
    """

    def __init__(self, board: Board, places: Sequence[Step], weights: Weights) -> None:
        """`places` are (need, who has it)."""
        people = len(board.household_of)
        self._weights = weights
        self._most_gain = 2 * (MOST_LIKING + weights.reluctance)
        self.need: Numbers = np.array([need for need, _who in places], dtype=np.int64)
        self.who: Numbers = np.array([who for _need, who in places], dtype=np.int64)
        self._alone = np.array([*(group < 0 for group in board.group_of), True])
        # One more person, at the end, stands for nobody: at home in a household that counts for nothing.
        self._home = np.array([*board.household_of, len(board.members)], dtype=np.int64)
        self.balance: Numbers = np.zeros(len(board.members) + 1, dtype=np.int64)
        self._points = np.array([need.points for need in board.problem.needs], dtype=np.int64)
        self._shift = np.array(board.shift_of, dtype=np.int64)
        self._able_bits = _bit_rows(board.candidates, people)
        self._maybe_bits = _bit_rows(board.maybe, people)
        able = [np.flatnonzero(row[:people] & self._alone[:people]) for row in map(_unpacked, self._able_bits)]
        self._able_count = np.array([len(row) for row in able], dtype=np.int64)
        self._able_from = np.cumsum(self._able_count) - self._able_count
        self._able = np.concatenate([np.zeros(0, np.int64), *able]).astype(np.int32)
        self._liking, self._role = _liking(board)
        self._graph, self._clashes = _clash_rows(board)
        # No shift has this number, and none clashes with it: the rows have a bit to spare.
        self._no_shift = len(board.shifts)
        self._seats = np.full((people + 1, 4), NOBODY, dtype=np.int64)
        self._seat_shifts = np.full((people + 1, 4), self._no_shift, dtype=np.int64)
        self._seat_count = np.zeros(people + 1, dtype=np.int64)
        self._minutes = np.array([*(shift.end - shift.start for shift in board.shifts), 0], dtype=np.int64)
        self._day = np.unique([*(shift.day for shift in board.shifts), 0], return_inverse=True)[1]
        self._most_minutes = np.array([v.max_minutes for v in board.problem.volunteers], dtype=np.int64)
        self._most_minutes_day = np.array([v.max_minutes_day for v in board.problem.volunteers], dtype=np.int64)

    def put(self, place: int, person: int, leaving: int) -> None:
        """Somebody has got a place of somebody else's (either may be nobody)."""
        worth = self._points[self.need[place]]
        self.who[place] = person
        self.balance[self._home[leaving]] -= worth
        self.balance[self._home[person]] += worth
        self.balance[-1] = 0

    def list_seats(self, person: int, seats: Sequence[tuple[int, int]]) -> None:
        """What somebody does now: (number of the place or NOBODY if it may not change hands, shift)."""
        if len(seats) > self._seats.shape[1]:
            wider = ((0, 0), (0, len(seats) - self._seats.shape[1]))
            self._seats = np.pad(self._seats, wider, constant_values=NOBODY)
            self._seat_shifts = np.pad(self._seat_shifts, wider, constant_values=self._no_shift)
        self._seats[person] = NOBODY
        self._seat_shifts[person] = self._no_shift
        self._seat_count[person] = len(seats)
        for index, (place, shift) in enumerate(seats):
            self._seats[person, index] = place
            self._seat_shifts[person, index] = shift

    def promising(self, random: Numbers, count: int, heat: float) -> Iterator[tuple[float, list[Step]]]:
        """Of `count` random changes those that seem good enough, each with what it may cost at this temperature."""
        drawn = self._drawn(random, count)
        limit = heat * random.standard_exponential(len(drawn[0]))
        change = self._weights.uneven * self._unfairness(*drawn)
        keep = np.flatnonzero(change - self._most_gain <= limit)
        drawn, limit = [column[keep] for column in drawn], limit[keep]
        change = change[keep] + self._preference(*drawn)
        keep = np.flatnonzero((change <= limit) & ((change != 0) | (random.random(len(change)) < NEUTRAL)))
        first, taking, second, follower, limit = (column[keep] for column in (*drawn, limit))
        keep = np.flatnonzero(self._fits(taking, first, second) & self._fits(follower, second, first))
        chosen = (column[keep].tolist() for column in (limit, first, taking, second, follower))
        for most, place, person, other, last in zip(*chosen, strict=True):
            yield most, [(place, person)] if other == NOBODY else [(place, person), (other, last)]

    def _drawn(self, random: Numbers, count: int) -> Sequence[Numbers]:
        """A place and who takes it over; and, unless it is NOBODY, a second place and who gets that."""
        first = (random.random(count) * len(self.who)).astype(np.int64)
        need = self.need[first]
        first = first[(self._able_count[need] > 0) & self._alone[self.who[first]]]
        taking = self._drawn_able(random, self.need[first])
        leaving = self.who[first]
        has_way, passed = self._passed_on(random, first, taking)
        # An empty place may be had by giving up another one, of somebody else.
        given_up = (random.random(len(first)) * len(self.who)).astype(np.int64)
        is_given_up = (leaving == NOBODY) & (passed == NOBODY) & (self.who[given_up] != NOBODY)
        second = np.where(is_given_up, given_up, passed)
        third = self._drawn_able(random, self.need[second])
        goes_back = random.random(len(first)) < BACK
        follower = np.where(goes_back, leaving, third)
        follower[is_given_up | (second == NOBODY)] = NOBODY
        able = (follower == NOBODY) | self._bit(self._able_bits, self.need[second], follower)
        movable = (second == NOBODY) | self._alone[self.who[second]]
        fine = has_way & able & movable & (taking != leaving) & (follower != taking) & (second != first)
        fine &= (follower == NOBODY) | (self._able_count[self.need[second]] > 0)
        return first[fine], taking[fine], second[fine], follower[fine]

    def _drawn_able(self, random: Numbers, need: Numbers) -> Numbers:
        """Somebody who may be on each need, any of them."""
        place = self._able_from[need] + (random.random(len(need)) * self._able_count[need]).astype(np.int64)
        return self._able[np.minimum(place, len(self._able) - 1)].astype(np.int64)

    def _passed_on(self, random: Numbers, first: Numbers, taking: Numbers) -> tuple[Numbers, Numbers]:
        """What each passes on to take over a place, or NOBODY; and whether there is a way at all."""
        clashing = self._clashing(taking, self._shift[self.need[first]])
        in_the_way = clashing.sum(axis=1)
        column = (random.random(len(first)) * self._seat_count[taking]).astype(np.int64)
        any_ = self._seats[taking, column]
        blocking = self._seats[taking, clashing.argmax(axis=1)]
        passes = random.random(len(first)) < EXCHANGES
        passed = np.where(in_the_way > 0, blocking, np.where(passes, any_, NOBODY))
        return (in_the_way == 0) | ((in_the_way == 1) & (blocking != NOBODY)), passed

    def _clashing(self, person: Numbers, shift: Numbers) -> Numbers:
        """Which of each one's seats clash with a shift, by column."""
        other = self._seat_shifts[person]
        rows = self._clashes[self._graph[person][:, None], shift[:, None], other >> 3]
        return (rows >> (other & 7).astype(np.uint8) & 1).astype(bool)

    def _fits(self, person: Numbers, place: Numbers, left: Numbers) -> Numbers:
        """Whether each is free for a place once the other one is left, and has the time for it."""
        found = np.ones(len(person), dtype=bool)
        index = np.flatnonzero((place != NOBODY) & (person != NOBODY))
        who, shift = person[index], self._shift[self.need[place[index]]]
        other = np.where(left[index] == NOBODY, LEAVES_NONE, left[index])
        stays = self._seats[who] != other[:, None]
        shifts = self._seat_shifts[who]
        minutes = self._minutes[shifts] * stays
        on_day = (minutes * (self._day[shifts] == self._day[shift][:, None])).sum(axis=1)
        found[index] = (
            ~(self._clashing(who, shift) & stays).any(axis=1)
            & (minutes.sum(axis=1) + self._minutes[shift] <= self._most_minutes[who])
            & (on_day + self._minutes[shift] <= self._most_minutes_day[who])
        )
        return found

    def _unfairness(self, first: Numbers, taking: Numbers, second: Numbers, follower: Numbers) -> Numbers:
        """What each change does to the penalties of the households."""
        none = len(self.balance) - 1
        leaving, giving = self.who[first], np.where(second == NOBODY, NOBODY, self.who[second])
        worth = self._points[self.need[first]]
        passed = np.where(second == NOBODY, 0, self._points[self.need[second]])
        is_passed = giving == taking
        # Of the one who leaves either place, if it isn't the one who takes the first.
        one = self._home[np.where(leaving == NOBODY, np.where(is_passed, NOBODY, giving), leaving)]
        less = np.where(leaving == NOBODY, -passed, -worth)
        two, three = self._home[taking], self._home[follower]
        more = worth - np.where(is_passed, passed, 0)
        last = np.where(follower == NOBODY, 0, passed)
        less = np.where(one == none, 0, less) + np.where(one == two, more, 0) + np.where(one == three, last, 0)
        more = np.where(one == two, 0, more) + np.where((two == three) & (one != two), last, 0)
        last = np.where((one == three) | (two == three), 0, last)
        return self._penalty(one, less) + self._penalty(two, more) + self._penalty(three, last)

    def _penalty(self, home: Numbers, change: Numbers) -> Numbers:
        before = self.balance[home]
        return np.where(home == len(self.balance) - 1, 0, _penalty(before + change) - _penalty(before))

    def _preference(self, first: Numbers, taking: Numbers, second: Numbers, follower: Numbers) -> Numbers:
        has_second = second != NOBODY
        change = self._cost(taking, first) - self._cost(self.who[first], first)
        return change + np.where(has_second, self._cost(follower, second) - self._cost(self.who[second], second), 0)

    def _cost(self, person: Numbers, place: Numbers) -> Numbers:
        need = self.need[place]
        maybe = self._bit(self._maybe_bits, need, person)
        return np.where(person == NOBODY, 0, self._weights.reluctance * maybe - self._liking[person, self._role[need]])

    def _bit(self, rows: Numbers, need: Numbers, person: Numbers) -> Numbers:
        return (rows[need, person >> 3] >> (person & 7) & 1).astype(bool)


def _penalty(balance: Numbers) -> Numbers:
    distance = np.abs(balance)
    total = distance.copy()
    for step in FAIRNESS_STEPS[1:]:
        total += np.maximum(distance - step, 0)
    return total


def _bit_rows(sets: Sequence[int], size: int) -> Numbers:
    """Bit sets as rows of bytes."""
    width = size // 8 + 1
    whole = b"".join(members.to_bytes(width, "little") for members in sets)
    return np.frombuffer(whole, dtype=np.uint8).reshape(len(sets), width)


def _unpacked(row: Numbers) -> Numbers:
    return np.unpackbits(row, bitorder="little")


def _liking(board: Board) -> tuple[Numbers, Numbers]:
    """What everybody thinks of each role, and the role of each need."""
    number = {role.id: index for index, role in enumerate(board.problem.roles)}
    liking = np.zeros((len(board.household_of) + 1, max(1, len(number))), dtype=np.int64)
    for person, volunteer in enumerate(board.problem.volunteers):
        for role, value in volunteer.preferences.items():
            if role in number:
                liking[person, number[role]] = value
    return liking, np.array([number[need.role] for need in board.problem.needs], dtype=np.int64)


def _clash_rows(board: Board) -> tuple[Numbers, Numbers]:
    """The number of each person's conflict graph, and per graph and shift those that clash, as bytes of bits."""
    graphs = list({id(graph): graph for graph in board.clashes}.values())
    number = {id(graph): index for index, graph in enumerate(graphs)}
    rows = [_bit_rows(graph.sets, len(board.shifts)) for graph in graphs]
    return np.array([*(number[id(graph)] for graph in board.clashes), 0], dtype=np.int64), np.array(rows)
