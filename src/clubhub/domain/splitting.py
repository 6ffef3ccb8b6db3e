"""Splits a shift that is too long into parts with a handover."""

from datetime import datetime, timedelta
from math import ceil

MINUTE = timedelta(minutes=1)


def split_with_handover(
    starts: datetime, ends: datetime, *, longest_minutes: int, handover_minutes: int
) -> list[tuple[datetime, datetime]]:
    """Parts no longer than the limit, as few as possible and as equal as whole minutes allow.

    Each part begins exactly the handover before the one before it ends. Handovers begin at full five minutes where the
    limit leaves room for it. Needs handover_minutes < longest_minutes.
    """
    total = ceil((ends - starts) / MINUTE)
    if total <= longest_minutes:
        return [(starts, ends)]
    parts = ceil((total - handover_minutes) / (longest_minutes - handover_minutes))
    for step in (5, 1):
        begins = _begins(starts, total, parts, handover_minutes, step)
        times = _times(begins, ends, handover_minutes)
        if all(MINUTE * longest_minutes >= end - begin for begin, end in times):
            break
    return times


def _begins(starts: datetime, total: int, parts: int, handover: int, step: int) -> list[datetime]:
    """When the parts begin; all but the first rounded to `step` minutes of the clock."""
    first = starts.hour * 60 + starts.minute
    stride = (total - handover) / parts
    rounded = [round((first + stride * part) / step) * step - first for part in range(1, parts)]
    return [starts, *(starts + MINUTE * minutes for minutes in rounded)]


def _times(begins: list[datetime], ends: datetime, handover: int) -> list[tuple[datetime, datetime]]:
    part_ends = [begin + MINUTE * handover for begin in begins[1:]]
    return list(zip(begins, [*part_ends, ends], strict=True))
