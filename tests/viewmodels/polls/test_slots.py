"""The times of a new poll: kept in order, edited, and read from a line."""

from datetime import date, time, timedelta

import pytest
from PySide6.QtCore import Qt, QTime
from PySide6.QtTest import QAbstractItemModelTester

from clubhub.domain.poll_drafts import slots_of_day
from clubhub.viewmodels.polls.slots import DAY, FROM, TO, SlotTable, read_times

pytestmark = pytest.mark.usefixtures("qapp")

SATURDAY = date.fromisoformat("2027-06-12")


def slots_at(*hours: int):
    return slots_of_day(SATURDAY, [time(hour) for hour in hours], timedelta(hours=2))


@pytest.fixture
def table():
    made = SlotTable()
    QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal)
    made.set_slots(slots_at(17, 9))
    return made


def test_times_stand_in_order_and_once(table):
    table.add(slots_at(12, 9))
    assert [table.index(row, FROM).data() for row in range(3)] == ["09:00", "12:00", "17:00"]
    assert table.summary() == "3 times on 1 day"
    table.remove([0, 2])
    assert table.index(0, DAY).data() == "Sat 12 June"
    assert table.index(0, TO).data(Qt.ItemDataRole.AccessibleTextRole) == "Saturday 12 June, To 14:00"
    table.set_slots([])
    assert table.summary() == "No times yet"


def test_a_time_can_be_changed_and_an_end_before_the_start_is_next_day(table):
    assert table.setData(table.index(0, TO), QTime(13, 30))
    assert f"{table.slots[0][1]:%d %H:%M}" == "12 13:30"
    assert table.setData(table.index(0, TO), QTime(1, 0))
    assert f"{table.slots[0][1]:%d %H:%M}" == "13 01:00"
    assert table.setData(table.index(0, FROM), QTime(18, 0))
    assert [f"{starts:%H:%M}" for starts, _ends in table.slots] == ["17:00", "18:00"]


def test_what_is_no_time_or_there_already_changes_nothing(table):
    assert not table.setData(table.index(0, FROM), "nine")
    assert not table.setData(table.index(0, TO), table.index(0, TO).data(Qt.ItemDataRole.EditRole))
    assert not table.flags(table.index(0, DAY)) & Qt.ItemFlag.ItemIsEditable


@pytest.mark.parametrize(
    ("written", "times"),
    [
        ("17:00 18.30, 20", [time(17), time(18, 30), time(20)]),
        ("  ", []),
        ("25:00", None),
        ("17:60", None),
        ("noon", None),
    ],
)
def test_times_are_read_as_people_write_them(written, times):
    assert read_times(written) == times
