"""How long a slot lasts whose column only says when it starts."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clubhub.domain.errors import InvalidInput
from clubhub.domain.slots import slots_from_starts, whole_day


def at(text: str) -> datetime:
    return datetime.fromisoformat(text)


def ends(*starts: str) -> list[str]:
    return [end.isoformat(" ", "minutes") for _start, end in slots_from_starts([at(start) for start in starts])]


def test_a_slot_runs_to_the_next_start_of_the_day_and_the_last_as_long_as_the_one_before():
    assert ends("2027-06-12 08:00", "2027-06-12 11:00", "2027-06-12 13:00") == [
        "2027-06-12 11:00",
        "2027-06-12 13:00",
        "2027-06-12 15:00",
    ]


def test_the_last_slot_of_a_day_does_not_run_to_the_next_day_s_first():
    assert ends("2019-09-11 13:00", "2019-09-11 14:00", "2019-09-12 13:00", "2019-09-12 13:30") == [
        "2019-09-11 14:00",
        "2019-09-11 15:00",
        "2019-09-12 13:30",
        "2019-09-12 14:00",
    ]


def test_the_only_slot_of_a_day_takes_the_length_of_the_slot_before_it():
    assert ends("2027-06-12 08:00", "2027-06-12 10:00", "2027-06-13 09:00")[2] == "2027-06-13 11:00"


def test_the_only_slot_of_the_first_day_takes_the_length_of_the_slot_after_it():
    assert ends("2027-06-11 18:00", "2027-06-12 08:00", "2027-06-12 11:00")[0] == "2027-06-11 21:00"


def test_lone_slots_alone_last_an_hour():
    assert ends("2027-06-12 08:00", "2027-06-13 08:00") == ["2027-06-12 09:00", "2027-06-13 09:00"]


def test_columns_out_of_order_keep_their_order_and_get_the_same_lengths():
    assert ends("2027-06-12 13:00", "2027-06-12 08:00", "2027-06-12 11:00") == [
        "2027-06-12 15:00",
        "2027-06-12 11:00",
        "2027-06-12 13:00",
    ]


def test_a_slot_may_run_over_midnight():
    assert ends("2027-06-12 20:00", "2027-06-12 23:00")[1] == "2027-06-13 02:00"


def test_the_night_of_a_clock_change_keeps_its_wall_clock_length():
    assert ends("2027-03-28 02:00", "2027-03-28 04:00")[0] == "2027-03-28 04:00"


def test_a_start_given_twice_is_refused():
    with pytest.raises(InvalidInput, match="Sat 12 June 08:00"):
        slots_from_starts([at("2027-06-12 08:00"), at("2027-06-12 08:00")])


def test_a_date_alone_is_the_whole_day():
    assert whole_day(at("2027-06-12").date()) == (at("2027-06-12"), at("2027-06-13"))


moments = st.integers(0, 4 * 24 * 4).map(lambda quarter: at("2027-06-10") + timedelta(minutes=15 * quarter))


@given(st.lists(moments, unique=True).flatmap(lambda starts: st.tuples(st.just(starts), st.permutations(starts))))
def test_the_order_of_the_columns_never_matters(both: tuple[list[datetime], list[datetime]]):
    starts, shuffled = both
    assert sorted(slots_from_starts(starts)) == sorted(slots_from_starts(shuffled))
    assert [start for start, _end in slots_from_starts(shuffled)] == shuffled
    assert all(start < end for start, end in slots_from_starts(starts))
