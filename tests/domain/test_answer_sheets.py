"""Which option of a poll a column of a file answers."""

from datetime import datetime

import pytest

from clubhub.domain.answer_sheets import AnswerColumn, match_options
from clubhub.domain.errors import InvalidInput
from clubhub.domain.ids import OptionId, PollId
from clubhub.domain.polls import Option

EIGHT = datetime.fromisoformat("2027-06-12T08:00")
TEN = datetime.fromisoformat("2027-06-12T10:00")
NOON = datetime.fromisoformat("2027-06-12T12:00")


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
    assert match_options(columns, [MORNING, PIZZA]) == (PIZZA, MORNING)


def test_a_column_with_another_end_is_the_option_of_the_same_start_unless_one_has_that_end():
    short, long = (AnswerColumn(heading=f"to {ends:%H}", starts=EIGHT, ends=ends) for ends in (TEN, NOON))
    assert match_options([long], [MORNING]) == (MORNING,)
    assert match_options([long, short], [MORNING]) == (None, MORNING)


def test_a_time_that_the_poll_has_not_asked_about_is_no_option_yet():
    assert match_options([AnswerColumn(heading="12.6.2027 10:00", starts=TEN, ends=NOON)], [MORNING]) == (None,)


def test_a_column_that_is_no_option_is_refused_by_name():
    with pytest.raises(InvalidInput) as refusal:
        match_options([AnswerColumn(heading="Pasta"), AnswerColumn(heading="Pizza")], [MORNING, PIZZA])
    (told,) = refusal.value.details
    assert told.startswith("“Pasta” is neither an option of the poll nor a time.")
    assert "(Saturday morning, Pizza)" in told


def test_without_options_a_column_must_be_a_time():
    with pytest.raises(InvalidInput) as refusal:
        match_options([AnswerColumn(heading="Pasta")], [])
    assert refusal.value.details == (
        "“Pasta” is no time. Write it like 2027-06-12 08:00–12:30 or 12.6.2027 8:00–12:30.",
    )


def test_two_columns_for_one_option_are_refused():
    columns = [
        AnswerColumn(heading="Saturday morning"),
        AnswerColumn(heading="2027-06-12T08:00", starts=EIGHT, ends=TEN),
    ]
    with pytest.raises(InvalidInput) as refusal:
        match_options(columns, [MORNING, PIZZA])
    assert refusal.value.details == ("“Saturday morning” and “2027-06-12T08:00” are the same option.",)
