"""Framadate: two rows of headings (days, then moments), a comma at the end of each line, words in the page's language.

A poll of words has one row of headings. Learned from exportcsv.php; "unkown" is how it writes that nothing was said.
"""

from collections.abc import Sequence

from clubhub.formats.answer_words import mark_of, plain_answer
from clubhub.formats.named_days import with_iso_days
from clubhub.formats.poll_exports.export import (
    IF_NEED_BE,
    SILENT,
    YES,
    Export,
    ExportRow,
    Source,
    columns_of,
    is_blank,
    padded,
)
from clubhub.formats.written_dates import DayOrder, written_date

_SILENT = {"unkown", "unknown", "inconnu", "unbekannt", "tuntematon", "okänt", "okänd", "desconocido", "sconosciuto"}
_IF_NEED_BE = {
    *("under reserve", "ifneedbe", "si nécessaire", "sous réserve", "unter vorbehalt", "wenn notwendig", "bei bedarf"),
    *("med förbehåll", "varauksin", "se necessario", "si fuera necesario", "con reservas", "con riserva"),
}
_YES = {"sì", "si", "sí", "sim", "òc"}
_LATEST_YEAR = 2100


def read(source: Source) -> Export | None:
    """None if the file isn't Framadate's."""
    if len(source.rows) < 2 or not _has_open_ends(source.rows):
        return None
    days = [cell.strip() for cell in source.rows[0][1:-1]]
    if days and all(_is_day(day) for day in days) and not source.rows[1][0].strip():
        moments = padded(source.rows[1][1:], len(days))
        return _export(source, [_heading(*pair) for pair in zip(days, moments, strict=True)], below=2)
    if not source.rows[0][0].strip() and days and all(days):
        return _export(source, days, below=1)
    return None


def _has_open_ends(rows: Sequence[Sequence[str]]) -> bool:
    """Nothing before the first heading, and a comma after the last cell of every line."""
    filled = [row for row in rows if not is_blank(row)]
    return len(filled) > 1 and not filled[0][0].strip() and all(len(row) > 1 and not row[-1].strip() for row in filled)


def _is_day(text: str) -> bool:
    try:
        written_date(with_iso_days(text), DayOrder.UNKNOWN, latest_year=_LATEST_YEAR)
    except ValueError:
        return False
    return True


def _heading(day: str, moment: str) -> str:
    """A moment that is no time ("matin") stays beside its day as words."""
    return f"{with_iso_days(day)} {moment}".strip()


def _export(source: Source, headings: Sequence[str], *, below: int) -> Export:
    columns = columns_of(headings)
    rows = [(at, row) for at, row in enumerate(source.rows) if at >= below and not is_blank(row)]
    return Export(
        columns=columns,
        rows=tuple(
            ExportRow(
                row=source.number(at),
                name=row[0].strip(),
                cells=tuple(_word(cell) for cell in padded(row[1:], len(columns))),
            )
            for at, row in rows
        ),
    )


def _word(cell: str) -> str:
    word = plain_answer(cell)
    if word in _SILENT:
        return SILENT
    if mark_of(cell) is not None:
        return cell
    return IF_NEED_BE if word in _IF_NEED_BE else YES if word in _YES else cell
