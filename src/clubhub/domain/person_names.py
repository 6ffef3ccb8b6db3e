"""Finds the person that somebody meant by a written name: in a file of answers, on the command line."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher

from clubhub.domain.errors import Conflict, NotFound
from clubhub.domain.people import Person
from clubhub.domain.plain_names import folded
from clubhub.support.texts import _, plural

_MAIL = re.compile(r"[^\s<>()\[\],;]+@[^\s<>()\[\],;]+")
_LIKENESS_TO_SUGGEST = 0.7
_CANDIDATES_TO_COMPARE = 30


class NameIndex:
    """All people of the club, found by name. Made once, it answers many times; it doesn't follow later changes."""

    def __init__(self, people: Iterable[Person]) -> None:
        self._people = tuple(people)
        self._by_exact_name: defaultdict[str, list[Person]] = defaultdict(list)
        self._by_name: defaultdict[str, list[Person]] = defaultdict(list)
        self._by_reversed_name: defaultdict[str, list[Person]] = defaultdict(list)
        self._by_mail: defaultdict[str, list[Person]] = defaultdict(list)
        for person in self._people:
            self._by_exact_name[person.name].append(person)
            self._by_name[folded(person.name)].append(person)
            self._by_reversed_name[folded(person.family_name + person.given_name)].append(person)
            for mail in person.emails:
                self._by_mail[mail.casefold()].append(person)
        self._pairs: list[frozenset[str]] | None = None

    def find(self, written: str) -> Person:
        """The one person meant by "Anna Lind", "anna  lind", "Lind, Anna", "Lind Anna" or "Anna Lind <mail address>".

        An exact name goes before one that differs in accents or case, and both before the turned order. A mail address,
        alone or beside the name, decides between people of one name; beside a name that nobody has it counts only if
        the given name is right, since families share addresses.
        Raises NotFound with the likeliest name, and Conflict if several people could be meant.
        """
        mails = _MAIL.findall(written)
        name = " ".join(_MAIL.sub(" ", written).replace("<", " ").replace(">", " ").split()).strip("()[] ")
        found = self._by_written_name(name)
        if mails and len(found) != 1:
            owners = self._by_mail.get(mails[0].casefold(), [])
            found = _narrowed(found, owners) if found else [owner for owner in owners if _has_given_name(owner, name)]
        if not found:
            raise NotFound(self._not_found_sentence(name or written))
        if len(found) > 1:
            raise Conflict(_ambiguous_sentence(name or written, found))
        return found[0]

    def _by_written_name(self, name: str) -> list[Person]:
        key = folded(name)
        if not key:
            return []
        indexes = [self._by_name, self._by_reversed_name]
        if "," in name:
            indexes.reverse()
        exact = self._by_exact_name.get(name)
        return exact or indexes[0].get(key) or indexes[1].get(key) or []

    def _not_found_sentence(self, name: str) -> str:
        alike = self._most_alike(name)
        if alike:
            return _("Nobody in the club is called “{name}”. Did you mean {guess}?").format(name=name, guess=alike)
        return _("Nobody in the club is called “{name}”. Check how it is written, or add the person first.").format(
            name=name
        )

    def _most_alike(self, name: str) -> str:
        """The name most like the written one, or "". Only those that share most pairs of letters are compared."""
        wanted = folded(name)
        if self._pairs is None:
            self._pairs = [_letter_pairs(folded(person.name)) for person in self._people]
        pairs = _letter_pairs(wanted)
        shared = Counter({place: len(pairs & other) for place, other in enumerate(self._pairs) if pairs & other})
        likeness = {}
        for place, _count in shared.most_common(_CANDIDATES_TO_COMPARE):
            person = self._people[place]
            both_ways = (folded(person.name), folded(person.family_name + person.given_name))
            likeness[person.name] = max(SequenceMatcher(None, wanted, way).ratio() for way in both_ways)
        best = max(likeness, key=lambda person_name: (likeness[person_name], person_name), default="")
        return best if likeness.get(best, 0) >= _LIKENESS_TO_SUGGEST else ""


def _narrowed(found: Sequence[Person], owners: Sequence[Person]) -> list[Person]:
    """Those of the found who own the address; all of them if none does."""
    return [person for person in found if person in owners] or list(found)


def _has_given_name(person: Person, name: str) -> bool:
    """True if no name is written, or if it holds the person's given name as a word."""
    return not name or folded(person.given_name) in {folded(word) for word in name.split()}


def _letter_pairs(name: str) -> frozenset[str]:
    return frozenset(name[place : place + 2] for place in range(max(1, len(name) - 1)))


def _ambiguous_sentence(name: str, found: Sequence[Person]) -> str:
    mails = [person.emails[0] for person in found if person.emails]
    several = plural("{count} person could be meant", "{count} people could be meant", len(found))
    if not mails:
        return _("{several} by “{name}”. Give them different names in the list of people.").format(
            several=several, name=name
        )
    return _("{several} by “{name}” ({mails}). Write the mail address after the name: {name} <{mail}>.").format(
        several=several, name=name, mails=", ".join(mails), mail=mails[0]
    )
