"""The poll in a link: what is written is what the page's own script reads, in few enough signs."""

import string
from dataclasses import replace
from datetime import timedelta

import hypothesis.strategies as st
import pytest
import segno
from hypothesis import HealthCheck, given, settings
from tests.formats.ballots.ballot_samples import (
    PAGE,
    POLL,
    SIGNE,
    at,
    choices,
    helpers_evening,
    question,
    slots,
    with_room,
)
from tests.formats.ballots.conftest import Phone

from clubhub.domain.answer_codes import AnswerCode, find_codes, written
from clubhub.domain.answer_keys import SYMBOLS, person_key
from clubhub.domain.ballots import AnswersTo
from clubhub.domain.ids import OptionId
from clubhub.domain.polls import Option, PollKind
from clubhub.formats.ballots.page_link import MOST_FRAGMENT, fragment, page_link
from clubhub.formats.plain_text import lines, one_line

LABELS = st.text(max_size=30).map(one_line).filter(lambda label: label.isprintable())
STARTS = st.datetimes(at("2000-01-01"), at("2099-12-01")).map(lambda moment: moment.replace(second=0, microsecond=0))
LENGTHS = st.integers(1, 4 * 1440) | st.sampled_from([90, 1440])
RULES = settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])


@pytest.fixture(scope="module")
def script(chromium, page_file):
    phone = Phone(chromium, page_file)
    phone.open_fragment("")
    yield phone.page.evaluate
    phone.close()


@st.composite
def many_options(draw):
    """Slots and choices mixed, on days near each other or far away, with numbers that were removed."""
    day = at(f"2026-{draw(st.integers(1, 12)):02}-{draw(st.integers(1, 28)):02}")
    near = st.builds(lambda days, hours: day + timedelta(days=days, hours=hours), st.integers(0, 9), st.integers(0, 23))
    slot = st.tuples(near | STARTS, LENGTHS)
    found = draw(st.lists(slot | LABELS, min_size=1, max_size=30))
    gaps = draw(st.lists(st.integers(1, 3), min_size=len(found), max_size=len(found)))
    return tuple(
        Option(
            id=OptionId(index),
            poll_id=POLL.id,
            position=sum(gaps[: index + 1]) - 1,
            label=what if isinstance(what, str) else "",
            starts=None if isinstance(what, str) else what[0],
            ends=None if isinstance(what, str) else what[0] + timedelta(minutes=what[1]),
        )
        for index, what in enumerate(found)
    )


def as_read(option):
    if option.starts is None:
        return {"number": option.number, "label": option.label}
    epoch = at("1970-01-01")
    times = {
        name: (moment - epoch) // timedelta(milliseconds=1)
        for name, moment in (("starts", option.starts), ("ends", option.ends))
    }
    return {"number": option.number, **times, "isWholeDay": option.is_whole_day}


@RULES
@given(options=many_options(), name=LABELS, note=st.text(max_size=80), words=st.lists(LABELS, min_size=3, max_size=3))
def test_the_script_reads_what_was_written(script, options, name, note, words):
    poll = replace(POLL, name=name, note=note, words=tuple(words))
    asked = helpers_evening(poll=poll, options=options)
    written_out = fragment(asked, SIGNE)
    assert set(written_out) <= set(string.ascii_letters + string.digits + ";+=,.:?/-")
    found = script("(hash) => { const poll = readLink(hash); return poll; }", written_out)
    assert found["options"] == [as_read(option) for option in options]
    assert (found["code"], found["key"], found["kind"]) == (poll.code, person_key(poll, SIGNE.id), "marks")
    assert (found["title"], found["note"], found["words"]) == (name, lines(note), words)
    assert [road["to"] for road in found["roads"]] == ["358505550142", "358505550142", "henrike@kvarno.example"]


@RULES
@given(data=st.data())
def test_a_link_with_another_sign_in_it_is_not_read(script, data):
    whole = fragment(helpers_evening(), SIGNE)
    place = data.draw(st.integers(0, len(whole) - 1))
    sign = data.draw(
        st.sampled_from(string.ascii_letters + string.digits + ";+=,.:?/-").filter(lambda s: s != whole[place])
    )
    assert script("readLink", whole[:place] + sign + whole[place + 1 :]) is None
    assert script("readLink", whole[:place]) is None


