"""What the marks of a poll mean for a shift, against a model that looks at every minute."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from clubhub.domain.availability import Availabilities, ShiftCover, newest_answers
from clubhub.domain.ids import AnswerId, OptionId, PersonId, PollId
from clubhub.domain.polls import Answer, Mark, Option

MIDNIGHT = datetime.fromisoformat("2027-06-12")
ANSWERED_AT = datetime(2027, 5, 1, 12, tzinfo=UTC)


def at(hour: float) -> datetime:
    return MIDNIGHT + timedelta(hours=hour)


def option(number: int, starts: float | None = None, ends: float | None = None) -> Option:
    return Option(
        id=OptionId(number),
        poll_id=PollId(1),
        position=number,
        label=str(number),
        starts=None if starts is None else at(starts),
        ends=None if ends is None else at(ends),
    )


def answer(person: int | None, marks: Mapping[OptionId, Mark], days_later: int = 0) -> Answer:
    return Answer(
        id=AnswerId(1),
        poll_id=PollId(1),
        person_id=None if person is None else PersonId(person),
        guest_name="" if person else "A guest",
        marks=marks,
        answered_at=ANSWERED_AT + timedelta(days=days_later),
    )


MORNING, NOON, EVENING = option(1, 8, 12), option(2, 12, 16), option(3, 16, 20)
DAY = (MORNING, NOON, EVENING)


def said(**marks: str) -> dict[OptionId, Mark]:
    names = {"morning": MORNING, "noon": NOON, "evening": EVENING}
    return {names[name].id: Mark(mark) for name, mark in marks.items()}


def test_yes_to_all_slots_of_the_shift_is_yes():
    assert ShiftCover.of(at(9), at(14), DAY).mark(said(morning="yes", noon="yes")) is Mark.YES


def test_one_if_need_be_makes_it_that():
    assert ShiftCover.of(at(9), at(14), DAY).mark(said(morning="yes", noon="if need be")) is Mark.IF_NEED_BE


def test_one_no_makes_it_no_even_with_a_gap_beside_it():
    assert ShiftCover.of(at(9), at(18), DAY).mark(said(morning="no", noon="yes")) is Mark.NO


def test_a_slot_left_blank_makes_it_silence():
    assert ShiftCover.of(at(9), at(14), DAY).mark(said(morning="yes")) is None


def test_a_shift_longer_than_the_slots_is_silence():
    assert ShiftCover.of(at(7), at(10), DAY).mark(said(morning="yes")) is None
    assert ShiftCover.of(at(18), at(21), DAY).mark(said(evening="yes")) is None


def test_a_slot_that_only_touches_the_shift_does_not_count():
    assert ShiftCover.of(at(8), at(12), DAY).mark(said(morning="yes", noon="no")) is Mark.YES


def test_options_without_times_are_ignored():
    dinner = option(9)
    assert ShiftCover.of(at(8), at(12), (*DAY, dinner)).mark(said(morning="yes") | {dinner.id: Mark.NO}) is Mark.YES


def test_a_poll_without_slots_says_nothing_about_a_shift():
    assert ShiftCover.of(at(8), at(12), ()).mark({}) is None


def test_of_two_answers_the_newest_counts_and_guests_have_no_say():
    old = answer(1, said(morning="yes"))
    new = answer(1, said(morning="no"), days_later=1)
    guest = answer(None, said(morning="yes"))
    assert newest_answers([new, old, guest]) == {PersonId(1): new}
    assert Availabilities(DAY, [new, old, guest]).during(at(8), at(12)) == {PersonId(1): Mark.NO}


hours = st.integers(0, 12).map(lambda quarter: quarter / 4)
spans = st.tuples(hours, hours).filter(lambda span: span[0] < span[1])
marks = st.sampled_from([None, *Mark])


@st.composite
def polls(draw: st.DrawFn) -> tuple[tuple[Option, ...], list[dict[OptionId, Mark]]]:
    options = tuple(option(number, *span) for number, span in enumerate(draw(st.lists(spans, max_size=6))))
    people = draw(st.lists(st.lists(marks, min_size=len(options), max_size=len(options)), min_size=1, max_size=4))
    return options, [{o.id: mark for o, mark in zip(options, row, strict=True) if mark} for row in people]


def minute_by_minute(starts: datetime, ends: datetime, options: Sequence[Option], marks: Mapping) -> Mark | None:
    told = set()
    silent = False
    moment = starts
    while moment < ends:
        here = {marks[o.id] for o in options if o.starts <= moment < o.ends and o.id in marks}
        silent |= not here
        told |= here
        moment += timedelta(minutes=1)
    if Mark.NO in told:
        return Mark.NO
    return None if silent else Mark.IF_NEED_BE if Mark.IF_NEED_BE in told else Mark.YES


@given(polls(), spans)
def test_it_says_the_same_as_a_look_at_every_minute(poll: tuple, span: tuple[float, float]):
    options, people = poll
    starts, ends = at(span[0]), at(span[1])
    expected = [minute_by_minute(starts, ends, options, marks) for marks in people]
    cover = ShiftCover.of(starts, ends, options)
    assert [cover.mark(marks) for marks in people] == expected
    everybody = Availabilities(options, [answer(number, marks) for number, marks in enumerate(people, 1)])
    found = everybody.during(starts, ends)
    assert [found.get(PersonId(number)) for number, _marks in enumerate(people, 1)] == expected
