"""Reads answers to a poll from a table: a row per person, a column per time slot or choice.

The first column holds names. A column is headed by its time (see answer_headings) or by an option's label; the last one
may hold comments. What other poll programs export is read as they mean it, see poll_exports. Who the people are, and
which options the poll has, is decided elsewhere.
"""

import re
from collections.abc import Sequence
from datetime import date

from clubhub.domain.answer_sheets import AnswerColumn, AnswerRow, AnswerSheet
from clubhub.domain.errors import InvalidInput
from clubhub.domain.polls import Mark
from clubhub.domain.tables import RowProblem, Table
from clubhub.formats.answer_headings import Slot, has_zone, heading_slots, order_notes
from clubhub.formats.answer_words import mark_of
from clubhub.formats.named_days import with_iso_days
from clubhub.formats.poll_exports import Export, find_export
from clubhub.formats.poll_exports.export import without_empty_end
from clubhub.formats.unknown_answers import UnknownAnswers
from clubhub.support.clock import utc_now
from clubhub.support.texts import _

_COMMENT = re.compile(
    r"comments?|notes?|remarks?|kommentti|kommentit|huomautus|huomautukset|kommentar(er|e)?|anmärkning(ar)?"
    r"|anmerkung(en)?|bemerkung(en)?|commentaires?|remarques?"
)


def answers_from_table(table: Table, *, zone: str = "UTC", today: date | None = None) -> AnswerSheet:
    """The columns and the marks of every row; blank cells are silence, unless the program that wrote them means no.

    `zone` is that of the poll's times, for exports with times in UTC; `today` (as the computer says, if None) is what a
    date without a year is nearest to. Rows that can't be read are left out of `rows` and stand in `problems`, with the
    reason. Raises InvalidInput if the headings can't be used: no columns, the same one or one time twice, a time with a
    zone, times where the names should be.
    """
    if not table.rows:
        raise InvalidInput(_("The file is empty: it has no headings. Nothing was taken in."))
    export = find_export(table, zone=zone, today=today or utc_now().date())
    return _plain_sheet(table) if export is None else _sheet_of(table, export)


def _sheet_of(table: Table, export: Export) -> AnswerSheet:
    reader = _RowReader(export.columns, has_comments=True)
    for row in export.rows:
        reader.read(row.row, [row.name, *row.cells, row.comment], mail=row.mail)
    return AnswerSheet(
        columns=export.columns,
        rows=tuple(reader.rows),
        problems=(*export.problems, *reader.problems()),
        notes=(*table.notes, *export.notes),
    )


def _plain_sheet(table: Table) -> AnswerSheet:
    headings = [" ".join(cell.split()) for cell in without_empty_end(table.rows[0])]
    has_comments = len(headings) > 1 and _COMMENT.fullmatch(headings[-1].casefold()) is not None
    of_answers = headings[1 : len(headings) - has_comments]
    columns = _columns(headings, of_answers)
    reader = _RowReader(columns, has_comments=has_comments)
    for row, cells in enumerate(table.rows[1:], table.first_row + 1):
        reader.read(row, cells)
    return AnswerSheet(
        columns=columns,
        rows=tuple(reader.rows),
        problems=reader.problems(),
        notes=(*table.notes, *order_notes(of_answers)),
    )


def _columns(headings: Sequence[str], of_answers: Sequence[str]) -> tuple[AnswerColumn, ...]:
    _refuse_unusable(headings, of_answers)
    seen: dict[Slot, str] = {}
    columns = []
    slots = heading_slots([with_iso_days(heading) for heading in of_answers])
    for heading, slot in zip(of_answers, slots, strict=True):
        if slot and seen.setdefault(slot, heading) != heading:
            sentence = _("“{a}” and “{b}” are the same time. Remove one of the two columns.")
            raise InvalidInput(sentence.format(a=seen[slot], b=heading))
        starts, ends = slot or (None, None)
        columns.append(AnswerColumn(heading=heading, starts=starts, ends=ends))
    return tuple(columns)


def _refuse_unusable(headings: Sequence[str], of_answers: Sequence[str]) -> None:
    if not of_answers:
        raise InvalidInput(
            _("No column of answers was found: after the names comes a column per time, headed like 2027-06-12T08:00.")
        )
    if heading_slots(headings[:1])[0]:
        raise InvalidInput(_("The first column should hold the names, but “{a}” is a time.").format(a=headings[0]))
    seen = set()
    for heading in of_answers:
        if has_zone(heading):
            sentence = _(
                "“{heading}” has a time zone. Write the time as the clock at the event shows it, without zone."
            )
            raise InvalidInput(sentence.format(heading=heading))
        if not heading:
            raise InvalidInput(_("A column between the answers has no heading. Give it one or remove it."))
        if heading.casefold() in seen:
            raise InvalidInput(_("“{heading}” stands over two columns. Remove one of them.").format(heading=heading))
        seen.add(heading.casefold())


class _RowReader:
    """Collects rows and problems, and remembers whose row was seen."""

    def __init__(self, columns: Sequence[AnswerColumn], *, has_comments: bool) -> None:
        self._columns = columns
        self._comment_at = len(columns) + 1 if has_comments else None
        self._row_of_name: dict[str, int] = {}
        self.rows: list[AnswerRow] = []
        self._unknown = UnknownAnswers()
        self._problems: list[RowProblem] = []

    def problems(self) -> tuple[RowProblem, ...]:
        return (*self._problems, *self._unknown.problems())

    def read(self, row: int, cells: Sequence[str], *, mail: str = "") -> None:
        cells = [cell.strip() for cell in cells]
        if not any(cells):
            return
        name = " ".join(cells[0].split())
        reasons = [*self._name_reasons(row, name), *self._reasons_beyond(cells)]
        self._problems.extend(RowProblem(row=row, reason=reason) for reason in reasons)
        if not self._are_known(row, cells) or reasons:
            return
        padded = [*cells, *[""] * (len(self._columns) + 2 - len(cells))]
        self.rows.append(
            AnswerRow(
                row=row,
                name=name,
                marks=tuple(_mark(cell) for cell in padded[1 : len(self._columns) + 1]),
                comment=padded[self._comment_at] if self._comment_at else "",
                mail=mail,
            )
        )

    def _name_reasons(self, row: int, name: str) -> list[str]:
        if not name:
            return [_("There are answers but no name.")]
        first_row = self._row_of_name.setdefault(name.casefold(), row)
        if first_row != row:
            return [_("{name} has answered in row {row} already.").format(name=name, row=first_row)]
        return []

    def _are_known(self, row: int, cells: Sequence[str]) -> bool:
        """Whether every answer is understood; those that aren't are noted."""
        answered = zip(self._columns, cells[1:], strict=False)
        unknown = [(column, cell) for column, cell in answered if cell and mark_of(cell) is None]
        for column, cell in unknown:
            self._unknown.add(cell, row=row, heading=column.heading)
        return not unknown

    def _reasons_beyond(self, cells: Sequence[str]) -> list[str]:
        beyond = cells[len(self._columns) + 1 + bool(self._comment_at) :]
        return [_("“{word}” stands beyond the last column.").format(word=cell) for cell in beyond if cell]


def _mark(cell: str) -> Mark | None:
    return mark_of(cell) if cell else None
