"""Exact coverage of a large roster by a chain of small models.

One model of all pairs is too large to solve. But what fills a short place is a chain of moves: somebody goes there,
another takes over what they did, and so on, to one with time to spare. So each round frees people who could take a
short place, those who could follow them, and so on; they choose between what they do now, the short places, and a
random part of what the others of the round do.
"""

from collections import Counter, deque
from collections.abc import Sequence
from random import Random

from clubhub.rostering.bits import bit_set, indices
from clubhub.rostering.board import Seat
from clubhub.rostering.problem import Aim
from clubhub.rostering.rounds import Rounds
from clubhub.rostering.solver import Effort
from clubhub.rostering.stages import Stage

SHORT_NEEDS = 10
"""Short needs that a round is about."""

FEWEST_PEOPLE, PEOPLE_A_NEED, MOST_PEOPLE = 60, 20, 600
"""People whom a round frees, by how many short needs it is about; four times as many after one that didn't help."""

PAIRS = 2_500
"""About how many pairs a round may choose from, solved in a second; twice as many after a round that didn't help."""

PATIENCE = 3
"""After so many rounds in a row that didn't help, an aim is left as it is."""

TOLD = (Aim.WITHDRAWN, Aim.CHANGES)
"""Aims about what people were told; they are minimised together with the aim before them."""


class Chain:
    """Rounds of one aim after the other: required places, then optional ones."""

    def __init__(self, rounds: Rounds, random: Random) -> None:
        self._rounds = rounds
        self._random = random
        self._failures = Counter[Aim]()
        board = rounds.board
        self._shortest = min((board.minutes(shift) for shift in range(len(board.shifts))), default=0)

    def has_more(self, aim: Aim) -> bool:
        """Whether a round for this aim can still help."""
        return self._failures[aim] < PATIENCE and bool(self._short(aim))

    def solve_round(self, aim: Aim, effort: Effort) -> None:
        """One link: free people around some of the short needs, and fill as many as that allows."""
        short = self._short(aim)
        about = self._random.sample(short, min(SHORT_NEEDS, len(short)))
        failures = self._failures[aim]
        people = self._rounds.with_partners(self._people(about, failures))
        freed = self._rounds.seats_of(sorted(people))
        before = self._rounds.score
        self._rounds.solve(freed, self._pairs(people, about, freed, failures), self._stages(aim), effort)
        self._failures[aim] = 0 if self._rounds.score < before else failures + 1

    def _short(self, aim: Aim) -> list[int]:
        """The needs that miss heads for this aim and that somebody not yet on them could take."""
        draft, board = self._rounds.draft, self._rounds.board
        missing = draft.wanted if aim is Aim.REQUIRED else draft.room
        return [
            need
            for need in range(len(draft.heads))
            if missing(need) and board.candidates[need].bit_count() > draft.heads[need]
        ]

    def _stages(self, aim: Aim) -> list[Stage]:
        """The aim with all before it held, and with what people were told, if that comes next."""
        objective = self._rounds.board.problem.objective
        position = objective.index(aim)
        stages = [Stage(aim=earlier, is_held=True) for earlier in objective[:position]]
        following = objective[position + 1 : position + 2]
        return [*stages, Stage(aim=aim), *(Stage(aim=told) for told in following if told in TOLD)]

    def _people(self, about: Sequence[int], failures: int) -> set[int]:
        """Those who could take a short need, those who could follow them, and so on, who has time to spare first."""
        board, draft, random = self._rounds.board, self._rounds.draft, self._random
        most = min((FEWEST_PEOPLE + PEOPLE_A_NEED * len(about)) << (2 * failures), MOST_PEOPLE)
        spare = self._with_time_left()
        found: dict[int, None] = {}
        for need in about:
            able = indices(board.candidates[need])
            random.shuffle(able)
            able.sort(key=lambda person: not any(board.candidates[own] & spare for own in draft.needs_of[person]))
            found |= dict.fromkeys(able[: max(5, most // (2 * len(about)))])
        waiting = deque(found)
        while waiting and len(found) < most:
            for need in draft.needs_of[waiting.popleft()]:
                could = board.candidates[need]
                followers = self._some(could & spare, 4) + self._some(could & ~spare, 2)
                waiting += (person for person in followers if person not in found)
                found |= dict.fromkeys(followers)
        return set(found)

    def _some(self, people: int, count: int) -> list[int]:
        able = indices(people)
        return self._random.sample(able, min(count, len(able)))

    def _with_time_left(self) -> int:
        """Who could do one more shift by their limit in all (a bit set)."""
        draft, volunteers = self._rounds.draft, self._rounds.board.problem.volunteers
        limits = enumerate(zip(draft.minutes, volunteers, strict=True))
        free = [person for person, (done, volunteer) in limits if done + self._shortest <= volunteer.max_minutes]
        return bit_set(free, len(draft.held))

    def _pairs(self, people: set[int], about: Sequence[int], freed: Sequence[Seat], failures: int) -> list[Seat]:
        """The short needs for everybody who can; all that is freed for who has time; a random part for the others."""
        board = self._rounds.board
        everybody = bit_set(people, len(board.household_of))
        spare = self._with_time_left()
        needs = sorted({need for _person, need in freed})
        pairs = [(person, need) for need in about for person in indices(board.candidates[need] & everybody)]
        pairs += [(person, need) for need in needs for person in indices(board.candidates[need] & everybody & spare)]
        others = [(person, need) for need in needs for person in indices(board.candidates[need] & everybody & ~spare)]
        room = max(0, PAIRS * (2 if failures else 1) - len(pairs) - len(freed))
        return pairs + (self._random.sample(others, room) if len(others) > room else others)
