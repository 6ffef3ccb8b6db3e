import sys

import pytest
from hypothesis import given, settings
from tests.rostering.problems import all_plans, is_valid, judged, need, person, problem, problems

from clubhub.rostering import fill as fill_module
from clubhub.rostering.check import violations
from clubhub.rostering.fill import Filling, Follower, Method, fill
from clubhub.rostering.problem import HouseholdShare, Problem, Reply, RoleRule


def plan_of(filling: Filling):
    return filling.board.plan(filling.seats)


def owes_of(filling: Filling) -> dict[str, int]:
    board = filling.board
    ids = [h.id for h in board.problem.households] + [v.household for v in board.problem.volunteers]
    return dict(zip(dict.fromkeys(ids), [owes or 0 for owes in board.owes], strict=True))


@given(problems())
@settings(max_examples=150, deadline=None)
def test_a_small_roster_is_as_good_as_the_best_of_all_plans(task: Problem):
    filling = fill(task, seconds=60, seed=1)
    plan, owes = plan_of(filling), owes_of(filling)

    assert is_valid(task, plan)
    assert filling.score == judged(task, plan, owes)
    assert filling.score == min(judged(task, other, owes) for other in all_plans(task))
    assert all(filling.proved)
    assert not filling.ran_out


@given(problems())
@settings(max_examples=60, deadline=None)
def test_without_the_solver_the_plan_is_valid_and_no_bound_is_beaten(task: Problem):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(fill_module, "is_available", lambda: False)
        first = fill(task, seconds=60, seed=1)
    best = min(judged(task, plan, owes_of(first)) for plan in all_plans(task))

    assert first.method is Method.FIRST_PLAN
    assert is_valid(task, plan_of(first))
    assert first.score == judged(task, plan_of(first), owes_of(first))
    for level, proved in enumerate(first.proved):
        if proved and first.score[:level] == best[:level]:
            assert first.score[level] <= best[level]


@given(problems(people=5))
@settings(max_examples=60, deadline=None)
def test_a_roster_filled_in_parts_is_valid_and_no_worse_than_the_first_plan(task: Problem):
    heard = []

    class Listener(Follower):
        def first(self, board, seats):
            heard.append(board.plan(seats))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(fill_module, "ONE_MODEL", 0)
        filling = fill(task, seconds=60, seed=1, follower=Listener())
    owes = owes_of(filling)

    assert is_valid(task, plan_of(filling))
    assert violations(task, plan_of(filling)) == []
    assert filling.score == judged(task, plan_of(filling), owes)
    assert filling.score <= judged(task, heard[0], owes)
    assert filling.score >= min(judged(task, plan, owes) for plan in all_plans(task))


@given(problems())
@settings(max_examples=30, deadline=None)
def test_the_same_problem_and_seed_give_the_same_plan(task: Problem):
    once, again = fill(task, seconds=60, seed=7), fill(task, seconds=60, seed=7)

    assert plan_of(once) == plan_of(again)
    assert (once.score, once.bounds, once.iterations) == (again.score, again.bounds, again.iterations)


def test_a_role_of_higher_priority_is_filled_before_two_lesser_ones():
    roles = (RoleRule(id="starter", priority=9), RoleRule(id="helper", priority=5))
    task = problem(
        person("Aino", "morning", "long", "noon"),
        needs=(need("a", "morning"), need("b", "noon"), need("start", "long", role="starter")),
        roles=roles,
    )

    assert plan_of(fill(task, seconds=60, seed=1)) == {("Aino", "start")}


def test_if_need_be_is_used_only_where_no_yes_can_fill():
    task = problem(
        person("Aino", "morning", "noon"),
        person("Bo", replies={"morning": Reply.MAYBE, "noon": Reply.MAYBE}),
        needs=(need("a", "morning"), need("b", "noon", heads=2)),
    )

    assert plan_of(fill(task, seconds=60, seed=1)) == {("Aino", "a"), ("Aino", "b"), ("Bo", "b")}


