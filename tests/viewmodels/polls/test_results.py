"""What the answers come to, in sentences."""

from datetime import timedelta

import pytest
from tests.viewmodels.polls.poll_samples import FIRST, M, N, Y, answer, board_of, show_board

from clubhub.domain.poll_results import Rule
from clubhub.services.poll_boards import ShiftTime
from clubhub.viewmodels.polls.grid import PollGridModel
from clubhub.viewmodels.polls.results import best_options, open_question, shift_counts, too_few


def model_of(*answers):
    model = PollGridModel()
    model.set_rule(Rule.MOST_WHO_CAN)
    show_board(model, board_of(*answers))
    return model


@pytest.mark.usefixtures("qapp")
class TestResults:
    def test_the_best_come_in_order_with_their_counts(self):
        best = best_options(model_of(answer(1, Y, Y, N), answer(2, Y, M, N), answer(3, Y, N, M)))
        assert [(one.rank, one.title, one.text) for one in best] == [
            (1, "Saturday 12 June, 09:00", "3 yes, 0 if need be, 0 no"),
            (2, "Saturday 12 June, 13:00", "1 yes, 1 if need be, 1 no"),
        ]
        assert best[0].range == "3 sure, up to 4 if all the silent say yes"

    def test_without_answers_there_is_nothing_to_rank(self):
        assert best_options(model_of()) == []
        assert open_question(model_of()) == ""

    def test_it_says_whether_the_silent_can_change_it(self):
        assert "any of 2 other times" not in open_question(model_of(answer(1, Y, Y, N), answer(2, Y, Y, N)))
        assert "Sunday 13 June, 09:00 ahead" in open_question(model_of(answer(1, Y, Y, N)))
        everybody = [answer(number, Y, N, N) for number in (1, 2, 3, 4)]
        assert open_question(model_of(*everybody)).startswith("Everybody has answered")
        assert "stays best" in open_question(model_of(*everybody[:3]))

    def test_a_shift_counts_those_who_can_come_to_all_of_it(self):
        model = model_of(
            answer(1, Y, Y), answer(2, Y, M), answer(3, Y, None), answer(4, Y, N), answer(9, Y, Y, guest="Tuuli")
        )
        shifts = [
            ShiftTime(starts=FIRST, ends=FIRST + timedelta(hours=8), names=("Timekeepers",), places=3),
            ShiftTime(starts=FIRST, ends=FIRST + timedelta(hours=4), names=("Set-up",), places=4),
        ]
        long, short = shift_counts(model, shifts)
        assert (long.title, long.text, long.is_short) == ("Sat 12 09:00–17:00", "1 + 1 can come, 3 needed", True)
        assert (short.can_come, short.is_short) == (4, False)
        assert too_few([long, short]) == "Too few for Sat 12 09:00–17:00."
        assert too_few([short]) == ""
        assert too_few([long] * 5).endswith("09:00–17:00 and 2 more.")
