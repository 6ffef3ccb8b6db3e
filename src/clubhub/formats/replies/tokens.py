"""Cuts a line into words, numbers, times of day and signs, in a form in which they can be compared."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from clubhub.domain.plain_names import BARE_LETTERS

_TOKEN = re.compile(
    r"(?P<time>\d{1,2}[:.]\d{2}(?![\d:.]\d)(?!\d)|\d{1,2}\s?h(?:\s?\d{2})?(?![^\W_]))"
    r"|(?P<number>\d+)"
    r"|(?P<word>[^\W\d_]+(?:['-][^\W\d_]+)*)"
    r"|(?P<sign>[^\w\s]|_+)"
)
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe0e\ufe0f\u20e3\ufeff\U0001f3fb-\U0001f3ff]")
_APOSTROPHES = re.compile("[’‘´`]")
SIGNS_INSIDE = frozenset(",.")
"""Left out of names of days and options when they are compared: "Sat 12. June," is "Sat 12 June"."""


@dataclass(frozen=True, slots=True)
class Token:
    """`form` is what is compared: without accents and case; a time as 17:00."""

    kind: str
    form: str
    start: int
    end: int


def plain_line(text: str) -> str:
    """The line without what can't be seen: marks of direction, the box round a digit, colours of thumbs."""
    return _APOSTROPHES.sub("'", _UNSEEN.sub("", unicodedata.normalize("NFC", text)))


def tokens(line: str) -> list[Token]:
    """Of a line that `plain_line` has made plain."""
    return [
        Token(found.lastgroup or "", _form(found.lastgroup or "", found[0]), found.start(), found.end())
        for found in _TOKEN.finditer(line)
    ]


def phrase(text: str) -> tuple[str, ...]:
    """The forms of a phrase, by which it is found in a line."""
    return forms(tokens(plain_line(text)))


@lru_cache(maxsize=10_000)
def known_phrase(text: str) -> tuple[str, ...]:
    """The same for words that are the same for every poll, or for every reply to one."""
    return phrase(text)


def forms(found: Sequence[Token]) -> tuple[str, ...]:
    return tuple(token.form for token in found if token.form not in SIGNS_INSIDE)


@lru_cache(maxsize=20_000)
def _form(kind: str, text: str) -> str:
    if kind == "time":
        hour, _sign, minute = text.casefold().replace(" ", "").replace(".", ":").replace("h", ":").partition(":")
        return f"{int(hour):02}:{minute or '00'}"
    if kind == "number":
        return text.lstrip("0") or "0"
    if kind == "sign":
        return "-" if text in "–—−‐‑" else text
    apart = unicodedata.normalize("NFKD", text.casefold().translate(BARE_LETTERS))
    return "".join(letter for letter in apart if not unicodedata.combining(letter))
