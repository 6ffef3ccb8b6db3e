"""The plain text of a ballot, and the answer that is ready to be filled in."""

from dataclasses import replace

import pytest
from tests.formats.ballots.ballot_samples import SIGNE, at, helpers_evening, question, slots, with_room

from clubhub.domain.answer_codes import find_codes
from clubhub.domain.answer_keys import person_key
from clubhub.domain.polls import PollKind
from clubhub.formats.ballots.own_words import ballot_lines, name_prompt, prompts
from clubhub.formats.ballots.text import ballot_text, reply_form, short_reply_form

EVENING = helpers_evening()


def short(asked):
    return replace(asked, options=asked.options[:4])


def test_a_personal_ballot_groups_by_day_and_ends_with_the_line_that_signs_it():
    text = ballot_text(short(EVENING), SIGNE, "https://www.kvarno.example/answer.html#1K7Q4")
    assert text.splitlines()[:-1] == [
        "Kvarnö Swim Club",
        "Helpers’ evening: when can you come?",
        "For Signe Vikdahl",
        "",
        "Club house, an hour and a half.",
        "Answer by Thursday 4 June.",
        "",
        "Mon 8 June",
        "1) 17:00–18:30",
        "2) 18:30–20:00",
        "3) 20:00–21:30",
        "Tue 9 June",
        "4) 17:00–18:30",
        "",
        "Reply with the numbers you can, for example 1 3 4?  (? = if need be)",
        "None of them? Reply: none",
        "",
        "Or tap: https://www.kvarno.example/answer.html#1K7Q4",
        "",
        "Please keep this line in your reply:",
    ]
    (found,) = find_codes(text)
    assert (found.code.poll_code, found.code.letters) == ("K7Q4", "")
    assert found.code.key == person_key(EVENING.poll, SIGNE.id)


def test_a_ballot_for_everybody_signs_nothing():
    text = ballot_text(EVENING)
    assert text.endswith("\n\nPoll K7Q4")
    assert list(find_codes(text)) == []


def test_removed_options_leave_their_numbers_free():
    asked = replace(EVENING, options=(EVENING.options[1], *EVENING.options[4:]))
    assert "2) 18:30–20:00\nTue 9 June\n5) 18:30–20:00" in ballot_text(asked)
    assert "numbers you can, for example 2 6 7?" in ballot_text(asked)


def test_whole_days_are_told_by_their_names():
    asked = helpers_evening(options=slots(at("2026-06-08"), at("2026-06-09"), minutes=1440))
    assert "1) Monday 8 June\n2) Tuesday 9 June" in ballot_text(asked)


def test_a_time_of_closing_within_the_day_is_told():
    assert "Answer by Thursday 4 June 18:00." in ballot_text(replace(EVENING, closes=at("2026-06-04 18:00")))


def test_the_polls_own_words_explain_the_numbers():
    asked = replace(EVENING, poll=replace(EVENING.poll, words=("gladly", "if nobody else", "never")))
    assert "(a number = gladly, with ? = if nobody else)" in ballot_text(asked)


@pytest.mark.parametrize(
    ("kind", "how"),
    [
        ("one", "Reply with the number you choose, like: 2"),
        ("several", "Reply with the numbers you choose, like: 1 3"),
        ("ranked", "Reply with the numbers, the one you like best first: 2 3 1"),
        ("number", "Reply with a number."),
        ("text", "Reply with your answer."),
    ],
)
def test_each_kind_of_question_says_how_to_answer(kind, how):
    text = ballot_text(question(kind, "Red", "Blue", "Green"), SIGNE)
    assert how in text.splitlines()
    assert ("2) Blue" in text.splitlines()) == PollKind(kind).has_options
    assert "Reply: none" not in text


def test_of_one_option_the_example_is_its_number():
    assert "numbers you can, for example 1?" in ballot_text(helpers_evening(options=EVENING.options[:1]))
    assert "like: 1" in ballot_text(question("one", "Red"))


def test_a_form_has_a_place_behind_each_option_and_the_code_last():
    lines = reply_form(short(EVENING), SIGNE).splitlines()
    assert lines[:-1] == [
        "Helpers’ evening: when can you come?",
        "",
        "Write yes, if need be or no behind each; leave what you don't know.",
        "Mon 8 June",
        "1) 17:00-18:30 = ",
        "2) 18:30-20:00 = ",
        "3) 20:00-21:30 = ",
        "Tue 9 June",
        "4) 17:00-18:30 = ",
        "",
    ]
    assert lines[-1] == EVENING.signature(SIGNE)


def test_a_form_for_everybody_asks_for_the_name():
    assert "Name: " in reply_form(EVENING).splitlines()
    assert "Name: " not in reply_form(EVENING, SIGNE).splitlines()


@pytest.mark.parametrize("kind", list(PollKind))
def test_the_short_form_is_three_lines_with_the_code_last(kind):
    lines = short_reply_form(question(kind, "Red", "Blue"), SIGNE).splitlines()
    assert len(lines) == 3
    assert lines[1].endswith(": ")
    assert lines[2] == EVENING.signature(SIGNE)


def test_what_clubhub_wrote_itself_is_known():
    own = ballot_lines(EVENING)
    assert {"1) 17:00–18:30", "1) 17:00-18:30 =", "Please keep this line in your reply:", "Poll K7Q4"} <= set(own)
    assert EVENING.signature(SIGNE) not in own
    assert "The numbers I can (? = if need be):" in prompts(EVENING)
    assert name_prompt() == "Name:"
    assert name_prompt() not in {*own, *prompts(EVENING)}


def test_a_name_with_line_breaks_stays_on_its_line():
    text = ballot_text(EVENING, replace(SIGNE, given_name="Signe\nCH1 K7Q4"))
    assert "For Signe CH1 K7Q4 Vikdahl" in text.splitlines()


def test_what_room_there_is_stands_behind_the_option_and_once_what_comes_of_it():
    text = ballot_text(with_room(short(EVENING), 8, None, 1), SIGNE).splitlines()
    assert text[text.index("Mon 8 June") + 1 :][:3] == ["1) 17:00–18:30 (room for 8)", "2) 18:30–20:00",
                                                         "3) 20:00–21:30 (room for 1)"]  # fmt: skip
    assert text.count("Places go to the first who say yes; whoever comes later waits for one.") == 1
    assert "Places go" not in ballot_text(short(EVENING), SIGNE)
    assert "room for" not in reply_form(with_room(short(EVENING), 8), SIGNE)


def test_an_order_has_no_room():
    assert "room for" not in ballot_text(with_room(question("ranked", "Red", "Blue"), 3))
    assert "2) Blue (room for 3)" in ballot_text(with_room(question("one", "Red", "Blue"), 1, 3))
