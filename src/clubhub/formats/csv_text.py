"""Text to cells: finds the delimiter and reads the records, numbered as a spreadsheet program shows them."""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice

from clubhub.domain.errors import InvalidInput
from clubhub.formats.csv_cells import unguard
from clubhub.support.texts import _

SAMPLE_RECORDS = 200
SAMPLE_CHARACTERS = 1 << 17

_USUAL = ",;\t|"
_UNUSUAL = "^~:#!¦§*\x1f\x1e\x01"
_NAMED_DELIMITER = re.compile(r'"?sep=(?P<delimiter>.)"?\r?\n?$', re.IGNORECASE)
# What Excel makes of ="0401234567" is the text inside: people write it to keep the zero.
_TEXT_FORMULA = re.compile(r'="([^"]*)"')
_END = "\0end"


def read_records(text: str) -> list[list[str]]:
    """The cells of every record; a blank line is an empty list. The guard against formulas is taken off.

    A first line "sep=;" names the delimiter and is no record, as in Excel. Otherwise the delimiter that gives the most
    records the same number of cells is taken. Raises InvalidInput for a quotation mark that is never closed.
    """
    first_line, _break, rest = text.partition("\n")
    if named := _NAMED_DELIMITER.match(first_line):
        return [_clean(record) for record in _parse(rest, named["delimiter"])]
    return [_clean(record) for record in _parse(text, find_delimiter(text))]


def find_delimiter(text: str) -> str:
    """The delimiter of a CSV text; a comma when there is only one column."""
    text = text[:SAMPLE_CHARACTERS]
    usual = max(_USUAL, key=lambda delimiter: _evenness(text, delimiter))
    if _evenness(text, usual) > (0, 0):
        return usual
    unusual = max(_UNUSUAL, key=lambda delimiter: _evenness(text, delimiter))
    share, _width = _evenness(text, unusual)
    return unusual if share == 1 else ","


def _evenness(text: str, delimiter: str) -> tuple[float, int]:
    """How many records have the commonest number of cells over one (a share), and that number."""
    try:
        records = [record for record in islice(_reader(text, delimiter), SAMPLE_RECORDS) if record]
    except csv.Error:
        return 0, 0
    widths = Counter(len(record) for record in records if len(record) > 1)
    if not widths:
        return 0, 0
    width, count = max(widths.items(), key=lambda item: (item[1], item[0]))
    return count / len(records), width


def _parse(text: str, delimiter: str) -> list[list[str]]:
    """All records. A mark put after the end is swallowed by an open quotation, and so tells of it."""
    separator = "" if text.endswith(("\n", "\r")) or not text else "\n"
    reader = _reader(f"{text}{separator}{_END}", delimiter)
    records: list[list[str]] = []
    try:
        records.extend(reader)
    except csv.Error as error:
        raise _unclosed(len(records) + 1) from error
    if records.pop() != [_END]:
        raise _unclosed(len(records) + 1)
    return records


def _reader(text: str, delimiter: str) -> Iterator[list[str]]:
    blank_before_quote = f'{delimiter} "' in text[:10_000]
    return csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, skipinitialspace=blank_before_quote)


def _clean(record: list[str]) -> list[str]:
    return [_plain(cell) if cell[:1] in {"'", "="} else cell for cell in record]


def _plain(cell: str) -> str:
    text_formula = _TEXT_FORMULA.fullmatch(cell)
    return text_formula[1] if text_formula else unguard(cell)


def _unclosed(row: int) -> InvalidInput:
    return InvalidInput(
        _(
            "Row {row}: a quotation mark is opened and never closed, so the rest can't be told apart. "
            "Nothing was changed. Correct the row, or save the table again from the spreadsheet."
        ).format(row=row)
    )
