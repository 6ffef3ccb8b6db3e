"""Simulated annealing of a full roster: millions of small exchanges a second.

A seat passes to another candidate; or it passes to one who is taken then, and what that one did passes on to a third
person, often the first (an exchange); or an empty place is filled and another one, worth as much, is left empty; or
people who are kept together leave a shift, join one, or change. No move makes coverage worse. A worse plan is accepted
with a probability that falls with the temperature (Metropolis 1953; Kirkpatrick, Gelatt and Vecchi 1983), so that the
search leaves local optima early and settles late. Most moves are drawn and weighed in bulk, see
clubhub.rostering.proposals; what happens here is what seemed good there.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from math import log
from random import Random

from clubhub.rostering.board import Seat, Seats
from clubhub.rostering.draft import Draft
from clubhub.rostering.levels import penalty
from clubhub.rostering.problem import Aim
from clubhub.rostering.proposals import NOBODY, Proposals, Step, Weights, generator
from clubhub.rostering.together import Groups

UNEVEN = 8
"""What a point of unfairness weighs beside one of preference while annealing; plans are compared without weights."""

PROMISED = 1_000
"""What an "if need be" weighs where it stands before fairness: more than any move can gain."""

FEWEST_AT_ONCE, MOST_AT_ONCE = 500, 20_000
"""How many moves are weighed before the good ones are made: twice as many as there are places, within these."""

GROUPS = 0.5
"""How many moves of groups are drawn for one of a single person, by how many people are in groups."""

COVERING = 10**9
"""What a place filled weighs; one that is required, as often as this and its priority say."""


class Annealing:
    """Works on a draft; `run` can be called again and again with the temperature going down.

    Pins and what people were told are left where they are.
    """

    def __init__(self, draft: Draft, random: Random) -> None:
        board = draft.board
        self._draft = draft
        self._board = board
        self._random = random
        self._generator = generator(random.getrandbits(64))
        self._places = [(need, person) for person, need in sorted(draft.seats - _unmoved(draft))]
        self._places += _empty_places(draft)
        self._who = [person for _need, person in self._places]
        self._need = [need for need, _person in self._places]
        self._position = {(p, need): index for index, (need, p) in enumerate(self._places) if p != NOBODY}
        self._penalty = cache(lambda balance: UNEVEN * penalty(abs(balance)))
        self._reluctance = PROMISED if Aim.IF_NEED_BE in board.problem.objective else 3
        self._roles = [need.role for need in board.problem.needs]
        self._liking = [volunteer.preferences for volunteer in board.problem.volunteers]
        weights = Weights(uneven=UNEVEN, reluctance=self._reluctance)
        self._proposals = Proposals(board, self._places, weights)
        self._proposals.balance[:-1] = [p - (owes or 0) for p, owes in zip(draft.points, board.owes, strict=True)]
        self._groups = Groups(draft, self._need, self._who, random)
        for person, needs in enumerate(draft.needs_of):
            if needs:
                self._list_seats(person)

    def run(self, count: int, temperature: float) -> int:
        """Try so many moves at one temperature (in points of unfairness); how many were made."""
        heat = temperature * UNEVEN
        at_once = min(max(FEWEST_AT_ONCE, 2 * len(self._places)), MOST_AT_ONCE)
        accepted = 0
        while count > 0 and self._places:
            for most, steps in self._proposals.promising(self._generator, min(at_once, count), heat):
                accepted += self._is_made((most, steps))
            accepted += sum(map(self._is_made, self._group_moves(at_once, heat)))
            count -= at_once
        return accepted

    def _group_moves(self, count: int, heat: float) -> Iterator[tuple[float, list[Step]]]:
        """As many moves of groups as there are people in them among all people."""
        share = sum(map(len, self._board.groups)) / max(1, len(self._board.group_of))
        for _move in range(round(count * share * GROUPS)):
            steps = self._groups.drawn()
            if steps:
                yield -heat * log(1.0 - self._random.random()), steps

    def _is_made(self, proposed: tuple[float, list[Step]]) -> bool:
        most, steps = proposed
        return self._change(steps) <= most and self._move(steps)

    def _change(self, steps: Sequence[Step]) -> int:
        """What the steps do to the weighed sum, counted exactly."""
        shifted: dict[int, int] = {}
        change = self._covering(steps)
        for place, taking in steps:
            leaving, need = self._who[place], self._need[place]
            worth = self._board.problem.needs[need].points
            for person, sign in ((leaving, -1), (taking, 1)):
                if person != NOBODY:
                    home = self._board.household_of[person]
                    shifted[home] = shifted.get(home, 0) + sign * worth
                    change += sign * self._cost(person, need)
        draft, owes = self._draft, self._board.owes
        for home, worth in shifted.items():
            balance = draft.points[home] - (owes[home] or 0)
            change += self._penalty(balance + worth) - self._penalty(balance)
        return change

    def _cost(self, person: int, need: int) -> int:
        return self._reluctance * (self._board.maybe[need] >> person & 1) - self._liking[person].get(
            self._roles[need], 0
        )

    def _covering(self, steps: Sequence[Step]) -> int:
        """What places that are filled and left empty weigh, all steps of a need together."""
        more: dict[int, int] = {}
        for place, taking in steps:
            come = (taking != NOBODY) - (self._who[place] != NOBODY)
            if come:
                more[self._need[place]] = more.get(self._need[place], 0) + come
        heads = self._draft.heads
        return sum(self._gap(need, heads[need] + come) - self._gap(need, heads[need]) for need, come in more.items())

    def _gap(self, need: int, heads: int) -> int:
        """What the empty places of a need weigh while so many are filled."""
        spec = self._board.problem.needs[need]
        required, optional = max(0, spec.min - heads), spec.max - max(heads, spec.min)
        return COVERING * COVERING * self._board.priority[need] * required + COVERING * optional

    def _move(self, steps: Sequence[Step]) -> bool:
        """Make the moves if every rule allows them, else none."""
        draft = self._draft
        left = [(self._who[place], self._need[place]) for place, _taking in steps if self._who[place] != NOBODY]
        for seat in left:
            draft.take(seat)
        given: list[Seat] = []
        for place, taking in steps:
            if taking == NOBODY:
                continue
            if not draft.fits(taking, self._need[place]):
                break
            draft.give((taking, self._need[place]))
            given.append((taking, self._need[place]))
        wanted = sum(1 for _place, taking in steps if taking != NOBODY)
        if len(given) < wanted or not self._has_adults(steps):
            for seat in given:
                draft.take(seat)
            for seat in left:
                draft.give(seat)
            return False
        self._record(steps)
        return True

    def _has_adults(self, steps: Sequence[Step]) -> bool:
        draft = self._draft
        shifts = [self._board.shift_of[self._need[place]] for place, _taking in steps]
        return all(draft.adults[shift] or not draft.minors[shift] for shift in shifts)

    def _record(self, steps: Sequence[Step]) -> None:
        touched = set[int]()
        leaving = [self._who[place] for place, _taking in steps]
        for (place, _taking), person in zip(steps, leaving, strict=True):
            self._position.pop((person, self._need[place]), None)
        for (place, taking), person in zip(steps, leaving, strict=True):
            self._who[place] = taking
            self._proposals.put(place, taking, person)
            if taking != NOBODY:
                self._position[taking, self._need[place]] = place
            touched |= {person, taking}
        for person in touched - {NOBODY}:
            self._list_seats(person)

    def _list_seats(self, person: int) -> None:
        shift_of = self._board.shift_of
        needs = self._draft.needs_of[person]
        self._proposals.list_seats(
            person, [(self._position.get((person, need), NOBODY), shift_of[need]) for need in needs]
        )


def _unmoved(draft: Draft) -> Seats:
    """Seats that stay: pins, and what people were told, where the objective counts that."""
    told = {Aim.WITHDRAWN, Aim.CHANGES} & set(draft.board.problem.objective)
    return draft.fixed | (draft.board.previous if told else frozenset())


def _empty_places(draft: Draft) -> list[Step]:
    """Places with nobody on them, where the aims say what an empty place weighs beside another."""
    board = draft.board
    objective = board.problem.objective
    if objective[:1] != (Aim.REQUIRED,) or Aim.OPTIONAL not in objective or board.previous:
        return []
    return [
        (need, NOBODY)
        for need in range(len(draft.heads))
        if board.candidates[need]
        for _place in range(draft.room(need))
    ]
