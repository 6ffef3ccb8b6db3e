"""Moves of people who are kept together, for annealing: off a shift, onto one, or from one to another, all at once."""

from collections.abc import Sequence
from functools import reduce
from operator import or_
from random import Random

from clubhub.rostering.bits import indices
from clubhub.rostering.board import Board
from clubhub.rostering.draft import Draft
from clubhub.rostering.proposals import NOBODY, Step

SWAPS = 0.5
"""How often people who could simply join a shift leave another one for it."""


class Groups:
    """Draws moves of whole groups; whether the rules allow a move and what it is worth, others find out."""

    def __init__(self, draft: Draft, need: Sequence[int], who: Sequence[int], random: Random) -> None:
        """`need` and `who` are those of the places; `who` is read as it changes."""
        board = draft.board
        self._draft, self._board, self._random = draft, board, random
        self._need, self._who = need, who
        alone = sum(1 << person for person, group in enumerate(board.group_of) if group < 0)
        self._alone = [indices(people & alone) for people in board.candidates] if board.groups else []
        places: list[list[int]] = [[] for _shift in board.shifts]
        for place, own in enumerate(need):
            places[board.shift_of[own]].append(place)
        self._places = places
        self._shifts = [_open_shifts(board, group) for group in board.groups]

    def drawn(self) -> list[Step] | None:
        """A random move of a random group, if what was drawn is one."""
        random, board = self._random.random, self._board
        number = int(random() * len(board.groups))
        group, shifts = board.groups[number], self._shifts[number]
        if not shifts:
            return None
        shift = shifts[int(random() * len(shifts))]
        held = [self._held(person, shift) for person in group]
        if all(place != NOBODY for place in held):
            return self._left(held)
        if any(self._draft.held[person] >> shift & 1 for person in group):
            return None
        joined = self._joined(group, shift)
        if joined is None:
            return None
        return self._swapped(group, shift, joined)

    def _held(self, person: int, shift: int) -> int:
        """The person's place on a shift."""
        if not self._draft.held[person] >> shift & 1:
            return NOBODY
        return next((place for place in self._places[shift] if self._who[place] == person), NOBODY)

    def _left(self, held: Sequence[int]) -> list[Step] | None:
        """Each place to anybody who can take it over."""
        steps: list[Step] = []
        for place in held:
            able = self._alone[self._need[place]]
            if not able:
                return None
            steps.append((place, able[int(self._random.random() * len(able))]))
        return steps

    def _joined(self, group: Sequence[int], shift: int) -> list[Step] | None:
        """A place for each of the group, from people who are tied to nobody."""
        board, steps = self._board, list[Step]()
        for person in group:
            taken = {place for place, _person in steps}
            open_ = [
                place
                for place in self._places[shift]
                if place not in taken
                and board.candidates[self._need[place]] >> person & 1
                and (self._who[place] == NOBODY or board.group_of[self._who[place]] < 0)
            ]
            if not open_:
                return None
            steps.append((open_[int(self._random.random() * len(open_))], person))
        return steps

    def _swapped(self, group: Sequence[int], shift: int, joined: list[Step]) -> list[Step] | None:
        """With a shift that is in the way left to those who make room, or with any other now and then."""
        draft, board = self._draft, self._board
        in_the_way = reduce(or_, (board.clashes[person].sets[shift] & draft.held[person] for person in group))
        if in_the_way & (in_the_way - 1):
            return None
        if not in_the_way:
            if self._random.random() >= SWAPS:
                return joined
            held = indices(draft.held[group[0]])
            if not held:
                return joined
            in_the_way = 1 << held[int(self._random.random() * len(held))]
        other = in_the_way.bit_length() - 1
        left = [self._held(person, other) for person in group]
        if any(place == NOBODY for place in left):
            return None
        followers = [self._who[place] for place, _person in joined]
        steps = list(zip(left, followers, strict=True))
        is_able = all(who == NOBODY or board.candidates[self._need[place]] >> who & 1 for place, who in steps)
        return [*steps, *joined] if is_able else None


def _open_shifts(board: Board, group: Sequence[int]) -> list[int]:
    """The shifts that have a need for each of the group."""
    return [
        shift
        for shift, needs in enumerate(board.needs_of_shift)
        if all(any(board.candidates[need] >> person & 1 for need in needs) for person in group)
    ]
