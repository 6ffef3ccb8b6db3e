"""What rankings and numbers come to."""

from decimal import Decimal
from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from clubhub.domain.ids import OptionId
from clubhub.domain.ranked_results import ranked_result
from clubhub.domain.said_results import number_result

A, B, C, D = (OptionId(number) for number in range(1, 5))


def test_borda_and_pairs_can_name_different_winners():
    """Five voters of the textbook: three A B C, two B C A. A wins both pairs, B has the most points."""
    result = ranked_result([A, B, C], [[A, B, C]] * 3 + [[B, C, A]] * 2)
    assert result.points == {A: 6, B: 7, C: 2}
    assert result.most_points == (B,)
    assert result.wins_all_pairs == A
    assert result.firsts == {A: 3, B: 2, C: 0}


def test_a_circle_has_no_winner_of_all_pairs():
    result = ranked_result([A, B, C], [[A, B, C], [B, C, A], [C, A, B]])
    assert result.wins_all_pairs is None
    assert result.most_points == (A, B, C)


def test_what_a_ballot_leaves_out_stands_below_and_shares_the_rest():
    result = ranked_result([A, B, C, D], [[B]])
    assert result.points == {A: 1, B: 3, C: 1, D: 1}
    assert result.beaten[B] == {A, C, D}
    assert result.beaten[A] == set()


def test_without_a_ballot_nobody_wins():
    result = ranked_result([A, B], [[], [OptionId(9)]])
    assert (result.ballots, result.most_points, result.wins_all_pairs) == (0, (), None)


@given(st.lists(st.sampled_from([order[:cut] for order in permutations([A, B, C, D]) for cut in range(5)]), max_size=9))
def test_points_are_shared_out_whole_and_a_winner_of_all_pairs_is_never_last(ballots):
    result = ranked_result([A, B, C, D], ballots)
    assert sum(result.points.values()) == 6 * result.ballots
    if result.wins_all_pairs is not None:
        assert result.points[result.wins_all_pairs] > min(result.points.values())


def test_numbers_have_sum_mean_and_middle():
    result = number_result([Decimal(2), Decimal("3.5"), Decimal(10)])
    assert (result.count, result.total, result.middle) == (3, Decimal("15.5"), Decimal("3.5"))
    assert round(result.mean, 2) == Decimal("5.17")
    assert (result.least, result.most) == (2, 10)
    assert number_result([]) is None
