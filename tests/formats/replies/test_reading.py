"""What people write back: read to the same marks, or told as unclear."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.domain.answer_letters import marks_in_letters, ranking_in_letters
from tests.formats.replies.poll_of_slots import choices, letters, poll, reader, slots

from clubhub.domain.answer_codes import AnswerCode, written
from clubhub.domain.polls import Mark, PollKind, Road
from clubhub.domain.replies import Message

READER = reader()
CLEAR = {
    "1 3 4?": "Y-YM-",
    "1, 3 and maybe 4": "Y-YM-",
    "1,3,4?": "Y-YM-",
    "1-4": "YYYY-",
    "1 – 3": "YYY--",
    "all": "YYYYY",
    "None, sorry": "NNNNN",
    "all but 3": "YYNYY",
    "all except 2 and 5": "YNYYN",
    "1 yes 2 no 3 maybe": "YNM--",
    "yes 1 2, no 3": "YYN--",
    "1 3 the rest no": "YNYNN",
    "can't make 2, others fine": "YNYYY",
    "3️⃣ 👍": "--Y--",
    "I can 1 and 3, maybe 4": "Y-YM-",
    "Monday no, sorry. 4 yes": None,
    "Tuesday yes, Wednesday no": "---YN",
    "Mon 8 June: 17:00 yes, 20:00 no\nTue 9 June: 17:00 if need be": "Y-NM-",
    "1. Mon 8 June 17:00 yes\n2. Mon 8 June 18:30 no": "YN---",
    "Mon 8 June\n1) 17:00-18:30 = yes\n2) 18:30-20:00 = \nTue 9 June\n4) 17:00-18:30 = if need be": "Y--M-",
    "> 1 3 4?": "Y-YM-",
    "Minulle sopii 1 ja 3, ehkä 4": "Y-YM-",
    "1 ja 3 käy, 2 ei": "YNY--",
    "ei 1 ja 3": "N-N--",
    "kaikki paitsi 2": "YNYYY",
    "tiistaina pääsen, keskiviikkona en pääse": "---YN",
    "Jag kan 1, 3 och kanske 4": "Y-YM-",
    "1 ja, 2 nej, 3 kanske": "YNM--",
    "alla utom 2": "YNYYY",
    "tisdag går bra, onsdag går inte": "---YN",
    "Mir passen 1 und 3, zur Not 4": "Y-YM-",
    "1 ja 2 nein 3 vielleicht": "YNM--",
    "keine": "NNNNN",
    "Dienstag passt, Mittwoch geht nicht": "---YN",
    "Je peux 1 et 3, peut-être 4": "Y-YM-",
    "1 oui 2 non 3 si besoin": "YNM--",
    "toutes sauf 3": "YYNYY",
    "mardi oui, mercredi non": "---YN",
    "10.6. sopii": "----Y",
}
UNCLEAR = (
    "1 3 maybe 4",
    "1, 3 no",
    "Monday yes",
    "1 or 2",
    "1 oder 2",
    "1 if my mother can watch the kids",
    "1 yes 1 no",
    "7",
    "We are 3 and can't do 2",
    "1 (4)",
    "17:00 ok",
    "1, 3, maybe 4, 5",
    "I hate 3",
    "1 3 nicht wenn es regnet",
    "4-1",
    "yes no 3",
    "all but maybe 3",
)


@pytest.mark.parametrize(("text", "said"), [(text, said) for text, said in CLEAR.items() if said])
def test_what_is_clear_is_read_without_a_doubt(text, said):
    read = READER.read(text)
    assert (letters(read), read.doubts) == (said, ())


@pytest.mark.parametrize("text", UNCLEAR)
def test_what_can_be_meant_otherwise_is_told_as_a_doubt(text):
    assert READER.read(text).doubts


DECLINES = (
    "can't come, sorry",
    "I can not come",
    "no",
    "Unfortunately I can't come.",
    "ei pääse",
    "en pääse",
    "kan inte komma",
    "kann leider nicht",
    "je ne peux pas venir",
    "Désolé, je ne peux pas venir!",
)


@pytest.mark.parametrize("text", DECLINES)
def test_a_plain_no_declines_every_option(text):
    read = READER.read(text)
    assert (letters(read), read.doubts) == ("NNNNN", ())


@pytest.mark.parametrize("text", ["can't come, we travel far", "Hi Aino,\nsorry, can't come"])
def test_who_declines_and_says_more_is_looked_at(text):
    read = READER.read(text)
    assert letters(read) == "NNNNN"
    assert read.doubts
    assert not read.is_talk


@pytest.mark.parametrize(
    "text", ["can't come Sat", "can't come before six", "no, I think so", "can't come, maybe later"]
)
def test_a_no_that_may_be_about_something_else_declines_nothing(text):
    assert not READER.read(text).says_something


def test_a_no_in_one_word_is_talk_between_other_messages():
    assert READER.read("no").is_talk
    assert not READER.read("can't come").is_talk


@pytest.mark.parametrize("text", ["yes", "I can come"])
def test_a_plain_yes_is_clear_only_of_one_option(text):
    assert READER.read(text).doubts
    only = slots()[:1]
    assert letters(reader(options=only).read(text), only) == "Y"


def test_a_plain_no_chooses_nothing():
    read = reader(kind=PollKind.SEVERAL, options=choices("Cabin", "Tent")).read("can't come")
    assert not read.says_something
    assert read.doubts


def test_numbers_that_are_not_named_stay_silent():
    assert set(READER.read("2").marks) == {slots()[1].id}


def test_words_around_an_answer_are_kept_as_its_comment():
    read = READER.read("Hi all!\n1 3 4?\nSee you by the lake\nComment: I bring cake for 12")
    assert letters(read) == "Y-YM-"
    assert read.comment == "See you by the lake\nI bring cake for 12"
    assert not read.doubts


def test_the_ballot_that_came_back_unfilled_is_no_answer():
    ballot = "Kvarnö\nReply with the numbers you can: 1 3 4?\n1) 17:00–18:30\n2) 18:30–20:00"
    assert not reader(ballot_lines=ballot.splitlines()).read(ballot).says_something
    assert letters(reader(ballot_lines=ballot.splitlines()).read(f"{ballot}\n2 5?")) == "-Y--M"


def test_what_room_there_is_says_nothing():
    """Somebody wrote behind the lines of a ballot with limits; one of them was another then."""
    text = "1) 17:00–18:30 (room for 8) yes\n2) 18:30–20:00 (room for 1) no\n3) 20:00–21:30 (room for 12)"
    read = READER.read(text)
    assert (letters(read), read.doubts, read.comment) == ("YN---", (), "")
    named = choices("Hall (room for 8)", "Hall (room for 2)")
    assert reader(options=named).read("Hall (room for 2) yes").marks == {named[1].id: Mark.YES}


def test_a_prompt_before_the_answer_is_left_out():
    prompts = ["The numbers I can (? = if need be):"]
    assert letters(reader(prompts=prompts).read("The numbers I can (? = if need be): 2 5?")) == "-Y--M"


def test_the_polls_own_words_are_known():
    read = reader(words=("gladly", "in a pinch", "rather not")).read("1 gladly\n2 in a pinch\n3 rather not")
    assert letters(read) == "YMN--"


@given(st.lists(st.sampled_from([*Mark, None]), min_size=5, max_size=5))
def test_a_code_says_what_its_letters_say(marks):
    line = written(AnswerCode(poll_code="K7Q4", key="7TRB2XKQ", letters=marks_in_letters(marks)))
    read = READER.read(f"Hello\n{line}")
    assert [read.marks.get(option.id) for option in slots()] == marks
    assert read.code
    assert not read.doubts


@given(st.lists(st.sampled_from([*Mark, None]), min_size=5, max_size=5))
def test_a_form_that_was_filled_in_says_the_same(marks):
    filled = "\n".join(
        f"{option.number}) {option.label.replace('–', '-')} = {mark.word if mark else ''}"
        for option, mark in zip(slots(), marks, strict=True)
    )
    read = READER.read(filled)
    assert [read.marks.get(option.id) for option in slots()] == marks
    assert not read.doubts


def test_words_that_contradict_the_code_are_told():
    line = written(AnswerCode(poll_code="K7Q4", key="7TRB2XKQ", letters="YNSSS"))
    assert not READER.read(f"1 yes 2 no\n{line}").doubts
    assert READER.read(f"1 no 2 yes\n{line}").doubts


def test_a_line_that_only_signs_is_joined_with_the_words():
    line = written(AnswerCode(poll_code="K7Q4", key="7TRB2XKQ"))
    read = READER.read(f"1 3 4?\n\n{line}")
    assert (letters(read), read.code and read.code.key) == ("Y-YM-", "7TRB2XKQ")


def test_the_line_of_the_quoted_ballot_signs_a_reply():
    line = written(AnswerCode(poll_code="K7Q4", key="7TRB2XKQ"))
    read = READER.read_message(Message(text="1 3 4?", quoted=f"> {line}", road=Road.MAIL))
    assert (letters(read), read.code and read.code.key) == ("Y-YM-", "7TRB2XKQ")


def test_a_damaged_code_is_told_and_its_letters_are_not_taken():
    line = written(AnswerCode(poll_code="K7Q4", key="7TRB2XKQ", letters="YNSSS")).replace("YNSSS", "YYSSS")
    read = READER.read(line)
    assert read.is_damaged
    assert read.doubts
    assert not read.says_something


def damaged(line: str, rng: random.Random) -> str:
    at = rng.randrange(4, len(line))
    letter = rng.choice("23456789ABCDEFGHJKLMNPQRSTUVWXYZ")
    return rng.choice(
        [
            line[:at] + letter + line[at + 1 :],
            line[:at],
            line[:at] + line[4:at][-8:] + line[at:],
            line[: at - 1] + line[at - 1 : at + 1][::-1] + line[at + 1 :],
            line.replace("YY", "Yay", 1),
            f"> {line[:at]}\n>\n> {line[at:]}",
        ]
    )


def test_none_of_a_thousand_damaged_codes_is_a_sure_other_answer():
    rng, read = random.Random(5), READER.read
    for _time in range(1000):
        code = AnswerCode(poll_code="K7Q4", key="7TRB2XKQ", letters="".join(rng.choices("YMNS", k=5)))
        right, found = read(written(code)), read(damaged(written(code), rng))
        assert found.says_the_same_as(right) or found.doubts or not found.says_something


@given(st.permutations([1, 2, 3]))
def test_an_order_is_read_from_numbers_names_and_codes(order):
    options = choices("Cabin", "Tent", "Hostel")
    by_rank = reader(kind=PollKind.RANKED, options=options)
    wanted = tuple(options[number - 1].id for number in order)
    line = written(AnswerCode(poll_code="K7Q4", key="7TRB2XKQ", letters=ranking_in_letters(order)))
    names = ", ".join(options[number - 1].label for number in order)
    for text in (" ".join(map(str, order)), " > ".join(map(str, order)), line):
        assert by_rank.read(text).ranking == wanted
        assert not by_rank.read(text).doubts
    if order != [1, 2, 3]:
        assert by_rank.read(names).ranking == wanted


def test_one_choice_is_one_choice():
    one = reader(kind=PollKind.ONE, options=choices("Cabin", "Tent", "Hostel"))
    assert letters(one.read("Tent"), choices("a", "b", "c")) == "-Y-"
    assert letters(one.read("2"), choices("a", "b", "c")) == "-Y-"
    assert one.read("1 2").doubts


def test_a_number_and_a_text_are_taken_as_they_stand():
    assert reader(kind=PollKind.NUMBER, options=()).read("We are 3,5").said == "3.5"
    assert reader(kind=PollKind.NUMBER, options=()).read("3 or 4").doubts
    text = reader(kind=PollKind.TEXT, options=(), is_name={"Aino Berg"}.__contains__)
    read = text.read("A boat on the lake\nComment: or two\nAino Berg")
    assert (read.said, read.comment) == ("A boat on the lake", "or two")
    assert text.read("A boat " * 100).doubts


@given(st.text(max_size=200))
def test_any_text_is_read(text):
    read = READER.read(text)
    assert set(read.marks) <= {option.id for option in slots()}
    assert poll().id
