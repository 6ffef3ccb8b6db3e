"""Rallly: names, sometimes mail addresses and when they answered, then a column per option, fields joined by commas.

Nothing is quoted, so a comma in a name shifts the rest of its row: the answers are counted from the end. A "#" cuts the
file off. Who was silent on an option stands there with "No". Learned from use-csv-exporter.ts (2023 to 2026).
"""

import re
from collections.abc import Sequence

from clubhub.domain.answer_sheets import AnswerColumn
from clubhub.domain.tables import RowProblem
from clubhub.formats.named_days import lacks_year
from clubhub.formats.poll_exports.export import MAIL_HEADING, Export, ExportRow, Source, columns_of, is_blank
from clubhub.support.texts import _

_DAY = r"[^\W\d_]+\.? \d{1,2} [^\W\d_]+\.?(?: \d{4})?"
_TIME = r"\d{1,2}[:.]\d\d(?:\s?[ap]\.?m\.?)?"
_OPTION = re.compile(rf"{_DAY}(?: {_TIME} - {_TIME})?", re.IGNORECASE)
_MOST_BEFORE = 3


def read(source: Source) -> Export | None:
    """None if the file isn't Rallly's."""
    heads = [" ".join(cell.split()) for cell in source.rows[0]] if source.rows else []
    first = next((at for at, cell in enumerate(heads) if _OPTION.fullmatch(cell)), 0)
    if not 1 <= first <= _MOST_BEFORE or not all(_OPTION.fullmatch(cell) for cell in heads[first:]):
        return None
    if not _is_head(heads[:first]):
        return None
    columns = columns_of(heads[first:], source.today)
    if not all(column.starts for column in columns):
        return None
    rows, problems = _rows(source, columns, first)
    return Export(columns=columns, rows=rows, problems=problems, notes=_notes(heads[first:], columns))


def _is_head(before: Sequence[str]) -> bool:
    """Anybody may head columns with days: Rallly begins with mail addresses too, or with "3 participants"."""
    if len(before) > 1:
        return MAIL_HEADING.fullmatch(before[1]) is not None
    return any(sign.isdigit() for sign in before[0])


def _rows(
    source: Source, columns: Sequence[AnswerColumn], first: int
) -> tuple[tuple[ExportRow, ...], tuple[RowProblem, ...]]:
    rows, problems = [], []
    for at, cells in enumerate(source.rows):
        if at == 0 or is_blank(cells):
            continue
        number = source.number(at)
        if len(cells) < first + len(columns):
            reason = _("The row is cut off: Rallly's files end at a “#”. Write its answers in, or take the row out.")
            problems.append(RowProblem(row=number, reason=reason))
            continue
        rows.append(_row(number, cells, first, len(columns)))
    return tuple(rows), tuple(problems)


def _row(number: int, cells: Sequence[str], first: int, width: int) -> ExportRow:
    """The answers are the last cells; of those before, the name is all but the mail address and the time."""
    before, answers = [cell.strip() for cell in cells[:-width]], [cell.strip() for cell in cells[-width:]]
    name = before[: len(before) - first + 1]
    mail = next((cell for cell in before[len(name) :] if "@" in cell), "")
    return ExportRow(row=number, name=", ".join(filter(None, name)), cells=tuple(answers), mail=mail)


def _notes(headings: Sequence[str], columns: Sequence[AnswerColumn]) -> tuple[str, ...]:
    notes = [_("Rallly writes “No” for those too who said nothing to an option.")]
    dayless = [column for heading, column in zip(headings, columns, strict=True) if lacks_year(heading)]
    if dayless and dayless[0].starts:
        year = dayless[0].starts.year
        notes.append(_("The file names no year: {year} is the nearest that fits the weekdays.").format(year=year))
    return tuple(notes)
