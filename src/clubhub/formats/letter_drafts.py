"""A letter of plain text to each of several readers: as mail drafts, or as a link that opens the reader's own road."""

from collections.abc import Sequence
from email.message import EmailMessage
from email.policy import SMTP
from urllib.parse import quote

from clubhub.domain.people import Channel
from clubhub.domain.reach import Recipient
from clubhub.formats.file_names import file_names
from clubhub.formats.mail_addresses import mail_address, mailto
from clubhub.formats.plain_text import lines, one_line
from clubhub.formats.post_mail import to_header

Letter = tuple[Recipient, str, str]
"""To whom, with which subject and text."""


def letter_drafts(letters: Sequence[Letter], language: str) -> dict[str, bytes]:
    """A file for each letter whose address takes mail, by name; unsent, as a mail program opens it."""
    writable = [letter for letter in letters if mail_address(letter[0].address) is not None]
    names = file_names([letter[0].person for letter in writable], ".eml")
    return {names[letter[0].person.id]: _draft(letter, language) for letter in writable}


def letter_link(recipient: Recipient, subject: str, text: str) -> str:
    """`mailto:`, `sms:`, `https://wa.me` or `tel:` with the words in it; "" on paper, or where no mail can go.

    The digits alone for WhatsApp: https://faq.whatsapp.com/5913398998672934. "sms:" with "?&body=" is understood by
    Android and by iPhone, which read "?" or "&" alone.
    """
    if recipient.channel is Channel.MAIL:
        address = mail_address(recipient.address)
        return mailto(address, subject=subject, body=text.replace("\n", "\r\n")) if address else ""
    if recipient.channel is Channel.WHATSAPP:
        return f"https://wa.me/{recipient.address.lstrip('+')}?text={quote(text, safe='')}"
    if recipient.channel is Channel.SMS:
        return f"sms:{recipient.address}?&body={quote(text, safe='')}"
    return f"tel:{recipient.address}" if recipient.channel is Channel.PHONE else ""


def _draft(letter: Letter, language: str) -> bytes:
    recipient, subject, text = letter
    message = EmailMessage(policy=SMTP)
    message["X-Unsent"] = "1"
    message["Subject"] = one_line(subject)
    message.set_content(lines(text) + "\n", cte="quoted-printable")
    message["Content-Language"] = language or "en"
    return to_header(recipient) + message.as_bytes()
