"""The crossing between Python's times and Qt's; nobody else crosses: QDateTime(aware) keeps digits and turns local.

Moments go by epoch milliseconds; wall-clock times and days go by their digits, with no zone on either side.
"""

from datetime import date, datetime, time

from PySide6.QtCore import QDate, QDateTime, QTime


def to_qt_moment(moment: datetime) -> QDateTime:
    """An aware moment, to be shown in this computer's zone."""
    return QDateTime.fromMSecsSinceEpoch(round(moment.timestamp() * 1000))


def to_qt_day(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)


def from_qt_day(day: QDate) -> date:
    return date(day.year(), day.month(), day.day())


def to_qt_wall(wall: datetime) -> QDateTime:
    """A naive wall-clock time, digit for digit; never converted."""
    return QDateTime(to_qt_day(wall.date()), QTime(wall.hour, wall.minute))


def from_qt_wall(wall: QDateTime) -> datetime:
    """The digits of a wall-clock time, naive, to the minute."""
    return datetime.combine(from_qt_day(wall.date()), time(wall.time().hour(), wall.time().minute()))
