"""Explanations are true: every count is made again by the rules one by one, every rule lifted to see who could come."""

import json

from hypothesis import assume, event, given, settings
from hypothesis import strategies as st
from roster_cases.families import make_problem
from tests.rostering.brute_force import TooMany, lifted, valid_plans
from tests.rostering.engine import LEVELS, PATHS, ask, taken_for
from tests.rostering.explained import RULES, Told, kept_away, told
from tests.rostering.instances import SMALL, problems
from tests.rostering.judge import Json, Names, broken_alone
from tests.rostering.problems import need, person, problem

from clubhub.rostering.board import lay_out
from clubhub.rostering.draft import Draft
from clubhub.rostering.explain import NAMED, Explanation, explain, explain_need
from clubhub.rostering.explain_json import explanation_from_json, explanation_to_json
from clubhub.rostering.filter import Rule
from clubhub.rostering.whereabouts import Instead


@given(told())
@settings(max_examples=50)
def test_the_counts_of_a_need_are_true_and_add_up(given_: Told):
    task, plan, draft = given_
    for number, spec in enumerate(task["needs"]):
        found = explain_need(draft, number)
        on_it = [name for name, wanted in plan if wanted == spec["id"]]
        broken = {p["id"]: kept_away(task, p["id"], spec["id"]) for p in task["volunteers"] if p["id"] not in on_it}
        able = [name for name, rules in broken.items() if not rules]

        assert (found.need, found.required, found.filled) == (spec["id"], spec["min"], len(on_it))
        assert found.missing == max(0, spec["min"] - len(on_it))
        assert found.asked == len(task["volunteers"]) == sum(one.further for one in found.reasons) + found.able
        assert found.able == len(able) + len(on_it) == found.filled + sum(one.count for one in found.whereabouts)
        assert {(str(one.rule), one.subject) for one in found.reasons} == set().union(*broken.values())
        for reason in found.reasons:
            key = (str(reason.rule), reason.subject)
            alone = [name for name, rules in broken.items() if rules == {key}]
            assert reason.excluded == sum(key in rules for rules in broken.values())
            assert (reason.alone, list(reason.people)) == (len(alone), alone)


@given(told())
@settings(max_examples=50)
def test_whom_a_rule_keeps_away_alone_could_come_without_it(given_: Told):
    task, _plan, draft = given_
    for number, spec in enumerate(task["needs"]):
        for reason in explain_need(draft, number).reasons:
            for name in reason.people:
                event(reason.rule)
                assert _could_come(task, reason.rule, name, spec["id"])


def _could_come(task: Json, rule: Rule, name: str, need_id: str) -> bool:
    """Whether the rule keeps this person away, and nothing else does."""
    before = broken_alone(Names(task), name, need_id)
    if rule in RULES:
        return before != [] and broken_alone(Names(lifted(task, RULES[rule])), name, need_id) == []
    if rule is Rule.TOO_LONG:
        whole = {"max_minutes": 9999, "max_minutes_day": 9999}
        generous = task | {"volunteers": [person | whole for person in task["volunteers"]]}
        return not before and not kept_away(generous, name, need_id)
    gone = {"keep_together": []} if rule is Rule.NO_PARTNER else {"adult_age": 0}
    return not before and not kept_away(task | gone, name, need_id)


@given(told())
@settings(max_examples=60)
def test_whom_a_rule_about_company_keeps_away_is_on_it_in_no_valid_plan(given_: Told):
    task, _plan, draft = given_
    pins = {(pin["volunteer"], pin["need"]) for pin in task["pins"]}
    lonely = [
        (name, spec["id"])
        for number, spec in enumerate(task["needs"])
        for reason in explain_need(draft, number).reasons
        if reason.rule in (Rule.NO_PARTNER, Rule.NO_ADULT)
        for name in reason.people
    ]
    try:
        assert all((plan - pins).isdisjoint(lonely) for plan in valid_plans(task))
    except TooMany:
        assume(False)


