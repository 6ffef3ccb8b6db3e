"""How days, hours and lengths of time are written on every screen, in the language of the desk."""

from datetime import date, datetime, timedelta
from functools import lru_cache

from PySide6.QtCore import QLocale

from clubhub.support.texts import _
from clubhub.viewmodels.qt_time import to_qt_day


def weekday_text(day: date) -> str:
    """Like "Saturday"."""
    return QLocale().dayName(day.isoweekday())


def long_day(day: date) -> str:
    """Like "Saturday 12 June"."""
    return QLocale().toString(to_qt_day(day), "dddd d MMMM")


def short_day(day: date) -> str:
    """Like "Sat 12 June"."""
    return QLocale().toString(to_qt_day(day), "ddd d MMMM")


def moment_text(moment: datetime) -> str:
    """A wall-clock moment, like "Sat 12 June, 08:30"."""
    return _("{day}, {time}").format(day=short_day(moment.date()), time=f"{moment:%H:%M}")


@lru_cache(maxsize=4096)
def hours_text(starts: datetime, ends: datetime) -> str:
    """Like "08:30–11:45"; an end after midnight is told by being the smaller one.

    Remembered, since the 12,000 places of a large roster ask for the hours of its hundred shifts.
    """
    return f"{starts:%H:%M}–{ends:%H:%M}"


def length_text(length: timedelta) -> str:
    """Like "3.25 h"."""
    hours = round(length / timedelta(hours=1), 2)
    return _("{hours} h").format(hours=QLocale().toString(float(hours), "g", 4))
