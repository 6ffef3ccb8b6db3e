"""A shift's hours on paper, also when it is longer than a day."""

from datetime import datetime, timedelta

from clubhub.support import dates


def hours(starts: datetime, ends: datetime, language: str) -> str:
    """Like "07:30–11:30"; after a day or more the weekday of the end is named: "18:00–Sun 20:00"."""
    return f"{dates.clock(starts)}{dates.EN_DASH}{until(starts, ends, language)}"


def until(starts: datetime, ends: datetime, language: str) -> str:
    """The end alone, with its weekday after a day or more."""
    if ends - starts < timedelta(days=1):
        return dates.clock(ends)
    return f"{dates.weekday(ends.date(), language)} {dates.clock(ends)}"
