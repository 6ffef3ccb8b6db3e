"""A letter of plain text to each of several readers, as mail drafts."""

from collections.abc import Sequence
from email.message import EmailMessage
from email.policy import SMTP

from clubhub.domain.reach import Recipient
from clubhub.formats.file_names import file_names
from clubhub.formats.mail_addresses import mail_address
from clubhub.formats.plain_text import lines, one_line
from clubhub.formats.post_mail import to_header

Letter = tuple[Recipient, str, str]
"""To whom, with which subject and text."""


def letter_drafts(letters: Sequence[Letter], language: str) -> dict[str, bytes]:
    """A file for each letter whose address takes mail, by name; unsent, as a mail program opens it."""
    writable = [letter for letter in letters if mail_address(letter[0].address) is not None]
    names = file_names([letter[0].person for letter in writable], ".eml")
    return {names[letter[0].person.id]: _draft(letter, language) for letter in writable}


def _draft(letter: Letter, language: str) -> bytes:
    recipient, subject, text = letter
    message = EmailMessage(policy=SMTP)
    message["X-Unsent"] = "1"
    message["Subject"] = one_line(subject)
    message.set_content(lines(text) + "\n", cte="quoted-printable")
    message["Content-Language"] = language or "en"
    return to_header(recipient) + message.as_bytes()
