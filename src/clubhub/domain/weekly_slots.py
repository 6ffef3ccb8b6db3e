"""Times that come again: days of every week, and the same times on other days.

Times are naive wall-clock times: "17:00" stays 17:00 over a change of the clocks.
"""

from collections.abc import Collection, Iterable
from datetime import date, datetime, timedelta

from clubhub.domain.errors import InvalidInput
from clubhub.domain.poll_slots import Span
from clubhub.support.texts import _

LONGEST_PATTERN = timedelta(days=3 * 366)


def weekly_days(weekdays: Collection[int], first: date, last: date) -> list[date]:
    """Like "every Tuesday from 7 September to 14 December", both days counted; in order.

    `weekdays` are 0 for Monday, as in Python's calendar. Raises InvalidInput without a weekday, or for days that are in
    no order or too far apart.
    """
    if not weekdays:
        raise InvalidInput(_("Choose at least one day of the week. No time was added."))
    if last < first:
        raise InvalidInput(_("The last day is before the first one. No time was added."))
    if last - first > LONGEST_PATTERN:
        raise InvalidInput(_("That is more than three years. No time was added: choose an earlier last day."))
    days = (first + timedelta(days=number) for number in range((last - first).days + 1))
    return [day for day in days if day.weekday() in weekdays]


def weeks_to_ask_again(starts: Collection[datetime], now: datetime) -> int:
    """The fewest weeks after which the same times come after all of these and after `now`; 0 for no times.

    So every Tuesday in May goes on with the first one in June.
    """
    if not starts:
        return 0
    return (max(*starts, now) - min(starts)) // timedelta(weeks=1) + 1


def copied_to_days(slots: Iterable[Span], source: date, days: Iterable[date]) -> list[Span]:
    """The slots that begin on `source`, again on each of the other days; in order of time."""
    of_day = [slot for slot in slots if slot[0].date() == source]
    shifts = [day - source for day in set(days) if day != source]
    return sorted((starts + shift, ends + shift) for starts, ends in of_day for shift in shifts)
