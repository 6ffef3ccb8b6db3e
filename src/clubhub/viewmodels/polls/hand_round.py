"""What the computer needs to know while it goes from hand to hand: who is found, and the word that ends it."""

import hmac
import secrets
from collections.abc import Iterable, Sequence
from hashlib import scrypt

from clubhub.domain.ids import OptionId
from clubhub.domain.people import Person
from clubhub.domain.plain_names import folded
from clubhub.domain.polls import Answer, Option
from clubhub.domain.waiting_lists import waiting_lists
from clubhub.support.texts import _, plural

MOST_FOUND = 8
FEW_PEOPLE = 12
"""So many are listed before anything is typed; of more nobody's name is shown until it is asked for."""


class KeptWord:
    """A word that nobody finds in memory: a salted digest alone, as slow as a person doesn't notice (about 50 ms)."""

    def __init__(self, word: str) -> None:
        self._salt = secrets.token_bytes(16)
        self._digest = self._made(word)

    def is_it(self, word: str) -> bool:
        return hmac.compare_digest(self._made(word), self._digest)

    def _made(self, word: str) -> bytes:
        return scrypt(word.encode(), salt=self._salt, n=2**14, r=8, p=1)


def found_people(people: Sequence[Person], typed: str) -> list[Person]:
    """Those of whose names every typed word begins a part, in any case and without accents; the first few."""
    wanted = _parts(typed)
    if not wanted:
        return list(people) if len(people) <= FEW_PEOPLE else []
    found = (person for person in people if _fits(_parts(person.name), wanted))
    return [person for person, _at in zip(found, range(MOST_FOUND), strict=False)]


def places_left(
    options: Sequence[Option], answers: Iterable[Answer], *, has_answered: bool = False
) -> dict[OptionId, str]:
    """For each option with a limit how many places are left at this moment, in words.

    Whoever has answered may hold one of them. The words don't tell: anybody can type any name.
    """
    full = _("full, you may have to wait")
    if has_answered:
        full = _("full; a place you have stays yours, else you may have to wait")
    found = {}
    for option_id, line in waiting_lists(options, answers).items():
        words = plural("room for {count}", "room for {count}", line.option.most or 0)
        left = plural("{count} free", "{count} free", line.free) if line.free else full
        found[option_id] = _("{room}: {left}").format(room=words, left=left)
    return found


def _parts(name: str) -> list[str]:
    """Words, and what hyphens join, each as nobody can misspell it."""
    return [part for word in name.replace("-", " ").split() if (part := folded(word))]


def _fits(parts: Sequence[str], wanted: Sequence[str]) -> bool:
    return all(any(part.startswith(word) for part in parts) for word in wanted)
