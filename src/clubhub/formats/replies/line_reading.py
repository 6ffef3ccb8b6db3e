"""What one line of a reply says about the options of a poll, and what of it is only a remark."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from clubhub.domain.polls import Mark
from clubhub.formats.replies import words
from clubhub.formats.replies.atoms import BREAKS, Atom, Kind
from clubhub.formats.replies.binding import Bound, bind
from clubhub.formats.replies.tokens import phrase
from clubhub.support.texts import _

_NAMING = frozenset({Kind.OPTIONS, Kind.ALL, Kind.NONE, Kind.REST, Kind.NO_OPTION})
_SAYING = _NAMING | {Kind.MARK, Kind.QUESTION, Kind.JA, Kind.EXCEPT}
_OPPOSITE = {Mark.YES: Mark.NO, Mark.NO: Mark.YES}


@dataclass(frozen=True, slots=True, kw_only=True)
class LineRead:
    """`named` counts how often options are named, `strangers` the words and numbers that nobody knows.

    `declines` says that it has a no in more words than one, as "can't come": a "no" alone may be about anything.
    """

    bound: Bound
    remark: str = ""
    doubts: tuple[str, ...] = ()
    named: int = 0
    strangers: int = 0
    declines: bool = False


def read_line(line: str, atoms: Sequence[Atom], *, is_finnish: bool) -> LineRead:
    """`is_finnish` tells what "ja" is: "and" in Finnish, else "yes"."""
    known = [_as_word(atom, is_finnish=is_finnish) for atom in atoms]
    saying = [at for at, atom in enumerate(known) if atom.kind in _SAYING]
    if not saying:
        return LineRead(bound=Bound(), remark=line.strip() if _strangers(known) else "", strangers=_strangers(known))
    first, last = saying[0], saying[-1]
    core = known[first : last + 1]
    if not any(atom.kind in _NAMING for atom in core) and _strangers(known):
        return _read_remark(line, known, first, last)
    doubts = [*_doubts_before(known[:first]), *_doubts_inside(core), *_doubts_behind(known[last + 1 :])]
    clean = [atom for atom in core if atom.kind not in {Kind.UNKNOWN, Kind.CONDITION, Kind.NO_OPTION}]
    bound = _joined([_bind_with_exceptions(clause) for clause in _clauses(clean)])
    return LineRead(
        bound=bound,
        remark=_remark(line, known, first, last),
        doubts=(*doubts, *bound.doubts, *_unclear(bound)),
        named=sum(atom.kind in _NAMING for atom in core),
        strangers=_strangers(known),
        declines=_declines(core),
    )


def _read_remark(line: str, atoms: Sequence[Atom], first: int, last: int) -> LineRead:
    """Words without an option are a remark; a clear no with others behind a comma is looked at by a person."""
    behind = atoms[last + 1 :]
    is_apart = bool(behind) and behind[0].kind is Kind.SEPARATOR and not _doubts_before(atoms[:first])
    if not is_apart or not _declines(atoms[first : last + 1]):
        return LineRead(bound=Bound(), remark=line.strip(), strangers=_strangers(atoms))
    remark, doubts = _remark(line, atoms, first, last), tuple(_doubts_behind(behind))
    return LineRead(bound=Bound(loose=(Mark.NO,)), remark=remark, doubts=doubts, declines=True)


def _declines(core: Sequence[Atom]) -> bool:
    """Whether all that it says is no, and in more words than one."""
    said = [atom for atom in core if atom.kind not in BREAKS]
    is_no = all(atom.kind is Kind.MARK and atom.mark is Mark.NO for atom in said)
    return is_no and any(len(phrase(atom.text)) > 1 for atom in said)


def is_finnish(text: str) -> bool | None:
    """Whether a reply is in Finnish, as far as its words tell; None if they don't."""
    found = set(phrase(text))
    ours, theirs = found & words.FINNISH, found & words.NOT_FINNISH
    return None if bool(ours) == bool(theirs) else bool(ours)


def _as_word(atom: Atom, *, is_finnish: bool) -> Atom:
    if atom.kind is not Kind.JA:
        return atom
    return replace(atom, kind=Kind.AND) if is_finnish else replace(atom, kind=Kind.MARK, mark=Mark.YES)


def _strangers(atoms: Sequence[Atom]) -> int:
    return sum(atom.kind in {Kind.UNKNOWN, Kind.CONDITION, Kind.NO_OPTION} for atom in atoms)


