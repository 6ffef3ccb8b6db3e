"""Times and lengths as people write them: 9:00, 09.30, 0930, 9h30, 5:30 pm, "9–12.30"; 90 minutes, 1:30, 2.5 hours."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from clubhub.formats.written_dates import DayOrder, written_date

_TIME = re.compile(
    r"(?:klo|kl\.?|um|à)?\s*(\d{1,2})(?:\s*[:.h]\s*(\d{2})(?::\d{2})?|(\d{2}))?\s*(am|pm|a\.m\.|p\.m\.|h|uhr)?",
    re.IGNORECASE,
)
_DATE_AND_TIME = re.compile(r"(\S*\d{4}|\d{4}[-/.]\d{1,2}[-/.]\d{1,2})(?:T|,?\s+)(.+)")
_RANGE = re.compile(r"(.*\d.*?)\s*(?:–|—|-|\bto\b|\bbis\b)\s*(\D*\d{1,2}(?:[:.h]?\d{2})?(?::\d{2})?\s*\w*)")
HOURS_BELOW = 15
"""A shift of 15 hours is rarer than one of 15 minutes."""
ALWAYS_HOURS = 10_000
"""Hours added up over days or a season are rarely written in minutes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenTime:
    """`day` is None where only a time of day is given. `is_midnight_after` says that it was written as 24:00."""

    at: time
    day: date | None = None
    is_midnight_after: bool = False

    def on(self, day: date) -> datetime:
        """The moment on its own day, else on the one given."""
        return datetime.combine(self.day or day, self.at) + timedelta(days=self.is_midnight_after)


def written_time(text: str, order: DayOrder, *, latest_year: int) -> WrittenTime:
    """The time that the text says, with its date if there is one. Raises ValueError for anything else."""
    text = text.strip()
    with_date = _DATE_AND_TIME.fullmatch(text)
    day = written_date(with_date[1], order, latest_year=latest_year) if with_date else None
    match = _TIME.fullmatch((with_date[2] if with_date else text).strip())
    if not match:
        raise ValueError(text)
    hour, minute = _hour(int(match[1]), match[4] or ""), int(match[2] or match[3] or 0)
    if (hour, minute) == (24, 0):
        return WrittenTime(at=time(0), day=day, is_midnight_after=True)
    return WrittenTime(at=time(hour, minute), day=day)


def written_range(text: str) -> tuple[str, str] | None:
    """The two times of "9:00–12:30", as text; None if there is only one. A date's own hyphens are no range."""
    match = _RANGE.fullmatch(text.strip())
    if not match or not _TIME.fullmatch(match[2].strip()):
        return None
    return (match[1], match[2]) if re.search(r"(?:^|[\sT])\d{1,2}(?:[:.h]?\d{2})?\D*$", match[1]) else None


def written_length(text: str, *, hours_below: int = HOURS_BELOW) -> timedelta:
    """Of "1:30", of minutes ("90") or hours ("2.5", "2 h"): a bare number under `hours_below` means hours.

    Raises ValueError for anything else.
    """
    text = text.strip().lower().replace(",", ".")
    if clock := re.fullmatch(r"(\d{1,2}):(\d{2})(?::\d{2})?", text):
        return timedelta(hours=int(clock[1]), minutes=int(clock[2]))
    number = re.fullmatch(r"(\d{1,4}(?:\.\d{1,2})?)\s*(h|hours?|min|minutes?|t|tim|std|stunden)?\.?", text)
    if not number:
        raise ValueError(text)
    value, unit = float(number[1]), number[2] or ""
    is_minutes = unit.startswith("min") or (not unit and value >= hours_below)
    return timedelta(minutes=round(value if is_minutes else value * 60))


def _hour(hour: int, half_of_day: str) -> int:
    half = half_of_day.lower().replace(".", "")
    if half not in ("am", "pm"):
        return hour
    if not 1 <= hour <= 12:
        raise ValueError(half_of_day)
    return hour % 12 + (12 if half == "pm" else 0)
