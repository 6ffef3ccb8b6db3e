import json
from itertools import pairwise

import pytest
from tests.rostering.clubs import club
from tests.rostering.problems import need, person, problem

from clubhub.domain.errors import InvalidInput
from clubhub.rostering import fill as fill_module
from clubhub.rostering.check import violations
from clubhub.rostering.explain import explanation_from_json
from clubhub.rostering.jobs import fill_job
from clubhub.rostering.problem import Problem
from clubhub.rostering.problem_json import pairs_from_json, problem_to_json
from clubhub.rostering.reasons import sentences

SHORT = problem(person("Aino", "morning"), person("Bo"), needs=(need("a", "morning", heads=2),))


def run(task: Problem, seconds: float = 60):
    """The answer and the reports, as they come out of a child process."""
    reports = []
    request = json.loads(json.dumps({"problem": problem_to_json(task), "seconds": seconds, "seed": 3}))
    answer = fill_job(request, lambda report: reports.append(json.loads(json.dumps(report))))
    return json.loads(json.dumps(answer)), reports


def values(report) -> list[int]:
    return [level["value"] for level in report["score"]]


def test_the_answer_holds_plan_score_and_proof():
    answer, _reports = run(SHORT)

    assert answer["plan"] == [{"volunteer": "Aino", "need": "a"}]
    assert answer["score"][0] == {"level": "required", "priority": 1, "value": 1, "bound": 1, "proved": True}
    assert answer["households"] == [{"id": "of Aino", "owes": 1}, {"id": "of Bo", "owes": 1}]
    assert answer["text"] == "1 of 2 places filled; it is proved that no plan fills them better."
    assert answer["method"] == "one model"
    assert not answer["ran_out"]


def test_the_answer_explains_each_short_need():
    answer, _reports = run(SHORT)
    [explanation] = map(explanation_from_json, answer["explanations"])

    assert explanation.need == "a"
    assert "Ask Bo, who didn't answer." in sentences(explanation)


def test_each_reported_plan_is_valid_and_better_than_the_one_before():
    task = club(people=45, places=110, seed=3)
    answer, reports = run(task)
    told = [report for report in reports if report["plan"] is not None]

    assert told[0]["text"] == "Making a first plan …"
    assert all(violations(task, pairs_from_json(report["plan"])) == [] for report in told)
    assert all(values(later) < values(earlier) for earlier, later in pairwise(told))
    assert told[-1]["plan"] == answer["plan"]
    assert values(told[-1]) == values(answer)


def test_stages_are_told_in_plain_words():
    _answer, reports = run(club(people=45, places=110, seed=3))

    assert "Sharing the work evenly between households …" in [report["text"] for report in reports]


def test_two_runs_give_the_same_bytes():
    task = club(people=45, places=110, seed=5)

    assert json.dumps(run(task)) == json.dumps(run(task))


def test_without_the_solver_the_answer_says_what_is_missing(monkeypatch):
    monkeypatch.setattr(fill_module, "is_available", lambda: False)
    answer, _reports = run(club(people=45, places=110, seed=3))

    assert answer["method"] == "first plan"
    assert "highspy" in answer["text"]


def test_when_the_time_is_over_the_best_plan_so_far_is_the_answer():
    task = club(people=45, places=110, seed=3)
    answer, _reports = run(task, seconds=0)

    assert answer["ran_out"]
    assert violations(task, pairs_from_json(answer["plan"])) == []
    assert "The time was over" in answer["text"]


def test_a_broken_problem_is_refused():
    with pytest.raises(InvalidInput):
        fill_job({"problem": {"roles": []}, "seconds": 1, "seed": 1}, print)
