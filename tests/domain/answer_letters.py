"""Letters of a code as the answer page writes them: the program itself only reads them."""

from collections.abc import Sequence

from clubhub.domain.answer_keys import SYMBOLS
from clubhub.domain.polls import Mark

LETTERS = {Mark.YES: "Y", Mark.IF_NEED_BE: "M", Mark.NO: "N", None: "S"}


def marks_in_letters(marks: Sequence[Mark | None]) -> str:
    return "".join(LETTERS[mark] for mark in marks)


def ranking_in_letters(numbers: Sequence[int]) -> str:
    """Option numbers from 1 to 1023, the best first."""
    return "R" + "".join(SYMBOLS[number // len(SYMBOLS)] + SYMBOLS[number % len(SYMBOLS)] for number in numbers)
