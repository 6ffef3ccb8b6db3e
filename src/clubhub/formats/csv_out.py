"""CSV out, for other programs: comma, double quotes, CR LF (RFC 4180), UTF-8 with a byte order mark.

The comma is what other programs expect, and the mark tells Excel that it is UTF-8; an Excel that wants semicolons is
better served by the XLSX file. Dates are ISO, times have 24 hours, hours have a point.
"""

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import time

from clubhub.formats.csv_cells import guard_row
from clubhub.formats.sheets_out import Cell


def csv_bytes(table: Iterable[Sequence[Cell]]) -> bytes:
    """Any table of ours as the bytes of a CSV file, its cells guarded against formulas."""
    target = io.StringIO(newline="")
    writer = csv.writer(target, lineterminator="\r\n")
    for row in table:
        writer.writerow(guard_row(_text(cell) for cell in row))
    return target.getvalue().encode("utf-8-sig", errors="replace")


def _text(cell: Cell) -> str:
    """A cell as text: ISO dates, 07:30, 3.5 hours, nothing for None. Unpaired surrogates can't be written: a "?"."""
    match cell:
        case None:
            return ""
        case time():
            return f"{cell:%H:%M}"
        case float():
            return f"{cell:.2f}".rstrip("0").rstrip(".")
        case _:
            return str(cell)
