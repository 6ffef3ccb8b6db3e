import json

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.rostering.problems import all_plans, can_do, need, overlap, person, problem, problems

from clubhub.rostering.board import lay_out
from clubhub.rostering.explain import NAMED, Explanation, explain, explanation_from_json, explanation_to_json
from clubhub.rostering.fill import fill
from clubhub.rostering.problem import Problem, Volunteer


def breaks(task: Problem, volunteer: Volunteer, spec) -> set[tuple[str, str]]:
    """The (rule, skill) pairs that keep somebody from a need, looked at one by one."""
    role = next(r for r in task.roles if r.id == spec.role)
    end = next(s.end for s in task.shifts if s.id == spec.shift)
    found = {("lacks_skill", skill) for skill in role.requires if skill not in volunteer.skills}
    for skill in role.requires:
        expiry = volunteer.skills.get(skill)
        if expiry is not None and expiry < end:
            found.add(("skill_lapses", skill))
    if volunteer.age < role.min_age:
        found.add(("too_young", ""))
    reply = volunteer.availability.get(spec.shift)
    if reply is None:
        found.add(("silent", ""))
    elif reply == "no":
        found.add(("said_no", ""))
    return found


@given(st.data())
@settings(max_examples=150, deadline=None)
def test_every_count_is_true_when_counted_by_hand(data):
    task = data.draw(problems(people=5, needs=2))
    plan = data.draw(st.sampled_from(all_plans(task)))
    board = lay_out(task)
    explanations = explain(board, board.seats(plan))

    heads = {n.id: [v for v, name in plan if name == n.id] for n in task.needs}
    assert [e.need for e in explanations] == [n.id for n in task.needs if len(heads[n.id]) < n.min]
    for explanation in explanations:
        _recount(task, plan, heads[explanation.need], explanation)


def _recount(task: Problem, plan, on_it: list[str], told: Explanation) -> None:
    spec = next(n for n in task.needs if n.id == told.need)
    broken = {v.id: breaks(task, v, spec) for v in task.volunteers if v.id not in on_it}
    able = [v.id for v in task.volunteers if v.id not in on_it and can_do(task, v, spec)]
    busy = [v for v in able if any(p == v and overlap(task, n, spec.id) for p, n in plan)]

    assert (told.missing, told.required) == (spec.min - len(on_it), spec.min)
    assert told.asked == len(task.volunteers) == sum(r.further for r in told.reasons) + told.able
    assert told.able == told.filled + told.busy + told.free
    assert (told.filled, told.able) == (len(on_it), len(on_it) + len(able))
    assert list(told.busy_people) == busy
    assert list(told.free_people) == [v for v in able if v not in busy]
    for reason in told.reasons:
        key = (str(reason.rule), reason.subject)
        assert reason.excluded == sum(1 for found in broken.values() if key in found)
        assert list(reason.people) == [v for v, found in broken.items() if found == {key}]
        assert reason.alone == len(reason.people)
    assert {key for found in broken.values() for key in found} == {(str(r.rule), r.subject) for r in told.reasons}


@given(problems())
@settings(max_examples=50, deadline=None)
def test_where_the_fill_is_proved_nobody_free_is_left_out(task: Problem):
    filling = fill(task, seconds=60, seed=1)

    assert all(explanation.free == 0 for explanation in explain(filling.board, filling.seats))


def test_an_explanation_survives_the_way_through_json():
    task = problem(person("Aino"), person("Bo", "morning"), needs=(need("a", "morning", heads=3),))
    board = lay_out(task)
    [explanation] = explain(board, board.seats([("Bo", "a")]))

    assert explanation_from_json(json.loads(json.dumps(explanation_to_json(explanation)))) == explanation


def test_a_long_list_of_people_is_cut_and_the_count_stays_whole():
    board = lay_out(problem(*(person(f"p{i}") for i in range(NAMED + 8)), needs=(need("a", "morning"),)))
    [reason] = explain(board, frozenset())[0].reasons

    assert (len(reason.people), reason.alone) == (NAMED, NAMED + 8)
