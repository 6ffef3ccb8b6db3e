"""Looks into an XLSX or ODS file before it is opened, and refuses zip bombs and far-off cells."""

import io
import zipfile
import zlib
from pathlib import PurePosixPath

from clubhub.domain.errors import InvalidInput
from clubhub.formats.outside_files import MEGABYTE
from clubhub.formats.sheet_extent import check_extent
from clubhub.support.texts import _

MAX_ENTRIES = 5_000
"""A workbook has a few parts per sheet; 200 sheets with drawings are about 1,000."""

MAX_UNPACKED_BYTES = 400 * MEGABYTE
"""100,000 people with ten columns unpack to about 60 MB."""

MAX_RATIO = 250
"""Real sheets shrink 5 to 60 times; deflate alone reaches 1,032 (zlib's technical details), which is what bombs use."""

RATIO_COUNTS_FROM_BYTES = 10 * MEGABYTE

_MANIFEST = "META-INF/manifest.xml"
_DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, ValueError, OverflowError, NotImplementedError, RuntimeError)


def check_archive(content: bytes) -> None:
    """Refuse, with InvalidInput, an archive that is no workbook, is damaged, unpacks to too much or reaches too far."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            _check_sizes(archive.infolist(), len(content))
            _check_parts(archive)
    except _DAMAGE as error:
        raise damaged() from error


def protected() -> InvalidInput:
    return InvalidInput(
        _("The spreadsheet is protected by a password. Nothing was changed. Save it without one and try again.")
    )


def damaged() -> InvalidInput:
    return InvalidInput(
        _("The spreadsheet is damaged. Nothing was changed. Open it in its own program, save it again and try that.")
    )


def _check_parts(archive: zipfile.ZipFile) -> None:
    parts = [entry for entry in archive.infolist() if entry.filename.lower().endswith(".xml")]
    manifests = [entry for entry in parts if entry.filename == _MANIFEST]
    if any(b":encryption-data" in archive.read(entry) for entry in manifests):
        raise protected()
    for entry in parts:
        with archive.open(entry) as part:
            check_extent(part)


def _check_sizes(entries: list[zipfile.ZipInfo], packed_bytes: int) -> None:
    unpacked = sum(entry.file_size for entry in entries)
    is_bomb = unpacked > RATIO_COUNTS_FROM_BYTES and unpacked > MAX_RATIO * packed_bytes
    if len(entries) > MAX_ENTRIES or unpacked > MAX_UNPACKED_BYTES or is_bomb:
        raise InvalidInput(_("The spreadsheet unpacks to far more than a list of people holds. Nothing was changed."))
    names = {PurePosixPath(entry.filename.replace("\\", "/").lower()).name for entry in entries}
    if "workbook.bin" in names:
        raise InvalidInput(_("Binary workbooks (XLSB) can't be read. Nothing was changed. Save it as XLSX."))
    if not names & {"workbook.xml", "content.xml"}:
        raise InvalidInput(
            _("The file is an archive, not a spreadsheet in XLSX or ODS. Nothing was changed. Save it as one of these.")
        )
