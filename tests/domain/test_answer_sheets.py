"""Which option of a poll a column of a file answers."""

from datetime import datetime

import pytest

from clubhub.domain.answer_sheets import AnswerColumn, match_options
from clubhub.domain.errors import InvalidInput
from clubhub.domain.ids import OptionId, PollId
from clubhub.domain.polls import Option

EIGHT = datetime.fromisoformat("2027-06-12T08:00")
TEN = datetime.fromisoformat("2027-06-12T10:00")


def option(number: int, label: str, starts: datetime | None = None) -> Option:
    return Option(
        id=OptionId(number),
        poll_id=PollId(1),
        position=number,
        label=label,
        starts=starts,
        ends=TEN if starts else None,
    )


MORNING, PIZZA = option(1, "Saturday morning", EIGHT), option(2, "Pizza")


def test_a_column_is_matched_by_its_label_in_any_case_or_by_its_start():
    columns = [AnswerColumn(heading="PIZZA"), AnswerColumn(heading="2027-06-12T08:00", starts=EIGHT, ends=TEN)]
    assert match_options(columns, [MORNING, PIZZA]) == (PIZZA.id, MORNING.id)


def test_a_column_that_is_no_option_is_refused_by_name():
    with pytest.raises(InvalidInput) as refusal:
        match_options([AnswerColumn(heading="Pasta"), AnswerColumn(heading="Pizza")], [MORNING, PIZZA])
    assert refusal.value.details == ("The poll has no option “Pasta”.",)


def test_two_columns_for_one_option_are_refused():
    columns = [AnswerColumn(heading="Saturday morning"), AnswerColumn(heading="2027-06-12T08:00", starts=EIGHT)]
    with pytest.raises(InvalidInput) as refusal:
        match_options(columns, [MORNING, PIZZA])
    assert refusal.value.details == ("“Saturday morning” and “2027-06-12T08:00” are the same option.",)
