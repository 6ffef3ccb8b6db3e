"""Days written with the name of the month, in the languages that poll programs speak: "Sat 12 June 2027".

They are turned into ISO dates, which everything else here reads. Learned from the exports of Doodle, Rallly, Framadate
and Nextcloud Polls, whose headings are in the language of whoever exported them.
"""

import re
import unicodedata
from collections.abc import Iterator
from datetime import date
from functools import cache

LANGUAGES = ("en", "fi", "sv", "de", "fr", "da", "nb", "nl", "es", "it", "pt", "et")

_WORD = r"[^\W\d_]+"
_WEEKDAY = r"[^\W\d_]+(?:-[^\W\d_]+)?"
_WEEKDAY_BEFORE = re.compile(rf"(?P<weekday>{_WEEKDAY})\.?,?\s+(?=\d)")
_ORDINAL = r"(?:\.|er|st|nd|rd|th|º)?"
_DAY_FIRST = re.compile(
    rf"(?:(?P<weekday>{_WEEKDAY})\.?,?\s+)?(?:(?:den|le|el|il)\s+)?(?P<day>\d{{1,2}}){_ORDINAL}\s+(?:(?:of|de)\s+)?"
    rf"(?P<month>{_WORD})\.?,?(?:\s+(?:de\s+)?(?P<year>\d{{4}})(?![\d:]))?",
    re.IGNORECASE,
)
_MONTH_FIRST = re.compile(
    rf"(?:(?P<weekday>{_WEEKDAY})\.?,?\s+)?(?P<month>{_WORD})\.?\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?![\d:.])"
    rf"(?:,?\s+(?P<year>\d{{4}})(?![\d:]))?",
    re.IGNORECASE,
)
_MONTH_AND_YEAR = re.compile(rf"(?P<month>{_WORD})\.?,?\s+(?:de\s+)?(?P<year>\d{{4}})", re.IGNORECASE)
_DAY_OF_MONTH = re.compile(
    rf"(?:(?P<weekday>{_WEEKDAY})\.?,?\s+)?(?P<day>\d{{1,2}}){_ORDINAL}(?:\s+(?P<after>{_WORD})\.?)?"
)
_NEAREST_YEARS = range(-12, 13)
_LEAST_BEGINNING = 4


def with_iso_days(text: str, today: date | None = None) -> str:
    """The text with a named day as YYYY-MM-DD; unchanged if there is none.

    A day without a year is taken only with `today`: the year nearest to it in which the weekday, if one stands there,
    is right.
    """
    for match in _named(text):
        found = _date(match, today)
        if found:
            return f"{text[: match.start()]}{found.isoformat()}{text[match.end() :]}"
    return text


def before_weekday(text: str) -> tuple[frozenset[int], str]:
    """The days of the week (Monday is 0) that stand before a date in digits, none without one, and what follows."""
    match = _WEEKDAY_BEFORE.match(text)
    days = _weekdays().get(_plain(match["weekday"]), frozenset()) if match else frozenset()
    return (days, text[match.end() :]) if match and days else (frozenset(), text)


def lacks_year(text: str) -> bool:
    """Whether the text names a day and no year."""
    return any(_month(match["month"]) and match["year"] is None for match in _named(text))


def month_and_year(text: str) -> tuple[int, int] | None:
    """Year and month of "May 2019"; None for anything else."""
    match = _MONTH_AND_YEAR.fullmatch(text.strip())
    month = _month(match["month"]) if match else None
    return (int(match["year"]), month) if match and month else None


def day_of_month(text: str) -> int | None:
    """The day of "Mon 20", "20" or "ma 20."; None for anything else."""
    match = _DAY_OF_MONTH.fullmatch(text.strip())
    if not match or not 1 <= int(match["day"]) <= 31:
        return None
    words = [word for word in (match["weekday"], match["after"]) if word]
    return int(match["day"]) if all(_plain(word) in _weekdays() for word in words) else None


def _named(text: str) -> Iterator[re.Match[str]]:
    for pattern in (_DAY_FIRST, _MONTH_FIRST):
        for match in pattern.finditer(text):
            if _month(match["month"]):
                yield match


def _date(match: re.Match[str], today: date | None) -> date | None:
    month, day = _month(match["month"]), int(match["day"])
    weekdays = _weekdays().get(_plain(match["weekday"] or ""), frozenset())
    if month is None or (match["weekday"] and not weekdays):
        return None
    if match["year"]:
        return _existing(int(match["year"]), month, day)
    return _nearest(month, day, weekdays, today) if today else None


def _nearest(month: int, day: int, weekdays: frozenset[int], today: date) -> date | None:
    """Of years equally near the coming one."""
    found = (_existing(today.year + years, month, day) for years in _NEAREST_YEARS)
    fitting = [one for one in found if one and (not weekdays or one.weekday() in weekdays)]
    return min(fitting, key=lambda one: (abs((one - today).days), one < today), default=None)


def _existing(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _month(name: str) -> int | None:
    """By its name, or by a beginning of four letters that no other month has: "lokak." is October."""
    word = _plain(name)
    exact = _months().get(word)
    if exact or len(word) < _LEAST_BEGINNING:
        return exact
    begun = {number for month, number in _months().items() if month.startswith(word)}
    return begun.pop() if len(begun) == 1 else None


def _plain(word: str) -> str:
    return unicodedata.normalize("NFC", word).casefold().strip(". ")


@cache
def _months() -> dict[str, int]:
    names = {_plain(name): number for kind in _kinds("months") for number, name in kind.items()}
    return {name: number for name, number in names.items() if len(name) > 2} | {"sept": 9}


@cache
def _weekdays() -> dict[str, frozenset[int]]:
    """Monday is 0. A short name may mean different days in different languages."""
    found: dict[str, set[int]] = {}
    for kind in _kinds("days"):
        for number, name in kind.items():
            found.setdefault(_plain(name), set()).add(number)
    return {name: frozenset(numbers) for name, numbers in found.items()}


def _kinds(what: str) -> Iterator[dict[int, str]]:
    """Names by number, of every language and length."""
    from babel import Locale

    for language in LANGUAGES:
        names = getattr(Locale.parse(language), what)
        for context in ("format", "stand-alone"):
            for width in ("wide", "abbreviated", "short"):
                yield dict(names[context].get(width, {}))
