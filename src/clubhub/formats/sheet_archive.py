"""Looks into an XLSX or ODS file before it is opened, and refuses zip bombs and far-off cells."""

import io
import zipfile
import zlib
from pathlib import PurePosixPath

from clubhub.domain.errors import InvalidInput
from clubhub.formats.outside_files import MEGABYTE
from clubhub.formats.sheet_extent import check_extent
from clubhub.formats.sheet_parts import sheet_parts
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


def check_archive(content: bytes) -> dict[str, InvalidInput]:
    """Refuse, with InvalidInput, an archive that is no workbook, is damaged, unpacks to too much or reaches too far.

    Of an XLSX, whose sheets are read one by one, gives the names of those that reach too far, with what is to be raised
    if one of them is the one to be read. An ODS is read as a whole and refused as such.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            _check_sizes(archive.infolist(), len(content))
            return _far_sheets(archive, _check_parts(archive))
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


def _check_parts(archive: zipfile.ZipFile) -> dict[str, InvalidInput]:
    """The parts that reach too far."""
    parts = [entry for entry in archive.infolist() if entry.filename.lower().endswith(".xml")]
    manifests = [entry for entry in parts if entry.filename == _MANIFEST]
    if any(b":encryption-data" in archive.read(entry) for entry in manifests):
        raise protected()
    far = {}
    for entry in parts:
        with archive.open(entry) as part:
            try:
                check_extent(part)
            except InvalidInput as error:
                far[entry.filename] = error
    return far


def _far_sheets(archive: zipfile.ZipFile, far: dict[str, InvalidInput]) -> dict[str, InvalidInput]:
    """By the sheets' names; a part that no sheet of the workbook is told to be is refused at once."""
    part_of = sheet_parts(archive) if far else {}
    stray = next((error for part, error in far.items() if part not in part_of.values()), None)
    if stray:
        raise stray
    return {name: far[part] for name, part in part_of.items() if part in far}


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
