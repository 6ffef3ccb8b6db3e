"""Reads answers out of mails (.eml) and mailboxes (.mbox), with the mails and calendar replies inside them."""

import email
import email.policy
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from email.message import EmailMessage
from email.utils import parseaddr, parsedate_to_datetime
from html.parser import HTMLParser

from clubhub.domain.polls import Road
from clubhub.domain.replies import Message
from clubhub.formats.replies.calendars import is_calendar, read_calendar
from clubhub.formats.replies.quotes import forwarded_mails, own_and_quoted

MOST_MAILS = 5000
_MBOX = re.compile(rb"^From \S[^\r\n]*\d{2}:\d{2}[^\r\n]*\r?\n", re.MULTILINE)
_HEADERS = re.compile(rb"(?:[A-Za-z][A-Za-z0-9-]{1,60}:[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*){3,}\r?\n")
_MAIL_HEADER = re.compile(rb"^(?:From|Date|Message-ID|Received|MIME-Version):", re.MULTILINE | re.IGNORECASE)
_BLOCKS = frozenset({"p", "div", "br", "li", "tr", "blockquote", "h1", "h2", "h3", "table"})
_UNSEEN = frozenset({"style", "script", "head", "title"})


def is_mailbox(content: bytes) -> bool:
    return _MBOX.match(content) is not None


def is_mail(content: bytes) -> bool:
    """Whether it begins with the header lines of a mail."""
    found = _HEADERS.match(content)
    return found is not None and len(_MAIL_HEADER.findall(found[0])) >= 2


def read_mailbox(content: bytes) -> list[Message]:
    """All mails of an mbox file, in its order."""
    starts = [(found.start(), found.end()) for found in _MBOX.finditer(content)][:MOST_MAILS]
    ends = [start for start, _behind in starts[1:]] + [len(content)]
    found: list[Message] = []
    for (_start, begin), end in zip(starts, ends, strict=True):
        found += read_mail(re.sub(rb"^>(>*From )", rb"\1", content[begin:end], flags=re.MULTILINE))
    return [replace(message, is_alone=len(starts) == 1) for message in found]


def read_mail(content: bytes) -> list[Message]:
    """The mail and what it holds: mails that were forwarded in it, and replies of calendars."""
    return list(_messages(email.message_from_bytes(content, policy=email.policy.default)))


def pasted_mails(text: str) -> list[Message]:
    """Mails that were forwarded and pasted as text; empty if there is none."""
    return [
        _mail(forwarded.text, forwarded.author, _written_date(forwarded.date)) for forwarded in forwarded_mails(text)
    ]


def _messages(mail: EmailMessage) -> Iterator[Message]:
    author, sent_at = _header(mail, "From"), _arrived(mail)
    replies = [part for part in mail.walk() if part.get_content_type() == "text/calendar"]
    for part in replies:
        text = _text(part)
        if is_calendar(text):
            yield from (_sent(reply, author, sent_at) for reply in read_calendar(text))
    inner = [part for part in _attached(mail) if part.get_content_type() == "message/rfc822"]
    for part in inner:
        payload = part.get_payload()
        if isinstance(payload, list) and isinstance(payload[0], EmailMessage):
            yield from _messages(payload[0])
    body = _body(mail)
    if not replies and body.strip():
        yield from _with_forwarded(body, author, sent_at)


def _with_forwarded(body: str, author: str, sent_at: datetime | None) -> Iterator[Message]:
    """A mail with nothing of its own above one that was forwarded is that one."""
    message = _mail(body, author, sent_at)
    inner = forwarded_mails(message.quoted)
    if message.text or not inner:
        yield message
    else:
        yield from (_mail(one.text, one.author, _written_date(one.date) or sent_at) for one in inner)


def _mail(body: str, author: str, sent_at: datetime | None) -> Message:
    name, address = parseaddr(author)
    own, quoted = own_and_quoted(body)
    return Message(
        text=own, quoted=quoted, road=Road.MAIL, author=name or ("" if address else author), address=address,
        sent_at=sent_at,
    )  # fmt: skip


def _sent(reply: Message, author: str, sent_at: datetime | None) -> Message:
    name, address = parseaddr(author)
    return replace(
        reply,
        author=reply.author or name,
        address=reply.address or address,
        sent_at=reply.sent_at or sent_at,
    )


def _attached(mail: EmailMessage) -> Iterator[EmailMessage]:
    """Parts of this mail, without those of mails inside it."""
    for part in mail.iter_parts() if mail.is_multipart() else ():
        if isinstance(part, EmailMessage):
            yield part
            if part.get_content_type() != "message/rfc822":
                yield from _attached(part)


def _header(mail: EmailMessage, name: str) -> str:
    try:
        return str(mail[name] or "")
    except (ValueError, IndexError, TypeError, AttributeError):  # the library's parser of odd headers
        return ""


def _arrived(mail: EmailMessage) -> datetime | None:
    """When the last server took it, which its sender can't choose; else the date it gives itself."""
    received = _header(mail, "Received").rpartition(";")[2]
    return _written_date(received) or _written_date(_header(mail, "Date"))


def _written_date(text: str) -> datetime | None:
    """None for a date as programs write it for people, in their languages."""
    try:
        moment = parsedate_to_datetime(text.strip())
    except (ValueError, TypeError, IndexError):
        return None
    return moment if moment.tzinfo is None else moment.astimezone(UTC)


def _body(mail: EmailMessage) -> str:
    try:
        part = mail.get_body(preferencelist=("plain", "html"))
    except (KeyError, AttributeError):
        return ""
    if part is None or not isinstance(part, EmailMessage):
        return ""
    text = _text(part)
    return _plain(text) if part.get_content_type() == "text/html" else text


def _text(part: EmailMessage) -> str:
    try:
        content = part.get_content()
    except (LookupError, KeyError, ValueError):  # a charset that Python doesn't know
        payload = part.get_payload(decode=True)
        content = payload.decode("utf-8", "replace") if isinstance(payload, bytes) else ""
    return content.replace("\r\n", "\n") if isinstance(content, str) else ""


def _plain(html: str) -> str:
    reader = _TextOfPage()
    reader.feed(html)
    reader.close()
    return "".join(reader.parts)


class _TextOfPage(HTMLParser):
    """The words of an HTML body, with ">" before the lines of quotes."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []
        self._quotes = self._unseen = 0

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002  the name is the library's
        self._quotes += tag == "blockquote"
        self._unseen += tag in _UNSEEN
        if tag in _BLOCKS:
            self.parts.append("\n" + "> " * self._quotes)

    def handle_endtag(self, tag: str) -> None:
        self._quotes -= tag == "blockquote" and self._quotes > 0
        self._unseen -= tag in _UNSEEN and self._unseen > 0
        if tag in _BLOCKS:
            self.parts.append("\n" + "> " * self._quotes)

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self.parts.append(" ".join(data.split()) if data.strip() else " ")
