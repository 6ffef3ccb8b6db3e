"""Reads XLSX, XLSM, XLS and ODS: the first sheet that has cells in it, as text.

Runs in the limited child process: the library below is native code and the files come from outside.
"""

import io
from collections.abc import Iterator, Mapping
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from clubhub.domain.errors import InvalidInput
from clubhub.domain.tables import Table
from clubhub.formats.sheet_archive import check_archive, damaged, protected
from clubhub.support.texts import _

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

_ENCRYPTED_XLSX = "EncryptedPackage".encode("utf-16-le")
"""The stream that an XLSX with a password is kept in ([MS-OFFCRYPTO] 2.3.4.4)."""

_EXACT_WHOLE_NUMBERS_BELOW = 2**53


def read_sheet(content: bytes, *, is_archive: bool) -> Table:
    """The cells as text: dates and times in ISO, whole numbers without a point, so that phone numbers survive.

    Raises InvalidInput for a damaged, protected, empty or too large workbook. `notes` say which of several sheets.
    """
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError

    far: Mapping[str, InvalidInput] = {}
    if is_archive:
        far = check_archive(content)
    elif _ENCRYPTED_XLSX in content:
        raise protected()
    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(content)) as workbook:
            table = next(_filled_sheets(workbook, far), None)
    except PasswordError as error:
        raise protected() from error
    except CalamineError as error:
        raise damaged() from error
    if table is None:
        raise InvalidInput(_("The spreadsheet has no cells with text. Nothing was changed."))
    return table


def _filled_sheets(workbook: "CalamineWorkbook", far: Mapping[str, InvalidInput]) -> Iterator[Table]:
    """Sheets with text in them, those that are shown before the hidden ones; of `far` ones raises what stands there."""
    from python_calamine import SheetVisibleEnum

    sheets = sorted(
        enumerate(workbook.sheets_metadata), key=lambda numbered: numbered[1].visible != SheetVisibleEnum.Visible
    )
    for index, sheet in sheets:
        if sheet.name in far:
            raise far[sheet.name]
        rows = _text_rows(workbook.get_sheet_by_index(index))
        if rows:
            yield Table(rows=rows, notes=_sheet_notes(sheet.name, len(sheets)))


def _text_rows(sheet: "CalamineSheet") -> tuple[tuple[str, ...], ...]:
    """The rows down to the last one with text, each without empty cells at its end."""
    rows = [_without_empty_end([_text(cell) for cell in row]) for row in sheet.iter_rows()]
    while rows and not rows[-1]:
        rows.pop()
    return tuple(rows)


def _without_empty_end(cells: list[str]) -> tuple[str, ...]:
    while cells and not cells[-1]:
        cells.pop()
    return tuple(cells)


def _sheet_notes(name: str, count: int) -> tuple[str, ...]:
    if count == 1:
        return ()
    return (_("Of {count} sheets, “{name}” was read, the first with text in it.").format(count=count, name=name),)


def _text(cell: str | bool | float | date | time | timedelta) -> str:
    if isinstance(cell, str):
        return cell
    if isinstance(cell, (int, float)):
        return str(cell).lower() if isinstance(cell, bool) else _number_text(cell)
    return _duration_text(cell) if isinstance(cell, timedelta) else _moment_text(cell)


def _moment_text(moment: date | time) -> str:
    if isinstance(moment, time):
        return _moment_text(datetime.combine(date(2000, 1, 1), moment)).partition("T")[2]
    if isinstance(moment, datetime):
        return _to_the_second(moment).isoformat().removesuffix(":00")
    return moment.isoformat()


def _number_text(number: float) -> str:
    is_whole = number == number // 1 and abs(number) < _EXACT_WHOLE_NUMBERS_BELOW
    return str(int(number)) if is_whole else repr(number)


def _to_the_second(moment: datetime) -> datetime:
    """Sheets keep times as fractions of a day, in which 10:10:00 may be a few millionths less."""
    return (moment + timedelta(milliseconds=500)).replace(microsecond=0)


def _duration_text(duration: timedelta) -> str:
    minutes, seconds = divmod(round(duration.total_seconds()), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02}:{minutes:02}" + (f":{seconds:02}" if seconds else "")
