"""Times over a poll's columns, as programs and people write them."""

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clubhub.domain.errors import InvalidInput
from clubhub.domain.slots import LENGTH_OF_A_LONE_SLOT
from clubhub.formats.answer_headings import has_zone, heading_slots, order_notes

MORNING = "27 07:45–27 12:30"


def slots(*headings: str) -> list[str | None]:
    return [slot and f"{slot[0]:%d %H:%M}–{slot[1]:%d %H:%M}" for slot in heading_slots(headings)]


@pytest.mark.parametrize(
    "heading",
    [
        "2025-09-27T07:45",
        "2025-09-27 07:45",
        "2025-09-27T07:45:00.000",
        "27.09.2025 07:45",
        "27.9.2025 7.45",
        "27.9.2025 klo 7.45",
        "27/09/2025 07:45",
        "27/09/2025, 7:45 am",
    ],
)
def test_a_start_is_read_in_each_way_of_writing_it(heading):
    ((starts, ends),) = heading_slots([heading])
    assert (starts, ends - starts) == (datetime(2025, 9, 27, 7, 45), LENGTH_OF_A_LONE_SLOT)  # noqa: DTZ001  wall time


@pytest.mark.parametrize(
    "heading",
    [
        "2025-09-27T07:45/2025-09-27T12:30",
        "2025-09-27T07:45/12:30",
        "2025-09-27 07:45-12:30",
        "27.09.2025 07:45-12:30",
        "27.9.2025 7.45–12.30",
        "27.9.2025 klo 7.45 - 12.30",
        "27/09/2025 07:45 to 12:30",
        "27.09.2025 07:45 – 27.09.2025 12:30",
    ],
)
def test_an_interval_is_exactly_that_slot(heading):
    assert slots(heading) == [MORNING]
    assert not has_zone(heading)


def test_an_interval_may_run_over_midnight():
    assert slots("27.9.2025 22:00-02:00", "28.9.2025 20:00-24:00") == ["27 22:00–28 02:00", "28 20:00–29 00:00"]


@pytest.mark.parametrize("heading", ["27.09.2025", "2025-09-27", "27/09/2025"])
def test_a_date_alone_is_the_whole_day(heading):
    assert slots(heading) == ["27 00:00–28 00:00"]


@pytest.mark.parametrize(
    "heading",
    [
        *("Pizza", "8", "10:00", "2025", "Morning 8-12", "27.9. 7:45", "27.09.25", "2025-02-30", "2025-02-30T10:00"),
        *("27.09.2025 25:00", "27.09.2025 07:75", "0027-09-27T10:00", "27.09.2025 12:30 - 27.09.2025 07:45"),
        *("2025-09-27/2025-09-28", "Heat 2025-4", ""),
    ],
)
def test_what_is_no_time_is_not_guessed(heading):
    assert slots(heading) == [None]


def test_one_date_over_the_columns_tells_the_order_of_all():
    assert slots("09/03/2025 08:00-12:00", "09/27/2025 08:00-12:00") == ["03 08:00–03 12:00", "27 08:00–27 12:00"]
    assert slots("09/03/2025 08:00-12:00", "27/09/2025 08:00-12:00") == ["09 08:00–09 12:00", "27 08:00–27 12:00"]
    assert slots("09/03/2025 08:00", "27/09/2025 08:00", "09/28/2025 08:00")[0] is None


def test_an_order_that_no_heading_tells_is_told():
    assert order_notes(["09/03/2025 08:00"]) == [
        "Dates over the columns were read with the day first: 03/04 is 3 April."
    ]
    assert order_notes(["27/09/2025 08:00", "Pizza"]) == order_notes(["9.3.2025 08:00"]) == []


def test_a_start_runs_to_the_next_one_also_if_that_has_an_end():
    assert slots("27.9.2025 8:00", "27.9.2025 13:00-17:00") == ["27 08:00–27 13:00", "27 13:00–27 17:00"]


def test_intervals_may_share_a_start():
    assert slots("27.9.2025 8-12", "27.9.2025 8-16") == ["27 08:00–27 12:00", "27 08:00–27 16:00"]


def test_a_start_that_stands_twice_is_refused():
    with pytest.raises(InvalidInput, match="Sat 27 September 08:00"):
        heading_slots(["27.9.2025 8:00", "2025-09-27T08:00"])


@pytest.mark.parametrize(
    "heading",
    [
        *("2025-09-27T07:45Z", "2025-09-27T07:45+03:00", "2025-09-27T07:45-05:00", "2025-09-27 07:45-05"),
        *("2025-09-27T07:45Z/2025-09-27T12:30Z", "2025-09-27T07:45-09:30"),
    ],
)
def test_a_zone_is_seen(heading):
    assert has_zone(heading)


@given(st.lists(st.text(alphabet="0123456789.:/-–T aZmp", max_size=24), max_size=5))
def test_no_heading_breaks_the_reading(headings):
    try:
        found = heading_slots(headings)
    except InvalidInput:
        return
    assert all(slot is None or slot[0] < slot[1] for slot in found)
