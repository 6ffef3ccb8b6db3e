"""Makes a first plan better, by the means that fit the size of the problem.

Small: one model, aim by aim, to the proof. Middling: the same for coverage, then annealing, whose plan is the start of
the models for fairness and preference. Large: coverage by a chain of models, annealing, and rounds of
large-neighbourhood search as long as they help.
"""

from collections.abc import Iterator, Sequence
from random import Random
from typing import Protocol

from clubhub.rostering.bits import indices
from clubhub.rostering.board import Board, Seats
from clubhub.rostering.budget import Budget
from clubhub.rostering.chain import Chain
from clubhub.rostering.ideal import has_known_ideal, ideal_seats
from clubhub.rostering.levels import Score, floor, score
from clubhub.rostering.neighbourhoods import Polish
from clubhub.rostering.problem import Aim
from clubhub.rostering.repair import choose_anew, give_up_extras, is_fewest, is_repair
from clubhub.rostering.restricted import solve_restricted
from clubhub.rostering.rounds import Rounds
from clubhub.rostering.solver import can_anneal, is_available
from clubhub.rostering.stages import Stage

SMALL, MIDDLING = 6_000, 40_000
"""Up to so many (person, need) pairs a problem is proved as one model; up to so many its coverage is."""

BATCH = 20_000
"""Proposals per iteration of annealing."""

BATCHES, SEATS_A_BATCH = 40, 15
"""A cooling has at least so many batches, and one for so many seats: 12,000 seats take 800."""

TOLD_EVERY = 10
"""Batches between two looks at the plan while annealing: its score takes as long as some thousand proposals."""

HOTTEST, REHEATED, COOL, COLDEST = 0.7, 0.3, 0.1, 0.05
"""Temperatures of the annealing, in points of unfairness: a first time from the hottest, then from less."""

CHAIN_NODES, POLISH_NODES, RESTRICTED_NODES, REPAIR_NODES, IDEAL_NODES = 50, 20, 1, 50, 100
"""Branch-and-bound nodes per aim of a round; a limit in nodes, unlike one in seconds, can be had again."""

CHAIN_ROUNDS = 6
"""Rounds of the chain for each aim before a middling problem's coverage is solved as one model: a better start."""

CHAINED = 15_000
"""Up to so many pairs the model finds a plan sooner than the chain: one round then, for what it fills at once."""

POLISH_ROUNDS = 120
"""Rounds of large-neighbourhood search before a middling problem is solved as one model, to prove what was found."""

COVER_SHARE, ANNEAL_SHARE = 0.8, 0.9
"""Of the seconds that are left: for optional places before the work is shared fairly, and for cooling down."""

COVERAGE = (Aim.REQUIRED, Aim.OPTIONAL)


class Watch(Protocol):
    """Who follows the work.

    It hears what is worked on (None: several aims, part by part), of every better plan, and of bounds by aim.
    """

    def stage(self, aim: Aim | None) -> None: ...

    def better(self, seats: Seats) -> None: ...

    def bounded(self, bounds: Score) -> None: ...


