"""The model says what the rules say: its rows hold for valid plans and for no others, and its costs are the levels."""

from itertools import pairwise

from hypothesis import event, given, settings
from tests.rostering.drawn import Drawn, any_plans, valid_plans
from tests.rostering.judge import faults

from clubhub.rostering.bits import indices
from clubhub.rostering.board import Seat
from clubhub.rostering.draft import Draft
from clubhub.rostering.levels import score
from clubhub.rostering.model import Model
from clubhub.rostering.rows import build


def model_of(drawn: Drawn, start: list[Seat]) -> Model:
    pairs = [(person, need) for need, people in enumerate(drawn.board.candidates) for person in indices(people)]
    return build(Draft(drawn.board, drawn.board.pins), pairs, start)


def holds(model: Model, values: list[float]) -> bool:
    """Every column within its bounds, every row within its own."""
    rows = model.rows
    spans = pairwise(rows.starts)
    sums = [
        sum(value * values[column] for column, value in zip(rows.columns[a:b], rows.values[a:b], strict=True))
        for a, b in spans
    ]
    bounds = zip(model.lower, values, model.upper, strict=True)
    within = zip(rows.lower, sums, rows.upper, strict=True)
    return all(low <= value <= high for low, value, high in bounds) and all(a <= s <= b for a, s, b in within)


@given(any_plans())
@settings(max_examples=80)
def test_the_rows_hold_for_a_plan_if_and_only_if_it_is_valid(drawn: Drawn):
    seats = sorted(drawn.seats - drawn.board.pins)
    model = model_of(drawn, [])
    is_valid = not faults(drawn.task, drawn.plan, pins_excused=True)
    event("valid" if is_valid else "not valid")

    assert (set(seats) <= set(model.pairs) and holds(model, model.values(seats))) == is_valid


@given(valid_plans())
@settings(max_examples=25)
def test_a_valid_start_satisfies_the_rows_that_keep_what_it_mends(drawn: Drawn):
    """Somebody is settled beside the pins, as in a round of a large problem; all others choose anew."""
    board = drawn.board
    free = sorted(drawn.seats - board.pins)
    settled = free[0][0] if free else 0
    group = board.groups[board.group_of[settled]] if board.group_of[settled] >= 0 else (settled,)
    base = Draft(board, board.pins)
    for seat in free:
        if seat[0] in group:
            base.give(seat)
    others = [seat for seat in free if seat[0] not in group]
    pairs = [(person, need) for need, people in enumerate(board.candidates) for person in indices(people)]
    model = build(base, [pair for pair in pairs if pair[0] not in group], others)

    assert set(others) <= set(model.pairs)
    assert holds(model, model.values(others))


@given(valid_plans())
@settings(max_examples=30)
def test_two_plans_differ_in_the_costs_of_the_model_as_in_the_levels(drawn: Drawn):
    board = drawn.board
    seats = sorted(drawn.seats - board.pins)
    model = model_of(drawn, seats)
    full, empty = model.values(seats), model.values([])
    judged, least = score(board, drawn.seats), score(board, board.pins)
    for aim, value, other in zip(board.problem.objective, judged, least, strict=True):
        costs = model.costs(aim)
        change = sum(cost * (full[column] - empty[column]) for column, cost in costs.items())
        assert change == value - other
        assert model.least(aim) <= sum(cost * full[column] for column, cost in costs.items())
        assert all(isinstance(cost, int) for cost in costs.values())
