from hypothesis import given, settings
from tests.rostering.instances import SMALL, problems
from tests.rostering.judge import Names, broken_alone
from tests.rostering.problems import need, person, problem

from clubhub.rostering.bits import indices
from clubhub.rostering.filter import Rule, Sieve
from clubhub.rostering.problem import RoleRule
from clubhub.rostering.problem_json import problem_from_json


@given(problems(SMALL))
@settings(max_examples=30)
def test_candidates_are_those_who_break_no_rule_alone(drawn):
    task, names = problem_from_json(drawn), Names(drawn)
    sieve = Sieve(task)

    for spec in task.needs:
        shift = sieve.shifts[spec.shift]
        expected = {
            index
            for index, v in enumerate(task.volunteers)
            if not broken_alone(names, v.id, spec.id)
            and shift.end - shift.start <= min(v.max_minutes, v.max_minutes_day)
        }
        assert set(indices(sieve.candidates(spec))) == expected


def test_a_skill_that_lapses_at_the_end_of_the_shift_still_counts_and_a_minute_earlier_does_not():
    task = problem(
        person("Aino", "morning", skills={"licence": 60}),
        person("Bo", "morning", skills={"licence": 59}),
        person("Cia", "morning", skills={"licence": None}),
        needs=(need("a", "morning", role="judge"),),
        roles=(RoleRule(id="judge", requires=("licence",)),),
    )

    assert indices(Sieve(task).candidates(task.needs[0])) == [0, 2]


def test_silence_is_told_apart_from_no():
    task = problem(
        person("Aino", no=("morning",)),
        person("Bo"),
        person("Cia", maybe=("morning",)),
        needs=(need("a", "morning"),),
    )
    people = {exclusion.rule: indices(exclusion.people) for exclusion in Sieve(task).exclusions(task.needs[0])}

    assert people[Rule.SAID_NO] == [0]
    assert people[Rule.SILENT] == [1]
