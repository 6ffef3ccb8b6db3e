"""Lines of a file of options: times are read or refused, never taken as choices by mistake."""

from datetime import date, datetime

import pytest

from clubhub.domain.errors import InvalidInput
from clubhub.domain.tables import Table
from clubhub.formats.poll_options import options_from_table

TIME = "2027-03-11 19:00-21:00"


def options(*lines: str):
    return options_from_table(Table(rows=tuple((line,) for line in lines)), date(2027, 1, 1))


@pytest.mark.parametrize(
    "line", ["Thu 18.3.2027 19:00–21:00", "to 18.3.2027 19.00-21.00", "Do., 2027-03-18 19:00-21:00"]
)
def test_a_weekday_may_stand_before_the_date(line):
    span = (datetime.fromisoformat("2027-03-18 19:00"), datetime.fromisoformat("2027-03-18 21:00"))
    assert options(line).slots == (span,)


@pytest.mark.parametrize(
    "line", ["Fri 18.3.2027 19:00–21:00", "2027-02-30 18:00-20:00", "18.3. 19:00-21:00", "18.3.", "19:00-21:00"]
)
def test_what_looks_like_a_time_beside_times_is_refused_with_its_line(line):
    with pytest.raises(InvalidInput, match=r"^Line 3, “.*”, can’t be read as a time. Write it like 2027-"):
        options(TIME, "# a remark", line)


def test_a_date_with_a_time_that_cant_be_read_is_refused_also_alone():
    with pytest.raises(InvalidInput, match=r"^Line 1"):
        options("18.3. 19:00-21:00", "25.3. 19:00-21:00")


def test_choices_may_hold_numbers():
    lines = ("Version 2.5", "8:30 at the quay", "2 boats", "Room 1.2")
    assert options(*lines).labels == lines
    assert options(TIME, "Neither", "2 boats instead").labels == ("Neither", "2 boats instead")


def test_an_end_before_the_start_is_told_as_such():
    with pytest.raises(InvalidInput, match=r"ends before it begins. If it ends on the next day"):
        options("2027-03-18 21:00-19:00")
    with pytest.raises(InvalidInput, match="has a time zone"):
        options("2027-03-18T21:00-05:00")