@RULES
@given(letters=st.text("YMNS", max_size=100), key=st.text(SYMBOLS, min_size=8, max_size=8))
def test_the_script_writes_the_same_code_as_the_club(script, letters, key):
    code = AnswerCode(poll_code="K7Q4", key=key, letters=letters)
    line = script("([key, letters]) => answerCode('K7Q4', key, letters)", [key, letters])
    assert line == written(code)
    assert [found.code for found in find_codes(line)] == [code]


@RULES
@given(order=st.permutations(range(1, 41)).map(lambda numbers: numbers[:12]))
def test_a_ranking_comes_back_in_its_order(script, order):
    line = script("(numbers) => answerCode('K7Q4', '22222223', lettersOfRanking(numbers))", list(order))
    (found,) = find_codes(line)
    assert found.code.ranking() == list(order)


@pytest.mark.parametrize("kind", list(PollKind))
def test_each_kind_is_read(script, kind):
    assert script("readLink", fragment(question(kind, "Red", "Blue")))["kind"] == kind.value


def test_twelve_slots_on_paper_are_a_code_of_version_8():
    for person in (None, SIGNE):
        link = page_link(helpers_evening(), person, on_paper=True)
        assert "260608-11:1700,1830,2000+90" in link
        assert segno.make_qr(link, error="m").version <= 8


def test_a_hundred_slots_stay_far_below_what_chats_cut():
    starts = [
        at(f"2026-{month}-{day:02} {hour:02}:{day % 4 * 15:02}")
        for month in ("06", "07")
        for day in range(1, 11)
        for hour in (7, 9, 13, 16, 19)
    ]
    assert len(starts) == 100
    assert len(fragment(helpers_evening(options=slots(*starts)), SIGNE)) < MOST_FRAGMENT


def test_a_poll_too_long_for_a_link_has_none():
    asked = helpers_evening(options=choices(*(f"A long name for choice {number}" for number in range(100))))
    assert page_link(asked) == ""
    assert page_link(replace(asked, options=asked.options[:10])).startswith(f"{PAGE}#1K7Q4;")


def test_without_a_page_there_is_no_link():
    assert page_link(helpers_evening(page="")) == ""


def test_the_best_road_stands_first_and_a_wrong_one_is_left_out(script):
    only_mail = helpers_evening(answers_to=AnswersTo(mail="henrike@kvarnö.example", phone="call me"))
    assert script("readLink", fragment(only_mail))["roads"] == [{"road": "mail", "to": "henrike@xn--kvarn-nua.example"}]


def test_nobodys_name_is_in_a_personal_link():
    link = page_link(helpers_evening(), SIGNE)
    assert "Signe" not in link
    assert "Ostenfeld" not in link


@RULES
@given(options=many_options(), data=st.data())
def test_the_script_reads_what_room_there_is(script, options, data):
    rooms = data.draw(st.lists(st.none() | st.integers(1, 40), min_size=len(options), max_size=len(options)))
    asked = with_room(helpers_evening(options=options), *rooms)
    found = script("(hash) => readLink(hash).options.map((option) => option.most ?? null)", fragment(asked, SIGNE))
    assert found == rooms


def test_room_is_told_in_few_signs():
    twelve = with_room(helpers_evening(), *[8] * 12)
    assert ";l8x12;" in page_link(twelve, SIGNE)
    assert ";lx3,4,8x2,x6;" in page_link(with_room(helpers_evening(), None, None, None, 4, 8, 8), SIGNE)
    assert page_link(twelve, SIGNE, on_paper=True) == page_link(helpers_evening(), SIGNE, on_paper=True)


def test_room_that_makes_a_link_too_long_is_left_out():
    labels = [f"A name for choice {number}" for number in range(100)]
    fitting = next(count for count in range(100, 0, -1) if page_link(helpers_evening(options=choices(*labels[:count]))))
    plain = helpers_evening(options=choices(*labels[:fitting]))
    assert page_link(with_room(plain, *range(1000, 1000 + fitting))) == page_link(plain)