def test_the_work_is_shared_between_households_not_people():
    task = problem(
        person("Aino", "morning", "noon", household="Berg"),
        person("Elin", "morning", "noon", household="Berg"),
        person("Bo", "morning", "noon", household="Salo"),
        needs=(need("a", "morning", heads=2, points=3), need("b", "noon", heads=2, points=3)),
    )
    filling = fill(task, seconds=60, seed=1)

    assert sum(1 for volunteer, _need in plan_of(filling) if volunteer == "Bo") == 2
    assert filling.score == (0, 0, 0, 0, 0)


def test_a_household_that_owes_more_does_more():
    task = problem(
        person("Aino", "morning", "noon", household="Berg"),
        person("Bo", "morning", "noon", household="Salo"),
        needs=(need("a", "morning", points=4), need("b", "noon", points=4)),
        households=(HouseholdShare(id="Berg", owes=8), HouseholdShare(id="Salo", owes=0)),
    )

    assert plan_of(fill(task, seconds=60, seed=1)) == {("Aino", "a"), ("Aino", "b")}


def test_a_published_place_is_kept_even_where_another_plan_is_fairer():
    people = (person("Aino", "morning", "noon"), person("Bo", "morning", "noon"))
    needs = (need("a", "morning", points=4), need("b", "noon", points=4))
    published = (("Aino", "a"), ("Aino", "b"))

    fresh = fill(problem(*people, needs=needs), seconds=60, seed=1)
    kept = fill(problem(*people, needs=needs, previous=published), seconds=60, seed=1)

    assert {volunteer for volunteer, _need in plan_of(fresh)} == {"Aino", "Bo"}
    assert plan_of(kept) == set(published)


def test_a_pin_stays_though_its_person_said_no_and_blocks_the_time():
    task = problem(
        person("Aino", "noon", replies={"long": Reply.NO}),
        person("Bo", "long"),
        needs=(need("a", "long"), need("b", "noon")),
        pins=(("Aino", "a"),),
    )

    assert plan_of(fill(task, seconds=60, seed=1)) == {("Aino", "a")}


def test_more_pins_than_places_all_stay():
    task = problem(
        person("Aino", "long"),
        person("Bo", "long"),
        needs=(need("a", "long"),),
        pins=(("Aino", "a"), ("Bo", "a")),
    )

    assert plan_of(fill(task, seconds=60, seed=1)) == {("Aino", "a"), ("Bo", "a")}


def test_no_time_at_all_still_gives_a_valid_plan_and_says_so():
    # Greedy alone can't share this evenly: the one who could take the late shift is used up early.
    task = problem(
        *(person(f"p{i}", "morning", "noon", household=f"h{i % 3}") for i in range(6)),
        needs=tuple(need(f"n{i}", ("morning", "noon")[i % 2], points=1 + i) for i in range(5)),
    )
    filling = fill(task, seconds=0, seed=1)

    assert is_valid(task, plan_of(filling))
    assert filling.ran_out
    assert filling.score[-1] > fill(task, seconds=60, seed=1).score[-1]


def test_an_event_without_people_or_needs_is_filled_with_nothing():
    nobody = problem(needs=(need("a", "morning"),))
    nothing = problem(person("Aino", "morning"), needs=())

    assert fill(nobody, seconds=60, seed=1).score == (1, 0, 0, 0, 0)
    assert fill(nothing, seconds=60, seed=1).seats == frozenset()


def test_the_solver_is_loaded_only_when_a_roster_is_filled():
    import subprocess

    code = "import sys, clubhub.rostering.jobs; print('highspy' in sys.modules or 'numpy' in sys.modules)"
    answer = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env=_environment()
    )

    assert answer.stdout.strip() == "False"


def _environment() -> dict[str, str]:
    import os

    return {**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
