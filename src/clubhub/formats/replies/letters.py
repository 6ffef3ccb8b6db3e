"""What a line of code says of a poll's options: a letter for each number from 1 on, or an order of numbers."""

from collections.abc import Iterable, Sequence

from clubhub.domain.answer_codes import AnswerCode
from clubhub.domain.polls import Option, PollKind
from clubhub.domain.replies import ReplyRead
from clubhub.formats.replies.collecting import chosen
from clubhub.support.texts import _

_MARKED = frozenset({PollKind.MARKS, PollKind.ONE, PollKind.SEVERAL})


def read_letters(code: AnswerCode, kind: PollKind, options: Sequence[Option], comment: str) -> ReplyRead:
    """Options that were removed meanwhile say nothing any more, which is told as a doubt."""
    return _ranking(code, kind, options, comment) if code.is_ranking else _marks(code, kind, options, comment)


def _ranking(code: AnswerCode, kind: PollKind, options: Sequence[Option], comment: str) -> ReplyRead:
    numbers = code.ranking()
    if numbers is None or kind is not PollKind.RANKED or len(set(numbers)) < len(numbers):
        return _misfit(code, comment)
    of_number = {option.number: option.id for option in options}
    ranking = tuple(of_number[number] for number in numbers if number in of_number)
    return ReplyRead(ranking=ranking, comment=comment, code=code, doubts=_gone(numbers, options))


def _marks(code: AnswerCode, kind: PollKind, options: Sequence[Option], comment: str) -> ReplyRead:
    letters = code.marks()
    if letters is None or kind not in _MARKED:
        return _misfit(code, comment)
    said = {number: mark for number, mark in enumerate(letters, 1) if mark}
    marks = {option.id: said[option.number] for option in options if option.number in said}
    doubts = _gone(said, options)
    if kind is not PollKind.MARKS:
        marks, more = chosen(kind, marks)
        doubts = (*doubts, *more)
    return ReplyRead(marks=marks, comment=comment, code=code, doubts=doubts)


def _misfit(code: AnswerCode, comment: str) -> ReplyRead:
    return ReplyRead(code=code, comment=comment, doubts=(_("Its code doesn't fit the poll."),))


def _gone(numbers: Iterable[int], options: Sequence[Option]) -> tuple[str, ...]:
    if set(numbers) <= {option.number for option in options}:
        return ()
    return (_("It answers options that the poll doesn't have any more."),)
