"""Aims one after the other: what is held stays, and a bound is never more than what was found."""

from itertools import pairwise

from hypothesis import assume, given, settings
from hypothesis import strategies as st
from tests.rostering import instances
from tests.rostering.brute_force import TooMany, best
from tests.rostering.drawn import Drawn, first_plans
from tests.rostering.engine import ask
from tests.rostering.problems import need, person, problem

from clubhub.rostering.bits import indices
from clubhub.rostering.draft import Draft
from clubhub.rostering.fill import fill
from clubhub.rostering.levels import score
from clubhub.rostering.problem import Aim
from clubhub.rostering.rows import build
from clubhub.rostering.solver import Effort
from clubhub.rostering.stages import Stage, Stages


def staged(drawn: Drawn, stages: list[Stage], effort: Effort):
    board = drawn.board
    start = sorted(drawn.seats - board.pins)
    pairs = [(person_, number) for number, people in enumerate(board.candidates) for person_ in indices(people)]
    model = build(Draft(board, board.pins), pairs, start)
    heard = []
    result = Stages(model, stages, start, better=heard.append).run(effort)
    return result, heard


@given(drawn=first_plans(instances.TINY), held=st.sets(st.sampled_from(Aim)))
@settings(max_examples=40)
def test_what_is_only_held_gets_no_worse_and_all_that_is_heard_gets_better(drawn: Drawn, held):
    aims = drawn.board.problem.objective
    result, heard = staged(drawn, [Stage(aim=aim, is_held=aim in held) for aim in aims], Effort())
    scores = [score(drawn.board, drawn.board.pins | seats) for seats in (drawn.seats - drawn.board.pins, *heard)]

    assert all(later < earlier for earlier, later in pairwise(scores))
    assert scores[-1] == score(drawn.board, drawn.board.pins | result.seats)
    assert all(bound is None or bound <= value for bound, value in zip(result.bounds, result.values, strict=True))
    first = next((index for index, aim in enumerate(aims) if aim not in held), len(aims))
    assert all(scores[-1][index] <= scores[0][index] for index in range(first))


@given(first_plans(instances.TINY))
@settings(max_examples=20)
def test_without_time_the_start_stands_and_nothing_but_the_obvious_is_proved(drawn: Drawn):
    aims = drawn.board.problem.objective
    result, heard = staged(drawn, [Stage(aim=aim) for aim in aims], Effort(seconds=0))

    assert (result.seats, heard, result.runs) == (drawn.seats - drawn.board.pins, [], 0)
    assert all(bound in (None, value) for bound, value in zip(result.bounds, result.values, strict=True))


@given(task=instances.problems(levels=("optional", "required", "preference")))
@settings(max_examples=50)
def test_where_free_places_come_before_missing_heads_nothing_false_is_proved(task):
    """The model takes a missing head for a filled place then; what it finds must not be called the best."""
    filling = ask(task | {"objective": ["optional", "required", "preference"]})
    try:
        known = best(task | {"objective": ["optional", "required", "preference"]}).values
    except TooMany:
        assume(False)
    proved = sum(filling.proved)

    assert filling.score[:proved] == known[:proved]


def test_a_plan_is_not_called_the_best_that_the_presolve_of_highs_takes_for_it():
    """Bo's two points are as far from the share as none, so that nothing speaks against his place of before."""
    task = problem(
        person("Aino", maybe=("morning",), household="Berg"),
        person("Bo", "morning", household="Berg"),
        needs=(need("a", "morning", heads=0, most=1, points=2),),
        owes={"Berg": 1},
        previous=(("Aino", "a"), ("Bo", "a")),
        objective=(Aim.REQUIRED, Aim.IF_NEED_BE, Aim.FAIRNESS, Aim.WITHDRAWN),
    )

    assert fill(task, seed=1).score == (0, 0, 1, 1)