def _doubts_before(atoms: Sequence[Atom]) -> list[str]:
    """Words that run on into the answer may turn it: "I hate 3"; a greeting with a comma doesn't."""
    behind_break = atoms[_last_break(atoms) + 1 :]
    return _unknown(behind_break)


def _last_break(atoms: Sequence[Atom]) -> int:
    return max((at for at, atom in enumerate(atoms) if atom.kind is Kind.SEPARATOR), default=-1)


def _doubts_inside(core: Sequence[Atom]) -> list[str]:
    missing = [
        _("There is no option “{text}” in this poll.").format(text=atom.text)
        for atom in core
        if atom.kind is Kind.NO_OPTION
    ]
    return [*missing, *_unknown(core)]


def _unclear(bound: Bound) -> list[str]:
    return [
        _("“{text}” can mean several options.").format(text=atom.text)
        for atom, mark in bound.pairs
        if mark and not atom.is_clear
    ]


def _doubts_behind(atoms: Sequence[Atom]) -> list[str]:
    """A remark may stand behind an answer, but not a condition."""
    conditions = [atom.text for atom in atoms if atom.kind is Kind.CONDITION]
    return [_("“{word}” makes a condition.").format(word=word) for word in conditions[:1]]


def _unknown(atoms: Sequence[Atom]) -> list[str]:
    strange = [atom.text for atom in atoms if atom.kind in {Kind.UNKNOWN, Kind.CONDITION}]
    return [_("“{words}” isn't understood.").format(words=" ".join(strange[:5]))] if strange else []


def _remark(line: str, atoms: Sequence[Atom], first: int, last: int) -> str:
    """What stands before and behind the answer, as it was written, if it has words of its own."""
    parts = []
    if _strangers(atoms[:first]):
        parts.append(line[: atoms[first].start])
    if _strangers(atoms[last + 1 :]):
        parts.append(line[atoms[last].end :])
    return " ".join(part.strip(" ,;.:–—-") for part in parts).strip()


def _clauses(atoms: Sequence[Atom]) -> Iterator[Sequence[Atom]]:
    """What is said of "the rest" is said of nothing else."""
    start = 0
    for at, atom in enumerate(atoms):
        if atom.kind is not Kind.REST:
            continue
        is_marked_behind = at + 1 < len(atoms) and atoms[at + 1].kind not in BREAKS
        begin = at if is_marked_behind or at == start or atoms[at - 1].kind is not Kind.MARK else at - 1
        yield atoms[start:begin]
        end = at + 2 if is_marked_behind else at + 1
        yield atoms[begin:end]
        start = end
    yield atoms[start:]


def _joined(parts: Sequence[Bound]) -> Bound:
    return Bound(
        pairs=tuple(pair for part in parts for pair in part.pairs),
        loose=tuple(mark for part in parts for mark in part.loose),
        doubts=tuple(doubt for part in parts for doubt in part.doubts),
    )


def _bind_with_exceptions(atoms: Sequence[Atom]) -> Bound:
    """Of what stands behind "all but" the opposite is said."""
    at = next((place for place, atom in enumerate(atoms) if atom.kind is Kind.EXCEPT), None)
    if at is None:
        return bind(atoms)
    whole, others = (
        bind(_with_all(atoms[:at], atoms[at])),
        bind([a for a in atoms[at + 1 :] if a.kind is not Kind.EXCEPT]),
    )
    mark = whole.pairs[0][1] if len(whole.pairs) == 1 else None
    is_whole = mark in _OPPOSITE and whole.pairs[0][0].kind in {Kind.ALL, Kind.NONE}
    if mark is None or not is_whole or any(said is not Mark.YES for _atom, said in others.pairs) or others.loose:
        unclear = _("It isn't clear what “{word}” leaves out.").format(word=atoms[at].text)
        return Bound(pairs=(*whole.pairs, *others.pairs), doubts=(unclear,))
    turned = tuple((atom, _OPPOSITE[mark]) for atom, _said in others.pairs)
    return Bound(pairs=(*whole.pairs, *turned), doubts=(*whole.doubts, *others.doubts))


def _with_all(atoms: Sequence[Atom], exception: Atom) -> list[Atom]:
    """One word, "all but", says both."""
    has_whole = any(atom.kind in {Kind.ALL, Kind.NONE} for atom in atoms)
    if not has_whole and exception.text.casefold().split()[0] in {"all", "alla"}:
        return [*atoms, replace(exception, kind=Kind.ALL)]
    return [atom for atom in atoms if atom.kind not in BREAKS or has_whole]
