"""How the screens of polls say times, roads and counts."""

from datetime import datetime, timedelta

import pytest
from tests.viewmodels.polls.poll_samples import FIRST, option, person

from clubhub.domain.ids import AnswerId, PollId
from clubhub.domain.polls import Answer, Mark, Poll, PollKind
from clubhub.services.answer_history import AnswerHistory
from clubhub.support.clock import utc_now
from clubhub.viewmodels.polls import answer_history, grid_words, words
from clubhub.viewmodels.times_in_words import hours_text


def test_a_plain_choice_goes_by_its_label():
    red = option(1, label="Red shirts")
    assert {words.option_time(red), words.option_words(red), words.option_start_words(red)} == {"Red shirts"}
    assert words.option_day(red) == ""


def test_a_whole_day_has_no_hours():
    day = option(1, datetime.fromisoformat("2027-06-12"), hours=24)
    assert words.option_time(day) == "all day"
    assert words.option_words(day) == words.option_start_words(day) == "Saturday 12 June"


def test_a_slot_is_told_with_day_and_hours():
    slot = option(1, FIRST)
    assert (words.option_day(slot), words.option_time(slot)) == ("Sat 12 June", "09:00")
    assert hours_text(FIRST, FIRST + timedelta(hours=16)) == "09:00–01:00"


@pytest.mark.parametrize(("number", "road"), [(1, "by mail"), (3, "no address"), (4, "on paper")])
def test_a_road_is_the_preferred_one_else_the_first_there_is(number, road):
    assert words.road_word(person(number)) == road


def test_guests_are_counted_apart():
    assert words.answered_sentence(3, 25, 0) == "3 of 25 have answered"
    assert words.answered_sentence(3, 25, 2) == "3 of 25 have answered, and 2 guests"


def test_who_answered_unasked_is_told_beside_who_is_asked():
    assert words.asks_sentence("13 people of Masters", 0) == "It asks 13 people of Masters."
    assert words.asks_sentence("Anna Lind", 2) == "It asks Anna Lind; 2 more have answered unasked."


@pytest.mark.parametrize(
    ("name", "letters"), [("Anna Lind", "AL"), ("Sven-Olof af Blom", "SB"), ("Tuuli", "T"), ("", "")]
)
def test_initials(name, letters):
    assert words.initials(name) == letters


def test_a_no_from_before_a_poll_let_people_choose_is_not_told_as_chosen():
    poll, red, blue = (
        Poll(id=PollId(1), name="Shirts", kind=PollKind.ONE),
        option(1, label="Red"),
        option(2, label="Blue"),
    )
    assert [grid_words.mark_word(poll, mark) for mark in (Mark.YES, Mark.NO, None)] == [
        "chosen",
        "no",
        words.mark_word(None),
    ]
    was = Answer(id=AnswerId(1), poll_id=poll.id, marks={red.id: Mark.YES, blue.id: Mark.NO}, answered_at=utc_now())
    history = AnswerHistory(name="Oskar", poll=poll, options=(red, blue), versions=())
    assert answer_history.said_words(history, was) == "chosen: Red; no: Blue"
