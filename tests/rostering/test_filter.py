from hypothesis import given, settings
from tests.rostering.problems import can_do, need, person, problem, problems

from clubhub.rostering.filter import Rule, Sieve, bit_set, bits, candidates
from clubhub.rostering.problem import Problem, Reply, RoleRule


@given(problems(people=6))
@settings(max_examples=100, deadline=None)
def test_candidates_are_those_whom_every_rule_lets_through(task: Problem):
    found = candidates(task)

    for spec in task.needs:
        expected = {i for i, volunteer in enumerate(task.volunteers) if can_do(task, volunteer, spec)}
        assert set(bits(found[spec.id])) == expected


def test_a_skill_that_lapses_at_the_end_of_the_shift_still_counts_and_a_minute_earlier_does_not():
    judge = RoleRule(id="judge", requires=("licence",))
    task = problem(
        person("Aino", "morning", skills={"licence": 60}),
        person("Bo", "morning", skills={"licence": 59}),
        person("Cia", "morning", skills={"licence": None}),
        needs=(need("a", "morning", role="judge"),),
        roles=(judge,),
    )

    assert set(bits(candidates(task)["a"])) == {0, 2}


def test_silence_is_told_apart_from_no():
    task = problem(
        person("Aino", replies={"morning": Reply.NO}),
        person("Bo"),
        person("Cia", replies={"morning": Reply.MAYBE}),
        needs=(need("a", "morning"),),
    )
    people = {exclusion.rule: set(bits(exclusion.people)) for exclusion in Sieve(task).exclusions(task.needs[0])}

    assert people[Rule.SAID_NO] == {0}
    assert people[Rule.SILENT] == {1}


def test_a_bit_set_gives_back_its_indices_in_order():
    assert list(bits(bit_set([9, 0, 63, 64], 65))) == [0, 9, 63, 64]
    assert bit_set([], 0) == 0
