"""The plain twin of a mail: the same in the same order, for programs and people that want no HTML."""

from collections.abc import Mapping

from clubhub.domain.posts import FullPost
from clubhub.formats.plain_text import one_line
from clubhub.formats.post_text import TextMaker
from clubhub.formats.post_words import date_line, phone_of_contact, web_link
from clubhub.support.texts import _


def mail_text(full: FullPost, values: Mapping[str, str]) -> str:
    """A line per paragraph; what stands below "-- " is taken for a signature by mail programs."""
    phone = phone_of_contact(full)
    author = [one_line(full.contact.name)] if full.contact else []
    parts = [
        one_line(full.club.name),
        one_line(full.post.title).upper(),
        "\n".join([*author, date_line(full)]),
        *TextMaker().post(full.post.body, values),
    ]
    if phone:
        parts.append(_("Or call me: {phone}").format(phone=phone))
    address = web_link(full)[0]
    foot = [*foot_lines(full), *([address] if address else [])]
    return "\n\n".join(parts) + "\n\n-- \n" + "\n".join(foot) + "\n"


def foot_lines(full: FullPost) -> list[str]:
    """Why the reader gets this, and how to stop it."""
    return [
        _("To {audience}.").format(audience=one_line(full.audience_words)),
        _("You get this because you are one of them, or guard one who is. No more of these: answer “stop”."),
    ]
