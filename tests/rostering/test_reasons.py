import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.rostering.instances import TINY, problems
from tests.rostering.problems import need, person, problem

from clubhub.rostering.board import lay_out
from clubhub.rostering.explain import Explanation, Reason, explain
from clubhub.rostering.filter import Rule
from clubhub.rostering.greedy import greedy
from clubhub.rostering.problem import RoleRule, Volunteer
from clubhub.rostering.problem_json import problem_from_json
from clubhub.rostering.reasons import first_remedy, sentences

JUDGE = RoleRule(id="judge", requires=("Judge",), min_age=16)
FOUR = ("Aino", "Bo", "Cia", "Dag")


def no(name: str, **rest) -> Volunteer:
    return person(name, no=("morning", "long"), **rest)


def judge_needed(*people: Volunteer) -> Explanation:
    task = problem(*people, needs=(need("a", "morning", role="judge"),), roles=(JUDGE,))
    return explain(lay_out(task), frozenset())[0]


def helper_needed(*people: Volunteer, heads: int = 1, on_it: tuple[str, ...] = (), elsewhere: tuple[str, ...] = ()):
    task = problem(*people, needs=(need("a", "morning", heads=heads), need("b", "long", heads=0, most=9)))
    board = lay_out(task)
    plan = [*((name, "a") for name in on_it), *((name, "b") for name in elsewhere)]
    return next(e for e in explain(board, board.seats(plan)) if e.need == "a")


def test_three_sentences_say_what_is_open_why_and_whom_to_ask():
    explanation = judge_needed(
        *(person(f"p{i}", "morning") for i in range(5)),
        person("Erik", "morning", skills={"Judge": 30}),
        person("Finn", skills={"Judge": None}),
    )

    assert sentences(explanation, {"Judge": "Judge of stroke", "Erik": "Erik Holm", "Finn": "Finn Berg"}) == [
        "1 of 1 is open.",
        "Of 7 people 5 lack the skill Judge of stroke, 1 holds it but it lapses before the end and 1 didn't answer.",
        "Ask Finn Berg, who didn't answer; with a renewed Judge of stroke Erik Holm would fit.",
    ]


def test_only_three_people_are_named_and_the_rest_counted():
    explanation = helper_needed(no("Finn"), *(person(name) for name in (*FOUR, "Elin")), heads=3)

    assert sentences(explanation) == [
        "3 of 3 are open.",
        "Of 6 people 5 didn't answer and 1 said no.",
        "Ask some of the 5 who didn't answer: Aino, Bo, Cia and 2 more; ask Finn again, who said no.",
    ]


def test_those_whom_no_rule_keeps_away_are_told_last():
    people = [person(name, "morning", "long") for name in FOUR]

    assert sentences(helper_needed(*people, heads=5, elsewhere=FOUR))[1:] == [
        "Of 4 people 4 are on another place at that time.",
        "At minute 0 of the file 5 places want somebody, and only 4 people could take any of them.",
    ]
    assert sentences(helper_needed(*people, no("Finn"), heads=5, elsewhere=FOUR))[1] == (
        "Of 5 people 1 said no; the other 4 are on another place at that time."
    )
    assert sentences(helper_needed(people[0], no("Bo"), heads=2, on_it=("Aino",)))[1] == (
        "Of 2 people 1 said no; the other one is on it already."
    )


def test_those_able_are_split_by_where_they_are_and_the_free_ones_come_first():
    people = [person(name, "morning", "long") for name in FOUR]
    explanation = helper_needed(*people, no("Finn"), heads=5, on_it=("Aino",), elsewhere=("Bo",))
    counts = (
        "Of 5 people 1 said no; of the other 4, 1 is on it already, 1 is on another place at that time and 2 are free"
    )

    assert sentences(explanation)[1:] == [
        f"{counts} then.",
        "Put Cia and Dag on it, who are free then; ask Finn again, who said no.",
    ]


def test_people_whom_several_rules_keep_away_are_counted_once_and_that_is_said():
    explanation = judge_needed(no("Aino"), no("Bo", skills={"Judge": None}), person("Cia", "morning"))

    assert sentences(explanation)[1] == "Of 3 people, each counted once, 2 lack the skill Judge and 1 said no."


def test_many_who_said_no_are_asked_again_only_if_nothing_else_helps():
    refused = [no(name) for name in FOUR]

    assert first_remedy(helper_needed(*refused)) == ("Ask some of the 4 again who said no: Aino, Bo, Cia and 1 more.")
    assert sentences(helper_needed(*refused, person("Finn")))[2] == "Ask Finn, who didn't answer."


def test_a_missing_skill_is_a_remedy_only_if_nothing_else_helps():
    willing = [person(name, "morning") for name in FOUR]

    assert sentences(judge_needed(*willing))[2] == "Aino, Bo, Cia and 1 more would fit with the skill Judge."
    assert sentences(judge_needed(*willing, no("Finn", skills={"Judge": None})))[2] == "Ask Finn again, who said no."


