"""How far the cells of a sheet reach, found by streaming through its XML: the part of an XLSX or ODS file.

The reader of sheets keeps every cell from the first to the last, used or not: one stray cell in the last corner would
ask for 17,000,000,000 of them. A sheet's own `<dimension>` is no help, since some programs write a wrong one.
"""

import re
from typing import IO
from xml.parsers import expat

from clubhub.domain.errors import InvalidInput
from clubhub.support.texts import _

MAX_CELLS = 5_000_000
"""100,000 rows of fifty columns; about 200 MB in the reader of sheets."""

_CHUNK_BYTES = 1 << 18
_ADDRESS = re.compile(r"([A-Z]{1,7})([0-9]{1,9})")
_ODS_CELLS = {"table-cell", "covered-table-cell"}


def check_extent(part: IO[bytes]) -> None:
    """Refuse, with InvalidInput, a sheet that reaches over more than MAX_CELLS cells; other XML passes unread.

    Raises ValueError for XML that is broken or declares entities (no spreadsheet program writes any).
    """
    scan = _Scan()
    try:
        while not scan.is_other_xml and (chunk := part.read(_CHUNK_BYTES)):
            scan.parser.Parse(chunk)
    except expat.ExpatError as error:
        raise ValueError("broken XML") from error


class _Scan:
    """Follows rows and cells; a cell counts when it has content."""

    def __init__(self) -> None:
        self.is_other_xml = False
        self.parser = expat.ParserCreate()
        self.parser.StartElementHandler = self._root
        self.parser.EntityDeclHandler = self._entity
        self._row = self._column = 0
        self._row_repeats = self._cell_repeats = 1
        self._last_row = self._last_column = 0

    def _entity(self, *_declaration: object) -> None:
        raise ValueError("XML with entities")

    def _root(self, name: str, _attributes: dict[str, str]) -> None:
        root = name.rpartition(":")[2]
        self.is_other_xml = root not in {"worksheet", "document-content"}
        self.parser.StartElementHandler = self._xlsx if root == "worksheet" else self._ods

    def _xlsx(self, name: str, attributes: dict[str, str]) -> None:
        tag = name.rpartition(":")[2]
        if tag in {"v", "is"}:
            self._reach(self._row, self._column)
        elif tag == "c":
            address = _ADDRESS.fullmatch(attributes.get("r", ""))
            self._column = column_number(address[1]) if address else self._column + 1
            self._row = int(address[2]) if address else self._row
        elif tag == "row":
            self._row = int(attributes.get("r", self._row + 1))
            self._column = 0

    def _ods(self, name: str, attributes: dict[str, str]) -> None:
        tag = name.rpartition(":")[2]
        if tag in _ODS_CELLS:
            self._column += self._cell_repeats
            self._cell_repeats = int(attributes.get("table:number-columns-repeated", 1))
            if "office:value-type" in attributes:
                self._reach_repeated()
        elif tag == "p":
            self._reach_repeated()
        elif tag == "table-row":
            self._row += self._row_repeats
            self._row_repeats = int(attributes.get("table:number-rows-repeated", 1))
            self._column = self._cell_repeats = 0
        elif tag == "table":
            self._row = self._row_repeats = self._last_row = self._last_column = 0

    def _reach_repeated(self) -> None:
        """The cell just begun is repeated to the right and downwards; `_row` and `_column` count those before it."""
        self._reach(self._row + self._row_repeats, self._column + self._cell_repeats)

    def _reach(self, row: int, column: int) -> None:
        self._last_row = max(self._last_row, row)
        self._last_column = max(self._last_column, column)
        if self._last_row * self._last_column > MAX_CELLS:
            raise InvalidInput(_too_far(row, column))


def column_number(letters: str) -> int:
    """A: 1, Z: 26, AA: 27."""
    number = 0
    for letter in letters:
        number = 26 * number + ord(letter) - ord("A") + 1
    return number


def column_letters(number: int) -> str:
    letters = ""
    while number > 0:
        number, letter = divmod(number - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return letters


def _too_far(row: int, column: int) -> str:
    return _(
        "The sheet reaches to cell {cell}, over more than {limit} cells. Nothing was changed. "
        "Delete stray cells, or copy the rows that count to a new sheet."
    ).format(cell=f"{column_letters(column)}{row}", limit=f"{MAX_CELLS:,}")
