"""Where somebody is instead is true: put on the need all the same, they break just such a rule, or none."""

from dataclasses import replace

import pytest
from hypothesis import event, given, settings
from tests.rostering.explained import Told, told
from tests.rostering.instances import SMALL
from tests.rostering.judge import faults
from tests.rostering.problems import need, person, problem

from clubhub.rostering.bits import indices
from clubhub.rostering.board import lay_out
from clubhub.rostering.draft import Draft
from clubhub.rostering.problem import ShiftTime
from clubhub.rostering.whereabouts import Instead, instead

BROKEN = {
    Instead.BUSY: {"overlap"},
    Instead.TRAVELLING: {"travel"},
    Instead.RESTING: {"rest"},
    Instead.AT_LIMIT: {"max_minutes", "max_minutes_day"},
    Instead.APART: {"keep_apart"},
    Instead.WITHOUT_PARTNER: {"keep_together"},
    Instead.WITHOUT_ADULT: {"minor_alone"},
}


@given(told(SMALL))
@settings(max_examples=50)
def test_what_keeps_somebody_from_a_need_is_what_they_would_break(given_: Told):
    task, plan, draft = given_
    board = draft.board
    for number, candidates in enumerate(board.candidates):
        for index in indices(candidates):
            pair = (board.problem.volunteers[index].id, board.problem.needs[number].id)
            if pair in plan:
                continue
            where = instead(draft, index, number)
            event(where)
            broken = {fault.rule for fault in faults(task, [*plan, pair], pins_excused=True)} - {"over_max"}
            assert broken & BROKEN[where] if where in BROKEN else not broken


def at(first: ShiftTime, then: ShiftTime, **person_) -> Instead:
    """Where somebody is who has the first and is wanted for the second."""
    task = problem(
        person("Aino", "morning", "noon", **person_),
        needs=(need("a", "morning"), need("b", "noon")),
    )
    task = replace(task, shifts=(first, then), locations=("pool", "hall"), travel=((0, 90), (90, 0)))
    board = lay_out(task)
    return instead(Draft(board, board.seats([("Aino", "a")])), 0, 1)


@pytest.mark.parametrize(
    ("place", "start", "day", "rest", "where"),
    [
        ("pool", 59, 0, 0, Instead.BUSY),
        ("pool", 60, 0, 99, Instead.FREE),
        ("pool", 60, 1, 99, Instead.RESTING),
        ("hall", 149, 0, 0, Instead.TRAVELLING),
        ("hall", 149, 1, 89, Instead.TRAVELLING),
        ("hall", 149, 1, 90, Instead.RESTING),
        ("hall", 150, 1, 90, Instead.FREE),
    ],
)
def test_a_clash_is_told_by_its_cause(place, start, day, rest, where):
    first = ShiftTime(id="morning", start=0, end=60, location="pool", slots=("morning",))
    then = ShiftTime(id="noon", start=start, end=start + 60, location=place, day=day, slots=("noon",))

    assert at(first, then, min_rest=rest) is where
