from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.rostering.drawn import Drawn, first_plans
from tests.rostering.judge import faults

from clubhub.rostering.bits import bit_set, indices
from clubhub.rostering.clashes import Clashes


@given(first_plans(with_pins=False))
@settings(max_examples=20)
def test_two_shifts_clash_for_somebody_where_the_judge_says_so(drawn: Drawn):
    """A need on each of the shifts, and everybody able to do all: only clashes are left to break."""
    task, board = drawn.task, drawn.board
    shifts = [shift.id for shift in board.shifts]
    task["needs"] = [{"id": name, "shift": name, "role": "r0", "min": 0, "max": 99, "points": 0} for name in shifts]
    task["roles"][0] |= {"requires": [], "min_age": 0, "opt_in": False}
    task |= {"bans": [], "pins": [], "keep_together": [], "keep_apart": [], "adult_age": 0}
    for shift in task["shifts"]:
        shift["slots"] = []
    for number, person in enumerate(task["volunteers"]):
        person |= {"max_minutes": 9999, "max_minutes_day": 9999}
        for one, other in combinations(range(len(shifts)), 2):
            broken = faults(task, [(person["id"], shifts[one]), (person["id"], shifts[other])])
            assert bool(board.clashes[number].sets[one] >> other & 1) == bool(broken)


@st.composite
def graphs(draw: st.DrawFn) -> tuple[Clashes, int]:
    """Any graph, and some of its shifts."""
    size = draw(st.integers(1, 8))
    edges = draw(st.sets(st.sampled_from([*combinations(range(size), 2), (0, 0)])))
    sets = [1 << shift for shift in range(size)]
    for one, other in edges:
        sets[one] |= 1 << other
        sets[other] |= 1 << one
    return Clashes(tuple(sets)), bit_set(draw(st.sets(st.integers(0, size - 1))), size)


@given(graphs())
def test_cliques_cover_every_clash_of_the_shifts_and_nothing_else(drawn):
    graph, own = drawn
    cliques = graph.cliques(own)
    covered = {pair for clique in cliques for pair in combinations(indices(clique), 2)}

    assert all(clique & ~own == 0 for clique in cliques)
    assert covered == {(a, b) for a, b in combinations(indices(own), 2) if graph.sets[a] >> b & 1}
