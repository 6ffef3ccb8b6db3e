"""Fields for a day, and for a wall-clock moment, in the order of the person's own language."""

from datetime import date, datetime

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QDateEdit, QDateTimeEdit

from clubhub.viewmodels.qt_time import to_qt_day, to_qt_wall


def moment_edit(moment: datetime) -> QDateTimeEdit:
    """Day and time; the times of an event are wall-clock times, whatever this computer's zone."""
    made = QDateTimeEdit(to_qt_wall(moment))
    made.setDisplayFormat(f"ddd {_day_format()}  HH:mm")
    made.setCalendarPopup(True)
    return made


def day_edit(day: date) -> QDateEdit:
    made = QDateEdit(to_qt_day(day))
    made.setDisplayFormat(f"ddd {_day_format()}")
    made.setCalendarPopup(True)
    return made


def _day_format() -> str:
    """The language's short form, with the year in full."""
    short = QLocale().dateFormat(QLocale.FormatType.ShortFormat)
    return short if "yyyy" in short else short.replace("yy", "yyyy")
