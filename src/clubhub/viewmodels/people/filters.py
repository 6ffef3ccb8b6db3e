"""Filtering and sorting of people as values, before the model: 100,000 of them between two keys.

A proxy model asks Python once per row and key for what a list comprehension over folded text does in milliseconds.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from itertools import compress

from clubhub.domain.people import Channel
from clubhub.domain.plain_names import folded
from clubhub.services.people import PeopleDirectory
from clubhub.support.texts import _
from clubhub.viewmodels.people.rows import PersonRow, channel_name, name_order

MOST_KEPT = 32
"""Answers to what was typed that are kept, for when it is taken back letter by letter."""


class Kind(Enum):
    """What a criterion looks at."""

    GROUP = auto()
    SKILL = auto()
    ROLE = auto()
    ROAD = auto()
    LAPSES = auto()
    NO_CONTACT = auto()


@dataclass(frozen=True, slots=True)
class Criterion:
    """A chip of the filter. `value` is an id, or a channel's value; 0 where the kind says it all."""

    kind: Kind
    value: int | str = 0

    def fits(self, row: PersonRow) -> bool:
        match self.kind:
            case Kind.GROUP:
                return self.value in row.group_ids
            case Kind.SKILL:
                return self.value in row.skill_ids
            case Kind.ROLE:
                return self.value in row.role_ids
            case Kind.ROAD:
                return row.reached.channel is not None and row.reached.channel.value == self.value
            case Kind.LAPSES:
                return row.lapses
            case Kind.NO_CONTACT:
                return not row.reached.is_reached


LAPSES = Criterion(Kind.LAPSES)
NO_CONTACT = Criterion(Kind.NO_CONTACT)


def criterion_text(criterion: Criterion, directory: PeopleDirectory) -> str:
    """What stands on the chip; "" if the group or skill is gone."""
    match criterion.kind:
        case Kind.GROUP:
            return next((group.name for group in directory.groups.values() if group.id == criterion.value), "")
        case Kind.SKILL:
            found = next((skill.name for skill in directory.skills.values() if skill.id == criterion.value), "")
            return _("Skill: {name}").format(name=found) if found else ""
        case Kind.ROLE:
            role = next((role.name for role in directory.roles.values() if role.id == criterion.value), "")
            return _("Signed up: {name}").format(name=role) if role else ""
        case Kind.ROAD:
            names = {channel.value: channel_name(channel) for channel in Channel}
            return _("Reached by: {road}").format(road=names[str(criterion.value)])
        case Kind.LAPSES:
            return _("Lapses soon")
        case Kind.NO_CONTACT:
            return _("No contact")


@dataclass(frozen=True, slots=True)
class Sorting:
    """The key of a column, and which way."""

    column: str = "name"
    is_descending: bool = False


_SORT_KEYS: dict[str, Callable[[PersonRow], tuple[object, ...]]] = {
    "household": lambda row: (not row.household, name_order(row.household), row.order),
    "groups": lambda row: (not row.groups, name_order(row.groups), row.order),
    "skills": lambda row: (not row.skills, not row.lapses, [chip.text for chip in row.skills], row.order),
    "reached": lambda row: (row.reached.is_reached, row.reached.text, row.order),
    "name": lambda row: (row.order,),
}


@dataclass(frozen=True, slots=True)
class _Found:
    """Rows, and beside each the text that words are looked for in: to read it from the row again costs the most."""

    rows: list[PersonRow]
    texts: list[str]

    def having(self, needle: str) -> "_Found":
        """Those with the word in their text; itself where that is everybody, so that nobody copies it."""
        fits = [needle in text for text in self.texts]
        if all(fits):
            return self
        return _Found(list(compress(self.rows, fits)), list(compress(self.texts, fits)))


class PeopleSieve:
    """Everybody; `shown` picks and sorts. What was sorted or found before is kept, so that a key costs little."""

    def __init__(self, rows: Iterable[PersonRow] = ()) -> None:
        self.rows: Sequence[PersonRow] = list(rows)
        self._sorted: dict[Sorting, list[PersonRow]] = {}
        self._base: tuple[Sorting, frozenset[Criterion]] | None = None
        self._found: dict[str, _Found] = {}

    def shown(self, words: str, criteria: Iterable[Criterion], sorting: Sorting) -> list[PersonRow]:
        """Who fits every kind of criteria (any of one kind) and has all the words, each anywhere in what is known."""
        self._take_base(sorting, frozenset(criteria))
        if words not in self._found:
            begun = max((typed for typed in self._found if words.startswith(typed)), key=len)
            found = self._found[begun]
            for needle in _needles(words):
                found = found.having(needle)
            if len(self._found) > MOST_KEPT:
                self._found = {"": self._found[""]}
            self._found[words] = found
        return self._found[words].rows

    def _take_base(self, sorting: Sorting, criteria: frozenset[Criterion]) -> None:
        if self._base == (sorting, criteria):
            return
        rows = self._in_order(sorting)
        for kind in Kind:
            wanted = [criterion for criterion in criteria if criterion.kind is kind]
            if wanted:
                rows = [row for row in rows if any(criterion.fits(row) for criterion in wanted)]
        self._base, self._found = (sorting, criteria), {"": _Found(rows, [row.searched for row in rows])}

    def _in_order(self, sorting: Sorting) -> list[PersonRow]:
        if sorting not in self._sorted:
            ordered = sorted(self.rows, key=_SORT_KEYS[sorting.column], reverse=sorting.is_descending)
            self._sorted[sorting] = ordered
        return self._sorted[sorting]


def _needles(words: str) -> list[str]:
    """Folded words; a number typed with its leading 0 is found in its international form."""
    typed = [folded(word) for word in words.split()]
    return [word.lstrip("0") if word.isdigit() else word for word in typed if word.strip("0")]