@given(task=problems(SMALL, levels=LEVELS), path=st.sampled_from(PATHS))
@settings(max_examples=15)
def test_every_short_need_is_explained_and_no_other(task: Json, path: str):
    with taken_for(path):
        filling = ask(task, iterations=10)
    heads = [need_id for _person, need_id in filling.board.plan(filling.seats)]
    short = [spec["id"] for spec in task["needs"] if heads.count(spec["id"]) < spec["min"]]

    assert [one.need for one in explain(filling.board, filling.seats)] == short


@given(task=problems(levels=LEVELS))
@settings(max_examples=40)
def test_where_places_come_first_and_the_plan_is_proved_nobody_free_is_left_out(task: Json):
    filling = ask(task | {"objective": ["required", "optional"]})

    assert all(filling.proved)
    assert all(one.at(Instead.FREE).count == 0 for one in explain(filling.board, filling.seats))


def test_each_hopeless_need_is_explained_by_the_rule_that_makes_it_so():
    task = make_problem("hopeless", 4)
    filling = ask(task, iterations=0)
    reasons = {
        one.need: {RULES.get(reason.rule) for reason in one.reasons} for one in explain(filling.board, filling.seats)
    }

    assert task["truth"]
    assert all(rule in reasons[need_id] for need_id, rule in task["truth"].items())


def test_an_explanation_survives_the_way_through_json():
    board = lay_out(
        problem(
            *(person(name, "morning", "long") for name in ("Aino", "Bo")),
            person("Cia"),
            needs=(need("a", "morning", heads=3), need("b", "long")),
        )
    )
    [explanation, _other] = explain(board, board.seats([("Bo", "b")]))[:1] * 2

    assert explanation.whereabouts
    assert explanation_from_json(json.loads(json.dumps(explanation_to_json(explanation)))) == explanation


def test_a_proof_survives_the_way_through_json():
    board = lay_out(problem(person("Aino", "morning"), needs=(need("a", "morning", heads=2),)))
    [explanation] = explain(board, board.seats([("Aino", "a")]))

    assert explanation.hall_set
    assert explanation_from_json(json.loads(json.dumps(explanation_to_json(explanation)))) == explanation


def test_a_long_list_of_people_is_cut_and_the_count_stays_whole():
    board = lay_out(problem(*(person(f"p{i}") for i in range(NAMED + 8)), needs=(need("a", "morning"),)))
    [reason] = explain(board, frozenset())[0].reasons

    assert (len(reason.people), reason.alone) == (NAMED, NAMED + 8)


def lonely(*people, **rules) -> Explanation:
    board = lay_out(problem(*people, needs=(need("a", "morning"), need("b", "morning", role="helper")), **rules))
    return explain_need(Draft(board, board.pins), 0)


def told_of(explanation: Explanation) -> dict[str, int]:
    return {str(reason.rule): reason.excluded for reason in explanation.reasons}


def test_who_comes_only_with_somebody_who_cannot_is_told_and_the_other_is_not():
    found = lonely(person("Aino", "morning"), person("Bo", no=("morning",)), keep_together=(("Aino", "Bo"),))

    assert told_of(found) == {"said_no": 1, "no_partner": 1}


def test_who_is_tied_to_somebody_only_through_others_stays_away_too():
    people = person("Aino", "morning"), person("Bo", "morning"), person("Cia")
    found = lonely(*people, keep_together=(("Aino", "Bo"), ("Bo", "Cia")))

    assert told_of(found) == {"silent": 1, "no_partner": 2}


def test_who_is_pinned_ties_nobody_to_those_who_cannot():
    people = person("Aino", "morning"), person("Bo", "morning"), person("Cia")
    ties = (("Aino", "Bo"), ("Bo", "Cia"))

    assert told_of(lonely(*people, keep_together=ties, pins=(("Bo", "b"),))) == {"silent": 1}


def test_children_stay_away_where_no_adult_could_come():
    found = lonely(person("Pia", "morning", age=12), person("Bo"))

    assert told_of(found) == {"silent": 1, "no_adult": 1}
