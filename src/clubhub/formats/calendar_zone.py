"""The VTIMEZONE of a calendar: when the clocks of a zone change in the years that the calendar needs.

Not `icalendar.Timezone.from_tzid`: in icalendar 7.3 it puts the start of summer time an hour late (RFC 5545, 3.6.5,
wants the time by the clock *before* the change), so that strict programs move shifts of that night.
"""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

_STEP = timedelta(days=1)
_FINEST = timedelta(seconds=1)


@lru_cache(maxsize=10)
def zone_definition(name: str, first_year: int, last_year: int) -> "Timezone":
    """What the clocks of an IANA zone show from the start of `first_year` to the end of `last_year`.

    The same component each time (thousands of calendars share it): leave it as it is.
    """
    import icalendar

    zone = ZoneInfo(name)
    start = datetime(first_year, 1, 1, tzinfo=UTC)
    definition = icalendar.Timezone()
    definition.add("TZID", name)
    definition.add_component(_observance(start, zone, before=start))
    for change in _changes(zone, start, datetime(last_year + 1, 1, 1, tzinfo=UTC)):
        definition.add_component(_observance(change, zone, before=change - _FINEST))
    return definition


def _observance(moment: datetime, zone: ZoneInfo, before: datetime) -> "TimezoneDaylight | TimezoneStandard":
    """What holds from `moment` on. Its start is told by the clock as it was `before`."""
    import icalendar

    old, new = before.astimezone(zone), moment.astimezone(zone)
    is_summer = (new.dst() or timedelta(0)) > timedelta(0)
    part = icalendar.TimezoneDaylight() if is_summer else icalendar.TimezoneStandard()
    old_offset = old.utcoffset() or timedelta(0)
    part.add("DTSTART", moment.replace(tzinfo=None) + old_offset)
    part.add("TZOFFSETFROM", old_offset)
    part.add("TZOFFSETTO", new.utcoffset() or timedelta(0))
    part.add("TZNAME", new.tzname() or "")
    return part


def _changes(zone: ZoneInfo, start: datetime, end: datetime) -> Iterator[datetime]:
    """The first moment (UTC) of each new offset or zone name, to the second."""
    while start < end:
        if _clock(start, zone) != _clock(start + _STEP, zone):
            yield _change_between(start, start + _STEP, zone)
        start += _STEP


def _change_between(low: datetime, high: datetime, zone: ZoneInfo) -> datetime:
    """Halves the span until the change lies between two seconds."""
    while high - low > _FINEST:
        middle = low + timedelta(seconds=(high - low) // _FINEST // 2)
        if _clock(middle, zone) == _clock(low, zone):
            low = middle
        else:
            high = middle
    return high


def _clock(moment: datetime, zone: ZoneInfo) -> tuple[timedelta | None, str | None]:
    local = moment.astimezone(zone)
    return local.utcoffset(), local.tzname()
