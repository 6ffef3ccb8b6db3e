"""Hypothesis: tiny problems whose plan was the best there was, until somebody cancelled."""

from hypothesis import assume
from hypothesis import strategies as st
from tests.rostering.brute_force import TooMany, best
from tests.rostering.instances import TINY, Json, Size, problems


@st.composite
def repairs(draw: st.DrawFn, size: Size = TINY) -> Json:
    """`previous` is a best plan of the problem before; `cancelled` has a place in it and is banned from everything."""
    problem = draw(problems(size, levels=("required", "optional", "fairness"), with_pins=False, with_previous=False))
    try:
        plan = sorted(best(problem | {"objective": ["required", "optional", "fairness"]}).plans[0])
    except TooMany:
        assume(False)
    assume(plan)
    gone = draw(st.sampled_from(sorted({person for person, _need in plan})))
    bans = [{"volunteer": gone, "need": need["id"]} for need in problem["needs"]]
    return problem | {
        "objective": ["required", "changes", "optional", "fairness", "preference"],
        "previous": [{"volunteer": person, "need": need} for person, need in plan],
        "cancelled": [gone],
        "bans": [*problem["bans"], *(ban for ban in bans if ban not in problem["bans"])],
    }
