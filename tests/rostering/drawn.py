"""Hypothesis: boards with plans on them, for the tests of single parts of the engine."""

from typing import NamedTuple

from hypothesis import strategies as st
from tests.rostering import instances
from tests.rostering.engine import LEVELS
from tests.rostering.instances import Json, Size
from tests.rostering.judge import Pair, faults

from clubhub.rostering.board import Board, Seats, lay_out
from clubhub.rostering.greedy import greedy
from clubhub.rostering.levels import with_even_shares
from clubhub.rostering.problem_json import problem_from_json


class Drawn(NamedTuple):
    """A problem, its board, and a plan on it."""

    task: Json
    board: Board
    seats: Seats

    @property
    def plan(self) -> list[Pair]:
        return sorted(self.board.plan(self.seats))


@st.composite
def first_plans(draw: st.DrawFn, size: Size = instances.SMALL, **how: bool) -> Drawn:
    """Greedy plans, which are valid."""
    task = draw(instances.problems(size, levels=LEVELS, **how))
    board = lay_out(problem_from_json(task))
    seats = greedy(board)
    return Drawn(task, with_even_shares(board, seats), seats)


@st.composite
def any_plans(draw: st.DrawFn, size: Size = instances.TINY) -> Drawn:
    """Any pairs at all beside the pins, most often some of a greedy plan: valid or not."""
    first = draw(first_plans(size))
    people, needs = len(first.board.household_of), len(first.board.candidates)
    pairs = [(person, need) for person in range(people) for need in range(needs)]
    left_out = draw(st.sets(st.sampled_from(pairs), max_size=2))
    added = draw(st.sets(st.sampled_from(pairs), max_size=2))
    return first._replace(seats=(first.seats - left_out) | added | first.board.pins)


@st.composite
def valid_plans(draw: st.DrawFn, size: Size = instances.TINY) -> Drawn:
    """Some of a greedy plan and a pair beside it, where the judge lets that pass; else the greedy plan."""
    found = draw(any_plans(size))
    greedy_plan = greedy(found.board) if faults(found.task, found.plan, pins_excused=True) else found.seats
    return found._replace(seats=greedy_plan)
