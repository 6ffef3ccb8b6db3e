"""Tells what a file of answers is, and reads its messages. Runs in a limited child process: see services.reading.

Tables of answers are read elsewhere (formats.answers); here they are only told from the rest.
"""

import csv
import io
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

from clubhub.domain.errors import InvalidInput
from clubhub.domain.replies import Message
from clubhub.formats.encodings import decode_text
from clubhub.formats.headings import heading_key
from clubhub.formats.outside_files import MEGABYTE, FileKind, file_kind, read_outside_file
from clubhub.formats.people_columns import NAMES, PEOPLE_VOCABULARY
from clubhub.formats.replies.calendars import is_calendar, read_calendar
from clubhub.formats.replies.chats import is_chat, read_chat
from clubhub.formats.replies.mails import is_mail, is_mailbox, read_mail, read_mailbox
from clubhub.support.codec import to_json
from clubhub.support.json_values import Json
from clubhub.support.texts import _

READ_REPLIES_JOB = "clubhub.formats.replies.files:read_replies_job"
MOST_UNPACKED = 50 * MEGABYTE
MOST_ENTRIES = 20_000
"""A chat with its pictures has one for each of them."""

_DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, ValueError, OverflowError, NotImplementedError, RuntimeError)
_SHEET_PARTS = ("xl/workbook.xml", "content.xml", "META-INF/manifest.xml")
_TABLE_SUFFIXES = frozenset({".csv", ".tsv", ".xlsx", ".xlsm", ".xls", ".ods", ".json"})
_DELIMITERS = ",;\t"
_NAME_HEADINGS = frozenset(heading_key(word) for field in NAMES for word in PEOPLE_VOCABULARY[field])


def read_replies_job(request: Json, _report: Callable[[Json], None]) -> Json:
    """{"path"} in; out come {"messages"}, {"text"} for words that only the club can take apart, or {"table": true}."""
    path = Path(request["path"])
    content = read_outside_file(path)
    kind = file_kind(content)
    if kind is not FileKind.TEXT:
        chats = _chats_in(content) if kind is FileKind.ZIP else None
        return {"table": True} if chats is None else {"messages": to_json(chats)}
    if is_mailbox(content) or is_mail(content):
        return {"messages": to_json(read_mailbox(content) if is_mailbox(content) else read_mail(content))}
    return _in_text(decode_text(content)[0], path.suffix.lower())


def _in_text(text: str, suffix: str) -> Json:
    if is_calendar(text) or is_chat(text):
        return {"messages": to_json(read_calendar(text) if is_calendar(text) else read_chat(text))}
    return {"table": True} if suffix in _TABLE_SUFFIXES or is_table(text) else {"text": text}


def _chats_in(content: bytes) -> list[Message] | None:
    """Of a chat that was exported with its media; None for a workbook. Raises InvalidInput for anything else."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = archive.infolist()
            if any(entry.filename in _SHEET_PARTS for entry in entries):
                return None
            texts = [entry for entry in entries[:MOST_ENTRIES] if entry.filename.lower().endswith(".txt")]
            if sum(entry.file_size for entry in texts) > MOST_UNPACKED:
                raise InvalidInput(_("The chat in this file is too long to be read. Nothing was changed."))
            parts = [_unpacked(archive, entry) for entry in texts]
    except _DAMAGE as error:
        raise InvalidInput(_("The ZIP file is damaged. Nothing was changed. Export the chat again.")) from error
    chats = [text for text in parts if is_chat(text)]
    if not chats:
        raise InvalidInput(
            _("There is no chat in this ZIP file. Nothing was changed. Export the chat from WhatsApp, and take that.")
        )
    return [message for text in chats for message in read_chat(text)]


def _unpacked(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> str:
    """No more than its entry says: what lies about its size is cut there, and found to be damaged."""
    with archive.open(entry) as part:
        return decode_text(part.read(MOST_UNPACKED))[0]


def is_table(text: str) -> bool:
    """Whether every line has as many cells as the first: with tabs, or under a heading of names."""
    lines = [line for line in text.splitlines() if line.strip()][:50]
    return len(lines) > 1 and any(_is_divided(lines, delimiter) for delimiter in _DELIMITERS)


def _is_divided(lines: list[str], delimiter: str) -> bool:
    """A list of replies has commas too: "Aino: 1, 3" above "Onni: 2, 4" is no table."""
    if delimiter not in lines[0]:
        return False
    rows = list(csv.reader(lines, delimiter=delimiter))
    is_even = len({len(row) for row in rows}) == 1
    return is_even and (delimiter == "\t" or heading_key(rows[0][0]) in _NAME_HEADINGS)
