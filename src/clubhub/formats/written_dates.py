"""Dates as people write them: 2027-05-01, 1.5.2027, 31/12/2010, 05/2027. Not here: names of days and months."""

import calendar
import re
from collections.abc import Iterable
from datetime import date
from enum import Enum, auto

from clubhub.domain.wall_time import YEARS

_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")
_THREE_NUMBERS = re.compile(r"(\d{1,2})([./-])\s?(\d{1,2})\2\s?(\d{4}|\d{2})\.?")
_SLASHED = re.compile(r"(?<![\d/])(\d{1,2})/(\d{1,2})/(?:\d{4}|\d{2})(?![\d/])")
_TIME_OF_DAY = re.compile(r"[T ]\d{1,2}[:.]\d{2}.*$")
_MONTH = re.compile(r"(\d{1,2})[./-](\d{4})")
_ISO_MONTH = re.compile(r"(\d{4})-(\d{1,2})")
_YEAR = re.compile(r"(\d{4})")


class DayOrder(Enum):
    """What the first number of 01/02/2010 is, as far as the other dates of the column tell."""

    DAY_FIRST = auto()
    MONTH_FIRST = auto()
    UNKNOWN = auto()
    MIXED = auto()


def day_order(texts: Iterable[str]) -> DayOrder:
    """From all dates with slashes in a column: a number over 12 is a day."""
    day_first = month_first = False
    for text in texts:
        if "/" in text:
            for first, second in _SLASHED.findall(text):
                day_first |= int(first) > 12
                month_first |= int(second) > 12
    if day_first and month_first:
        return DayOrder.MIXED
    if day_first or month_first:
        return DayOrder.DAY_FIRST if day_first else DayOrder.MONTH_FIRST
    return DayOrder.UNKNOWN


def has_slashed_date(texts: Iterable[str]) -> bool:
    return any("/" in text and _SLASHED.search(text) for text in texts)


def written_date(text: str, order: DayOrder, *, latest_year: int) -> date:
    """The date that the text says; a time of day is dropped.

    With slashes, `order` tells day from month, day first when it is UNKNOWN. Of a year in two digits the century is
    the last that isn't after `latest_year`. Raises ValueError for anything else, for a date that doesn't exist or is
    far from our time, and for an ambiguous one in a MIXED column.
    """
    written = _any_date(text, order, latest_year)
    if written.year not in YEARS:
        raise ValueError(text)
    return written


def last_day_of(text: str, order: DayOrder, *, latest_year: int) -> date:
    """Like `written_date`, and the last day of a month (05/2027, 2027-05) or of a year (2027)."""
    text = text.strip()
    if year := _YEAR.fullmatch(text):
        return date(int(year[1]), 12, 31)
    if month := _MONTH.fullmatch(text):
        return _end_of_month(int(month[2]), int(month[1]))
    if month := _ISO_MONTH.fullmatch(text):
        return _end_of_month(int(month[1]), int(month[2]))
    return written_date(text, order, latest_year=latest_year)


def _any_date(text: str, order: DayOrder, latest_year: int) -> date:
    text = _TIME_OF_DAY.sub("", text.strip())
    if iso := _ISO.fullmatch(text):
        return date(int(iso[1]), int(iso[2]), int(iso[3]))
    numbers = _THREE_NUMBERS.fullmatch(text)
    if not numbers:
        raise ValueError(text)
    first, second, year = int(numbers[1]), int(numbers[3]), int(numbers[4])
    if len(numbers[4]) == 2:
        year += (latest_year - year) // 100 * 100
    if numbers[2] == "/" and order is DayOrder.MIXED and first <= 12 and second <= 12 and first != second:
        raise ValueError(text)
    is_month_first = numbers[2] == "/" and (order is DayOrder.MONTH_FIRST or (order is DayOrder.MIXED and second > 12))
    return date(year, first, second) if is_month_first else date(year, second, first)


def _end_of_month(year: int, month: int) -> date:
    first = date(year, month, 1)
    return first.replace(day=calendar.monthrange(year, month)[1])
