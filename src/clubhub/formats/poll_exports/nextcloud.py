"""Nextcloud Polls: CSV with intervals in UTC, or a workbook with title, description, rows From and To, and signs.

Whoever may edit the poll gets a second column with mail addresses. Learned from ExportPoll.vue (9.2): the intervals are
Luxon's, their slash made " - "; in workbooks the days are in the language of the browser.
"""

import re
from collections.abc import Sequence
from datetime import datetime

from clubhub.domain.answer_sheets import AnswerColumn
from clubhub.formats.answer_headings import heading_slots
from clubhub.formats.named_days import with_iso_days
from clubhub.formats.poll_exports.export import (
    IF_NEED_BE,
    MAIL_HEADING,
    NO,
    SILENT,
    YES,
    Export,
    ExportRow,
    Source,
    columns_between,
    columns_of,
    is_blank,
    no_time,
    padded,
    wall_time,
)
from clubhub.support.texts import _

_MOMENT = r"\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)"
_INTERVAL = re.compile(rf"({_MOMENT})\s*(?:-|–|/)\s*({_MOMENT})")
_SIGNS = {
    **dict.fromkeys(("✔", "✔️", "✓", "✅", "yes"), YES),
    **dict.fromkeys(("❔", "❓", "?", "maybe", "⚠"), IF_NEED_BE),
    **dict.fromkeys(("❌", "✖", "✗", "no"), NO),
}
_ROWS_ABOVE = 4


def read(source: Source) -> Export | None:
    """None if the file isn't one of Nextcloud Polls."""
    return _read_intervals(source) or _read_workbook(source) or _read_words(source)


def _read_intervals(source: Source) -> Export | None:
    heads = list(source.rows[0]) if source.rows else []
    first = next((at for at, cell in enumerate(heads) if _INTERVAL.fullmatch(cell.strip())), 0)
    if first not in {1, 2} or not all(_INTERVAL.fullmatch(cell.strip()) for cell in heads[first:] if cell.strip()):
        return None
    matches = [match for cell in heads[first:] if (match := _INTERVAL.fullmatch(cell.strip()))]
    columns = columns_between([(_here(match[1], source), _here(match[2], source)) for match in matches])
    notes = (_("The times of the file were in UTC; they were read as times in {zone}.").format(zone=source.zone.key),)
    return _export(source, columns, below=1, first=first, notes=notes)


def _here(written: str, source: Source) -> datetime:
    """The wall-clock time where the poll is."""
    try:
        return wall_time(datetime.fromisoformat(written), source.zone, written)
    except ValueError:
        raise no_time(written) from None


def _read_workbook(source: Source) -> Export | None:
    """Rows From and To below title and description; their first words depend on the language, their days don't."""
    for at in range(min(_ROWS_ABOVE, len(source.rows) - 1)):
        above, below = source.rows[at], source.rows[at + 1]
        if is_blank(above[:1]) or is_blank(below[:1]):
            continue
        first = 2 if is_blank(above[1:2]) else 1
        starts, ends = _moments(above[first:], source), _moments(below[first:], source)
        if starts and len(starts) == len(ends):
            columns = columns_between(list(zip(starts, ends, strict=True)))
            return _export(source, columns, below=at + 2, first=first)
    return None


def _read_words(source: Source) -> Export | None:
    """A poll of words: in CSV known by its column of mail addresses, in a workbook by title, description and signs."""
    if not source.rows:
        return None
    heads = [cell.strip() for cell in source.rows[0]]
    if len(heads) > 2 and heads[0] and MAIL_HEADING.fullmatch(heads[1]):
        return _export(source, columns_of(heads[2:], source.today), below=1, first=2)
    is_titled = len(source.rows) > 2 and all(is_blank(row[1:]) and row[:1] != ("",) for row in source.rows[:1])
    if not is_titled or not is_blank(source.rows[1][1:]) or is_blank(source.rows[2][1:]):
        return None
    words = [cell.strip() for cell in source.rows[2]]
    first = 2 if MAIL_HEADING.fullmatch(words[1]) else 1
    cells = {cell.strip().casefold() for row in source.rows[3:] for cell in row[first:]}
    if not cells or not cells <= {*_SIGNS, ""}:
        return None
    return _export(source, columns_of([word for word in words[first:] if word], source.today), below=3, first=first)


def _moments(cells: Sequence[str], source: Source) -> list[datetime]:
    """The moments of a row of them; none if any cell is something else."""
    kept = [" ".join(cell.split()) for cell in cells]
    while kept and not kept[-1]:
        kept.pop()
    slots = [heading_slots([with_iso_days(cell, source.today)])[0] for cell in kept]
    return [slot[0] for slot in slots if slot] if all(slots) else []


def _export(
    source: Source, columns: tuple[AnswerColumn, ...], *, below: int, first: int, notes: tuple[str, ...] = ()
) -> Export:
    rows = [(at, row) for at, row in enumerate(source.rows) if at >= below and not is_blank(row)]
    return Export(
        columns=columns,
        rows=tuple(
            ExportRow(
                row=source.number(at),
                name=row[0].strip(),
                cells=tuple(_SIGNS.get(cell.casefold(), cell or SILENT) for cell in padded(row[first:], len(columns))),
                mail=row[1].strip() if first == 2 and len(row) > 1 and "@" in row[1] else "",
            )
            for at, row in rows
        ),
        notes=notes,
    )
