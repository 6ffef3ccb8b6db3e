import json

import pytest
from roster_cases.families import make_problem
from tests.rostering.problems import need, person, problem

from clubhub.domain.errors import InvalidInput
from clubhub.rostering import fill as fill_module
from clubhub.rostering import search
from clubhub.rostering.check import violations
from clubhub.rostering.explain_json import explanation_from_json
from clubhub.rostering.jobs import explain_job, fill_job
from clubhub.rostering.problem_json import pairs_from_json, problem_from_json, problem_to_json
from clubhub.rostering.reasons import sentences

SHORT = problem_to_json(problem(person("Aino", "morning"), person("Bo"), needs=(need("a", "morning", heads=2),)))


def run(task, **limits):
    """The answer and the reports, as they come out of a child process."""
    reports = []
    request = json.loads(json.dumps({"problem": task, "seconds": None, "iterations": None, "seed": 3, **limits}))
    answer = fill_job(request, lambda report: reports.append(json.loads(json.dumps(report))))
    return json.loads(json.dumps(answer)), reports


def test_the_answer_holds_plan_score_and_proof():
    answer, _reports = run(SHORT)

    assert answer["plan"] == [{"volunteer": "Aino", "need": "a"}]
    assert answer["score"][0] == {"level": "required", "value": 1, "bound": 1, "proved": True}
    assert answer["households"] == [{"id": "of Aino", "owes": 1}, {"id": "of Bo", "owes": 1}]
    assert answer["text"] == "1 of 2 places filled; it is proved that no plan fills them better."
    assert answer["method"] == "one model"
    assert not answer["ran_out"]


def test_the_answer_explains_each_short_need():
    answer, _reports = run(SHORT)
    [explanation] = map(explanation_from_json, answer["explanations"])

    assert explanation.need == "a"
    assert "Ask Bo, who didn't answer." in sentences(explanation)
    assert answer["sentences"] == [sentences(explanation)]


def test_reports_tell_stage_and_state_in_plain_words_and_each_plan_is_valid():
    task = make_problem("swim_meet", 5)
    answer, reports = run(task)
    told = [report for report in reports if report["plan"] is not None]

    assert told[0]["text"] == "Making a first plan …"
    assert "Sharing the work evenly between households …" in [report["text"] for report in reports]
    assert reports[-1]["state"].endswith("of 120 places, proved: no plan fills them better")
    assert all(violations(problem_from_json(task), pairs_from_json(report["plan"])) == [] for report in told)
    assert answer["score"][0]["proved"]


def test_without_the_solver_the_answer_says_what_is_missing(monkeypatch):
    for module in (fill_module, search):
        monkeypatch.setattr(module, "is_available", lambda: False)
    task = make_problem("swim_meet", 5)
    answer, _reports = run(task)

    assert answer["method"] == "no solver"
    assert "highspy" in answer["text"]
    assert violations(problem_from_json(task), pairs_from_json(answer["plan"])) == []


def test_when_the_time_is_over_the_best_plan_so_far_is_the_answer():
    task = make_problem("swim_meet", 5)
    answer, _reports = run(task, seconds=0)

    assert answer["ran_out"]
    assert violations(problem_from_json(task), pairs_from_json(answer["plan"])) == []
    assert "The time was over" in answer["text"]


def test_a_plan_is_judged_and_explained():
    told = explain_job({"problem": SHORT, "plan": {"assignments": []}}, print)

    assert told["score"][0] == {"level": "required", "value": 2, "bound": 1}
    assert told["violations"] == []
    assert told["explanations"][0]["missing"] == 2


def test_a_broken_problem_and_a_plan_of_another_one_are_refused():
    with pytest.raises(InvalidInput):
        fill_job({"problem": {"roles": []}, "seconds": 1, "seed": 1}, print)
    stranger = {"assignments": [{"volunteer": "Nobody", "need": "a"}]}
    with pytest.raises(InvalidInput, match=r"assignments\[0\].volunteer"):
        explain_job({"problem": SHORT, "plan": stranger}, print)
