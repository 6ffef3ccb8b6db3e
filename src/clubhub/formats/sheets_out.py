"""Spreadsheets (XLSX) out: what every sheet of ours has in common.

Text is always written as text, so that a name that looks like a formula, a number or a link stays a name.
"""

import io
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from enum import Enum
from typing import TYPE_CHECKING

from clubhub.support.texts import _

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

Cell = str | int | float | date | time | timedelta | None

# Tints and inks of the club's look: the same on paper, page and screen.
OPEN_INK, OPEN_TINT = "#A33E08", "#FDEEE2"
OK_INK, OK_TINT = "#1A6B42", "#E0F1E6"
MAYBE_INK, MAYBE_TINT = "#67418F", "#F0E9F7"
NO_TINT = "#EFEEE9"
_INK, _HEAD_TINT, _LINE = "#1D2124", "#F1F0EB", "#CFCCC3"

LONGEST_TEXT = 32_767  # characters in a cell: Excel's specifications and limits
_LONGEST_SHEET_NAME = 31
_LONGEST_PAGE_TITLE = 120
_WIDEST_COLUMN = 60.0


class Look(Enum):
    """How a cell calls for attention."""

    PLAIN = "plain"
    OPEN = "open"
    YES = "yes"
    MAYBE = "maybe"
    NO = "no"


_LOOKS: dict[Look, dict[str, str | bool]] = {
    Look.PLAIN: {},
    Look.OPEN: {"bg_color": OPEN_TINT, "font_color": OPEN_INK, "bold": True},
    Look.YES: {"bg_color": OK_TINT, "font_color": OK_INK},
    Look.MAYBE: {"bg_color": MAYBE_TINT, "font_color": MAYBE_INK},
    Look.NO: {"bg_color": NO_TINT},
}
_NUMBER_FORMATS: dict[type, str] = {date: "yyyy-mm-dd", time: "hh:mm", timedelta: "[h]:mm", float: "0.0"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A table with one row of headings. `looks` holds a look per row, or per (row, column), counted from 0."""

    name: str
    headings: Sequence[str]
    rows: Sequence[Sequence[Cell]]
    looks: dict[int | tuple[int, int], Look] = field(default_factory=dict)


def workbook(sheets: Sequence[Sheet], *, title: str, made_at: datetime, subtitle: str = "") -> bytes:
    """The bytes of an XLSX file. `title` and `subtitle` stand above each printed page; `made_at` is aware."""
    import xlsxwriter

    target = io.BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    with xlsxwriter.Workbook(target, options) as book:
        book.set_properties({"title": title[:255], "created": made_at.astimezone(UTC).replace(tzinfo=None)})
        writer = _SheetWriter(book, title=title, subtitle=subtitle)
        used: set[str] = set()
        for sheet in sheets:
            writer.write(sheet, _sheet_name(sheet.name, used))
    return target.getvalue()


class _SheetWriter:
    """Writes sheets of one workbook; a format is made once and shared."""

    def __init__(self, book: "Workbook", *, title: str, subtitle: str) -> None:
        self._book = book
        self._title = title
        self._subtitle = subtitle
        self._formats: dict[tuple[Look, type], Format] = {}
        self._heading = book.add_format(
            {"bold": True, "bg_color": _HEAD_TINT, "font_color": _INK, "bottom": 2, "bottom_color": _INK}
        )

    def write(self, sheet: Sheet, name: str) -> None:
        page = self._book.add_worksheet(name)
        for column, heading in enumerate(sheet.headings):
            page.write_string(0, column, heading[:LONGEST_TEXT], self._heading)
        for number, row in enumerate(sheet.rows):
            for column, value in enumerate(row):
                look = sheet.looks.get((number, column)) or sheet.looks.get(number, Look.PLAIN)
                self._write_cell(page, number + 1, column, value, look)
        for column, width in enumerate(_widths(sheet)):
            page.set_column(column, column, width)
        self._set_up_page(page, sheet)

    def _write_cell(self, page: "Worksheet", row: int, column: int, value: Cell, look: Look) -> None:
        shape = self._format(look, type(value))
        match value:
            case None | "":
                page.write_blank(row, column, None, shape)
            case str():
                page.write_string(row, column, value[:LONGEST_TEXT], shape)
            case int() | float():
                page.write_number(row, column, value, shape)
            case _:
                page.write_datetime(row, column, value, shape)

    def _format(self, look: Look, kind: type) -> "Format":
        """One format per look and kind of value."""
        if (look, kind) not in self._formats:
            number_format = {"num_format": _NUMBER_FORMATS[kind]} if kind in _NUMBER_FORMATS else {}
            base = {"valign": "top", "bottom": 1, "bottom_color": _LINE}
            self._formats[look, kind] = self._book.add_format(base | number_format | _LOOKS[look])
        return self._formats[look, kind]

    def _set_up_page(self, page: "Worksheet", sheet: Sheet) -> None:
        """On screen: headings that stay and filter. On paper: A4 across, as wide as the page, headings repeated."""
        page.freeze_panes(1, 0)
        if sheet.headings:
            page.autofilter(0, 0, max(1, len(sheet.rows)), len(sheet.headings) - 1)
        page.set_landscape()
        page.set_paper(9)
        page.fit_to_pages(1, 0)
        page.repeat_rows(0)
        page.set_margins(left=0.5, right=0.5, top=0.8, bottom=0.6)
        page.set_header(f"&L&B{_page_text(self._title)}&B&R{_page_text(self._subtitle)}")
        page.set_footer("&L&A&R&P / &N")


def _page_text(text: str) -> str:
    """Text for a printed page's edge, where & begins a command and 255 characters are the limit."""
    return " ".join(text.split())[: _LONGEST_PAGE_TITLE // 2].replace("&", "&&")


def _widths(sheet: Sheet) -> list[float]:
    """Wide enough for the longest text of each column, within reason."""
    widths = [len(heading) + 4.0 for heading in sheet.headings]
    for row in sheet.rows:
        for column, value in enumerate(row):
            widths[column] = max(widths[column], len(str(value)) + 1.5 if isinstance(value, str) else 11.0)
    return [min(width, _WIDEST_COLUMN) for width in widths]


def _sheet_name(name: str, used: set[str]) -> str:
    """A name that Excel takes: 31 characters, no brackets, colons or slashes, no apostrophe at an end, only once."""
    clean = re.sub(r"[\[\]:*?/\\\x00-\x1f]", " ", name).strip("' ") or _("Sheet")
    candidate, count = clean[:_LONGEST_SHEET_NAME].strip("' "), 1
    while candidate.casefold() in used:
        count += 1
        candidate = f"{clean[: _LONGEST_SHEET_NAME - 5]} {count}"
    used.add(candidate.casefold())
    return candidate
