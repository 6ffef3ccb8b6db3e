"""When two written names are the same: one comparison for names of things, one for names of people and headings."""

import unicodedata

BARE_LETTERS = str.maketrans(
    {"æ": "ae", "ø": "o", "ð": "d", "þ": "th", "đ": "d", "ł": "l", "ı": "i", "ß": "ss", "œ": "oe"}
)
"""Small letters that Unicode doesn't take apart into a plain one and an accent."""


def plain_name(name: str) -> str:
    """The name without what nobody means: case, and blanks around it or doubled inside."""
    return " ".join(name.split()).casefold()


def folded(name: str) -> str:
    """The name without what people write differently: case, accents, blanks, hyphens and other signs.

    The same for "E-mail", "e mail" and "EMAIL:", or for "Sähköposti" and "SAHKOPOSTI".
    """
    apart = unicodedata.normalize("NFKD", name.casefold().translate(BARE_LETTERS))
    return "".join(letter for letter in apart if letter.isalnum())
