"""Which mark of a line belongs to which option: "1, 3 and maybe 4", "yes 1 3, no 2", "1 yes 2 no 3 maybe".

A mark belongs to its neighbour where a comma or an "and" stands on its other side; where signs don't tell, the other
marks of the line do. What can be read in two ways is told as a doubt.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum, auto

from clubhub.domain.polls import Mark
from clubhub.formats.replies.atoms import BREAKS, Atom, Kind
from clubhub.support.texts import _


class _Side(Enum):
    BEFORE = auto()
    """The mark stands before its options."""
    BEHIND = auto()
    OPEN = auto()


@dataclass(slots=True)
class _Entry:
    """Options or a mark; `is_apart` says that a comma or an "and" stands before it."""

    atom: Atom
    is_apart: bool
    mark: Mark | None = None
    side: _Side | None = None

    @property
    def is_mark(self) -> bool:
        return self.atom.kind is Kind.MARK


@dataclass(frozen=True, slots=True, kw_only=True)
class Bound:
    """What a line says: pairs of an option's atom and its mark. None for options named without a word.

    `loose` are marks that stand there without any option.
    """

    pairs: tuple[tuple[Atom, Mark | None], ...] = ()
    loose: tuple[Mark, ...] = ()
    doubts: tuple[str, ...] = ()


@dataclass(slots=True)
class _Binding:
    entries: list[_Entry] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)


def bind(atoms: Sequence[Atom]) -> Bound:
    """Of options, marks, question marks, commas and words for "and"; everything else must be gone from `atoms`."""
    line = _Binding()
    _enter(line, atoms)
    entries = line.entries
    if not any(not entry.is_mark for entry in entries):
        return Bound(loose=tuple(entry.atom.mark for entry in entries if entry.atom.mark), doubts=tuple(line.doubts))
    _find_sides(entries)
    line.doubts += _give(entries)
    pairs = [(entry.atom, entry.mark or _bare(entry.atom)) for entry in entries if not entry.is_mark]
    return Bound(pairs=tuple(pairs), doubts=tuple(dict.fromkeys(line.doubts)))


def _bare(atom: Atom) -> Mark | None:
    """A number alone says yes, since that is what ballots ask for; an option's name alone stands on every ballot."""
    return Mark.YES if atom.is_number or atom.kind is Kind.ALL else None


def _enter(line: _Binding, atoms: Sequence[Atom]) -> None:
    is_apart = True
    for atom in atoms:
        if atom.kind in BREAKS:
            is_apart = True
            continue
        last = line.entries[-1] if line.entries else None
        if atom.kind is Kind.QUESTION:
            _question(line, last)
        elif atom.kind is Kind.MARK and last and last.is_mark and not is_apart:
            _second_mark(line, last, atom)
        else:
            line.entries.append(_Entry(atom, is_apart, Mark.NO if atom.kind is Kind.NONE else None))
        is_apart = False


def _question(line: _Binding, last: _Entry | None) -> None:
    if last and not last.is_mark:
        last.mark = Mark.IF_NEED_BE
    elif last and last.atom.mark is not Mark.IF_NEED_BE:
        line.doubts.append(_("“{word}” has a question mark.").format(word=f"{last.atom.text}?"))


def _second_mark(line: _Binding, last: _Entry, atom: Atom) -> None:
    """Two words may be one mark ("yes I can"), but "yes no" is none that anybody could read."""
    if last.atom.mark is not atom.mark:
        line.doubts.append(_("“{a}” and “{b}” stand beside each other.").format(a=last.atom.text, b=atom.text))


def _find_sides(entries: Sequence[_Entry]) -> None:
    marks = [at for at, entry in enumerate(entries) if entry.is_mark]
    for at in marks:
        entries[at].side = _side(entries, at)
    sides = {entries[at].side for at in marks} - {_Side.OPEN}
    for at in marks:
        if entries[at].side is _Side.OPEN and len(sides) == 1:
            entries[at].side = next(iter(sides))


def _side(entries: Sequence[_Entry], at: int) -> _Side:
    before = at > 0 and not entries[at - 1].is_mark
    behind = at + 1 < len(entries) and not entries[at + 1].is_mark
    if before != behind:
        return _Side.BEHIND if before else _Side.BEFORE
    if not before:
        return _Side.OPEN
    is_apart, is_next_apart = entries[at].is_apart, entries[at + 1].is_apart
    if is_apart == is_next_apart:
        return _Side.OPEN
    return _Side.BEFORE if is_apart else _Side.BEHIND


def _give(entries: Sequence[_Entry]) -> Iterator[str]:
    """Give every mark to its options; yields what isn't clear."""
    says_yes = any(entry.is_mark and entry.atom.mark is Mark.YES for entry in entries)
    given: set[int] = set()
    for at, entry in enumerate(entries):
        if not entry.is_mark:
            continue
        if entry.side is _Side.OPEN and entry.atom.mark is not Mark.YES:
            yield _unclear(entry)
        places = _reach(entries, at)
        for place in places:
            owner = entries[place]
            if place in given or (owner.mark is not None and owner.mark is not entry.atom.mark):
                yield _("“{option}” has two answers.").format(option=owner.atom.text)
            owner.mark = entry.atom.mark
            given.add(place)
        yield from _spread_doubts(entries, at, places, says_yes=says_yes)


def _reach(entries: Sequence[_Entry], at: int) -> list[int]:
    """The places of the options that a mark may mean, up to the next mark."""
    step = -1 if entries[at].side is _Side.BEHIND else 1
    places = []
    place = at + step
    while 0 <= place < len(entries) and not entries[place].is_mark:
        places.append(place)
        place += step
    return places


def _spread_doubts(entries: Sequence[_Entry], at: int, places: Sequence[int], *, says_yes: bool) -> Iterator[str]:
    """Is 5 a maybe too in "1, 3, maybe 4, 5"? It is where yes is said as well, or no number stands alone."""
    entry = entries[at]
    if entry.atom.mark is Mark.YES or len(places) < 2 or says_yes:
        return
    meant = set(places)
    others = (place for place, e in enumerate(entries) if not e.is_mark and place not in meant and e.mark is None)
    if entry.side is _Side.BEHIND or any(True for _place in others):
        yield _unclear(entry)


def _unclear(entry: _Entry) -> str:
    return _("It isn't clear which options “{word}” is said of.").format(word=entry.atom.text)
