"""Times that come again: every week on the same weekdays, the same times on other days, all of them some days later.

Times are naive wall-clock times: "17:00" stays 17:00 over a change of the clocks.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from clubhub.domain.errors import InvalidInput
from clubhub.domain.poll_slots import Span
from clubhub.support.texts import _

LONGEST_PATTERN = timedelta(days=3 * 366)


@dataclass(frozen=True, slots=True, kw_only=True)
class WeeklyPattern:
    """Like "every Tuesday 17:00-18:30 from 7 September to 14 December", both days counted.

    `weekdays` are 0 for Monday, as in Python's calendar. An end at or before the start is the next day's.
    """

    weekdays: Collection[int]
    starts: time
    ends: time
    first: date
    last: date


def weekly_slots(pattern: WeeklyPattern) -> list[Span]:
    """In order of time. Raises InvalidInput without a weekday, or for days that are in no order or too far apart."""
    if not pattern.weekdays:
        raise InvalidInput(_("Choose at least one day of the week. No time was added."))
    if pattern.last < pattern.first:
        raise InvalidInput(_("The last day is before the first one. No time was added."))
    if pattern.last - pattern.first > LONGEST_PATTERN:
        raise InvalidInput(_("That is more than three years. No time was added: choose an earlier last day."))
    count = (pattern.last - pattern.first).days + 1
    days = (pattern.first + timedelta(days=number) for number in range(count))
    return [_span(day, pattern.starts, pattern.ends) for day in days if day.weekday() in pattern.weekdays]


def copied_to_days(slots: Iterable[Span], source: date, days: Iterable[date]) -> list[Span]:
    """The slots that begin on `source`, again on each of the other days; in order of time."""
    of_day = [slot for slot in slots if slot[0].date() == source]
    shifts = [day - source for day in set(days) if day != source]
    return sorted((starts + shift, ends + shift) for starts, ends in of_day for shift in shifts)


def _span(day: date, starts: time, ends: time) -> Span:
    last = day if starts < ends else day + timedelta(days=1)
    return datetime.combine(day, starts), datetime.combine(last, ends)
