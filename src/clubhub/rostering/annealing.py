"""Simulated annealing over a full roster: some hundred thousand small exchanges a second, in plain Python.

Every move keeps all places filled, so that coverage stays what it is: a seat passes to another candidate; or it passes
to one who is taken then, and what that one did passes on to a third person, often the first (an exchange). A worse
plan is accepted with a probability that falls with the temperature (Metropolis 1953; Kirkpatrick, Gelatt and Vecchi
1983), so that the search leaves local optima early and settles late.
"""

from collections.abc import Sequence
from math import log
from random import Random

from clubhub.rostering.bits import indices
from clubhub.rostering.board import Seat, Seats
from clubhub.rostering.draft import Draft
from clubhub.rostering.levels import penalty
from clubhub.rostering.problem import Aim

UNEVEN = 8
"""What a point of unfairness weighs beside one of preference while annealing; plans are compared without weights."""

MOST_LIKING = 7
"""The most that preference can gain where one person follows another."""

PROMISED = 1_000
"""What an "if need be" weighs where it stands before fairness: more than any move can gain."""

EXCHANGES = 0.5
"""How often somebody who is free passes on another seat for the one that is taken over."""

LISTED = 1_000_000
"""Up to so far from a share the penalties are listed before the first move."""

Move = tuple[int, int, int]
"""Who leaves, which need, who takes it over."""


