"""Opens files that come from outside and tells by their content what they are."""

import re
import stat
from enum import StrEnum
from pathlib import Path

from clubhub.domain.errors import EnvironmentProblem, InvalidInput
from clubhub.support.texts import _

MEGABYTE = 1 << 20

MAX_FILE_BYTES = 50 * MEGABYTE
"""100,000 people with mail, phone and groups are about 10 MB of CSV; nobody's list of members is five times that."""


class FileKind(StrEnum):
    ZIP = "zip"
    """What XLSX and ODS are inside."""
    OLE = "ole"
    """What XLS and encrypted XLSX are inside."""
    TEXT = "text"


_SIGNATURES = [
    (b"%PDF", "PDF"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"RIFF", "RIFF"),
    (b"II*\0", "TIFF"),
    (b"MM\0*", "TIFF"),
    (b"{\\rtf", "RTF"),
    (b"\x1f\x8b", "GZIP"),
    (b"7z\xbc\xaf", "7-Zip"),
    (b"SQLite format 3\0", "SQLite"),
]
_MARKUP = re.compile(rb"\s*<(?:!doctype|html|head|body|table|\?xml|!--)", re.IGNORECASE)


def read_outside_file(path: Path, max_bytes: int = MAX_FILE_BYTES) -> bytes:
    """All of the file. Raises EnvironmentProblem if it can't be read, InvalidInput if it is empty or too large."""
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise EnvironmentProblem(
                _("“{name}” is not a file. Nothing was changed. Choose a file.").format(name=path.name)
            )
        if status.st_size > max_bytes:
            raise InvalidInput(_too_large(path, status.st_size, max_bytes))
        content = path.read_bytes()
    except FileNotFoundError as error:
        raise EnvironmentProblem(
            _("There is no file {path}. Check its name. Nothing was changed.").format(path=path)
        ) from error
    except OSError as error:
        raise EnvironmentProblem(
            _("“{name}” can't be read: {reason}. Nothing was changed.").format(name=path.name, reason=error.strerror)
        ) from error
    if not content.strip(b"\0\t\r\n \xef\xbb\xbf\xff\xfe"):
        raise InvalidInput(_("“{name}” is empty. Nothing was changed.").format(name=path.name))
    return content


def file_kind(content: bytes) -> FileKind:
    """What the content is, whatever the file is called. Raises InvalidInput, saying so, when it holds no cells."""
    if content.startswith(b"PK\x03\x04"):
        return FileKind.ZIP
    if content.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return FileKind.OLE
    for signature, name in _SIGNATURES:
        if content.startswith(signature):
            raise InvalidInput(_not_a_table(_("is a {kind} file").format(kind=name)))
    if _MARKUP.match(content.removeprefix(b"\xef\xbb\xbf")):
        raise InvalidInput(_not_a_table(_("is a web page or XML")))
    return FileKind.TEXT


def not_text() -> InvalidInput:
    """For content that has no readable text in it."""
    return InvalidInput(_not_a_table(_("is neither text nor a spreadsheet")))


def _not_a_table(what: str) -> str:
    return _(
        "The file {what}, not a table of cells. Nothing was changed. Save the table as CSV, XLSX or ODS and try again."
    ).format(what=what)


def _too_large(path: Path, size: int, limit: int) -> str:
    return _(
        "“{name}” is too large: {size} MB; ClubHub reads up to {limit} MB. Nothing was changed. Split it into parts."
    ).format(name=path.name, size=-(-size // MEGABYTE), limit=limit // MEGABYTE)
