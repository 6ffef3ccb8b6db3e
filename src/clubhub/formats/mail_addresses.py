"""Mail addresses and links to write a mail, safe to put into a header or a page."""

import re
from urllib.parse import quote

from clubhub.formats.plain_text import one_line

MOST_MAILTO = 1600
"""Characters: some programs cut a longer link (Gmail's own at about 1,620)."""

_ADDRESS = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,252}[A-Za-z0-9])?")


def mail_address(address: str) -> str | None:
    """The address as a header may hold it, its domain in ASCII; None if mail can't go there."""
    local, at, domain = address.strip().rpartition("@")
    try:
        written = f"{local}{at}{domain.encode('idna').decode()}" if not domain.isascii() else f"{local}{at}{domain}"
    except UnicodeError:
        return None
    is_dotted_well = not local.startswith(".") and not local.endswith(".") and ".." not in f"{local}{domain}"
    return written if is_dotted_well and _ADDRESS.fullmatch(written) else None


def mailto(address: str, *, subject: str, body: str) -> str:
    """A link that opens a mail to one reader with words in it; of too many words the end is left out."""
    start = f"mailto:{quote(address, safe='@')}?subject="
    title = _encoded(one_line(subject), MOST_MAILTO // 2)
    return f"{start}{title}&body={_encoded(body, MOST_MAILTO - len(start) - len(title) - len('&body='))}"


def _encoded(text: str, room: int) -> str:
    """As much of the text, from its beginning, as has room when it is encoded."""
    while text and len(quote(text, safe="")) > room:
        text = text[: len(text) * 3 // 4]
    return quote(text, safe="")
