"""How times, enums and lists cross into the file and back."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy.dialects import sqlite

from clubhub.domain.people import AgeBand
from clubhub.storage.types import EnumText, JsonMapping, JsonTuple, UtcDateTime, WallTime

HELSINKI = ZoneInfo("Europe/Helsinki")
DIALECT = sqlite.dialect()
FOUR_IN_THE_MORNING = dt.datetime(2027, 10, 31, 3, 30)  # noqa: DTZ001  comes twice in Helsinki on that day
EARLIEST, LATEST = dt.datetime(1900, 1, 2), dt.datetime(9999, 12, 30)  # noqa: DTZ001
PLAIN = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text()


def kept(kind, value):
    return kind.process_bind_param(value, DIALECT)


def there_and_back(kind, value):
    return kind.process_result_value(kept(kind, value), DIALECT)


def test_a_wall_time_is_kept_as_it_is_read_from_a_clock():
    assert kept(WallTime(), FOUR_IN_THE_MORNING) == "2027-10-31T03:30"


def test_a_wall_time_with_a_zone_is_refused():
    with pytest.raises(ValueError, match="no zone"):
        kept(WallTime(), FOUR_IN_THE_MORNING.replace(tzinfo=HELSINKI))


def test_a_moment_without_a_zone_is_refused():
    with pytest.raises(ValueError, match="needs a zone"):
        kept(UtcDateTime(), FOUR_IN_THE_MORNING)


def test_the_hour_that_comes_twice_is_two_moments_in_order():
    first, second = (FOUR_IN_THE_MORNING.replace(tzinfo=HELSINKI, fold=fold) for fold in (0, 1))
    assert kept(UtcDateTime(), first) == "2027-10-31T00:30:00.000000+00:00"
    assert kept(UtcDateTime(), second) == "2027-10-31T01:30:00.000000+00:00"


@given(st.datetimes(EARLIEST, LATEST, timezones=st.timezones()))
def test_a_moment_comes_back_as_the_same_moment_in_utc(moment):
    back = there_and_back(UtcDateTime(), moment)
    assert back == moment.astimezone(dt.UTC)
    assert back.tzinfo == dt.UTC


@given(st.lists(st.datetimes(EARLIEST, timezones=st.just(HELSINKI)), max_size=9))
def test_the_order_of_kept_moments_is_the_order_of_time(moments):
    by_text = sorted(moments, key=lambda moment: kept(UtcDateTime(), moment))
    assert [m.timestamp() for m in by_text] == sorted(m.timestamp() for m in moments)


@given(st.datetimes().map(lambda value: value.replace(second=0, microsecond=0)))
def test_a_wall_time_comes_back_to_the_minute(value):
    assert there_and_back(WallTime(), value) == value


@pytest.mark.parametrize("band", [*AgeBand, None])
def test_an_enum_is_kept_by_its_value(band):
    assert kept(EnumText(AgeBand), band) == (band.value if band else None)
    assert there_and_back(EnumText(AgeBand), band) is band


@given(st.lists(PLAIN | st.lists(PLAIN).map(tuple)).map(tuple))
def test_a_tuple_comes_back_with_its_inner_tuples(value):
    assert there_and_back(JsonTuple(), value) == value


@given(st.dictionaries(st.text(), PLAIN))
def test_a_mapping_comes_back(value):
    assert there_and_back(JsonMapping(), value) == value


@pytest.mark.parametrize(("kind", "empty"), [(JsonTuple(), ()), (JsonMapping(), {})])
def test_nothing_is_an_empty_list(kind, empty):
    assert there_and_back(kind, None) == empty
    assert kind.process_result_value(None, DIALECT) == empty
