"""Slots made from shifts: few, covering, and cut where shifts change."""

from collections import Counter
from datetime import datetime, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from clubhub.domain.availability import ShiftCover
from clubhub.domain.ids import OptionId, PollId
from clubhub.domain.poll_slots import MOST_A_DAY, slots_for_shifts
from clubhub.domain.polls import Option

DAY = datetime.fromisoformat("2027-06-12")


def at(text: str) -> datetime:
    hours, minutes = text.split(":")
    return DAY + timedelta(hours=int(hours), minutes=int(minutes))


def spans(*texts: str):
    return [(at(text.split("-")[0]), at(text.split("-")[1])) for text in texts]


SPANS = st.lists(
    st.builds(
        lambda start, length: (DAY + timedelta(minutes=5 * start), DAY + timedelta(minutes=5 * (start + length))),
        st.integers(0, 3 * 288),
        st.integers(1, 150),
    ),
    max_size=40,
)


def test_a_meets_day_becomes_set_up_two_sessions_and_clearing():
    shifts = spans(
        "7:00-8:00", "8:00-9:00", *["8:00-11:45"] * 2, *["8:30-11:45"] * 5,
        "13:00-14:00", *["13:00-17:00"] * 2, *["13:15-17:00"] * 5, "17:00-18:00",
    )  # fmt: skip
    assert slots_for_shifts(shifts) == spans("7:00-8:00", "8:00-11:45", "13:00-17:00", "17:00-18:00")


def test_a_pause_when_nobody_is_needed_is_not_asked_about():
    assert slots_for_shifts(spans("9:00-13:00", "13:30-19:00")) == spans("9:00-13:00", "13:30-19:00")


def test_a_long_day_with_handovers_is_cut_near_its_middle():
    assert slots_for_shifts(spans("8:00-12:10", "12:00-16:00")) == spans("8:00-12:00", "12:00-16:00")


def test_a_shift_over_midnight_keeps_its_slot_whole():
    assert slots_for_shifts(spans("22:00-26:00", "26:00-30:00")) == spans("22:00-26:00", "26:00-30:00")


def test_no_shifts_make_no_slots():
    assert slots_for_shifts([]) == []


@given(SPANS)
def test_every_shift_is_covered_without_overlap_and_never_with_more_than_twelve_slots_a_day(shifts):
    slots = slots_for_shifts(shifts)
    assert all(one[1] <= other[0] for one, other in pairwise(slots))
    assert max(Counter(starts.date() for starts, _ends in slots).values(), default=0) <= MOST_A_DAY
    options = [
        Option(id=OptionId(n), poll_id=PollId(1), position=n, label="", starts=starts, ends=ends)
        for n, (starts, ends) in enumerate(slots)
    ]
    for starts, ends in shifts:
        assert all(ShiftCover.of(starts, ends, options).pieces)
