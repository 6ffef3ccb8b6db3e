"""Doodle: title, address, then months, days and times above each other with blanks where a word holds on.

Cells are OK, (OK) or blank. A blank is a "no": the last row, Count, adds it up as that ("9:0:5" is yes:if need be:no).
Every language has its own words for all of it but OK and the address.
"""

import re
from collections.abc import Iterator, Sequence

from clubhub.domain.answer_sheets import AnswerColumn
from clubhub.formats.named_days import day_of_month, month_and_year
from clubhub.formats.poll_exports.export import (
    IF_NEED_BE,
    NO,
    YES,
    Export,
    ExportRow,
    Source,
    columns_of,
    is_blank,
    padded,
    without_empty_end,
)
from clubhub.support.texts import _, plural

_ADDRESS = re.compile(r"https?://(?:\w+\.)*doodle\.com/", re.IGNORECASE)
_COUNT = re.compile(r"\d+(?::\d+){0,2}")
_ROWS_ABOVE = 8
_MARKS = {"OK": YES, "(OK)": IF_NEED_BE, "": NO}


def read(source: Source) -> Export | None:
    """None if the file isn't Doodle's."""
    head = _Head.find(source)
    if head is None:
        return None
    rows = [(at, row) for at, row in enumerate(source.rows) if at >= head.below and not is_blank(row)]
    count = rows.pop() if rows and _is_count(rows[-1][1]) else None
    read_rows = tuple(_row(source.number(at), row, len(head.columns)) for at, row in rows)
    blanks = sum(cell == NO for row in read_rows for cell in row.cells)
    notes = [_("Doodle leaves a cell blank for “no”: {count} blank cells were read as no.").format(count=blanks)]
    if count:
        notes.extend(_disagreement(padded(count[1][1:], len(head.columns)), read_rows, count[1][0].strip()))
    return Export(columns=head.columns, rows=read_rows, notes=tuple(notes) if blanks else tuple(notes[1:]))


class _Head:
    """The rows over the answers: `below` is the place of the first row of answers."""

    def __init__(self, columns: tuple[AnswerColumn, ...], below: int) -> None:
        self.columns = columns
        self.below = below

    @classmethod
    def find(cls, source: Source) -> "_Head | None":
        top = source.rows[:_ROWS_ABOVE]
        months = next((at for at, row in enumerate(top) if _is_months(row)), None)
        if months is not None and months + 1 < len(source.rows):
            return cls._of_times(source, months)
        address = next((at for at, row in enumerate(top) if row and _ADDRESS.match(row[0].strip())), None)
        if address is None:
            return None
        labels = next((at for at in range(address + 1, len(top)) if not is_blank(top[at])), None)
        if labels is None or top[labels][0].strip():
            return None
        words = without_empty_end(top[labels])[1:]
        return cls(columns_of(words), labels + 1)

    @classmethod
    def _of_times(cls, source: Source, months: int) -> "_Head | None":
        """With days alone there is no row of times."""
        days = source.rows[months + 1]
        if day_of_month(next((cell for cell in days if cell.strip()), "")) is None:
            return None
        times = source.rows[months + 2] if months + 2 < len(source.rows) else ()
        has_times = bool(times) and not times[0].strip() and not is_blank(times)
        width = max(len(without_empty_end(row)) for row in (source.rows[months], days, times if has_times else ())) - 1
        heads = _headings(source.rows[months], days, times if has_times else (), width)
        return cls(columns_of(list(heads)), months + 2 + has_times)


def _headings(months: Sequence[str], days: Sequence[str], times: Sequence[str], width: int) -> Iterator[str]:
    """Like "2019-05-23 12:00 PM – 1:00 PM" for each column: a month and a day hold on until the next."""
    month, day = "", ""
    for above, below, time in zip(*(padded(row[1:], width) for row in (months, days, times)), strict=True):
        month, day = above or month, below or day
        year_and_month, number = month_and_year(month), day_of_month(day)
        if year_and_month is None or number is None:
            yield " ".join(part for part in (month, day, time) if part)
        else:
            yield f"{year_and_month[0]}-{year_and_month[1]:02}-{number:02} {time}".strip()


def _row(number: int, row: Sequence[str], width: int) -> ExportRow:
    cells = padded(row[1:], width)
    return ExportRow(row=number, name=row[0].strip(), cells=tuple(_MARKS.get(cell.upper(), cell) for cell in cells))


def _disagreement(counted: Sequence[str], rows: Sequence[ExportRow], word: str) -> Iterator[str]:
    """What the row of sums says against the rows above it: Doodle forgets people who were taken out."""
    own = [
        (sum(row.cells[at] == YES for row in rows), sum(row.cells[at] == IF_NEED_BE for row in rows))
        for at in range(len(counted))
    ]
    said = [tuple(int(part) for part in cell.split(":")) for cell in counted]
    differ = sum(bool(one) and one[:2] != mine[: len(one[:2])] for one, mine in zip(said, own, strict=True))
    heads = {sum(one) for one in said if len(one) == 3}
    if differ:
        yield plural(
            "The {word} row differs from the rows above it in {count} column. The rows were taken, not the sums.",
            "The {word} row differs from the rows above it in {count} columns. The rows were taken, not the sums.",
            differ,
            word=word,
        )
    if len(heads) == 1 and heads != {len(rows)}:
        yield _("The {word} row is of {heads} people, and the file has {rows} of them.").format(
            word=word, heads=heads.pop(), rows=len(rows)
        )


def _is_count(row: Sequence[str]) -> bool:
    cells = [cell.strip() for cell in row[1:] if cell.strip()]
    return bool(cells) and all(_COUNT.fullmatch(cell) for cell in cells)


def _is_months(row: Sequence[str]) -> bool:
    """A first cell that is empty, and nothing but months behind it."""
    cells = [cell for cell in row[1:] if cell.strip()]
    return bool(row) and not row[0].strip() and bool(cells) and all(month_and_year(cell) for cell in cells)
