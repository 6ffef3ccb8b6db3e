"""Words in a table of answers that nobody understood, each told once however many cells hold it."""

from dataclasses import dataclass

from clubhub.domain.tables import RowProblem
from clubhub.formats.answer_words import plain_answer
from clubhub.support.texts import _, plural

MOST_WORDS = 10


@dataclass(slots=True, kw_only=True)
class _Word:
    """As it was written first, and where."""

    text: str
    row: int
    heading: str
    cells: int = 0

    @property
    def reason(self) -> str:
        advice = _("Write yes, if need be or no, or leave it blank.")
        if self.cells == 1:
            sentence = _("“{word}” under “{heading}” is no answer. {advice}")
            return sentence.format(word=self.text, heading=self.heading, advice=advice)
        return plural(
            "“{word}” under “{heading}” and in {count} more cell is no answer. {advice}",
            "“{word}” under “{heading}” and in {count} more cells is no answer. {advice}",
            self.cells - 1,
            word=self.text,
            heading=self.heading,
            advice=advice,
        )


class UnknownAnswers:
    """Collects the words, in the order in which they are met."""

    def __init__(self) -> None:
        self._words: dict[str, _Word] = {}

    def add(self, text: str, *, row: int, heading: str) -> None:
        key = plain_answer(text)
        self._words.setdefault(key, _Word(text=text, row=row, heading=heading)).cells += 1

    def problems(self) -> list[RowProblem]:
        """A problem per word; of very many the last one tells how many more there are."""
        words = list(self._words.values())
        told = [RowProblem(row=word.row, reason=word.reason) for word in words[:MOST_WORDS]]
        more = words[MOST_WORDS:]
        if more:
            reason = plural(
                "And {count} more word that is no answer.", "And {count} more words that are no answers.", len(more)
            )
            told.append(RowProblem(row=more[0].row, reason=reason))
        return told
