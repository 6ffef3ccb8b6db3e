"""Start and end of an entry, as moments, from the several ways in which a schedule says them."""

import re
from datetime import UTC, date, datetime, time, timedelta

from clubhub.domain.wall_time import YEARS, to_utc
from clubhub.formats.schedules.raw import RawEntry
from clubhub.formats.schedules.shape import another_dialect
from clubhub.formats.unreadable import Unreadable
from clubhub.support.texts import _

LONGEST_ENTRY = timedelta(days=7)

_CLOCK = re.compile(r"(\d{1,2}):(\d{2})")
_DURATION = re.compile(r"(?:(\d{1,3}):)?(\d{1,4}):([0-5]\d)")
_OTHER_DIALECT_START = re.compile(r"\d{4}")


def entry_times(entry: RawEntry, zone: str) -> tuple[datetime, datetime]:
    """When the entry starts and ends (aware, UTC); they are equal for an entry without length.

    `date` says the moment, with its zone; without one it is wall time in `zone`. An old file without `date` gives the
    day and "14:15", which is after midnight if the day itself begins later than that.
    """
    starts = _moment(entry.date, zone) if entry.date else to_utc(_from_day(entry), zone)
    if starts is None:
        raise Unreadable(_("its date “{given}” can't be read").format(given=entry.date))
    ends = _moment(entry.end, zone) if entry.end and not entry.duration else starts + _duration(entry.duration)
    if ends is None or not timedelta() <= ends - starts <= LONGEST_ENTRY:
        raise Unreadable(_("it ends before it starts, or lasts longer than a week"))
    return starts, ends


def offset_of(entry: RawEntry) -> timedelta | None:
    """How far the entry's date says to be from UTC; None if it doesn't say."""
    try:
        return datetime.fromisoformat(entry.date).utcoffset()
    except ValueError:
        return None


def _moment(given: str, zone: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(given)
        if moment.year not in YEARS:
            return None
        return moment.astimezone(UTC) if moment.tzinfo else to_utc(moment, zone)
    except ValueError:
        return None


def _from_day(entry: RawEntry) -> datetime:
    if _OTHER_DIALECT_START.fullmatch(entry.start):
        raise another_dialect()
    match = _CLOCK.fullmatch(entry.start)
    try:
        day = date.fromisoformat(entry.day)
        at = time(int(match[1]), int(match[2])) if match and day.year in YEARS else None
    except ValueError:
        at = None
    if at is None:
        raise Unreadable(_("it has neither a date nor a start that can be read"))
    starts = datetime.combine(day, at)
    return starts + timedelta(days=1) if _begins_later(entry.day_starts, at) else starts


def _begins_later(day_starts: str, at: time) -> bool:
    try:
        return datetime.fromisoformat(day_starts).time() > at
    except ValueError:
        return False


def _duration(given: str) -> timedelta:
    """The length of "1:30", "01:30" or with days "1:02:30"."""
    match = _DURATION.fullmatch(given)
    if not match:
        raise Unreadable(_("its duration “{given}” can't be read").format(given=given))
    return timedelta(days=int(match[1] or 0), hours=int(match[2]), minutes=int(match[3]))
