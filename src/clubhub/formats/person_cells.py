"""What the cells of a list of people say: names, yes and no, channels, ages, languages, lists.

Readers raise Unreadable with the reason, in a person's words, for what they don't understand.
"""

import re
import unicodedata
from datetime import date, timedelta
from functools import cache, lru_cache

from clubhub.domain.people import AgeBand, Channel
from clubhub.formats.headings import heading_key
from clubhub.formats.unreadable import Unreadable
from clubhub.formats.written_dates import DayOrder, written_date
from clubhub.formats.written_times import ALWAYS_HOURS, written_length
from clubhub.support.texts import _

MAX_NAME_LENGTH = 200
OLDEST_AGE = 120

_BETWEEN_NAMES = re.compile(r"[;,\n|]")
# Line breaks of every kind and other controls are blanks; marks that turn the reading direction or can't be seen go.
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\s]+")
_UNSEEN = re.compile("[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ud800-\udfff]")
_YES = {"yes", "y", "true", "x", "1", "kylla", "k", "on", "ja", "j", "oui", "o", "vrai", "wahr", "✓"}
_NO = {"no", "n", "false", "0", "ei", "e", "nej", "nein", "non", "faux", "falsch", "epatosi", ""}

_CHANNEL_WORDS = {
    Channel.MAIL: "mail email sahkoposti sposti meili epost mejl courriel",
    Channel.SMS: "sms text textmessage tekstiviesti tekstari textmeddelande kurznachricht texto",
    Channel.WHATSAPP: "whatsapp wa",
    Channel.PHONE: "phone call telephone puhelin soitto telefon samtal anruf telephone appel mobile mobil",
    Channel.PAPER: "paper letter post paperi kirje posti papper brev papier brief courrier lettre",
}
_CHANNELS = {word: channel for channel, words in _CHANNEL_WORDS.items() for word in words.split()}

_ADULT = {"adult", "adults", "aikuinen", "taysiikainen", "vuxen", "erwachsen", "erwachsene", "erwachsener", "adulte"}
_UNDER = re.compile(r"(?:under|alle|unter|u|moins de|<)\s*(\d{1,2})\D*", re.IGNORECASE)
_AGE = re.compile(r"(\d{1,3})(?:\s*[-–]\s*\d{1,3}|\s*\+)?(?:\s*[^\W\d]+\.?)?")
_LANGUAGE_CODE = re.compile(r"([a-z]{2,3})(?:[-_][a-z0-9]+)*", re.IGNORECASE)


def clean(text: str) -> str:
    """The text in one line, composed (NFC), without anything that can't be seen."""
    # What isn't printable includes everything unseen and every blank but the plain one
    if text.isprintable() and "  " not in text and unicodedata.is_normalized("NFC", text):
        return text.strip()
    return _CONTROLS.sub(" ", _UNSEEN.sub("", unicodedata.normalize("NFC", text))).strip()


def read_name(cell: str) -> str:
    name = clean(cell)
    if len(name) > MAX_NAME_LENGTH:
        raise Unreadable(_("“{start}...” is too long for a name").format(start=name[:30]))
    return name


def is_yes_or_no(cell: str) -> bool:
    return heading_key(cell) in _YES | _NO or cell.strip() in {"✓", "-"}


def read_yes(cell: str) -> bool:
    if not is_yes_or_no(cell):
        raise Unreadable(_("“{cell}” is neither yes nor no").format(cell=clean(cell)))
    return heading_key(cell) in _YES or cell.strip() == "✓"


@lru_cache(maxsize=10_000)
def read_names(cell: str) -> tuple[str, ...]:
    """A list with commas, semicolons or line breaks; each name once."""
    names = (read_name(part) for part in _BETWEEN_NAMES.split(cell))
    return tuple(dict.fromkeys(name for name in names if name))


def read_channel(cell: str) -> Channel:
    try:
        return _CHANNELS[heading_key(cell)]
    except KeyError as error:
        raise Unreadable(_("“{cell}” is no channel: mail, SMS, WhatsApp, phone or paper").format(cell=cell)) from error


@lru_cache(maxsize=1000)
def read_age(cell: str) -> AgeBand:
    """From "14", "13-15", "under 13", "18+" or "adult"; of a range the lowest age counts."""
    text = clean(cell)
    if heading_key(text) in _ADULT:
        return AgeBand.ADULT
    if under := _UNDER.fullmatch(text):
        return AgeBand.of_age(max(0, int(under[1]) - 1))
    age = _AGE.fullmatch(text)
    if not age or int(age[1]) > OLDEST_AGE:
        raise Unreadable(_("“{cell}” is no age").format(cell=text))
    return AgeBand.of_age(int(age[1]))


@lru_cache(maxsize=50_000)
def read_birth(cell: str, order: DayOrder, today: date) -> AgeBand:
    """The age band on `today`; a year alone counts as its last day, so that nobody is taken for older."""
    text = cell.strip()
    try:
        is_year = len(text) == 4 and text.isdecimal()
        born_on = date(int(text), 12, 31) if is_year else written_date(text, order, latest_year=today.year)
    except ValueError as error:
        raise Unreadable(_("“{cell}” is no date of birth").format(cell=clean(cell))) from error
    if born_on.year > today.year or (born_on > today and not is_year) or today.year - born_on.year > OLDEST_AGE:
        raise Unreadable(_("“{cell}” can't be a date of birth").format(cell=clean(cell)))
    return AgeBand.of_birth_date(born_on, today)


@lru_cache(maxsize=1000)
def read_minutes(cell: str, most_hours: int) -> int:
    """Of "8", "7.5 h" or "7:30" hours, no more than `most_hours`."""
    try:
        minutes = written_length(cell, hours_below=ALWAYS_HOURS) // timedelta(minutes=1)
    except ValueError as error:
        raise Unreadable(_("“{cell}” is no number of hours").format(cell=clean(cell))) from error
    if minutes > most_hours * 60:
        raise Unreadable(_("“{cell}” is more than {most} hours").format(cell=clean(cell), most=most_hours))
    return minutes


@lru_cache(maxsize=1000)
def read_language(cell: str) -> str:
    """A code such as "sv" from a code or from a language's name in one of our languages; of several the first."""
    text = _BETWEEN_NAMES.split(clean(cell).replace("/", ","))[0].strip()
    key = heading_key(text)
    if key in _languages():
        return _languages()[key]
    code = _LANGUAGE_CODE.fullmatch(text)
    if code and code[1].lower() in set(_languages().values()):
        return code[1].lower()
    raise Unreadable(_("“{cell}” is no language").format(cell=clean(cell)))


def language_tag(written: str) -> str:
    """A tag such as "sv-FI" as it is, or the code for a language's name. Raises Unreadable for no language."""
    from babel import Locale, UnknownLocaleError

    try:
        return str(Locale.parse(written.replace("-", "_"))).replace("_", "-")
    except (UnknownLocaleError, ValueError):
        return read_language(written)


@cache
def _languages() -> dict[str, str]:
    from babel import Locale

    named: dict[str, str] = {}
    for ours in ("en", "fi", "sv", "de", "fr"):
        named |= {heading_key(name): code for code, name in Locale(ours).languages.items() if len(code) <= 3}
    return named
