"""Best dates: every rule names the winner that the programs which use it name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clubhub.domain.errors import InvalidInput
from clubhub.domain.ids import OptionId
from clubhub.domain.poll_results import Counts, Rule, Weights, can_still_win, count_marks, ranks
from clubhub.domain.polls import Mark

NAMES = "ABCDE"
TEN_VOTERS = [
    Counts(yes=6, if_need_be=0, no=4),
    Counts(yes=5, if_need_be=5, no=0),
    Counts(yes=4, if_need_be=6, no=0),
    Counts(yes=7, if_need_be=0, no=3),
    Counts(yes=7, if_need_be=1, no=2),
]
COUNTS = st.builds(
    Counts, yes=st.integers(0, 9), if_need_be=st.integers(0, 9), no=st.integers(0, 9), silent=st.integers(0, 9)
)


@pytest.mark.parametrize(
    ("rule", "winners"),
    [
        (Rule.MOST_WHO_CAN, "B"),  # Rallly
        (Rule.YES_THEN_MAYBE, "E"),  # Nextcloud Polls
        (Rule.MOST_YES, "DE"),  # Framadate, dudle, Crab Fit
        (Rule.POINTS, "B"),  # Croodle
        (Rule.HALVES, "BE"),
        (Rule.FEWEST_LEFT_OUT, "B"),
    ],
)
def test_each_rule_has_its_own_winner_of_the_same_ten_votes(rule, winners):
    assert "".join(name for name, rank in zip(NAMES, ranks(TEN_VOTERS, rule), strict=True) if rank == 1) == winners


def test_yes_then_if_need_be_is_parted_by_fewer_no():
    assert ranks([Counts(yes=3, no=2), Counts(yes=3, no=1), Counts(yes=3, no=2)], Rule.YES_THEN_MAYBE) == [2, 1, 2]


@pytest.mark.parametrize(
    ("text", "winners"), [("2,1,-2", "B"), ("1; 0; 0", "DE"), ("1 0.5 0", "BE"), ("4, 1, −1", "E")]
)
def test_own_weights_order_the_options(text, winners):
    found = ranks(TEN_VOTERS, Weights.parse(text))
    assert "".join(name for name, rank in zip(NAMES, found, strict=True) if rank == 1) == winners


@pytest.mark.parametrize("text", ["", "2,1", "2,1,0,0", "much,more,less", "0,1,2", "nan,0,0", "1e9,0,0", "inf,0,-inf"])
def test_what_are_no_weights_is_refused(text):
    with pytest.raises(InvalidInput, match="2,1,-2"):
        Weights.parse(text)


@given(COUNTS, COUNTS)
def test_weights_of_two_one_and_minus_two_order_as_the_rule_of_points(one, other):
    weights = Weights(yes=2, if_need_be=1, no=-2)
    assert ranks([one, other], weights) == ranks([one, other], Rule.POINTS)


def test_the_second_follows_two_who_share_the_first_rank():
    assert ranks(TEN_VOTERS, Rule.MOST_YES) == [2, 3, 4, 1, 1]


def test_an_option_that_nobody_can_come_to_has_no_rank():
    assert ranks([Counts(no=3), Counts(yes=1), Counts(silent=4)], Rule.MOST_WHO_CAN) == [0, 1, 0]


def test_silence_is_counted_apart_from_no():
    options = [OptionId(1), OptionId(2)]
    marks = [{OptionId(1): Mark.YES}, {OptionId(1): Mark.NO, OptionId(2): Mark.IF_NEED_BE}, {}]
    assert count_marks(options, marks, asked=5) == [
        Counts(yes=1, no=1, silent=3),
        Counts(if_need_be=1, silent=4),
    ]


def test_marks_of_options_that_are_gone_are_passed_over():
    assert count_marks([OptionId(1)], [{OptionId(9): Mark.YES}], asked=1) == [Counts(silent=1)]


def test_the_silent_can_put_another_option_ahead_only_if_they_are_enough():
    best, second, far = Counts(yes=9, no=1, silent=1), Counts(yes=7, no=1, silent=3), Counts(yes=2, silent=2)
    assert can_still_win([best, second, far], Rule.MOST_YES) == [1]
    assert can_still_win([best, Counts(yes=7, silent=2)], Rule.MOST_YES) == []


@given(st.lists(COUNTS, max_size=8), st.sampled_from(Rule))
def test_who_is_said_not_to_win_any_more_does_not(counts, rule):
    open_ones = can_still_win(counts, rule)
    first = ranks(counts, rule)
    for at, one in enumerate(counts):
        if at in open_ones or first[at] == 1 or 1 not in first:
            continue
        most = list(counts)
        for other, rank in enumerate(first):
            if rank == 1:
                most[other] = Counts(yes=counts[other].yes, if_need_be=counts[other].if_need_be,
                                     no=counts[other].no + counts[other].silent)  # fmt: skip
        most[at] = Counts(yes=one.yes + one.silent, if_need_be=one.if_need_be, no=one.no)
        now = ranks(most, rule)
        leaders = [now[other] for other, rank in enumerate(first) if rank == 1]
        assert not now[at] or any(rank and rank <= now[at] for rank in leaders) or not any(leaders)


@given(COUNTS, st.sampled_from([*Mark, None]), st.sampled_from([*Mark, None]))
def test_a_changed_mark_keeps_the_number_of_people(counts, before, after):
    changed = counts.with_mark(before, after)
    total = counts.yes + counts.if_need_be + counts.no + counts.silent
    assert changed.yes + changed.if_need_be + changed.no + changed.silent == total
    assert changed.with_mark(after, before) == counts
    assert (changed == counts) == (before == after)