class Search:
    """Holds the best plan so far, its score, and what is known of each aim's bound (given the aims before it)."""

    def __init__(self, board: Board, start: Seats, budget: Budget, watch: Watch) -> None:
        self._board = board
        self._budget = budget
        self._watch = watch
        self._random = Random(budget.seed)  # noqa: S311  nothing secret: the seed makes the search repeatable
        self._rounds = Rounds(board, start)
        self._chain = Chain(self._rounds, self._random)
        self.best = start
        self.score: Score = self._rounds.score
        self.bounds: list[int] = list(floor(board))

    def run(self) -> None:
        """Search until the plan is proved, the budget is spent, or nothing helps any more."""
        if not is_available():
            self._anneal(HOTTEST)
        elif not self._is_proved() and not self._find_ideal():
            pairs = self._board.pair_count
            if pairs <= MIDDLING:
                self._solve_as_one(anneals=pairs > SMALL)
            else:
                self._solve_in_parts()

    def _is_proved(self) -> bool:
        return tuple(self.bounds) == self.score

    def _proved(self) -> int:
        """How many aims are proved, from the first on; one behind an aim that isn't may yet have to give way."""
        levels = enumerate(zip(self.bounds, self.score, strict=True))
        return next((index for index, (bound, value) in levels if bound != value), len(self.score))

    def _find_ideal(self) -> bool:
        """Whether the ideal plan was looked for and found."""
        board = self._board
        if self._budget.is_over or not has_known_ideal(board) or board.pair_count > MIDDLING:
            return False
        seats = ideal_seats(board, self._budget.effort(nodes=IDEAL_NODES, share=0.6))
        self._budget.spend()
        if seats is None:
            return False
        self._take(seats | board.pins)
        return self._is_proved()

    def _solve_as_one(self, *, anneals: bool) -> None:
        """One model of everything; with annealing between the aims of coverage and the others."""
        aims = self._board.problem.objective
        settled = max((index + 1 for index, aim in enumerate(aims) if aim in COVERAGE), default=0)
        if anneals and settled < len(aims) and not is_repair(self._board):
            self._cover(CHAIN_ROUNDS if self._board.pair_count > CHAINED else 1)
            self._solve_stages([Stage(aim=aim) for aim in aims[:settled]], share=0.8)
            self._anneal(HOTTEST)
            if self._restrict():
                self._anneal(COOL)
            self._polish(POLISH_ROUNDS)
        self._solve_stages([Stage(aim=aim, is_held=index < self._proved()) for index, aim in enumerate(aims)])

    def _solve_in_parts(self) -> None:
        if is_repair(self._board):
            self._repair()
            return
        self._cover(None)
        heat = HOTTEST
        before = None
        while not self._budget.is_over and self.score != before:
            before = self.score
            self._anneal(heat)
            self._cover(None)
            self._polish(None)
            heat = REHEATED

    def _restrict(self) -> bool:
        """Work on fairness in a model of the cheap pairs alone; whether that was tried."""
        if self._budget.is_over or Aim.FAIRNESS not in self._board.problem.objective:
            return False
        is_tried = solve_restricted(self._rounds, Aim.FAIRNESS, self._budget.effort(nodes=RESTRICTED_NODES))
        self._budget.spend()
        self._take(self._rounds.seats)
        return is_tried

    def _repair(self) -> None:
        """Few changes at once; then more rounds where required places are still short."""
        self._step_in()
        if not self._has_fewest_changes():
            self._cover(None)
            self._step_in()
        if self._has_fewest_changes():
            index = self._board.problem.objective.index(Aim.CHANGES)
            self.bounds[index] = max(self.bounds[index], self.score[index])
            self._watch.bounded(tuple(self.bounds))

    def _step_in(self) -> None:
        if self._budget.is_over:
            return
        self._watch.stage(Aim.CHANGES)
        give_up_extras(self._rounds)
        choose_anew(self._rounds, self._budget.effort(nodes=REPAIR_NODES))
        self._budget.spend()
        self._take(self._rounds.seats)
        self._rounds.replace(self.best)

    def _has_fewest_changes(self) -> bool:
        """Whether required places and changes are at what can be counted without a solver."""
        aims = self._board.problem.objective
        is_covered = aims[:2] == (Aim.REQUIRED, Aim.CHANGES) and self.score[0] == floor(self._board)[0]
        return is_covered and is_fewest(self._board, self.best)

    def _cover(self, most: int | None) -> None:
        """Fill required places, then optional ones, by chains of moves in at most so many rounds each (None: any).

        The last optional places take longest; they have a part of the time, so that the work is shared fairly too.
        """
        chain = self._chain
        part = self._budget.part(COVER_SHARE)
        for aim in _covered(self._board):
            self._watch.stage(aim)
            last = None if most is None else self._budget.spent + most
            while not self._budget.is_over and chain.has_more(aim) and self._budget.spent != last:
                if aim is Aim.OPTIONAL and part.spent == 1:
                    break
                chain.solve_round(aim, self._budget.effort(nodes=CHAIN_NODES))
                self._budget.spend()
                self._take(self._rounds.seats)

    def _polish(self, most: int | None) -> None:
        """Rounds of large-neighbourhood search while they help, at most so many (None: no limit)."""
        polish = Polish(self._rounds, self._random)
        last = None if most is None else self._budget.spent + most
        while not self._budget.is_over and polish.has_more() and self._budget.spent != last:
            polish.solve_round(self._budget.effort(nodes=POLISH_NODES))
            self._budget.spend()
            self._take(self._rounds.seats)

    def _anneal(self, heat: float) -> None:
        """Cool down over as many batches as the plan has seats for, or faster where the time is short.

        A plan that is still hot when the time is over is worse than the one before. The best plan stands in the end.
        """
        if not can_anneal():
            return
        # Here, since it loads numpy.
        from clubhub.rostering.annealing import Annealing

        annealing = Annealing(self._rounds.draft, self._random)
        batches = max(BATCHES, len(self._rounds.seats) // SEATS_A_BATCH)
        part = self._budget.part(ANNEAL_SHARE)
        self._watch.stage(None)
        batch, done = 0, 0.0
        while done < 1 and not self._budget.is_over:
            annealing.run(BATCH, heat * (COLDEST / heat) ** done)
            self._budget.spend()
            batch += 1
            done = max(batch / batches, part.spent)
            if batch % TOLD_EVERY == 0:
                self._take(self._rounds.seats)
        self._take(self._rounds.seats)
        self._rounds.replace(self.best)

    def _solve_stages(self, stages: Sequence[Stage], share: float = 1.0) -> None:
        """Solve the model of all pairs for these stages, the first of the objective."""
        if self._budget.is_over:
            return
        board, rounds = self._board, self._rounds
        pairs = ((person, need) for need, people in enumerate(board.candidates) for person in indices(people))
        effort = self._budget.effort(share=share)
        staged = rounds.solve(
            rounds.seats - board.pins, pairs, stages, effort, begin=self._watch.stage, better=self._take
        )
        self._budget.spend(staged.runs)
        self._take(rounds.seats)
        for index, (bound, value) in enumerate(zip(staged.bounds, staged.values, strict=True)):
            if bound is not None:
                self.bounds[index] = max(self.bounds[index], self.score[index] - (value - bound))
            if self.bounds[index] != self.score[index]:
                # Behind an aim that isn't proved a bound holds only for plans as good as this one there.
                break
        self._watch.bounded(tuple(self.bounds))

    def _take(self, seats: Seats) -> None:
        value = score(self._board, seats)
        if value < self.score:
            self.best, self.score = seats, value
            self._watch.better(seats)


def _covered(board: Board) -> Iterator[Aim]:
    """The aims of coverage that can be had without changing what people were told."""
    for aim in board.problem.objective:
        if aim is Aim.CHANGES and board.previous:
            return
        if aim in COVERAGE:
            yield aim
