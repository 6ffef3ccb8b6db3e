"""The HTML of a mail: inline styles, since many programs obey no others; a style sheet only for dark and width."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from clubhub.domain.people import Person
from clubhub.domain.posts import FullPost
from clubhub.formats.mail_addresses import mail_address, mailto
from clubhub.formats.pages import fill_template
from clubhub.formats.plain_text import one_line
from clubhub.formats.post_mail_text import foot_lines
from clubhub.formats.post_page import HtmlSection, html_sections
from clubhub.formats.post_sections import TASK
from clubhub.formats.post_words import date_line, phone_of_contact, web_link
from clubhub.support.texts import _

_FONT = "'Noto Sans',-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif"
_BUTTON = (
    "display:inline-block;margin:0 4px 8px 0;padding:12px 20px;border-radius:7px;font-weight:bold;text-decoration:none"
)
_BOX = "margin:0 0 12px;padding:12px 16px 1px;border-radius:8px"
_BOX_TITLE = "margin:0 0 2px;font-size:17px;line-height:1.4"

STYLES = {
    "card": f"max-width:600px;margin:0 auto;padding:22px;background:#FFFFFF;border-radius:10px;color:#1D2124;"
    f"font-family:{_FONT};font-size:17px;line-height:1.5;overflow-wrap:break-word",
    "club": "margin:0 0 6px;font-size:15px;font-weight:bold;color:#0D6276",
    "title": "margin:0 0 14px;font-size:27px;line-height:1.2;font-weight:bold;color:#1D2124",
    "face": "display:inline-block;vertical-align:middle;width:48px;height:48px;line-height:48px;margin-right:12px;"
    "border-radius:24px;background:#DBECF0;color:#0A5264;font-weight:bold;text-align:center",
    "benefit": f"{_BOX};background:#DBECF0",
    "benefit_title": f"{_BOX_TITLE};color:#0A5264",
    "task": f"{_BOX};border:2px dashed #CB5A14;background:#FDEEE2",
    "task_title": f"{_BOX_TITLE};color:#A33E08",
    "yes": f"{_BUTTON};background:#0D6276;border:1px solid #0D6276;color:#FFFFFF",
    "no": f"{_BUTTON};background:#FFFFFF;border:1px solid #8D8B84;color:#1D2124",
    "foot": "margin:20px 0 0;padding:14px 0 0;border-top:1px solid #E4E2DB;font-size:14px;color:#54595D",
}
"""Of the parts around the text."""

TEXT_STYLES = {
    "p": "margin:0 0 12px",
    "h2": "margin:20px 0 4px;font-size:19px;line-height:1.3",
    "h3": "margin:16px 0 4px;font-size:17px;line-height:1.3",
    "ul": "margin:0 0 12px;padding:0 0 0 24px",
    "ol": "margin:0 0 12px;padding:0 0 0 24px",
    "blockquote": "margin:0 0 12px;padding:0 0 0 14px;border-left:3px solid #CFCCC3",
    "pre": "margin:0 0 12px;white-space:pre-wrap;font-size:15px",
    "hr": "margin:20px 0;border:0;border-top:1px solid #E4E2DB",
    "a": "color:#0D6276",
}
"""Of the elements of the text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Button:
    """A link that opens an answer; `kind` is "yes" (filled) or "no"."""

    kind: str
    text: str
    address: str


def mail_html(full: FullPost, values: Mapping[str, str]) -> str:
    """The whole document of one reader's mail."""
    found = html_sections(full.post.body, values, TEXT_STYLES)
    address, name = web_link(full)
    return fill_template(
        "post-mail.html.j2",
        language=full.club.language or "en",
        style=STYLES,
        club=full.club.name,
        title=one_line(full.post.title),
        author=full.contact.name if full.contact else "",
        initials=_initials(full.contact) if full.contact else "",
        date=date_line(full),
        sections=found,
        buttons=_buttons(full, found, values),
        phone=phone_of_contact(full),
        phone_link="".join(sign for sign in phone_of_contact(full) if sign in "+0123456789"),
        foot=foot_lines(full),
        web_address=address,
        web_name=name,
    )


def _buttons(full: FullPost, found: Sequence[HtmlSection], values: Mapping[str, str]) -> list[Button]:
    """Yes and no where the post asks for something, else one way to answer; none without an address to answer to."""
    address = mail_address(full.contact.emails[0]) if full.contact and full.contact.emails else None
    if address is None:
        return []
    choices = [("yes", _("Answer"), "")]
    if any(section.kind == TASK for section in found):
        choices = [("yes", _("Yes, I can"), _("Yes, I can.")), ("no", _("I can’t"), _("I can’t."))]
    subject = _("Re: {title}").format(title=one_line(full.post.title)[:200])
    return [
        Button(
            kind=kind,
            text=text,
            address=mailto(address, subject=subject, body=f"{words}\n\n{values['name']}" if words else ""),
        )
        for kind, text, words in choices
    ]


def _initials(person: Person) -> str:
    return f"{person.given_name[:1]}{person.family_name[:1]}".upper() or "–"
