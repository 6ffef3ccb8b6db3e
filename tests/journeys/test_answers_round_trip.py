"""Any poll, any answer, each road out and in: the same comes back, or it is told that it isn't clear."""

import re
from dataclasses import replace
from datetime import datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.domain.answer_letters import marks_in_letters, ranking_in_letters

from clubhub.domain.answer_codes import AnswerCode, written
from clubhub.domain.ballots import AskedPoll
from clubhub.domain.clubs import Club
from clubhub.domain.ids import OptionId, PersonId, PollId
from clubhub.domain.people import Person
from clubhub.domain.polls import Mark, Option, Poll, PollKind
from clubhub.formats.ballots.own_words import ballot_lines, prompts
from clubhub.formats.ballots.text import ballot_text, reply_form, short_reply_form
from clubhub.formats.ballots.words import option_name
from clubhub.formats.replies.reading import ReplyReader
from clubhub.support import dates

AINO = Person(id=PersonId(7), given_name="Aino", family_name="Berg")
FIRST = datetime.fromisoformat("2027-06-07T08:00")
LABELS = st.text(min_size=1, max_size=30).filter(lambda label: label.strip())
WORDS = st.sampled_from([(), ("gladly", "in a pinch", "rather not"), ("joo", "ehkä", "ei"), ("can", "could", "can’t")])
LANGUAGES = st.sampled_from(["", "en", "fi", "sv", "de", "fr"])


def slot(hours: int, minutes: int) -> tuple[datetime, datetime]:
    starts = FIRST + timedelta(hours=hours)
    return starts, starts + timedelta(minutes=minutes)


SLOTS = st.lists(
    st.builds(slot, st.integers(0, 400), st.sampled_from([30, 90, 1440])), min_size=1, max_size=12, unique=True
)
PLAIN = st.lists(LABELS, min_size=1, max_size=8, unique_by=str.casefold)


def asked(kind: PollKind, options: list[Option], words: tuple[str, ...], language: str) -> AskedPoll:
    poll = Poll(id=PollId(1), name="When, 1 or 2?", kind=kind, words=words, code="K7Q4", secret="ab" * 16)
    club = Club(name="Kvarnö", time_zone="Europe/Helsinki", language=language)
    return AskedPoll(club=club, poll=poll, options=tuple(options))


@st.composite
def asked_slots(draw: st.DrawFn) -> AskedPoll:
    """Some numbers are missing, as after options were removed."""
    language, spans = draw(LANGUAGES), sorted(draw(SLOTS))
    removed = draw(st.sets(st.integers(0, 12), max_size=3))
    positions = [position for position in range(20) if position not in removed]
    options = [
        Option(id=OptionId(10 + at), poll_id=PollId(1), position=at, label="", starts=starts, ends=ends)
        for at, (starts, ends) in zip(positions, spans, strict=False)
    ]
    named = [replace(option, label=option_name(option, language)) for option in options]
    return asked(PollKind.MARKS, named, draw(WORDS), language)


@st.composite
def asked_choices(draw: st.DrawFn, kind: PollKind) -> AskedPoll:
    options = [
        Option(id=OptionId(10 + at), poll_id=PollId(1), position=at, label=label)
        for at, label in enumerate(draw(PLAIN))
    ]
    return asked(kind, options, (), draw(LANGUAGES))


def reader(poll: AskedPoll) -> ReplyReader:
    return ReplyReader(poll.poll, poll.options, poll.language, ballot_lines=ballot_lines(poll), prompts=prompts(poll))


def draw_marks(data: st.DataObject, poll: AskedPoll, marks=(*Mark, None)) -> dict[OptionId, Mark]:
    given_marks = {option.id: data.draw(st.sampled_from(marks)) for option in poll.options}
    return {option_id: mark for option_id, mark in given_marks.items() if mark}


def check(reading: ReplyReader, text: str, marks: dict[OptionId, Mark]) -> None:
    read = reading.read(text)
    assert read.marks == marks or read.doubts or not read.says_something, (text, read)


def filled(poll: AskedPoll, marks: dict[OptionId, Mark]) -> str:
    said = iter([poll.poll.word(marks[option.id]) if option.id in marks else "" for option in poll.options])
    return re.sub(r"(?m) = ?$", lambda _found: f" = {next(said)}", reply_form(poll, AINO))


