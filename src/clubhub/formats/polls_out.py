"""A poll's answers as a table for other programs: a row per person or guest, a column per slot, as newdle writes it.

A slot is headed by its start (2025-09-27T13:00; by the date alone if it is the whole day), any other choice by its
label, so that our own import finds the poll's options again. Of a ranked poll the cells are places, of a question
without options there is one column with what was said.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import datetime

from clubhub.domain.ids import OptionId, PersonId
from clubhub.domain.people import Person
from clubhub.domain.polls import Answer, Mark, Option, Poll, PollKind
from clubhub.domain.slots import whole_day
from clubhub.formats.csv_out import csv_bytes
from clubhub.formats.sheets_out import Cell, Look, Sheet, workbook
from clubhub.support.texts import _

WORDS = {Mark.YES: "yes", Mark.IF_NEED_BE: "ifneedbe", Mark.NO: "no"}
_LOOKS = {Mark.YES: Look.YES, Mark.IF_NEED_BE: Look.MAYBE, Mark.NO: Look.NO}


def poll_csv(poll: Poll, options: Iterable[Option], answers: Iterable[Answer], people: Iterable[Person]) -> bytes:
    """Answers in the order given; silence is a blank cell, and who hasn't answered at all has no row."""
    table = _PollTable(poll, options, answers, people)
    return csv_bytes([table.headings, *table.rows])


def poll_xlsx(
    poll: Poll,
    options: Iterable[Option],
    answers: Iterable[Answer],
    people: Iterable[Person],
    *,
    made_at: datetime,
) -> bytes:
    """The answers, and where they are marks on a second sheet how many of each an option has. `made_at` is aware."""
    table = _PollTable(poll, options, answers, people)
    sheets = [Sheet(name=_("Answers"), headings=table.headings, rows=table.rows, looks=table.looks())]
    if poll.kind in {PollKind.MARKS, PollKind.ONE, PollKind.SEVERAL}:
        headings = [_("Option"), _("yes"), _("if need be"), _("no"), _("no answer")]
        sheets.append(Sheet(name=_("Sums"), headings=headings, rows=table.sums()))
    return workbook(sheets, title=poll.name, made_at=made_at)


class _PollTable:
    def __init__(
        self, poll: Poll, options: Iterable[Option], answers: Iterable[Answer], people: Iterable[Person]
    ) -> None:
        self._options = sorted((one for one in options if one.poll_id == poll.id), key=lambda one: one.position)
        self._names: dict[PersonId, str] = {person.id: person.name for person in people}
        self._answers = [answer for answer in answers if answer.poll_id == poll.id and self._name(answer)]
        self._kind = poll.kind
        self._headings = _option_headings(self._options)
        asked = [self._headings[option.id] for option in self._options] if poll.kind.has_options else ["Answer"]
        self.headings = ["Name", *asked, "Comment"]
        self.rows = [self._row(answer) for answer in self._answers]

    def looks(self) -> dict[int | tuple[int, int], Look]:
        """A tint for each mark: the word stays what says it."""
        return {
            (row, column): _LOOKS[mark]
            for row, answer in enumerate(self._answers)
            for column, option in enumerate(self._options, 1)
            if (mark := answer.marks.get(option.id))
        }

    def sums(self) -> list[list[Cell]]:
        rows: list[list[Cell]] = []
        for option in self._options:
            counts = Counter(answer.marks.get(option.id) for answer in self._answers)
            kinds = [counts[kind] for kind in (Mark.YES, Mark.IF_NEED_BE, Mark.NO, None)]
            rows.append([self._headings[option.id], *kinds])
        return rows

    def _name(self, answer: Answer) -> str:
        """Empty for somebody who isn't among `people` any more."""
        return answer.guest_name if answer.person_id is None else self._names.get(answer.person_id, "")

    def _row(self, answer: Answer) -> list[Cell]:
        return [self._name(answer), *self._said(answer), answer.comment]

    def _said(self, answer: Answer) -> list[Cell]:
        if not self._kind.has_options:
            return [answer.said]
        if self._kind is PollKind.RANKED:
            places = {option_id: place for place, option_id in enumerate(answer.ranking, 1)}
            return [places.get(option.id) for option in self._options]
        marks = (answer.marks.get(option.id) for option in self._options)
        return [WORDS[mark] if mark else "" for mark in marks]


def _option_headings(options: Sequence[Option]) -> dict[OptionId, str]:
    """A different heading for each option: slots with the same start go by their labels, else by start and end."""
    headings: dict[OptionId, str] = {}
    taken: set[str] = set()
    for option in options:
        candidates = [_slot_heading(option), " ".join(option.label.split()), _slot_in_words(option)]
        numbered = (f"{option.label or _('Option')} {number}".strip() for number in range(1, len(options) + 2))
        heading = next(one for one in (*candidates, *numbered) if one and one.casefold() not in taken)
        taken.add(heading.casefold())
        headings[option.id] = heading
    return headings


def _slot_heading(option: Option) -> str:
    if option.starts is None or option.ends is None:
        return ""
    if (option.starts, option.ends) == whole_day(option.starts.date()):
        return option.starts.date().isoformat()
    return option.starts.isoformat(timespec="minutes")


def _slot_in_words(option: Option) -> str:
    if option.starts is None or option.ends is None:
        return ""
    return f"{option.starts:%Y-%m-%d %H:%M}–{option.ends:%Y-%m-%d %H:%M}"
