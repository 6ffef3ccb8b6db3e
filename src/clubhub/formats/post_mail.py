"""A post as mail: one draft per reader, as a file that a mail program opens to send (X-Unsent: 1).

Text first, HTML second (multipart/alternative). Nothing is loaded when it is read, and nothing tells that it was.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from email.header import Header
from email.message import EmailMessage
from email.policy import SMTP

from clubhub.domain.people import Channel, Person
from clubhub.domain.posts import FullPost
from clubhub.domain.reach import Recipient
from clubhub.formats.file_names import file_names
from clubhub.formats.mail_addresses import mail_address
from clubhub.formats.plain_text import one_line
from clubhub.formats.post_mail_html import mail_html
from clubhub.formats.post_mail_text import mail_text
from clubhub.formats.post_words import values_for
from clubhub.support.texts import _

_PLAIN_NAME = re.compile(r"[A-Za-z]+(?:[ -][A-Za-z]+){0,5}")


@dataclass(frozen=True, slots=True, kw_only=True)
class MailDrafts:
    """Files by name; `left_out` are those whose address no mail program would take, a sentence each."""

    files: dict[str, bytes]
    left_out: tuple[str, ...]


def mail_drafts(full: FullPost, on_draft: Callable[[int, int], None] | None = None) -> MailDrafts:
    """A draft for each reader whose road is mail. The same post gives the same bytes.

    `on_draft` hears before each how many are made, and of how many; what it raises ends the work.
    """
    readers = [recipient for recipient in full.reach.recipients if recipient.channel == Channel.MAIL]
    addresses = {recipient.person.id: mail_address(recipient.address) for recipient in readers}
    writable = [recipient for recipient in readers if addresses[recipient.person.id] is not None]
    names = file_names([recipient.person for recipient in writable], ".eml")
    files: dict[str, bytes] = {}
    for recipient in writable:
        if on_draft:
            on_draft(len(files), len(writable))
        files[names[recipient.person.id]] = mail_draft(full, recipient)
    return MailDrafts(
        files=files,
        left_out=tuple(_unwritable(r.person, r.address) for r in readers if addresses[r.person.id] is None),
    )


def mail_draft(full: FullPost, recipient: Recipient) -> bytes:
    """One draft with CRLF line ends. The sender's own program adds From, date and id when it is sent.

    `recipient.address` must be one that mail_address takes.
    """
    values = values_for(full, recipient)
    message = EmailMessage(policy=SMTP)
    message["X-Unsent"] = "1"
    message["Subject"] = one_line(full.post.title)
    message.set_content(mail_text(full, values), cte="quoted-printable")
    message.add_alternative(mail_html(full, values), subtype="html", cte="quoted-printable")
    message["Content-Language"] = full.club.language or "en"
    # "=_" can't occur in quoted-printable, so no text can end a part.
    message.set_boundary(f"=_clubhub_{full.post.id:x}_{recipient.person.id:x}")
    return to_header(recipient) + message.as_bytes()


def to_header(recipient: Recipient) -> bytes:
    """Made here: Python 3.11 folds a long word with an empty line, and drops quotes where a name needs them."""
    name = one_line(recipient.person.name)
    written = name if _PLAIN_NAME.fullmatch(name) else Header(name, "utf-8", header_name="To").encode(linesep="\r\n")
    return f"To: {written}\r\n <{mail_address(recipient.address)}>\r\n".encode("ascii")


def _unwritable(person: Person, address: str) -> str:
    return _("{name}: no mail can go to “{address}”. Correct the address.").format(
        name=one_line(person.name), address=one_line(address)
    )
