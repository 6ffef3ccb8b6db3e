"""Times cross into Qt and back unchanged, also where the clock changes."""

from datetime import UTC, date, datetime

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QDate, Qt

from clubhub.viewmodels.qt_time import from_qt_day, from_qt_wall, to_qt_day, to_qt_moment, to_qt_wall

FIRST, LAST = datetime.fromisoformat("1971-01-01"), datetime.fromisoformat("2100-01-01")


@given(st.datetimes(FIRST, LAST))
def test_a_wall_time_keeps_its_digits(wall: datetime):
    wall = wall.replace(second=0, microsecond=0)
    shown = to_qt_wall(wall)
    assert (shown.date().day(), shown.time().hour(), shown.time().minute()) == (wall.day, wall.hour, wall.minute)
    assert from_qt_wall(shown) == wall


@given(st.datetimes(FIRST, LAST))
def test_a_moment_stays_the_same_moment(wall: datetime):
    moment = wall.replace(microsecond=0, tzinfo=UTC)
    assert to_qt_moment(moment).toUTC().toString(Qt.DateFormat.ISODate) == f"{moment:%Y-%m-%dT%H:%M:%S}Z"


def test_a_day_is_a_day():
    assert to_qt_day(date(2028, 2, 29)) == QDate(2028, 2, 29)
    assert from_qt_day(QDate(2028, 2, 29)) == date(2028, 2, 29)
