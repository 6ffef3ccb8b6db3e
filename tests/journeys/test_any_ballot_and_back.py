"""Whatever a poll asks and whatever somebody answers: a filled-in ballot is read as it was meant, or as unclear."""

import re
from dataclasses import replace
from datetime import timedelta

import hypothesis.strategies as st
import pytest
from hypothesis import HealthCheck, given, settings
from tests.formats.ballots.ballot_samples import SIGNE, at, choices, helpers_evening, with_room
from tests.formats.ballots.conftest import Phone, chromium, page_file  # noqa: F401  fixtures

from clubhub.domain.polls import Mark, PollKind
from clubhub.formats.ballots.own_words import ballot_lines, prompts
from clubhub.formats.ballots.page_link import fragment
from clubhub.formats.ballots.text import ballot_text, reply_form
from clubhub.formats.plain_text import one_line
from clubhub.formats.replies.reading import ReplyReader

WORDS = ("yes", "no", "if need be", "maybe", "Comment", "Name", "all", "none", "1", "2", "17:00", "Mon 8 June", "not")
LABELS = st.lists(st.sampled_from(WORDS) | st.text(max_size=12), min_size=1, max_size=4).map(" ".join).map(one_line)
WRITTEN = {Mark.YES: ("yes", "Yes", "x"), Mark.IF_NEED_BE: ("if need be", "?", "maybe"), Mark.NO: ("no", "No")}
MARKS = st.sampled_from([None, *Mark])
MANY = settings(max_examples=50, suppress_health_check=[HealthCheck.too_slow])


TAPPED = """([hash, said]) => messageOf(readLink(hash), {
  name: said.name, comment: said.comment, said: "", marks: new Map(said.marks), ranking: said.ranking,
})"""
LETTERS = {Mark.YES: "Y", Mark.IF_NEED_BE: "M", Mark.NO: "N"}


@pytest.fixture(scope="module")
def script(chromium, page_file):  # noqa: F811  the fixtures
    phone = Phone(chromium, page_file)
    phone.open_fragment("")
    yield phone.page.evaluate
    phone.close()


def reader_of(asked):
    return ReplyReader(asked.poll, asked.options, "en", ballot_lines=ballot_lines(asked), prompts=prompts(asked))


def filled(form, written):
    """The form with words behind the numbers that have some."""
    for number, words in written.items():
        form = re.sub(rf"(?m)^({number}\).* =) ?$", lambda found, words=words: f"{found[1]} {words}", form)
    return form


def is_as_meant(read, marks):
    """Just so, or with a doubt so that a person looks at it, or not at all."""
    return read.marks == marks or bool(read.doubts) or not read.says_something


@MANY
@given(data=st.data())
def test_slots_are_read_as_they_were_marked(data):
    asked = helpers_evening()
    marks = data.draw(st.fixed_dictionaries({option.id: MARKS for option in asked.options}))
    given_marks = {option_id: mark for option_id, mark in marks.items() if mark}
    words = {
        option.number: data.draw(st.sampled_from(WRITTEN[given_marks[option.id]]))
        for option in asked.options
        if option.id in given_marks
    }
    read = reader_of(asked).read(filled(reply_form(asked, SIGNE), words))
    assert read.marks == given_marks
    assert read.doubts == ()


@MANY
@given(data=st.data(), labels=st.lists(LABELS, min_size=1, max_size=8))
def test_choices_of_any_name_are_read_as_they_were_marked_or_not_at_all(data, labels):
    asked = replace(helpers_evening(), options=choices(*(f"Tent {label}" for label in labels)), closes=None)
    marks = {option.id: data.draw(MARKS) for option in asked.options}
    given_marks = {option_id: mark for option_id, mark in marks.items() if mark}
    words = {option.number: WRITTEN[given_marks[option.id]][0] for option in asked.options if option.id in given_marks}
    assert is_as_meant(reader_of(asked).read(filled(reply_form(asked, SIGNE), words)), given_marks)


@MANY
@given(labels=st.lists(LABELS, min_size=2, max_size=8), data=st.data())
def test_a_choice_among_any_names_is_the_one_that_was_crossed(labels, data):
    poll = replace(helpers_evening().poll, kind=PollKind.ONE)
    asked = replace(helpers_evening(), poll=poll, options=choices(*labels), closes=None)
    chosen = data.draw(st.sampled_from(asked.options))
    read = reader_of(asked).read(filled(reply_form(asked, SIGNE), {chosen.number: "x"}))
    assert is_as_meant(read, {chosen.id: Mark.YES})


@MANY
@given(labels=st.lists(LABELS, min_size=1, max_size=8), kind=st.sampled_from(PollKind))
def test_a_ballot_of_any_poll_that_comes_back_untouched_says_nothing(labels, kind):
    asked = replace(helpers_evening(), poll=replace(helpers_evening().poll, kind=kind), options=choices(*labels))
    limited = with_room(asked, *range(1, len(labels) + 1))
    for text in (ballot_text(asked, SIGNE), reply_form(asked, SIGNE), ballot_text(limited, SIGNE)):
        read = reader_of(limited).read(text)
        assert not read.marks or read.doubts
        assert not read.ranking


@MANY
@given(data=st.data(), labels=st.lists(LABELS, min_size=1, max_size=5), comment=st.sampled_from(["", "2 of us", "no!"]))
def test_what_the_page_sends_is_read_as_it_was_tapped(script, data, labels, comment):
    day = at("2026-06-08")
    hours = data.draw(st.lists(st.tuples(st.integers(0, 400), st.integers(1, 60)), max_size=8, unique=True))
    timed = [
        replace(option, starts=day + timedelta(hours=start), ends=day + timedelta(hours=start + length))
        for option, (start, length) in zip(choices(*[""] * len(hours)), sorted(hours), strict=True)
    ]
    plain = [replace(option, position=option.position + len(timed)) for option in choices(*labels)]
    options = tuple(replace(option, id=100 + at_) for at_, option in enumerate([*timed, *plain]))
    asked = helpers_evening(options=options)
    marks = {option.id: data.draw(MARKS) for option in options}
    tapped = [[option.number, LETTERS[mark]] for option in options if (mark := marks[option.id])]
    said = {"name": "", "comment": comment, "marks": tapped, "ranking": []}
    read = reader_of(asked).read(script(TAPPED, [fragment(asked, SIGNE), said]))
    assert read.marks == {option_id: mark for option_id, mark in marks.items() if mark}
    assert read.comment == comment


@pytest.mark.parametrize("kind", [PollKind.ONE, PollKind.SEVERAL])
@MANY
@given(data=st.data(), labels=st.lists(LABELS, min_size=2, max_size=5))
def test_a_choice_on_the_page_is_sure_whatever_it_is_called(script, kind, data, labels):
    asked = helpers_evening(poll=replace(helpers_evening().poll, kind=kind), options=choices(*labels))
    chosen = data.draw(st.sampled_from(asked.options))
    said = {"name": "", "comment": "", "marks": [[chosen.number, "Y"]], "ranking": []}
    read = reader_of(asked).read(script(TAPPED, [fragment(asked, SIGNE), said]))
    assert read.marks == {chosen.id: Mark.YES}
    assert read.doubts == ()