class Annealing:
    """Works on a draft; `run` can be called again and again with the temperature going down.

    Pins, what people were told, and people who are kept together are left where they are.
    """

    def __init__(self, draft: Draft, random: Random) -> None:
        board = draft.board
        self._draft = draft
        self._board = board
        self._random = random.random
        self._seats: list[Seat] = [
            seat for seat in sorted(draft.seats - _unmoved(draft)) if board.group_of[seat[0]] < 0
        ]
        self._position = {seat: index for index, seat in enumerate(self._seats)}
        alone = sum(1 << person for person, group in enumerate(board.group_of) if group < 0)
        self._able = [indices(people & alone) for people in board.candidates]
        self._points = [need.points for need in board.problem.needs]
        self._balance = [points - (owes or 0) for points, owes in zip(draft.points, board.owes, strict=True)]
        self._penalty = _penalties(_farthest(draft))
        self._clashes = [graph.sets for graph in board.clashes]
        self._reluctance = PROMISED if Aim.IF_NEED_BE in board.problem.objective else 3
        self._roles = [need.role for need in board.problem.needs]
        self._liking = [volunteer.preferences for volunteer in board.problem.volunteers]

    def run(self, proposals: int, temperature: float) -> int:
        """Make so many proposals at one temperature (in points of unfairness); how many were accepted."""
        # Written out in one loop over local names: calls and look-ups are most of what a proposal costs.
        random, log_ = self._random, log
        seats, able, held = self._seats, self._able, self._draft.held
        clashes, shift_of = self._clashes, self._board.shift_of
        homes, balance, penalties, points = self._board.household_of, self._balance, self._penalty, self._points
        heat = temperature * UNEVEN
        count = len(seats)
        accepted = 0
        for _proposal in range(proposals if count else 0):
            person, need = seats[int(random() * count)]
            candidates = able[need]
            other = candidates[int(random() * len(candidates))]
            if other == person:
                continue
            limit = -heat * log_(1.0 - random())
            taken = held[other] & clashes[other][shift_of[need]]
            if taken or random() < EXCHANGES:
                accepted += self._pass_on(person, need, other, taken, limit)
                continue
            one, two, worth = homes[person], homes[other], points[need]
            if one != two:
                mine, theirs = balance[one], balance[two]
                change = penalties[mine - worth] - penalties[mine] + penalties[theirs + worth] - penalties[theirs]
                if change - MOST_LIKING > limit:
                    continue
            moves = ((person, need, other),)
            accepted += self._change(moves) <= limit and self._move(moves)
        return accepted

    def _pass_on(self, person: int, need: int, other: int, taken: int, limit: float) -> bool:
        """The other takes the seat over, and passes one of theirs on: the one in the way, or any."""
        if taken & (taken - 1):
            return False
        second = self._need_on(other, taken.bit_length() - 1) if taken else self._any_need(other)
        if second in (need, -1) or (other, second) not in self._position:
            return False
        candidates = self._able[second]
        third = person if self._random() < 0.5 else candidates[int(self._random() * len(candidates))]
        if third == other or not self._board.candidates[second] >> third & 1:
            return False
        moves = ((person, need, other), (other, second, third))
        return self._change(moves) <= limit and self._move(moves)

    def _need_on(self, person: int, shift: int) -> int:
        shift_of = self._board.shift_of
        return next(need for need in self._draft.needs_of[person] if shift_of[need] == shift)

    def _any_need(self, person: int) -> int:
        """One of the person's needs; -1 if there is none."""
        needs = self._draft.needs_of[person]
        return needs[int(self._random() * len(needs))] if needs else -1

    def _change(self, moves: Sequence[Move]) -> int:
        """What the moves (who leaves, which need, who takes it) do to the weighed sum."""
        household_of, maybe = self._board.household_of, self._board.maybe
        shifted: dict[int, int] = {}
        change = 0
        for leaving, need, taking in moves:
            role = self._roles[need]
            change += self._liking[leaving].get(role, 0) - self._liking[taking].get(role, 0)
            if maybe[need]:
                change += self._reluctance * ((maybe[need] >> taking & 1) - (maybe[need] >> leaving & 1))
            worth = self._points[need]
            shifted[household_of[leaving]] = shifted.get(household_of[leaving], 0) - worth
            shifted[household_of[taking]] = shifted.get(household_of[taking], 0) + worth
        for household, worth in shifted.items():
            balance = self._balance[household]
            change += self._penalty[balance + worth] - self._penalty[balance]
        return change

    def _move(self, moves: Sequence[Move]) -> bool:
        """Do the moves if every rule allows them, else none."""
        draft = self._draft
        if not all(draft.may_leave(leaving, need) for leaving, need, _taking in moves):
            return False
        for leaving, need, _taking in moves:
            draft.take((leaving, need))
        done: list[Seat] = []
        for _leaving, need, taking in moves:
            if not draft.fits(taking, need):
                break
            draft.give((taking, need))
            done.append((taking, need))
        if len(done) < len(moves) or not self._has_adults(moves):
            for seat in done:
                draft.take(seat)
            for leaving, need, _taking in moves:
                draft.give((leaving, need))
            return False
        for leaving, need, taking in moves:
            self._record(leaving, need, taking)
        return True

    def _has_adults(self, moves: Sequence[Move]) -> bool:
        draft, shift_of = self._draft, self._board.shift_of
        return all(draft.adults[shift_of[need]] or not draft.minors[shift_of[need]] for _l, need, _t in moves)

    def _record(self, leaving: int, need: int, taking: int) -> None:
        index = self._position.pop((leaving, need))
        self._seats[index] = (taking, need)
        self._position[taking, need] = index
        worth = self._points[need]
        self._balance[self._board.household_of[leaving]] -= worth
        self._balance[self._board.household_of[taking]] += worth


def _unmoved(draft: Draft) -> Seats:
    """Seats that stay: pins, and what people were told, where the objective counts that."""
    told = {Aim.WITHDRAWN, Aim.CHANGES} & set(draft.board.problem.objective)
    return draft.fixed | (draft.board.previous if told else frozenset())


def _penalties(farthest: int) -> list[int] | dict[int, int]:
    """The penalty by balance; below zero it is read from the list's end."""
    if farthest > LISTED:
        return _Penalties()
    over = [UNEVEN * penalty(distance) for distance in range(farthest + 1)]
    return over + over[:0:-1]


class _Penalties(dict[int, int]):
    """The penalty by balance, counted when it is first asked for: somewhat slower, but of no size of its own."""

    def __missing__(self, balance: int) -> int:
        self[balance] = found = UNEVEN * penalty(abs(balance))
        return found


def _farthest(draft: Draft) -> int:
    """More than any household can be away from its share."""
    board = draft.board
    total = sum(
        need.points * max(need.max, heads) for need, heads in zip(board.problem.needs, draft.heads, strict=True)
    )
    return 2 * total + max((owes or 0 for owes in board.owes), default=0)
