"""Time slots in few signs, for links: what days share is written once.

"260608-11:1700,1830,2000+90" is three slots of 90 minutes on each day from 8 to 11 June 2026. Groups of days are
divided by ".", days by ",". A later day leaves out what it begins with like the one before ("260608,10,0702" goes on to
10 June and 2 July); "-" reaches from day to day. Times without an own length have that of the next one that has: "+90"
in minutes. Without times the days are whole.
"""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import groupby

from clubhub.domain.polls import Option

_DAY = timedelta(days=1)
_Times = tuple[tuple[str, int], ...]


def has_slot(option: Option) -> bool:
    """Whether it can be written here: whole minutes of this century."""
    starts, ends = option.starts, option.ends
    if starts is None or ends is None or not 2000 <= starts.year < 2100 or ends <= starts:
        return False
    return not (starts.second or starts.microsecond or ends.second or ends.microsecond)


def slots_field(options: Sequence[Option]) -> str:
    """Slots in their order; each of them must be one that `has_slot`."""
    days = [(day, _times(list(part))) for day, part in groupby(options, _day_of)]
    groups, last = [], None
    for run in _runs(days):
        group, last = _group(run, last)
        groups.append(group)
    return ".".join(groups)


def _day_of(option: Option) -> tuple[date, bool]:
    """A whole day stands apart from other slots of the same day."""
    if option.starts is None:
        raise ValueError(option)
    return option.starts.date(), option.is_whole_day


def _times(options: Sequence[Option]) -> _Times:
    """Start and minutes of each slot; () for one whole day."""
    if len(options) == 1 and options[0].is_whole_day:
        return ()
    return tuple(
        (f"{option.starts:%H%M}", int((option.ends - option.starts).total_seconds()) // 60)
        for option in options
        if option.starts and option.ends
    )


def _runs(days: Sequence[tuple[tuple[date, bool], _Times]]) -> Iterator[tuple[list[date], _Times]]:
    """Neighbouring days with the same times."""
    for times, part in groupby(days, lambda day: day[1]):
        yield [day[0][0] for day in part], times


def _group(run: tuple[list[date], _Times], last: date | None) -> tuple[str, date]:
    days, times = run
    parts = []
    for first, end in _spans(days):
        parts.append(_day(first, last) + (f"-{_day(end, first)}" if end > first else ""))
        last = end
    return ",".join(parts) + (f":{_written(times)}" if times else ""), days[-1]


def _spans(days: Sequence[date]) -> Iterator[tuple[date, date]]:
    """From the first to the last of days that follow each other."""
    first = end = days[0]
    for day in days[1:]:
        if day == end + _DAY:
            end = day
            continue
        yield first, end
        first = end = day
    yield first, end


def _day(day: date, last: date | None) -> str:
    """The whole date, or the end of it from where it differs: month and day, or the day."""
    if last is None or day.year != last.year:
        return f"{day:%y%m%d}"
    return f"{day:%d}" if day.month == last.month else f"{day:%m%d}"


def _written(times: _Times) -> str:
    """Each length once, behind the last of the neighbours that have it."""
    shown = []
    for minutes, part in groupby(times, lambda time: time[1]):
        starts = [start for start, _minutes in part]
        shown.append(f"{','.join(starts)}+{minutes}")
    return ",".join(shown)
