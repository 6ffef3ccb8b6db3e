"""Answers in one line: what comes back is what was sent, or nothing."""

import random
from dataclasses import replace
from itertools import product

from hypothesis import given
from hypothesis import strategies as st
from tests.domain.answer_letters import marks_in_letters, ranking_in_letters

from clubhub.domain.answer_codes import AnswerCode, find_codes, written
from clubhub.domain.answer_keys import SYMBOLS, new_code, new_secret, people_by_key, person_key
from clubhub.domain.ids import new_id
from clubhub.domain.polls import Mark, Poll

MARKS = st.lists(st.sampled_from([*Mark, None]), max_size=100)
WORDS = st.text(alphabet=SYMBOLS, min_size=8, max_size=8)


def only(text):
    (found,) = find_codes(text)
    return found.code


@given(marks=MARKS, key=WORDS)
def test_marks_come_back_as_they_were_sent(marks, key):
    code = AnswerCode(poll_code="K7Q4", key=key, letters=marks_in_letters(marks))
    assert only(written(code)) == code
    assert only(f"> {written(code).lower()}\n> Greetings, Tuva") == code
    assert code.marks() == (marks or None)


@given(numbers=st.permutations(range(1, 61)), key=WORDS)
def test_a_ranking_comes_back_as_it_was_sent(numbers, key):
    code = only(written(AnswerCode(poll_code="K7Q4", key=key, letters=ranking_in_letters(numbers))))
    assert code.is_ranking
    assert code.ranking() == list(numbers)
    assert code.marks() is None


def test_a_hundred_options_stay_under_two_hundred_characters():
    letters = marks_in_letters([Mark.YES] * 100)
    assert len(written(AnswerCode(poll_code="K7Q4", key="ABCDEFGH", letters=letters))) < 200


def test_a_line_broken_by_a_mail_program_is_still_one_code():
    code = AnswerCode(poll_code="K7Q4", key="ABCDEFGH", letters="Y" * 100)
    line = written(code)
    broken = "\n".join(f"> {line[at : at + 40]}" for at in range(0, len(line), 40))
    assert only(f"Here it is:\n{broken}\n\nSee you, Bo") == code


def damaged(line, rng):
    at = rng.randrange(4, len(line))
    letter = rng.choice([symbol for symbol in SYMBOLS if symbol != line[at].upper()])
    kinds = {
        "flipped": line[:at] + letter + line[at + 1 :],
        "cut": line[:at],
        "doubled": line[:at] + line[4:at][-8:] + line[at:],
        "lost": line[:at] + line[at + rng.randrange(1, 4) :],
        "swapped": line[: at - 1] + line[at - 1 : at + 1][::-1] + line[at + 1 :],
        "corrected": line.replace("YY", "Yay", 1).replace("-", "—"),
    }
    return rng.choice(list(kinds.values()))


def test_a_thousand_damaged_codes_are_never_taken_for_another_answer():
    rng = random.Random(20261122)
    for _time in range(1000):
        letters = "".join(rng.choice("YMNS") for _option in range(rng.randrange(1, 60)))
        code = AnswerCode(poll_code="K7Q4", key="".join(rng.choices(SYMBOLS, k=8)), letters=letters)
        for found in find_codes(damaged(written(code), rng)):
            assert found.code in {None, code}


def test_every_single_wrong_symbol_is_noticed():
    line = written(AnswerCode(poll_code="K7Q4", key="7TRB2XKQ", letters="YMNSYYYN"))
    for at in range(4, len(line)):
        if line[at] in " -":
            continue
        for symbol in set(SYMBOLS) - {line[at]}:
            assert only(line[:at] + symbol + line[at + 1 :]) is None


def test_a_month_above_a_number_is_no_head_of_a_code():
    assert list(find_codes("Tue 9 March\n1) 18:00–20:00 = yes\nZürich 1")) == []
    (found,) = find_codes("Tue 9 March\n1) 18:00–20:00 = yes\nCH1 K7Q4")
    assert found.code is None


def test_words_behind_a_code_are_not_part_of_it():
    code = AnswerCode(poll_code="K7Q4", key="7TRB2XKQ", letters="YMN")
    text = f"{written(code)} see you there"
    (found,) = find_codes(text)
    assert found.code == code
    assert text[found.end :] == " see you there"


def test_a_key_is_good_for_one_person_one_poll_and_one_secret():
    poll = Poll(id=new_id(), name="Evening", secret=new_secret())
    one, other = new_id(), new_id()
    keys = {
        person_key(poll, one),
        person_key(poll, other),
        person_key(replace(poll, id=new_id()), one),
        person_key(replace(poll, secret=new_secret()), one),
    }
    assert len(keys) == 4
    assert people_by_key(poll, [one, other])[person_key(poll, other)] == other
    assert people_by_key(replace(poll, secret=""), [one]) == {}


def test_a_poll_gets_a_code_that_no_other_has(monkeypatch):
    monkeypatch.setattr("clubhub.domain.answer_keys.SYMBOLS", "AB")
    every = {"".join(symbols) for symbols in product("AB", repeat=4)}
    for left in every:
        assert new_code(every - {left}) == left
