"""The link to the answer page: the whole poll stands behind the "#", which browsers don't send to anybody.

Fields are divided by ";", the first letter says what a field holds:

    1K7Q47TRB2XKQ   version, poll code, and in a personal link the person's key
    qo              the kind: o one, s several, r ranked, n number, t text; without it marks
    tWhen+can+you   the title; n: the note; v: the poll's own words, divided by commas
    b2606042359     answer by then, by the club's clock (year, month, day, hour, minute)
    s260608-11:1700,1830,2000+90     slots, see `slots_field`; oCabin,Tent: plain choices; k2: two numbers left out
    l8x3,,4         room for so many: three options for 8 each, one for all, one for 4
    w358505550142   a number for WhatsApp and text messages; m: a mail address
    4HPQZ8          the check of all before it, see domain.answer_codes

In texts "+" is a blank, "=E4" the letter of that code, "==2019" one of a larger code: no sign that chats cut links at.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from clubhub.domain.answer_codes import check_symbols
from clubhub.domain.answer_keys import person_key
from clubhub.domain.ballots import AskedPoll
from clubhub.domain.people import Person
from clubhub.domain.polls import Option, PollKind
from clubhub.formats.ballots.slots_field import has_slot, slots_field
from clubhub.formats.ballots.words import room, without_room
from clubhub.formats.mail_addresses import mail_address
from clubhub.formats.plain_text import lines, one_line

MOST_FRAGMENT = 1000
"""Longer ones were seen cut by chats."""

VERSION = "1"
_KINDS = {
    PollKind.ONE: "o",
    PollKind.SEVERAL: "s",
    PollKind.RANKED: "r",
    PollKind.NUMBER: "n",
    PollKind.TEXT: "t",
}
_TO_ESCAPE = re.compile(r"[^A-Za-z0-9 .:?/-]")


def page_link(asked: AskedPoll, person: Person | None = None, *, on_paper: bool = False) -> str:
    """For one person, or for everybody; "" if there is no page, or the poll is too long for a link.

    What room there is goes along if it fits.

    `on_paper`: without what stands beside the QR code anyway, and with the best road for the answer alone.
    """
    if not asked.page:
        return ""
    told = _for_paper(asked) if on_paper else asked
    fitting = (written for written in _fragments(told, person) if len(written) < MOST_FRAGMENT)
    return next((f"{asked.page.partition('#')[0]}#{written}" for written in fitting), "")


def fragment(asked: AskedPoll, person: Person | None = None) -> str:
    """What stands behind the "#"."""
    head = f"{VERSION}{asked.poll.code}{person_key(asked.poll, person.id) if person else ''}"
    body = ";".join([head, *_fields(asked)])
    return f"{body};{fragment_check(body)}"


def _fragments(asked: AskedPoll, person: Person | None) -> Iterator[str]:
    yield fragment(asked, person)
    yield fragment(without_room(asked), person)


def fragment_check(body: str) -> str:
    """Over the codes of the signs, ten bits each."""
    return check_symbols([half for sign in body for half in (ord(sign) >> 5, ord(sign) & 31)])


def _fields(asked: AskedPoll) -> Iterator[str]:
    poll = asked.poll
    if poll.kind in _KINDS:
        yield f"q{_KINDS[poll.kind]}"
    yield f"t{escaped(one_line(poll.name))}"
    if note := lines(poll.note):
        yield f"n{escaped(note)}"
    if asked.closes:
        yield f"b{asked.closes:%y%m%d%H%M}"
    if poll.words:
        yield f"v{_listed(poll.words)}"
    if poll.kind.has_options:
        yield from _option_fields(asked.options)
        yield from _room_field([room(asked, option) for option in asked.options])
    yield from _roads(asked)


def _option_fields(options: Sequence[Option]) -> Iterator[str]:
    """Runs of slots and of choices in their order; numbers of options that were removed are passed over."""
    position = 0
    for _run, part in groupby(enumerate(options), lambda item: (item[1].position - item[0], has_slot(item[1]))):
        run = [option for _at, option in part]
        if gap := run[0].position - position:
            yield f"k{gap}"
        yield f"s{slots_field(run)}" if has_slot(run[0]) else f"o{_listed(option.label for option in run)}"
        position = run[-1].position + 1


def _room_field(rooms: Sequence[int | None]) -> Iterator[str]:
    """Neighbours with the same limit are written once; none has a field."""
    runs = [(most, len(list(part))) for most, part in groupby(rooms)]
    if any(rooms):
        yield "l" + ",".join(("" if most is None else str(most)) + (f"x{run}" if run > 1 else "") for most, run in runs)


def _for_paper(asked: AskedPoll) -> AskedPoll:
    to = replace(asked.answers_to, mail="") if asked.answers_to.phone else asked.answers_to
    return replace(without_room(asked), poll=replace(asked.poll, note=""), closes=None, answers_to=to)


def _roads(asked: AskedPoll) -> Iterator[str]:
    phone = asked.answers_to.phone.lstrip("+")
    mail = mail_address(asked.answers_to.mail) if asked.answers_to.mail else None
    if phone.isascii() and phone.isdigit():
        yield f"w{phone}"
    if mail:
        yield f"m{escaped(mail)}"


def _listed(texts: Iterable[str]) -> str:
    return ",".join(escaped(one_line(text)) for text in texts)


def escaped(text: str) -> str:
    return _TO_ESCAPE.sub(_code, text).replace(" ", "+")


def _code(found: re.Match[str]) -> str:
    """In the units of UTF-16, which are those of the page's script."""
    units = found[0].encode("utf-16-be")
    codes = [int.from_bytes(units[at : at + 2]) for at in range(0, len(units), 2)]
    return "".join(f"={code:02X}" if code < 0x100 else f"=={code:04X}" for code in codes)
