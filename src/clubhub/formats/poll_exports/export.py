"""What every dialect gives: columns with their times, and rows of words that formats.answer_words knows."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from clubhub.domain.answer_sheets import AnswerColumn
from clubhub.domain.errors import InvalidInput
from clubhub.domain.slots import slots_from_starts
from clubhub.domain.tables import RowProblem, Table
from clubhub.domain.wall_time import YEARS
from clubhub.formats.answer_headings import heading_slots
from clubhub.formats.named_days import with_iso_days
from clubhub.support.texts import _

_DAY = timedelta(days=1)
MAIL_HEADING = re.compile(r".*(?:mail|sähköposti|e-post|courriel).*", re.IGNORECASE)
YES, IF_NEED_BE, NO, SILENT = "yes", "ifneedbe", "no", ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """The file and what it is read against: `zone` is that of the poll's times, `today` finds a missing year."""

    table: Table
    zone: ZoneInfo
    today: date

    @property
    def rows(self) -> tuple[tuple[str, ...], ...]:
        return self.table.rows

    def number(self, at: int) -> int:
        """The number that the file's own program shows for a row."""
        return self.table.first_row + at


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportRow:
    """One person's cells, one per column, "" for silence. `row` is the number that the file's own program shows."""

    row: int
    name: str
    cells: tuple[str, ...]
    comment: str = ""
    mail: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Export:
    """`notes` are sentences on how the file was read; rows with a problem are not among `rows`."""

    columns: tuple[AnswerColumn, ...]
    rows: tuple[ExportRow, ...]
    notes: tuple[str, ...] = ()
    problems: tuple[RowProblem, ...] = ()


def columns_of(headings: Sequence[str], today: date | None = None) -> tuple[AnswerColumn, ...]:
    """A column for each heading: a time is called by its ISO start, anything else by its words.

    Raises InvalidInput if a start without an end stands over two columns.
    """
    tidy = [" ".join(heading.split()) for heading in headings]
    slots = heading_slots([with_iso_days(heading, today) for heading in tidy])
    columns = [
        AnswerColumn(heading=heading) if slot is None else AnswerColumn(heading="", starts=slot[0], ends=slot[1])
        for heading, slot in zip(tidy, slots, strict=True)
    ]
    return called_by_start(columns)


def columns_between(moments: Sequence[tuple[datetime, datetime]]) -> tuple[AnswerColumn, ...]:
    """A column for each start and end. One that ends where it starts has no length told: see domain.slots.

    Raises InvalidInput if such a start stands over two columns.
    """
    lone = [starts for starts, ends in moments if ends <= starts]
    others = {starts for starts, ends in moments if timedelta(0) < ends - starts < _DAY}
    lengths = dict(slots_from_starts([*lone, *sorted(others - set(lone))]))
    columns = [
        AnswerColumn(heading="", starts=starts, ends=ends if starts < ends else lengths[starts])
        for starts, ends in moments
    ]
    return called_by_start(columns)


def wall_time(moment: datetime, zone: ZoneInfo, written: str) -> datetime:
    """An aware moment as the clock in the zone shows it. Raises InvalidInput far from our time."""
    if moment.year not in YEARS:
        raise no_time(written)
    return moment.astimezone(zone).replace(tzinfo=None)


def no_time(written: str) -> InvalidInput:
    return InvalidInput(_("“{text}” over a column is no time. Nothing was taken in.").format(text=written))


def called_by_start(columns: Iterable[AnswerColumn]) -> tuple[AnswerColumn, ...]:
    """Columns with times are called by their start; those of one start by their end too, those alike by number."""
    listed = list(columns)
    starts = Counter(column.starts for column in listed)
    named = [replace(column, heading=_heading(column, is_alone=starts[column.starts] < 2)) for column in listed]
    seen: Counter[str] = Counter()
    made = []
    for column in named:
        key = column.heading.casefold()
        seen[key] += 1
        made.append(column if seen[key] == 1 else replace(column, heading=f"{column.heading} ({seen[key]})"))
    return tuple(made)


def _heading(column: AnswerColumn, *, is_alone: bool) -> str:
    if column.starts is None or column.ends is None:
        return column.heading
    if (column.ends - column.starts).days == 1 and f"{column.starts:%H:%M}{column.ends:%H:%M}" == "00:0000:00":
        return column.starts.date().isoformat()
    start = column.starts.isoformat(timespec="minutes")
    return start if is_alone else f"{start}–{column.ends:%H:%M}"


def padded(cells: Sequence[str], width: int) -> list[str]:
    """The cells trimmed, and exactly `width` of them."""
    return [*(cell.strip() for cell in cells[:width]), *[""] * (width - len(cells))]


def without_empty_end(cells: Sequence[str]) -> list[str]:
    kept = list(cells)
    while kept and not kept[-1].strip():
        kept.pop()
    return kept


def is_blank(cells: Sequence[str]) -> bool:
    return not any(cell.strip() for cell in cells)
