"""Reads the times that head a poll's columns, as programs export them and as people write them.

2027-06-12T08:00, 12.6.2027 8.00 or 12/06/2027 08:00; with an end 2027-06-12T08:00/2027-06-12T12:00 or
12.6.2027 8:00-12:30. A date alone is the whole day.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from clubhub.domain.slots import slots_from_starts, whole_day
from clubhub.domain.wall_time import YEARS
from clubhub.formats.written_dates import DayOrder, day_order, has_slashed_date, written_date
from clubhub.formats.written_times import WrittenTime, written_time
from clubhub.support.texts import _

DAY = timedelta(days=1)
Slot = tuple[datetime, datetime]

_ISO_TIME = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?")
_WITH_ZONE = re.compile(rf"({_ISO_TIME.pattern}) ?(Z|[+-]\d\d(?::?\d\d)?)")
_FARTHEST_WEST = time(12)
_BETWEEN_TIMES = re.compile(r"\s*(?:–|—|-|/|\bto\b|\bbis\b)\s*")
_TIME_AFTER_DATE = re.compile(r"[T ]\d{1,2}[:.]\d{2}")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Written:
    """What a heading says; `ends` is None where only the start is given."""

    starts: datetime
    ends: datetime | None = None


def heading_slots(headings: Sequence[str]) -> list[Slot | None]:
    """The slot of each heading, None for one that is no time. Naive wall-clock times.

    What 03/04/2027 means is decided over all headings, day first where they don't tell. A start without an end runs as
    domain.slots says. Raises InvalidInput if a start without an end stands over two columns.
    """
    order = day_order(headings)
    written = [_written(heading, order) for heading in headings]
    lone = [found.starts for found in written if found and found.ends is None]
    others = {found.starts for found in written if found and found.ends and found.ends - found.starts < DAY}
    ends = dict(slots_from_starts([*lone, *sorted(others - set(lone))]))
    return [(found.starts, found.ends or ends[found.starts]) if found else None for found in written]


def order_notes(headings: Sequence[str]) -> list[str]:
    """A sentence if no heading tells which number of a date with slashes is the day."""
    if day_order(headings) is DayOrder.UNKNOWN and has_slashed_date(headings):
        return [_("Dates over the columns were read with the day first: 03/04 is 3 April.")]
    return []


def has_zone(heading: str) -> bool:
    """Whether a time zone stands behind a time; "2027-06-12 08:00-12:30" is from one time to another."""
    return any(_is_zoned(part) for part in (heading, *heading.split("/")))


def _is_zoned(text: str) -> bool:
    match = _WITH_ZONE.fullmatch(text.strip())
    if not match:
        return False
    moment, behind = match[1], match[2]
    if not re.fullmatch(r"-\d\d:\d\d", behind):
        return True
    is_range = behind[1:] > moment[11:16] and (moment[10] == " " or behind[1:] > f"{_FARTHEST_WEST:%H:%M}")
    return not is_range


def _written(heading: str, order: DayOrder) -> _Written | None:
    """None if the heading is no time, or one that doesn't exist or is far from ours."""
    if not re.search(r"\d{4}", heading):
        return None
    moment = _moment(heading, order)
    if moment and moment.day:
        return _Written(starts=moment.on(moment.day))
    return _whole_day(heading, order) or _from_to(heading, order)


def _from_to(heading: str, order: DayOrder) -> _Written | None:
    """Two times with a dash, a slash or a word between; the second may leave out its date."""
    for between in _BETWEEN_TIMES.finditer(heading):
        first = _moment(heading[: between.start()], order)
        last = _moment(heading[between.end() :], order)
        if first and first.day and last:
            starts, ends = first.on(first.day), last.on(first.day)
            if last.day is None and ends <= starts:
                ends += DAY
            return _Written(starts=starts, ends=ends) if starts < ends else None
    return None


def _moment(text: str, order: DayOrder) -> WrittenTime | None:
    try:
        if _ISO_TIME.fullmatch(text):
            moment = datetime.fromisoformat(text)
            return WrittenTime(day=moment.date(), at=moment.time()) if moment.year in YEARS else None
        return written_time(text, order, latest_year=YEARS[-1])
    except ValueError:
        return None


def _whole_day(text: str, order: DayOrder) -> _Written | None:
    if _TIME_AFTER_DATE.search(text):
        return None
    try:
        starts, ends = whole_day(written_date(text, order, latest_year=YEARS[-1]))
    except ValueError:
        return None
    return _Written(starts=starts, ends=ends)
