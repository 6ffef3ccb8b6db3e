"""Reads a file of answers as a table, in a limited child process; JSON is Crab Fit's."""

from collections.abc import Callable
from pathlib import Path

from clubhub.domain.tables import Table
from clubhub.formats.encodings import decode_text
from clubhub.formats.outside_files import FileKind, file_kind, read_outside_file
from clubhub.formats.poll_exports.crab_fit import table_from_json as table_of_crab_fit
from clubhub.formats.tables import table_from_bytes
from clubhub.support.json_values import Json

READ_ANSWERS_JOB = "clubhub.formats.poll_exports.job:read_answers_job"


def answers_table(path: Path) -> Table:
    """The cells of the file. Raises as formats.tables.read_table does."""
    content = read_outside_file(path)
    if content.lstrip()[:1] in {b"[", b"{"} and file_kind(content) is FileKind.TEXT:
        table = table_of_crab_fit(decode_text(content)[0])
        if table is not None:
            return table
    return table_from_bytes(content)


def read_answers_job(request: Json, _report: Callable[[Json], None]) -> Json:
    """`answers_table` for a child process: {"path": ...} in, what formats.tables.table_from_json takes out."""
    table = answers_table(Path(request["path"]))
    return {"rows": table.rows, "first_row": table.first_row, "notes": table.notes}
