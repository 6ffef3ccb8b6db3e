"""Times of every week, and the times of one day on others."""

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clubhub.domain.errors import InvalidInput
from clubhub.domain.weekly_slots import WeeklyPattern, copied_to_days, weekly_slots

TUESDAY = date(2027, 9, 7)


def pattern(**changed) -> WeeklyPattern:
    usual = {
        "weekdays": (1,), "starts": time(17), "ends": time(18, 30), "first": TUESDAY, "last": date(2027, 12, 14),
    }  # fmt: skip
    return WeeklyPattern(**usual | changed)


def test_every_tuesday_of_an_autumn_is_fifteen_times_at_the_same_hour_over_the_change_of_clocks():
    slots = weekly_slots(pattern())
    assert len(slots) == 15
    assert {starts.weekday() for starts, _ends in slots} == {1}
    assert {(f"{starts:%H:%M}", f"{ends:%H:%M}") for starts, ends in slots} == {("17:00", "18:30")}


def test_an_end_before_the_start_is_the_next_days():
    first = weekly_slots(pattern(starts=time(22), ends=time(2)))[0]
    assert first == (datetime(2027, 9, 7, 22), datetime(2027, 9, 8, 2))  # noqa: DTZ001  wall-clock times


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"weekdays": ()}, "at least one day"),
        ({"last": date(2027, 9, 6)}, "before the first"),
        ({"last": date(2037, 9, 6)}, "three years"),
    ],
)
def test_a_pattern_that_gives_nothing_is_refused(changed, sentence):
    with pytest.raises(InvalidInput, match=sentence):
        weekly_slots(pattern(**changed))


DAYS = st.dates(date(2027, 1, 1), date(2028, 12, 31))


@given(st.sets(st.integers(0, 6), min_size=1), DAYS, st.integers(0, 400))
def test_a_pattern_has_each_such_day_between_the_two_once(weekdays, first, length):
    last = first + timedelta(days=length)
    days = [starts.date() for starts, _ends in weekly_slots(pattern(weekdays=weekdays, first=first, last=last))]
    assert days == [
        day for day in (first + timedelta(days=n) for n in range(length + 1)) if day.weekday() in weekdays
    ]  # fmt: skip


@given(DAYS, st.sets(DAYS, max_size=5), st.lists(st.integers(0, 47), unique=True, max_size=4))
def test_a_days_times_are_the_same_on_the_other_days_with_the_same_lengths(source, days, halves):
    midnight = datetime.combine(source, time())
    slots = [(midnight + timedelta(minutes=30 * n), midnight + timedelta(minutes=30 * n + 90)) for n in halves]
    other = (midnight - timedelta(days=1), midnight - timedelta(hours=20))
    copied = copied_to_days([*slots, other], source, days)
    assert len(copied) == len(slots) * len(days - {source})
    assert {starts.date() for starts, _ends in copied} == ((days - {source}) if slots else set())
    assert {ends - starts for starts, ends in copied} <= {timedelta(minutes=90)}
