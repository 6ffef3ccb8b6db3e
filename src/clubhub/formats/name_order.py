"""The order of names in the club's alphabet: Å Ä Ö last for Finns and Swedes, beside A and O for Germans.

A small part of the Unicode collation (https://cldr.unicode.org, collation charts), enough for lists of people.
"""

import unicodedata
from collections.abc import Callable, Iterable
from functools import lru_cache, partial

from clubhub.domain.clubs import Club
from clubhub.domain.people import Person
from clubhub.domain.plain_names import BARE_LETTERS

_AFTER_Z = {
    "fi": "åäö",
    "sv": "åäö",
    "da": "æøå",
    "nb": "æøå",
    "nn": "æøå",
    "no": "æøå",
    "is": "þæö",
    "et": "õäöü",
}
_LANGUAGE_OF_REGION = {"FI": "fi", "AX": "sv", "SE": "sv", "DK": "da", "NO": "nb", "IS": "is", "EE": "et"}
_COUSINS = str.maketrans({"æ": "ä", "ø": "ö", "ä": "æ", "ö": "ø"})


def by_family_name(people: Iterable[Person], club: Club) -> list[Person]:
    """As on a list of members: family name, then given name; equal names in the order of their ids."""
    key = name_key(club)
    return sorted(people, key=lambda p: (key(p.family_name or p.given_name), key(p.given_name), p.id))


def name_key(club: Club) -> Callable[[str], tuple[str, str]]:
    """What to sort names by. The club's language chooses the alphabet, else its region does."""
    language = club.language.partition("-")[0].lower()
    if language not in _AFTER_Z:
        language = _LANGUAGE_OF_REGION.get(club.region.upper(), "")
    return partial(_key, after_z=_AFTER_Z.get(language, ""))


@lru_cache(maxsize=50_000)
def _key(name: str, *, after_z: str) -> tuple[str, str]:
    folded = unicodedata.normalize("NFC", name).casefold()
    return "".join(_letter(letter, after_z) for letter in folded), folded


@lru_cache(maxsize=4096)
def _letter(letter: str, after_z: str) -> str:
    """What a letter counts as: itself after z, or its sister there (ä for æ), else its bare form."""
    for form in (letter, letter.translate(_COUSINS)):
        if after_z and form in after_z:
            return chr(ord("z") + 1 + after_z.index(form))
    bare = unicodedata.normalize("NFD", letter.translate(BARE_LETTERS))
    return "".join(part for part in bare if not unicodedata.combining(part))
