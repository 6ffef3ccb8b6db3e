"""Counts, needs and ranks kept while marks change are those of the whole grid counted anew."""

from hypothesis import given
from hypothesis import strategies as st
from tests.viewmodels.polls.poll_samples import M, N, Y, answer, board_of

from clubhub.domain.ids import GroupId, PersonId, PollId, PollNeedId
from clubhub.domain.poll_needs import Requirement
from clubhub.domain.poll_outcomes import outcome_of
from clubhub.domain.poll_results import Rule, Weights
from clubhub.domain.polls import PollNeed
from clubhub.viewmodels.polls.grid import grid_rows
from clubhub.viewmodels.polls.live_outcome import LiveOutcome

NEED = PollNeed(id=PollNeedId(1), poll_id=PollId(1), group_id=GroupId(1), count=2)
TWO_OF_THREE = Requirement(need=NEED, name="Juniors", candidates=frozenset(map(PersonId, (1, 2, 3))))
MARKS = st.sampled_from((Y, M, N, None))
RULES = st.sampled_from((*Rule, Weights(yes=3, if_need_be=1, no=-1)))


@given(st.lists(st.tuples(MARKS, MARKS, MARKS), min_size=4, max_size=4),
       st.lists(st.tuples(st.integers(0, 3), st.integers(0, 2), MARKS), max_size=12), RULES)  # fmt: skip
def test_after_any_marks_it_is_the_outcome_of_the_whole_grid(said, edits, rule):
    board = board_of(*(answer(number, *marks) for number, marks in enumerate(said, 1)))
    rows, live = grid_rows(board), LiveOutcome()
    live.count_all(board.options, rows, [TWO_OF_THREE])
    for row, column, mark in edits:
        option_id = board.options[column].id
        was = rows[row].marks.pop(option_id, None)
        if mark:
            rows[row].marks[option_id] = mark
        live.change(column, was, mark, rows)
    answers = [answer(at, *(row.marks.get(one.id) for one in board.options)) for at, row in enumerate(rows, 1)]
    asked = {row.person_id for row in rows}
    whole = outcome_of(board.options, answers, asked=asked, requirements=[TWO_OF_THREE], rule=rule)
    assert live.outcome(rule) == whole
    assert live.ranks(rule) == [one.rank for one in whole.options]


def test_without_a_rule_nothing_is_ranked():
    board, live = board_of(answer(1, Y, Y, Y)), LiveOutcome()
    live.count_all(board.options, grid_rows(board), ())
    assert live.ranks(None) == [0, 0, 0]
