"""What a poll comes to: needs, ranges, and the best by each rule."""

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from clubhub.domain.ids import AnswerId, GroupId, OptionId, PersonId, PollId, PollNeedId, RoleId
from clubhub.domain.poll_needs import Requirement, shortages
from clubhub.domain.poll_outcomes import outcome_of
from clubhub.domain.poll_reasons import why
from clubhub.domain.poll_results import Rule, Weights
from clubhub.domain.polls import Answer, Mark, Option, PollNeed

Y, M, N = Mark.YES, Mark.IF_NEED_BE, Mark.NO
NOW = datetime(2027, 5, 1, 12, tzinfo=UTC)


def options(count: int) -> list[Option]:
    return [Option(id=OptionId(n), poll_id=PollId(1), position=n - 1, label=chr(64 + n)) for n in range(1, count + 1)]


def answer(person: int, *marks: Mark | None, guest: str = "") -> Answer:
    return Answer(
        id=AnswerId(person),
        poll_id=PollId(1),
        person_id=None if guest else PersonId(person),
        guest_name=guest,
        marks={OptionId(n): mark for n, mark in enumerate(marks, 1) if mark},
        answered_at=NOW,
    )


def need(number: int, name: str, *candidates: int, count: int = 1, person: int | None = None) -> Requirement:
    made = PollNeed(
        id=PollNeedId(number),
        poll_id=PollId(1),
        person_id=PersonId(person) if person else None,
        role_id=None if person else RoleId(number),
        count=count,
    )
    return Requirement(need=made, name=name, candidates=frozenset(map(PersonId, candidates)))


def outcome(given_answers, *, count=2, asked=(), needs=(), rule=Rule.YES_THEN_MAYBE):
    return outcome_of(
        options(count), given_answers, asked=frozenset(map(PersonId, asked)), requirements=needs, rule=rule
    )


def test_the_range_tells_the_silent_apart():
    answers = [answer(n, Y, M) for n in range(1, 9)]
    found = outcome(answers, asked=range(1, 13))
    assert [one.range_sentence for one in found.options] == [
        "8 sure, up to 12 if all the silent say yes",
        "0 sure, 8 with “if need be”, up to 12 if all the silent say yes",
    ]


def test_who_answered_unasked_counts_and_a_guest_too():
    found = outcome([answer(1, Y, None), answer(7, Y, N), answer(9, None, Y, guest="Tuuli")], asked=(1, 2))
    assert [(one.counts.yes, one.counts.no, one.counts.silent) for one in found.options] == [(2, 0, 2), (1, 1, 2)]


def test_an_option_that_lacks_a_timekeeper_is_not_the_best():
    needs = [need(1, "Timekeeper", 1, 2, 3, count=2), need(2, "Starter", 1)]
    answers = [answer(1, Y, Y), answer(2, Y, Y), answer(3, N, Y), answer(4, Y, N), answer(5, Y, N)]
    found = outcome(answers, asked=range(1, 6), needs=needs)
    assert [one.need_sentence for one in found.options] == ["one Starter short", ""]
    assert [one.rank for one in found.options] == [2, 1]
    assert "Everybody who is needed can come. “A” would be ahead, but is one Starter short." in why(found)


def test_a_person_who_is_required_is_missed_by_name():
    found = outcome([answer(1, N, Y), answer(2, Y, None)], needs=[need(1, "Anna Lind", 1, person=1)])
    assert found.options[0].need_sentence == "without Anna Lind"
    assert found.options[0].short_at_best == found.options[0].short


def test_the_silent_could_still_fill_what_is_short():
    found = outcome([answer(1, Y, N)], asked=(1, 2), needs=[need(1, "Starter", 2)])
    assert [one.lacking for one in found.options] == [1, 1]
    assert found.options[0].short_at_best == ()
    assert "No option has everybody who is needed: this one is one Starter short." in why(found)


def test_people_of_a_group_are_short_by_number():
    group = Requirement(
        need=PollNeed(id=PollNeedId(1), poll_id=PollId(1), group_id=GroupId(1), count=3),
        name="Juniors",
        candidates=frozenset(map(PersonId, (1, 2))),
    )
    assert outcome([answer(1, Y)], count=1, needs=[group]).options[0].need_sentence == "2 of “Juniors” short"


def test_winners_stand_side_by_side():
    found = outcome([answer(1, Y, Y), answer(2, Y, M), answer(3, N, M)], rule=Rule.MOST_WHO_CAN)
    labels = {rule: [one.option.label for one in best] for rule, best in found.winners.items()}
    assert labels[Rule.MOST_WHO_CAN] == ["B"]
    assert labels[Rule.MOST_YES] == ["A"]
    assert not found.do_rules_agree


def test_why_names_the_rule_and_where_the_next_one_lags():
    answers = [answer(1, Y, Y), answer(2, Y, Y), answer(3, M, N)]
    assert why(outcome(answers)) == (
        "“A” is best by the rule “Yes, then if need be”: 2 yes, 1 if need be. "
        "Next is “B”: 2 yes as well, but 0 if need be."
    )
    assert "5 points of 2 yes, 1 if need be. Next is “B” with 2 points." in why(
        outcome(answers, rule=Weights(yes=2, if_need_be=1, no=-2))
    )
    assert why(outcome([answer(1, Y, Y)])) == "“A” and “B” are equally good by the rule “Yes, then if need be”."
    assert why(outcome([answer(1, N, None)])) == "Nobody has said yet that they can come."
    assert why(outcome(answers, asked=range(1, 5))).endswith("Those who are silent can still change it.")
    assert why(outcome([*answers, answer(5, Y, N)], asked=range(1, 6))).endswith("silent, this stays best.")


@given(
    st.lists(st.tuples(st.integers(1, 3), st.frozensets(st.integers(1, 7), max_size=7)), min_size=1, max_size=4),
    st.frozensets(st.integers(1, 7)),
)
def test_no_more_is_short_than_hall_s_condition_says(needs, present):
    """The deficiency version of Hall's theorem: the most by which any set of places outnumbers who fits it."""
    made = [need(n, f"R{n}", *fit, count=count) for n, (count, fit) in enumerate(needs, 1)]
    short = sum(one.count for one in shortages(made, frozenset(map(PersonId, present))))
    chosen = [[at for at in range(len(made)) if bits >> at & 1] for bits in range(2 ** len(made))]
    deficiency = max(
        sum(made[at].need.count for at in some)
        - len(frozenset[PersonId]().union(*(made[at].candidates for at in some)) & frozenset(map(PersonId, present)))
        for some in chosen
    )
    assert short == deficiency


MARKS = st.sampled_from([Y, M, N, None])


@given(st.lists(st.tuples(MARKS, MARKS, MARKS), max_size=6), st.sampled_from(Rule), st.integers(0, 8))
def test_every_option_counts_every_head_and_some_sentence_says_why(rows, rule, asked):
    found = outcome([answer(n, *row) for n, row in enumerate(rows, 1)], count=3, asked=range(1, asked + 1), rule=rule)
    heads = max(len(rows), asked)
    assert {one.counts.can_come + one.counts.no + one.counts.silent for one in found.options} == {heads}
    assert found.best == found.winners[rule]
    assert all(one.option.label in why(found) for one in found.best)
