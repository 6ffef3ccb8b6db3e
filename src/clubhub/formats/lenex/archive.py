"""Takes the one `.lef` out of an `.lxf`, with walls against archives that are made to hurt."""

import io
import zipfile
import zlib

from clubhub.domain.errors import InvalidInput
from clubhub.support.texts import _

MAX_BYTES = 60 << 20
MAX_FILES = 20


def programme_bytes(data: bytes) -> bytes:
    """The XML of a `.lef` as it is, of an `.lxf` after unpacking. Raises InvalidInput if there isn't exactly one."""
    if not data.startswith(b"PK"):
        return data
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _read(archive, _only_programme(archive))
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError, ValueError) as error:
        # RuntimeError is how zipfile says "encrypted"
        raise InvalidInput(
            _("The .lxf file is damaged or locked with a password. Export the meet again. Nothing was changed.")
        ) from error


def _only_programme(archive: zipfile.ZipFile) -> zipfile.ZipInfo:
    files = archive.infolist()
    programmes = [file for file in files if file.filename.lower().endswith(".lef")]
    if len(programmes) != 1 or len(files) > MAX_FILES:
        raise InvalidInput(
            _("An .lxf file holds one .lef file, this one holds {count}. Nothing was changed.").format(
                count=len(programmes)
            )
        )
    return programmes[0]


def _read(archive: zipfile.ZipFile, file: zipfile.ZipInfo) -> bytes:
    # The size in the directory may lie: read to the limit and one more.
    with archive.open(file) as stream:
        data = stream.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise InvalidInput(
            _("The meet unpacks to more than {limit} MB. Nothing was changed.").format(limit=MAX_BYTES >> 20)
        )
    return data
