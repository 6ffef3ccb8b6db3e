"""What a new poll asks, from a file: a slot or a choice per line, or a table with the day, start and end in columns."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from clubhub.domain.errors import InvalidInput
from clubhub.domain.poll_slots import Span
from clubhub.domain.tables import Table
from clubhub.formats.answer_headings import has_zone, heading_slots
from clubhub.formats.encodings import decode_text
from clubhub.formats.named_days import before_weekday, with_iso_days
from clubhub.formats.outside_files import read_outside_file
from clubhub.support.clock import utc_now
from clubhub.support.texts import _

_MOST_CELLS = 3

_BEGINS_SO = re.compile(r"(?:[^\W\d_]+\.?,?\s+)?\d")
_DATE = re.compile(r"\d{1,2}\.\s?\d{1,2}\b|\d{4}-\d\d?-\d\d?|\d{1,2}/\d{1,2}/\d{4}")
_CLOCK = re.compile(r"\b\d{1,2}:\d\d\b")
_BACKWARDS = re.compile(r"\d \d\d:\d\d ?-\d\d:\d\d$")


@dataclass(frozen=True, slots=True, kw_only=True)
class OptionList:
    """Slots (naive wall-clock times) and plain choices, each in the file's order."""

    slots: tuple[Span, ...]
    labels: tuple[str, ...]


def lines_of(path: Path) -> Table:
    """A text file as a table of one column, a row per line. Raises InvalidInput or EnvironmentProblem."""
    text, _encoding = decode_text(read_outside_file(path))
    return Table(rows=tuple((line,) for line in text.splitlines()))


def options_from_table(table: Table, today: date | None = None) -> OptionList:
    """The options of a file; blank lines and lines that begin with # are passed over.

    A line is a time as answers are headed by it ("2027-06-12 08:00–12:30", "Sat 12 June 2027"), else a choice. With
    more cells in a row, day, start and end stand beside each other; a first row without any digit is their headings.
    Raises InvalidInput if there is nothing, for a time with a zone, for what looks like a time and can't be read as
    one, or for a start without an end twice.
    """
    rows = [(at, _cells(row)) for at, row in enumerate(table.rows, table.first_row)]
    rows = [(at, row) for at, row in rows if row and not row[0].startswith("#")]
    if len(rows) > 1 and len(rows[0][1]) > 1 and not any(sign.isdigit() for sign in "".join(rows[0][1])):
        rows = rows[1:]
    lines = [_line(row) for _at, row in rows]
    if not lines:
        raise InvalidInput(_("The file names no options. Write a time or a choice on each line. Nothing was made."))
    _refuse_zones(lines)
    slots = _slots(lines, today or utc_now().date())
    _refuse_unread(dict(zip((at for at, _row in rows), zip(lines, slots, strict=True), strict=True)))
    return OptionList(
        slots=tuple(slot for slot in slots if slot),
        labels=tuple(line for line, slot in zip(lines, slots, strict=True) if slot is None),
    )


def _refuse_zones(lines: Sequence[str]) -> None:
    zoned = next((line for line in lines if has_zone(line)), None)
    if zoned and _BACKWARDS.search(zoned):
        sentence = _("“{line}” ends before it begins. If it ends on the next day, write that day before the end too.")
        raise InvalidInput(sentence.format(line=zoned))
    if zoned:
        raise InvalidInput(
            _("“{line}” has a time zone. Write the time as the clock at the event shows it, without zone.").format(
                line=zoned
            )
        )


def _slots(lines: Sequence[str], today: date) -> list[Span | None]:
    """A weekday before a date must be the date's; then it is no part of what is read."""
    parts = [before_weekday(with_iso_days(line, today)) for line in lines]
    found = heading_slots([rest for _days, rest in parts])
    return [
        slot if slot and (not days or slot[0].weekday() in days) else None
        for (days, _rest), slot in zip(parts, found, strict=True)
    ]


def _refuse_unread(lines: Mapping[int, tuple[str, Span | None]]) -> None:
    """`lines` are by number. Raises InvalidInput for one like a time beside times, or with both a date and a clock."""
    has_times = any(slot for _line, slot in lines.values())
    for number, (line, slot) in lines.items():
        signs = [bool(_DATE.search(line)), bool(_CLOCK.search(line))]
        if slot is None and _BEGINS_SO.match(line) and (any(signs) if has_times else all(signs)):
            raise InvalidInput(
                _(
                    "Line {number}, “{line}”, can’t be read as a time. Write it like 2027-06-12 08:00–12:30. "
                    "Nothing was made."
                ).format(number=number, line=line)
            )


def _cells(row: Sequence[str]) -> list[str]:
    tidy = [" ".join(cell.split()) for cell in row]
    while tidy and not tidy[-1]:
        tidy.pop()
    return tidy


def _line(cells: Sequence[str]) -> str:
    """Day, start and end as one heading; other cells as they would stand in a sentence with commas."""
    first, *further = cells
    if 0 < len(further) < _MOST_CELLS and all(any(sign.isdigit() for sign in cell) for cell in cells):
        return f"{first} {'–'.join(further)}" if not _has_time(first) else "–".join(cells)
    return ", ".join(cell for cell in cells if cell)


def _has_time(cell: str) -> bool:
    return ":" in cell
