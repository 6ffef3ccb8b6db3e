"""Links that open a message with words in it: a mail, WhatsApp, a text message.

Chrome on Windows cuts a mail link at about 2,000 characters, Gmail at about 1,620; WhatsApp's length is not told. A
text that doesn't fit gets no link, since the end, which says whose the answer is, would be lost.
"""

from collections.abc import Iterable
from urllib.parse import quote

from clubhub.domain.people import Channel
from clubhub.formats.mail_addresses import MOST_MAILTO, mail_address
from clubhub.formats.plain_text import one_line

MOST_WHATSAPP = 2000
MOST_SMS = 2000


def message_links(mail: str, phone: str, subject: str, *texts: str) -> dict[Channel, str]:
    """A link for each road that leads to the address or number (E.164), with the first of the texts that fits."""
    links = {
        Channel.MAIL: _first_that_fits((mail_link(mail, subject, text) for text in texts), MOST_MAILTO),
        Channel.WHATSAPP: _first_that_fits((whatsapp_link(phone, text) for text in texts), MOST_WHATSAPP),
        Channel.SMS: _first_that_fits((sms_link(phone, text) for text in texts), MOST_SMS),
    }
    return {road: link for road, link in links.items() if link}


def mail_link(address: str, subject: str, text: str) -> str:
    """Line breaks are CR LF (RFC 6068, 5); "" if no mail can go to the address."""
    written = mail_address(address)
    if written is None:
        return ""
    body = quote(text.replace("\n", "\r\n"), safe="")
    return f"mailto:{quote(written, safe='@')}?subject={quote(one_line(subject), safe='')}&body={body}"


def whatsapp_link(phone: str, text: str) -> str:
    """The number is digits alone, with its country code; "" without one."""
    digits = _digits(phone)
    return f"https://wa.me/{digits}?text={quote(text, safe='')}" if digits else ""


def sms_link(phone: str, text: str) -> str:
    """Android reads "?body=", iOS "&body=": this is read by both; "" without a number."""
    digits = _digits(phone)
    return f"sms:+{digits}?&body={quote(text, safe='')}" if digits else ""


def _first_that_fits(links: Iterable[str], most: int) -> str:
    return next((link for link in links if len(link) <= most), "")


def _digits(phone: str) -> str:
    return "".join(sign for sign in phone if sign in "0123456789")
