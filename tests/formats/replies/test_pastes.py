"""A pasted text becomes messages: one, or ten under each other."""

from contextlib import suppress
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.formats.replies.poll_of_slots import reader

from clubhub.domain.answer_codes import AnswerCode, written
from clubhub.domain.errors import ClubHubError
from clubhub.formats.replies.pastes import read_paste

NAMES = {"Aino Berg", "Onni Lind", "Tuva Ek"}
FIRST = written(AnswerCode(poll_code="K7Q4", key="7TRB2XKQ"))
SECOND = written(AnswerCode(poll_code="K7Q4", key="8TRB2XKQ"))


def pasted(text):
    return [(message.author, message.text) for message in read_paste(text, NAMES.__contains__)]


@pytest.mark.parametrize(
    "text",
    [
        "Aino Berg: 1 3\nOnni Lind: 2",
        "Aino Berg 1 3\nOnni Lind 2",
        "Aino Berg - 1 3\n\nOnni Lind – 2",
        "Aino Berg\n1 3\n\nOnni Lind\n2",
        "Aino Berg:\n1 3\nOnni Lind:\n2",
        "1 3\nAino Berg\n\n2\nOnni Lind",
        "* Aino Berg: 1 3\n* Onni Lind: 2",
        "Name: Aino Berg\n1 3\nName: Onni Lind\n2",
    ],
)
def test_names_tell_replies_apart(text):
    assert pasted(text) == [("Aino Berg", "1 3"), ("Onni Lind", "2")]


def test_one_reply_stays_whole():
    assert pasted("1 3\n\n4?\n\nThanks") == [("", "1 3\n\n4?\n\nThanks")]


def test_each_line_of_code_ends_its_reply():
    found = pasted(f"1 3\n{FIRST}\n\n2\n{SECOND}\n")
    assert [text.split("\n")[0] for _author, text in found] == ["1 3", "2"]
    assert [FIRST in text for _author, text in found] == [True, False]


def test_lines_of_code_may_begin_the_replies():
    found = pasted(f"{FIRST}\n1 3\n\n{SECOND}\n2")
    assert [text.endswith(("1 3", "2")) for _author, text in found] == [True, True]


def test_a_name_nobody_has_is_part_of_the_words():
    assert pasted("Nobody Known: 1 3") == [("", "Nobody Known: 1 3")]


def test_ten_replies_of_a_list_are_ten():
    people = [f"Person{letter} Known" for letter in "ABCDEFGHIJ"]
    text = "\n\n".join(f"{name}\n1 {number}" for number, name in enumerate(people, 2))
    found = read_paste(text, people.__contains__)
    assert [message.author for message in found] == people


def test_given_names_with_a_colon_are_enough():
    text = "Aino: 1 3\nOnni: 2\nMonday: no"
    found = read_paste(text, NAMES.__contains__, {"Aino", "Onni"}.__contains__)
    assert [(message.author, message.text) for message in found] == [("Aino", "1 3"), ("Onni", "2\nMonday: no")]


def test_names_that_nobody_has_tell_replies_apart_where_lines_look_the_same():
    found = pasted("Aino Berg: can't come, sorry\nPeter Pann: 2 and maybe 3\nLeena von Rautalampi: all\nNoora R.: 1")
    assert found == [
        ("Aino Berg", "can't come, sorry"),
        ("Peter Pann", "2 and maybe 3"),
        ("Leena von Rautalampi", "all"),
        ("Noora R.", "1"),
    ]
    assert [author for author, _text in pasted("Noora: 1\nPeter: 2")] == ["Noora", "Peter"]


@pytest.mark.parametrize(
    "text",
    [
        "Sat: yes\nSun: no\nComment: late\nSat 12 June: 17:00 yes",
        "Saturday: yes\nLördagen: nej\nSamstagabend: ja\nSunday Late: no",
        "Yes: 1 3\nNo: 2\nMaybe: 4",
        "Tomato: yes\nCake: no",
        "Early Evening: yes\nLate Evening: no",
        "the first one: yes\nthe last one: no",
        "My answer: 1\nBest first: 2",
        f"Peter Pann: 2\nLeena Rautalampi: 3\n{FIRST}",
    ],
)
def test_lines_of_one_reply_are_nobodys_names(text):
    labels = ["Tomato soup", "Cake"]
    (message,) = read_paste(text, NAMES.__contains__, labels=labels)
    assert (message.author, message.text) == ("", text)


def test_a_form_that_asks_once_for_a_name_is_one_reply():
    lines = "Sat: yes\nComment: late\nName: Aino Berg\nSat 12 June: 17:00 yes"
    assert pasted(lines) == [("Aino Berg", "Sat: yes\nComment: late\nSat 12 June: 17:00 yes")]


@given(st.text(max_size=300))
def test_any_text_becomes_messages_or_is_refused_with_a_sentence(text):
    with suppress(ClubHubError):
        assert all(message.text for message in read_paste(text, NAMES.__contains__))


HOSTILE = {
    "symbols": "CH1 " + "A " * 100_000,
    "heads": "CH1 K7Q4 7TRB2XKQ " * 20_000,
    "quotes": "> " * 100_000,
    "fields": "From: a\n" * 30_000,
    "dates": "1/1/20, 1:11 " * 20_000,
    "dashes": "-" * 200_000,
    "wrote": "on " * 60_000 + "wrote",
    "colons": "a:" * 100_000,
    "digits": "1" * 200_000,
    "numbers": "1 " * 100_000,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
@pytest.mark.timeout(60)
def test_a_hostile_text_takes_no_longer_than_another(text):
    begin = perf_counter()
    for message in read_paste(text, NAMES.__contains__):
        reader().read_message(message)
    assert perf_counter() - begin < 20
