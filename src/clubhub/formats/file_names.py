"""Names for files that are named after people: readable, safe on every system, and each only once."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence

from clubhub.domain.ids import PersonId
from clubhub.domain.people import Person
from clubhub.domain.plain_names import BARE_LETTERS

_LONGEST = 60
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
_NEAREST = BARE_LETTERS | str.maketrans("", "", "’'")
# Devices of Windows, with any suffix: https://learn.microsoft.com/windows/win32/fileio/naming-a-file
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)")


def file_names(people: Sequence[Person], suffix: str) -> dict[PersonId, str]:
    """Like "anna-lind.ics". Two of the same name both get the end of their id, so that neither is "the" Anna Lind."""
    slugs = {person.id: slug(person.name) for person in people}
    shared = _repeated(slugs.values())
    names = {one: f"{text}-{_id_text(one)[-4:]}" if text in shared else text for one, text in slugs.items()}
    clashing = _repeated(names.values())
    return {
        one: f"{slugs[one]}-{_id_text(one)}{suffix}" if text in clashing else f"{text}{suffix}"
        for one, text in names.items()
    }


def slug(name: str) -> str:
    """The name in small ASCII letters, digits and hyphens; "person" if nothing of it can be written so."""
    bare = unicodedata.normalize("NFKD", name.casefold().translate(_NEAREST))
    ascii_only = bare.encode("ascii", "ignore").decode()
    text = re.sub(r"[^a-z0-9]+", "-", ascii_only).strip("-")[:_LONGEST].strip("-")
    return f"person-{text}".rstrip("-") if not text or _RESERVED.fullmatch(text) else text


def _repeated(texts: Iterable[str]) -> set[str]:
    return {text for text, times in Counter(texts).items() if times > 1}


def _id_text(number: int) -> str:
    """An id in base 36."""
    digits = ""
    while number:
        number, rest = divmod(number, 36)
        digits = _DIGITS[rest] + digits
    return digits or "0"
