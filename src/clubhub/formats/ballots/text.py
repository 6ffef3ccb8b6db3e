"""A ballot as plain text, for any chat, text message or mail; and the text that comes back, ready to be filled in.

What comes back is numbered lines, "1) 17:00-18:30 = yes", or the numbers alone, "1 3 4?"; in both the last line is the
code that says whose it is.
"""

from clubhub.domain.ballots import AskedPoll
from clubhub.domain.people import Person
from clubhub.domain.polls import PollKind
from clubhub.formats.ballots.words import (
    closes_words,
    how_places_go,
    how_to_decline,
    how_to_reply,
    mark_words,
    option_groups,
    option_words,
    poll_line,
    room,
    room_words,
)
from clubhub.formats.plain_text import lines, one_line
from clubhub.support import dates
from clubhub.support.texts import _

SIGN = " = "
"""Stands between an option and what is written about it."""


def ballot_text(asked: AskedPoll, person: Person | None = None, page_link: str = "") -> str:
    """What is asked, the options by their numbers, how to reply, and for one person the line that signs the answer."""
    intro = [one_line(asked.club.name), one_line(asked.poll.name)]
    if person:
        intro.append(_("For {name}").format(name=one_line(person.name)))
    parts = [
        "\n".join(intro),
        "\n".join(part for part in (lines(asked.poll.note), closes_words(asked)) if part),
        "\n".join(_options(asked)),
        "\n".join(part for part in (how_to_reply(asked), how_to_decline(asked), how_places_go(asked)) if part),
        _("Or tap: {link}").format(link=page_link) if page_link else "",
        _closing_lines(asked, person),
    ]
    return "\n\n".join(part for part in parts if part)


def reply_form(asked: AskedPoll, person: Person | None = None) -> str:
    """The answer with everything but the marks: a line to fill in for each option, the code last."""
    if not asked.poll.kind.has_options or asked.poll.kind == PollKind.RANKED:
        return short_reply_form(asked, person)
    filled = [_how_to_fill(asked), *_options(asked, SIGN)]
    return "\n".join([*_name_line(person), one_line(asked.poll.name), "", *filled, "", _code_line(asked, person)])


def short_reply_form(asked: AskedPoll, person: Person | None = None) -> str:
    """The same for numbers alone, where the lines don't fit into a link."""
    what = {
        PollKind.MARKS: _("The numbers I can (? = if need be): "),
        PollKind.RANKED: _("The numbers, the best first: "),
        PollKind.ONE: _("The number I choose: "),
        PollKind.SEVERAL: _("The numbers I choose: "),
    }.get(asked.poll.kind, _("My answer: "))
    return "\n".join([*_name_line(person), one_line(asked.poll.name), what, _code_line(asked, person)])


def keep_line() -> str:
    """Stands over the line that signs."""
    return _("Please keep this line in your reply:")


def _how_to_fill(asked: AskedPoll) -> str:
    if asked.poll.kind == PollKind.ONE:
        return _("Write x behind the one you choose.")
    if asked.poll.kind == PollKind.SEVERAL:
        return _("Write x behind those you choose.")
    yes, if_need_be, no = mark_words(asked)
    return _("Write {yes}, {if_need_be} or {no} behind each; leave what you don't know.").format(
        yes=yes, if_need_be=if_need_be, no=no
    )


def _options(asked: AskedPoll, sign: str = "") -> list[str]:
    """A line for each option below its day, with its room.

    Where the text goes into a link, to be filled in, a hyphen stands between times, and the room is left out.
    """
    found = []
    for group in option_groups(asked.options if asked.poll.kind.has_options else ()):
        if group.day:
            found.append(dates.short_day(group.day, asked.language))
        for option in group.options:
            words = option_words(option, asked.language)
            shown = words.replace(dates.EN_DASH, "-") if sign and option.starts else words
            most = None if sign else room(asked, option)
            found.append(f"{option.number}) {shown}{sign}" + ("" if most is None else f" ({room_words(most)})"))
    return found


def _closing_lines(asked: AskedPoll, person: Person | None) -> str:
    return "\n".join([*([keep_line()] if person else []), _code_line(asked, person)])


def _name_line(person: Person | None) -> list[str]:
    return [] if person else [_("Name: ")]


def _code_line(asked: AskedPoll, person: Person | None) -> str:
    return asked.signature(person) if person else poll_line(asked.poll.code)
