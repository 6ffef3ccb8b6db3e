"""Large-neighbourhood search for fairness and preference: whom a round frees, and how large the rounds are.

Each kind of neighbourhood yields people, the likeliest first, whose seats could well be dealt out better among them.
A round takes as many of them as keep its model small; coverage is held as it is.
"""

from collections.abc import Callable, Iterator
from random import Random

from clubhub.rostering.bits import bit_set, indices
from clubhub.rostering.board import Seat
from clubhub.rostering.levels import Score, penalty
from clubhub.rostering.problem import Aim
from clubhub.rostering.rounds import Rounds
from clubhub.rostering.solver import Effort
from clubhub.rostering.stages import Stage

PAIRS, MOST_PAIRS = 250, 1_500
"""How many pairs a round may have: at first a tenth of a second's work, more when such rounds no longer help."""

GROWTH = 1.6

PATIENCE = 8
"""After so many rounds in a row that made nothing fairer they grow."""

ENDURANCE = 40
"""After so many rounds in a row that didn't help at all the search ends."""

STEP = 10
"""People added between two looks at the size of a round."""

POLISHED = (Aim.FAIRNESS, Aim.PREFERENCE)

Neighbourhood = Callable[[Rounds, Random], Iterator[int]]


class Polish:
    """Rounds of all kinds, those that helped more often than others (adaptive search: Ropke and Pisinger 2006)."""

    def __init__(self, rounds: Rounds, random: Random) -> None:
        self._rounds = rounds
        self._random = random
        self._idle = self._stale = 0
        self._most = float(PAIRS)
        self._kinds: tuple[Neighbourhood, ...] = (households, groups, time_window, role)
        self._tried = [2] * len(self._kinds)
        self._helped = [1] * len(self._kinds)

    def has_more(self) -> bool:
        return self._idle < ENDURANCE and bool(self._rounds.board.shifts)

    def solve_round(self, effort: Effort) -> None:
        chances = [helped / tried for helped, tried in zip(self._helped, self._tried, strict=True)]
        (index,) = self._random.choices(range(len(chances)), chances)
        kind = self._kinds[index]
        people = self._people(kind)
        freed = self._rounds.seats_of(sorted(people))
        before = self._rounds.score
        stages = [Stage(aim=aim, is_held=aim not in POLISHED) for aim in self._rounds.board.problem.objective]
        self._rounds.solve(freed, self._open_pairs(people, freed), stages, effort)
        self._learn(index, before)

    def _learn(self, index: int, before: Score) -> None:
        """Which kinds help, and whether rounds have to be larger; preference alone is no reason to stay small."""
        now = self._rounds.score
        self._tried[index] += 1
        self._helped[index] += now < before
        self._idle = 0 if now < before else self._idle + 1
        self._stale = 0 if self._beside_preference(now) < self._beside_preference(before) else self._stale + 1
        if self._stale >= PATIENCE:
            self._stale = 0
            self._most = min(self._most * GROWTH, MOST_PAIRS)

    def _beside_preference(self, score: Score) -> tuple[int, ...]:
        """Whichever place preference has in the order of aims."""
        objective = self._rounds.board.problem.objective
        return tuple(value for aim, value in zip(objective, score, strict=True) if aim is not Aim.PREFERENCE)

    def _people(self, kind: Neighbourhood) -> set[int]:
        """As many as keep the round small."""
        found: set[int] = set()
        checked = 0
        for person in kind(self._rounds, self._random):
            if person not in found:
                found |= self._rounds.with_partners([person])
            if len(found) >= checked + STEP:
                checked = len(found)
                if len(self._open_pairs(found, self._rounds.seats_of(found))) > self._most:
                    break
        return found

    def _open_pairs(self, people: set[int], freed: list[Seat]) -> list[Seat]:
        """Every seat that these people could be given once what they do is freed."""
        board, draft = self._rounds.board, self._rounds.draft
        everybody = bit_set(people, len(board.household_of))
        needs = {need for _person, need in freed} | {need for need in range(len(draft.heads)) if draft.room(need)}
        return [(person, need) for need in sorted(needs) for person in indices(board.candidates[need] & everybody)]


def households(rounds: Rounds, random: Random) -> Iterator[int]:
    """Households with too little and too much to do, in turn, the farthest from their share likeliest."""
    board, points = rounds.board, rounds.draft.points
    balance = [points[home] - (owes or 0) for home, owes in enumerate(board.owes)]
    order = sorted(range(len(balance)), key=lambda home: balance[home] * random.uniform(0.3, 1) + random.random())
    for least, most in zip(order, reversed(order), strict=True):
        yield from indices(board.members[least])
        yield from indices(board.members[most])


def groups(rounds: Rounds, random: Random) -> Iterator[int]:
    """People who are kept together, and some of those who have a seat that they could take."""
    board, draft = rounds.board, rounds.draft
    order = sorted(board.groups, key=lambda group: -_unfairness(rounds, group[0]) * random.random())
    for group in order:
        yield from group
        for shift, needs in enumerate(board.needs_of_shift):
            able = all(any(board.candidates[need] >> person & 1 for need in needs) for person in group)
            if able and random.random() < 0.3:
                yield from draft.on_shift(shift)


def time_window(rounds: Rounds, random: Random) -> Iterator[int]:
    """Everybody on shifts around a random one, and people under their share who could be there."""
    board = rounds.board
    middle = random.randrange(len(board.shifts))
    for shift in sorted(range(len(board.shifts)), key=lambda shift: abs(shift - middle)):
        yield from rounds.draft.on_shift(shift)
        for need in board.needs_of_shift[shift]:
            yield from _under_share(rounds, need, random)


def role(rounds: Rounds, random: Random) -> Iterator[int]:
    """Those on shifts of one role, in random order, and people under their share who could be."""
    board = rounds.board
    needs = board.problem.needs
    chosen = random.choice(needs).role
    own = [need for need, spec in enumerate(needs) if spec.role == chosen]
    random.shuffle(own)
    for need in own:
        yield from rounds.draft.on_shift(board.shift_of[need])
        yield from _under_share(rounds, need, random)


def _unfairness(rounds: Rounds, person: int) -> int:
    home = rounds.board.household_of[person]
    return penalty(abs(rounds.draft.points[home] - (rounds.board.owes[home] or 0)))


def _under_share(rounds: Rounds, need: int, random: Random) -> list[int]:
    board, draft = rounds.board, rounds.draft
    able = indices(board.candidates[need])
    some = random.sample(able, min(12, len(able)))
    return [p for p in some if draft.points[board.household_of[p]] < (board.owes[board.household_of[p]] or 0)]