def code(poll: AskedPoll, marks: dict[OptionId, Mark]) -> str:
    of_number = {option.number: marks.get(option.id) for option in poll.options}
    letters = marks_in_letters([of_number.get(number) for number in range(1, max(of_number) + 1)])
    return written(AnswerCode(poll_code="K7Q4", key="7TRB2XKQ", letters=letters))


def day_lines(poll: AskedPoll, marks: dict[OptionId, Mark]) -> str:
    """As the answer page writes them."""
    lines = []
    for option in poll.options:
        if option.id in marks and option.starts and option.ends:
            times = "" if option.is_whole_day else dates.span(option.starts, option.ends, poll.language)
            word = poll.poll.word(marks[option.id])
            lines.append(f"{dates.short_day(option.starts.date(), poll.language)}: {times} {word}")
    return "\n".join(lines)


@settings(max_examples=12)
@given(st.data(), asked_slots())
def test_marks_of_slots(data, poll):
    reading = reader(poll)
    marks = draw_marks(data, poll)
    line = code(poll, marks)
    assert reading.read(line).marks == marks
    assert reading.read(f"{poll.poll.name}\n{day_lines(poll, marks)}\n{line}").marks == marks
    for text in (filled(poll, marks), f"> {filled(poll, marks)}".replace("\n", "\n> "), day_lines(poll, marks)):
        check(reading, text, marks)


@settings(max_examples=12)
@given(st.data(), asked_slots())
def test_the_form_for_slots_is_read_without_a_doubt(data, poll):
    reading = reader(poll)
    marks = draw_marks(data, poll)
    read = reading.read(filled(poll, marks))
    assert (read.marks, read.doubts) == (marks, ())


@settings(max_examples=12)
@given(st.data(), asked_slots())
def test_numbers_of_slots_are_read_without_a_doubt(data, poll):
    reading = reader(poll)
    marks = draw_marks(data, poll, (Mark.YES, Mark.IF_NEED_BE, None))
    numbers = [
        f"{option.number}{'?' if marks[option.id] is Mark.IF_NEED_BE else ''}"
        for option in poll.options
        if option.id in marks
    ]
    for text in (" ".join(numbers), ", ".join(numbers)):
        read = reading.read(f"{text}\n{poll.signature(AINO)}")
        assert (read.marks, read.doubts) == (marks, ())


@settings(max_examples=12)
@given(st.data(), asked_choices(PollKind.MARKS))
def test_marks_of_choices_with_any_label(data, poll):
    reading = reader(poll)
    marks = draw_marks(data, poll)
    assert reading.read(code(poll, marks)).marks == marks
    check(reading, filled(poll, marks), marks)


@settings(max_examples=12)
@given(st.data(), asked_choices(PollKind.SEVERAL))
def test_several_choices_with_any_label(data, poll):
    reading = reader(poll)
    marks = draw_marks(data, poll, (Mark.YES, None))
    assert reading.read(code(poll, marks)).marks == marks
    said = iter(["x" if option.id in marks else "" for option in poll.options])
    text = re.sub(r"(?m) = ?$", lambda _found: f" = {next(said)}", reply_form(poll, AINO))
    check(reading, text, marks)
    numbers = " ".join(str(option.number) for option in poll.options if option.id in marks)
    check(reading, numbers, marks)


@settings(max_examples=12)
@given(st.data(), asked_choices(PollKind.RANKED))
def test_an_order_of_choices_with_any_label(data, poll):
    reading = reader(poll)
    order = data.draw(st.permutations(poll.options))
    numbers = [option.number for option in order]
    wanted = tuple(option.id for option in order)
    line = written(AnswerCode(poll_code="K7Q4", key="7TRB2XKQ", letters=ranking_in_letters(numbers)))
    assert reading.read(line).ranking == wanted
    read = reading.read(short_reply_form(poll, AINO).replace(": \n", f": {' '.join(map(str, numbers))}\n"))
    assert read.ranking == wanted or read.doubts or not read.says_something


@settings(max_examples=12)
@given(asked_slots())
def test_a_ballot_that_nobody_filled_in_says_nothing(poll):
    reading = reader(poll)
    for text in (ballot_text(poll, AINO), reply_form(poll, AINO), short_reply_form(poll), ballot_text(poll)):
        assert not reading.read(text).says_something
