"""Reads a table of cells from any file a club keeps its lists in: CSV, XLSX, XLSM, XLS or ODS, told by content.

Files from outside are read in a limited child process: services run `read_table_job` there.
"""

from collections.abc import Callable
from pathlib import Path

from clubhub.domain.errors import InvalidInput
from clubhub.domain.tables import Table
from clubhub.formats.csv_text import read_records
from clubhub.formats.encodings import decode_text
from clubhub.formats.outside_files import FileKind, file_kind, read_outside_file
from clubhub.formats.sheet_reading import read_sheet
from clubhub.support.json_values import Json
from clubhub.support.texts import _

READ_TABLE_JOB = "clubhub.formats.tables:read_table_job"


def read_table(path: Path) -> Table:
    """The file's cells. See read_outside_file and table_from_bytes for what is raised."""
    return table_from_bytes(read_outside_file(path))


def table_from_bytes(content: bytes) -> Table:
    """The cells of a file's content. Raises InvalidInput with one clear sentence if it holds no table."""
    kind = file_kind(content)
    if kind is FileKind.TEXT:
        return _table_from_text(content)
    return read_sheet(content, is_archive=kind is FileKind.ZIP)


def read_table_job(request: Json, _report: Callable[[Json], None]) -> Json:
    """`read_table` for a child process: {"path": ...} in, what table_from_json takes out."""
    table = read_table(Path(request["path"]))
    return {"rows": table.rows, "first_row": table.first_row, "notes": table.notes}


def table_from_json(answer: Json) -> Table:
    return Table(
        rows=tuple(tuple(row) for row in answer["rows"]),
        first_row=answer["first_row"],
        notes=tuple(answer["notes"]),
    )


def _table_from_text(content: bytes) -> Table:
    text, encoding = decode_text(content)
    rows = tuple(tuple(record) for record in read_records(text))
    if not any(cell.strip() for row in rows for cell in row):
        raise InvalidInput(_("The file has no text in it. Nothing was changed."))
    return Table(rows=rows, notes=_encoding_notes(encoding))


def _encoding_notes(encoding: str) -> tuple[str, ...]:
    if encoding.startswith("utf"):
        return ()
    return (_("The letters were read as {encoding}; look at names with accents.").format(encoding=encoding),)
