"""Days and times in words: "Saturday 13 June", "07:30–11:30".

What leaves ClubHub is in the club's language, what is said at the desk in that of the desk (see texts.language).

Times are always on 24 hours with a colon, so that a column of them lines up on paper in every language.
"""

from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from babel import Locale

EN_DASH = "–"


def day_name(day: date, language: str) -> str:
    """Like "Saturday 13 June"."""
    return f"{_weekday(day, language, 'wide')} {day_and_month(day, language)}"


def short_day(day: date, language: str) -> str:
    """Like "Sat 13 June"."""
    return f"{weekday(day, language)} {day_and_month(day, language)}"


def day_and_year(day: date, language: str) -> str:
    """Like "Sat 13 June 2027"."""
    return f"{short_day(day, language)} {day.year}"


def weekday(day: date, language: str) -> str:
    """Like "Sat"."""
    return _weekday(day, language, "abbreviated")


def full_weekday(day: date, language: str) -> str:
    """Like "Saturday"."""
    return _weekday(day, language, "wide")


@lru_cache(maxsize=1000)
def day_and_month(day: date, language: str) -> str:
    """Like "13 June"."""
    from babel.dates import format_skeleton

    midnight = datetime.combine(day, time.min)
    return format_skeleton("MMMMd", midnight, locale=_locale(language))


def day_span(first: date, last: date, language: str) -> str:
    """From day to day with the year: "Sat 13 June – Sun 14 June 2026"."""
    end = day_and_year(last, language)
    if first == last:
        return end
    if first.year != last.year:
        return f"{day_and_year(first, language)} {EN_DASH} {end}"
    return f"{short_day(first, language)} {EN_DASH} {end}"


def clock(moment: datetime) -> str:
    """Like "07:30"."""
    return f"{moment:%H:%M}"


def time_range(starts: datetime, ends: datetime) -> str:
    """Like "07:30–11:30"; an end after midnight is told by being the smaller one."""
    return f"{clock(starts)}{EN_DASH}{clock(ends)}"


def span(starts: datetime, ends: datetime, language: str) -> str:
    """Like `time_range`, but an end a day or more later says on which day: "22:00–Sun 14 June 23:30"."""
    if ends - starts < timedelta(days=1):
        return time_range(starts, ends)
    return f"{clock(starts)}{EN_DASH}{stamp(ends, language)}"


def stamp(moment: datetime, language: str) -> str:
    """Like "Fri 12 June 18:40", as `moment` stands (give it in the zone of its readers)."""
    return f"{short_day(moment.date(), language)} {clock(moment)}"


@lru_cache(maxsize=1000)
def _weekday(day: date, language: str, width: str) -> str:
    name = str(_locale(language).days["stand-alone"][width][day.weekday()])
    return name.rstrip(".")


@lru_cache(maxsize=50)
def _locale(language: str) -> "Locale":
    """The locale of a BCP 47 tag. Plain English is taken as British: day before month; an unknown tag too."""
    from babel import Locale, UnknownLocaleError

    try:
        return Locale.parse("en_GB" if language in {"", "en"} else language.replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        return Locale.parse("en_GB")
