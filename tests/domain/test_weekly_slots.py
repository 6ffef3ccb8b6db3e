"""Days of every week, and the times of one day on others."""

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clubhub.domain.errors import InvalidInput
from clubhub.domain.poll_drafts import slots_of_day
from clubhub.domain.weekly_slots import copied_to_days, weekly_days, weeks_to_ask_again

TUESDAY, LAST = date(2027, 9, 7), date(2027, 12, 14)


def test_every_tuesday_of_an_autumn_is_fifteen_times_at_the_same_hour_over_the_change_of_clocks():
    days = weekly_days({1}, TUESDAY, LAST)
    slots = [slot for day in days for slot in slots_of_day(day, [time(17)], timedelta(minutes=90))]
    assert len(slots) == 15
    assert {(f"{starts:%a %H:%M}", f"{ends:%H:%M}") for starts, ends in slots} == {("Tue 17:00", "18:30")}


@pytest.mark.parametrize(
    ("weekdays", "last", "sentence"),
    [((), LAST, "at least one day"), ({1}, date(2027, 9, 6), "before the first"), ({1}, date(2037, 9, 6), "three")],
)
def test_a_pattern_that_gives_nothing_is_refused(weekdays, last, sentence):
    with pytest.raises(InvalidInput, match=sentence):
        weekly_days(weekdays, TUESDAY, last)


DAYS = st.dates(date(2027, 1, 1), date(2028, 12, 31))


@given(st.sets(st.integers(0, 6), min_size=1), DAYS, st.integers(0, 400))
def test_a_pattern_has_each_such_day_between_the_two_once(weekdays, first, length):
    last = first + timedelta(days=length)
    days = weekly_days(weekdays, first, last)
    assert days == sorted(set(days))
    assert {day.weekday() for day in days} <= weekdays
    left_out = {first + timedelta(days=n) for n in range(length + 1)} - set(days)
    assert not {day.weekday() for day in left_out} & weekdays
    assert all(first <= day <= last for day in days)


@given(DAYS, st.sets(DAYS, max_size=5), st.lists(st.integers(0, 47), unique=True, max_size=4))
def test_a_days_times_are_the_same_on_the_other_days_with_the_same_lengths(source, days, halves):
    midnight = datetime.combine(source, time())
    slots = [(midnight + timedelta(minutes=30 * n), midnight + timedelta(minutes=30 * n + 90)) for n in halves]
    other = (midnight - timedelta(days=1), midnight - timedelta(hours=20))
    copied = copied_to_days([*slots, other], source, days)
    assert len(copied) == len(slots) * len(days - {source})
    assert {starts.date() for starts, _ends in copied} == ((days - {source}) if slots else set())
    assert {ends - starts for starts, ends in copied} <= {timedelta(minutes=90)}


@pytest.mark.parametrize(
    ("days", "now", "weeks"),
    [
        ([0], "2027-09-01", 1),
        ([0], "2027-09-20", 2),
        ([0], "2027-09-14T17", 2),
        ([0, 1, 3], "2027-09-01", 1),
        ([0, 7, 14], "2027-09-01", 3),
        ([0, 7, 14], "2027-10-20", 7),
        ([0, 14], "2027-09-01", 3),
        ([], "2027-09-01", 0),
    ],
    ids=["to come", "over", "now", "in one week", "weekly", "weekly and over", "every other week", "no times"],
)
def test_the_same_times_are_asked_again_in_the_next_free_weeks(days, now, weeks):
    starts = [datetime.combine(TUESDAY, time(17)) + timedelta(days=number) for number in days]
    assert weeks_to_ask_again(starts, datetime.fromisoformat(now)) == weeks
