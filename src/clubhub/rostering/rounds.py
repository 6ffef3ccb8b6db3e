"""A plan that is made better in rounds: each frees some seats and solves exactly what could be done instead.

No round can make the plan worse, since what it had is the start of the round's model (large-neighbourhood search,
Shaw 1998). Which seats and which pairs a round opens is for others to choose.
"""

from collections.abc import Callable, Collection, Iterable, Sequence

from clubhub.rostering.board import Board, Seat, Seats
from clubhub.rostering.draft import Draft
from clubhub.rostering.levels import Score, score
from clubhub.rostering.problem import Aim
from clubhub.rostering.rows import build
from clubhub.rostering.solver import Effort
from clubhub.rostering.stages import Stage, Staged, Stages


class Rounds:
    """Holds the plan and its score."""

    def __init__(self, board: Board, seats: Seats) -> None:
        self.board = board
        self.draft = Draft(board, board.pins)
        for seat in sorted(seats - board.pins):
            self.draft.give(seat)
        self.score: Score = score(board, seats)

    @property
    def seats(self) -> Seats:
        return self.draft.seats

    def replace(self, seats: Seats) -> None:
        """Go on from another plan."""
        now = self.seats
        for seat in sorted(now - seats):
            self.draft.take(seat)
        for seat in sorted(seats - now):
            self.draft.give(seat)
        self.score = score(self.board, seats)

    def seats_of(self, people: Iterable[int]) -> list[Seat]:
        """All that these people do, but for pins."""
        own = ((person, need) for person in people for need in self.draft.needs_of[person])
        return [seat for seat in own if seat not in self.draft.fixed]

    def with_partners(self, people: Iterable[int]) -> set[int]:
        """These people and whoever is kept together with them: a round frees a group whole or not at all."""
        board = self.board
        found = set(people)
        for person in list(found):
            if board.group_of[person] >= 0:
                found.update(board.groups[board.group_of[person]])
        return found

    def solve(
        self,
        freed: Collection[Seat],
        pairs: Iterable[Seat],
        stages: Sequence[Stage],
        effort: Effort,
        *,
        begin: Callable[[Aim], None] | None = None,
        better: Callable[[Seats], None] | None = None,
    ) -> Staged:
        """Free these seats and choose anew among them and the pairs; `better` hears of whole plans."""
        for seat in freed:
            self.draft.take(seat)
        settled = self.seats if better else frozenset()
        model = build(self.draft, dict.fromkeys([*freed, *pairs]), freed)
        tell = (lambda seats: better(settled | seats)) if better else None
        staged = Stages(model, stages, freed, begin=begin, better=tell).run(effort)
        for seat in sorted(staged.seats):
            self.draft.give(seat)
        if staged.seats != frozenset(freed):
            self.score = score(self.board, self.seats)
        return staged
