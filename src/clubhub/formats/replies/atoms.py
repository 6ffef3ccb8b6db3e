"""What a line of a reply is made of, and how neighbours belong together: ranges, a number and its option's name."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import date
from enum import IntEnum, auto

from clubhub.domain.polls import Mark


class Kind(IntEnum):
    OPTIONS = auto()
    MARK = auto()
    QUESTION = auto()
    """A "?", which makes the option before it one for need."""
    SEPARATOR = auto()
    AND = auto()
    JA = auto()
    """ "And" in Finnish, "yes" in Swedish and German."""
    RANGE = auto()
    EXCEPT = auto()
    REST = auto()
    ALL = auto()
    NONE = auto()
    OPEN = auto()
    CLOSE = auto()
    CONDITION = auto()
    UNKNOWN = auto()
    NO_OPTION = auto()
    """A number that no option has, or a time or day that the poll doesn't ask about."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Atom:
    """`numbers` are the options that may be meant; `is_clear` says that all of them are.

    `is_number` says that options were called by their numbers alone. `days` is set where a day alone is named.
    """

    kind: Kind
    text: str = ""
    start: int = 0
    end: int = 0
    numbers: frozenset[int] = frozenset()
    mark: Mark | None = None
    is_number: bool = False
    is_clear: bool = True
    days: frozenset[date] = frozenset()


BREAKS = frozenset({Kind.SEPARATOR, Kind.AND})
_BETWEEN_NUMBER_AND_NAME = (".", ":", ")")


def merged(atoms: Sequence[Atom], known: AbstractSet[int]) -> list[Atom]:
    """Ranges as their numbers, a number and the name behind it as one option, a day before its times left out."""
    return _named(_without_headings(_without_brackets(_ranges(atoms, known))))


def _ranges(atoms: Sequence[Atom], known: AbstractSet[int]) -> list[Atom]:
    result: list[Atom] = []
    at = 0
    while at < len(atoms):
        first, *behind = atoms[at : at + 3]
        if len(behind) == 2 and behind[0].kind is Kind.RANGE and first.is_number and behind[1].is_number:
            result.append(_range(first, behind[1], known))
            at += 3
            continue
        if first.kind is not Kind.RANGE:
            result.append(first)
        elif any(map(str.isalpha, first.text)):
            result.append(replace(first, kind=Kind.UNKNOWN))
        at += 1
    return result


def _range(first: Atom, last: Atom, known: AbstractSet[int]) -> Atom:
    numbers = frozenset(range(min(first.numbers), min(last.numbers) + 1))
    whole = replace(first, numbers=numbers, end=last.end, text=f"{first.text}–{last.text}")
    return whole if numbers and numbers <= known else replace(whole, kind=Kind.NO_OPTION)


def _without_brackets(atoms: Sequence[Atom]) -> list[Atom]:
    """A number in brackets means something that isn't said: it counts as unknown. "1)" is a number of a list."""
    result: list[Atom] = []
    for at, atom in enumerate(atoms):
        if atom.kind not in {Kind.OPEN, Kind.CLOSE}:
            result.append(atom)
        elif atom.kind is Kind.OPEN and [a.kind for a in atoms[at + 1 : at + 3]] == [Kind.OPTIONS, Kind.CLOSE]:
            result.append(replace(atom, kind=Kind.UNKNOWN))
    return result


def _named(atoms: Sequence[Atom]) -> list[Atom]:
    result: list[Atom] = []
    for atom in atoms:
        before = [a for a in result[-2:] if a.text not in _BETWEEN_NUMBER_AND_NAME]
        number = before[-1] if before and _is_behind(result, before[-1], atom) else None
        if number is None:
            result.append(atom)
            continue
        while result[-1] is not number:
            result.pop()
        fits = number.numbers <= atom.numbers or not atom.numbers
        kind = Kind.OPTIONS if fits else Kind.NO_OPTION
        text = f"{number.text} {atom.text}"
        result[-1] = replace(number, kind=kind, text=text, end=atom.end, is_number=False)
    return result


def _is_behind(result: Sequence[Atom], number: Atom, name: Atom) -> bool:
    """Whether a name stands right behind the number of a line: "1) 17:00", "2. Mon 8 June 17:00"."""
    is_first = len(result) <= 2 and all(a is number or a.text in _BETWEEN_NUMBER_AND_NAME for a in result)
    is_name = name.kind is Kind.OPTIONS and not name.is_number
    return is_name and is_first and number.is_number and number.kind is Kind.OPTIONS


def _without_headings(atoms: Sequence[Atom]) -> list[Atom]:
    kept: list[Atom] = []
    following: Atom | None = None
    for atom in reversed(atoms):
        if following and atom.days and _is_time_of(following, atom):
            continue
        kept.append(atom)
        following = following if atom.kind in BREAKS else atom
    return kept[::-1]


def _is_time_of(atom: Atom, day: Atom) -> bool:
    is_name = atom.kind is Kind.OPTIONS and not atom.days and not atom.is_number
    return is_name and atom.numbers <= day.numbers
