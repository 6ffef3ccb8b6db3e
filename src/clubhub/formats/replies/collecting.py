"""Puts together what the lines of a reply say, into marks, a choice or an order."""

from collections.abc import Iterable, Mapping, Sequence

from clubhub.domain.ids import OptionId
from clubhub.domain.polls import Mark, Option, PollKind
from clubhub.formats.replies.atoms import Atom, Kind
from clubhub.support.texts import _


class Collected:
    """What was said so far; `doubts` are sentences on what isn't clear."""

    def __init__(self, kind: PollKind, options: Sequence[Option]) -> None:
        self._kind = kind
        self._of_number = {option.number: option for option in options}
        self._said: dict[int, Mark] = {}
        self._listed: list[int] = []
        self._rest: Mark | None = None
        self._whole: set[int] = set()
        """Named with all others: one of them may be named again, as in "all but 3"."""
        self.order: list[int] = []
        self.doubts: list[str] = []

    @property
    def has_marks(self) -> bool:
        return bool(self._said) or self._rest is not None

    @property
    def names_all(self) -> bool:
        """Whether options are named without a word, as on a ballot that nobody has filled in."""
        return set(self._listed) >= set(self._of_number)

    @property
    def names_some(self) -> bool:
        return bool(self._listed)

    def take(self, pairs: Iterable[tuple[Atom, Mark | None]]) -> None:
        for atom, mark in pairs:
            if atom.kind is Kind.REST:
                self._take_rest(atom, mark)
            elif atom.kind in {Kind.ALL, Kind.NONE}:
                self._put(self._of_number, mark, is_whole=True)
            elif mark is None:
                self._listed += sorted(atom.numbers)
            else:
                self._put(sorted(atom.numbers), mark)
            if atom.is_clear:
                self.order += [number for number in sorted(atom.numbers) if number not in self.order]

    def take_alone(self, marks: Sequence[Mark], *, has_remarks: bool) -> None:
        """Marks without an option: clear where the poll has only one; who says no and nothing else can't at all."""
        if len(self._of_number) == 1 and len(set(marks)) == 1:
            self._put(self._of_number, marks[0])
        elif self._kind is PollKind.MARKS and set(marks) == {Mark.NO} and not self.names_some:
            self._put(self._of_number, Mark.NO)
            if has_remarks:
                self.doubts.append(_("It declines, but says more: look whether it means every option."))
        else:
            self.doubts.append(_("It isn't said which options are meant."))

    def marks(self) -> dict[OptionId, Mark]:
        said = dict(self._said)
        if self._rest is not None:
            said = dict.fromkeys(self._of_number, self._rest) | said
        return {self._of_number[number].id: said[number] for number in sorted(said)}

    def take_listed(self) -> None:
        """Options that were named without a word are meant with a yes, one may guess."""
        clear = self._kind in {PollKind.ONE, PollKind.SEVERAL} and len(self._listed) < len(self._of_number)
        if not clear:
            self.doubts.append(_("Options are named, but not what is said of them."))
        self._put(dict.fromkeys(self._listed), Mark.YES)

    def _take_rest(self, atom: Atom, mark: Mark | None) -> None:
        if mark is None:
            self.doubts.append(_("It isn't clear what is said of “{word}”.").format(word=atom.text))
        else:
            self._rest = mark

    def _put(self, numbers: Iterable[int], mark: Mark | None, *, is_whole: bool = False) -> None:
        for number in numbers:
            if mark is None:
                continue
            earlier = self._said.setdefault(number, mark)
            if earlier is not mark and (is_whole or number not in self._whole):
                option = self._of_number[number].label
                self.doubts.append(_("“{option}” has two answers.").format(option=option))
            self._said[number] = mark
            if is_whole:
                self._whole.add(number)


def chosen(kind: PollKind, marks: Mapping[OptionId, Mark]) -> tuple[dict[OptionId, Mark], list[str]]:
    """Who chooses says yes to what is chosen and nothing to the others; and what isn't clear about it."""
    yes: dict[OptionId, Mark] = {option_id: mark for option_id, mark in marks.items() if mark is Mark.YES}
    doubts = []
    if Mark.IF_NEED_BE in marks.values():
        doubts.append(_("In this poll people choose, but one is a maybe."))
    if kind is PollKind.ONE and len(yes) > 1:
        doubts.append(_("Only one can be chosen in this poll, but several are."))
    return yes, doubts
