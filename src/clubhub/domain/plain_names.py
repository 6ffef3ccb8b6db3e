"""When two written names are the same: one comparison for names of things, one for names of people and headings."""

import re
import unicodedata

_DASHES_AT_END = re.compile(r"(?:\s+[-–—]+)+$")

BARE_LETTERS = str.maketrans(
    {"æ": "ae", "ø": "o", "ð": "d", "þ": "th", "đ": "d", "ł": "l", "ı": "i", "ß": "ss", "œ": "oe"}
)
"""Small letters that Unicode doesn't take apart into a plain one and an accent."""

_ASCII_SIGNS = dict.fromkeys(code for code in range(128) if not chr(code).isalnum())


def plain_name(name: str) -> str:
    """The name without what nobody means: case, and blanks around it or doubled inside."""
    return " ".join(name.split()).casefold()


def title_of(written: str) -> str:
    """The name without the blanks and the lonely dash that some programs leave at its end."""
    return _DASHES_AT_END.sub("", " ".join(written.split()))


def folded(name: str) -> str:
    """The name without what people write differently: case, accents, blanks, hyphens and other signs.

    The same for "E-mail", "e mail" and "EMAIL:", or for "Sähköposti" and "SAHKOPOSTI".
    """
    if name.isascii():  # most names, in less than half the time
        return name.lower().translate(_ASCII_SIGNS)
    apart = unicodedata.normalize("NFKD", name.casefold().translate(BARE_LETTERS))
    return "".join(letter for letter in apart if letter.isalnum())