def test_where_several_rules_keep_everybody_away_the_skill_is_to_be_found():
    assert sentences(judge_needed(no("Aino"))) == [
        "1 of 1 is open.",
        "Of 1 person 1 lacks the skill Judge.",
        "Find or train somebody with the skill Judge.",
    ]


def test_where_nothing_is_known_to_help_nothing_is_advised():
    explanation = judge_needed(no("Aino", skills={"Judge": None}, age=14))

    assert len(sentences(explanation)) == 2
    assert first_remedy(explanation) == ""


def test_a_skill_that_lapses_is_named_unless_the_words_before_name_it():
    only_lapsed = judge_needed(person("Erik", "morning", skills={"Judge": 30}))
    first_lapsed = judge_needed(
        person("Aino", "morning"), *(person(name, "morning", skills={"Judge": 30}) for name in ("Bo", "Cia"))
    )

    assert sentences(only_lapsed)[1] == "Of 1 person 1 holds the skill Judge but it lapses before the end."
    assert sentences(first_lapsed)[1] == (
        "Of 3 people 2 hold the skill Judge but it lapses before the end and 1 lacks the skill Judge."
    )


def test_a_club_without_people_is_told_to_bring_them_in():
    explanation = helper_needed()

    assert sentences(explanation) == ["1 of 1 is open.", "There is nobody to ask yet: bring people in first."]
    assert first_remedy(explanation) == "There is nobody to ask yet: bring people in first."


def test_where_nobody_answered_the_poll_comes_first():
    explanation = judge_needed(person("Aino"), person("Bo", skills={"Judge": None}))
    step = "Nobody has answered for the whole shift yet: take in answers to a poll first."

    assert sentences(explanation) == ["1 of 1 is open.", step]
    assert first_remedy(explanation) == step


def test_a_poll_is_not_advised_where_answers_would_not_help():
    explanation = judge_needed(person("Aino"), person("Bo"))

    assert sentences(explanation)[1:] == [
        "Of 2 people 2 lack the skill Judge.",
        "Find or train somebody with the skill Judge.",
    ]


def test_names_of_skills_and_people_may_hold_braces():
    [_open, counts, remedy] = sentences(judge_needed(person("Aino", "morning")), {"Judge": "{count}", "Aino": "{}"})

    assert (counts, remedy) == ("Of 1 person 1 lacks the skill {count}.", "{} would fit with the skill {count}.")


@given(problems(TINY), st.booleans())
@settings(max_examples=60)
def test_whatever_the_plan_the_numbers_add_up_and_few_are_named(drawn, is_empty):
    task = problem_from_json(drawn)
    board = lay_out(task)
    names = {v.id: f"<{'x' * i}>" for i, v in enumerate(task.volunteers)}
    for explanation in explain(board, board.pins if is_empty else greedy(board)):
        told = sentences(explanation, names)
        assert 2 <= len(told) <= 4
        assert all(re.fullmatch(r"[A-Z0-9<].*[^.;, ]\.", sentence) for sentence in told)
        assert all(clause.count("<") <= 3 for sentence in told for clause in sentence.split(";"))
        if told[1].startswith("Of "):
            _add_up(told[1])


def _add_up(sentence: str) -> None:
    """ "Of 5 people 1 said no; of the other 4, 1 is …": the parts after each whole make it up."""
    digits = sentence.replace("the other one", "the other 1")
    asked, story = re.fullmatch(r"Of (\d+) (?:person|people)(.*)", digits).groups()
    kept, _semicolon, able = story.partition(";")
    whole = re.match(r" of the other (\d+),", able)
    others = [int(number) for number in re.findall(r"\d+", able[whole.end() :] if whole else able)]
    assert not whole or int(whole[1]) == sum(others)
    assert sum(map(int, re.findall(r"\d+", kept))) + sum(others) == int(asked)


WITHOUT_REMEDY = (Rule.TOO_YOUNG, Rule.TOO_LONG)


@pytest.mark.parametrize("count", [1, 2, 3, 4, 40])
@pytest.mark.parametrize("rule", list(Rule))
def test_every_remedy_reads_well_at_every_count(rule: Rule, count: int):
    people = tuple(f"Person {i}" for i in range(min(count, 12)))
    reason = Reason(rule=rule, subject="Judge", excluded=count, further=count, alone=count, people=people)
    explanation = Explanation(need="a", required=1, missing=1, asked=count + 1, reasons=(reason,), able=1, filled=1)
    remedy = first_remedy(explanation)

    assert ("Person 0" in remedy) == (rule not in WITHOUT_REMEDY)
    assert ("more" in remedy) == (count > 3 and rule not in WITHOUT_REMEDY)
