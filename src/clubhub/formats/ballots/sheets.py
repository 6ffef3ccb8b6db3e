"""Ballots on paper: PDF/UA-1 of `resources/templates/poll-ballot.typ`, a sheet for everybody or for each person.

Boxes have the numbers of the chat's ballot. A QR code opens the answer page, or without one a message to fill in. In
print it is no larger than version 10 at level M (213 bytes): a link that doesn't fit is left out, the numbers stay.
"""

import io
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

from clubhub.domain.ballots import AskedPoll
from clubhub.domain.papers import Paper
from clubhub.domain.people import Person
from clubhub.domain.polls import PollKind
from clubhub.formats.ballots.links import mail_link, whatsapp_link
from clubhub.formats.ballots.page_link import page_link
from clubhub.formats.ballots.text import short_reply_form
from clubhub.formats.ballots.words import (
    OptionGroup,
    closing,
    how_places_go,
    mark_words,
    option_groups,
    option_words,
    poll_line,
    room,
    room_words,
)
from clubhub.formats.contacts import readable_phone
from clubhub.formats.plain_text import lines, one_line
from clubhub.formats.roster_pdf.page_parts import language_of, paper_for_typst
from clubhub.formats.roster_pdf.typesetting import Json, PdfResult, typeset
from clubhub.support import dates
from clubhub.support.texts import _

MOST_QR_BYTES = 213
"""In version 10 at level M: larger ones have modules under 0.6 mm on 38 mm, which old phones don't read."""
_QUIET_MODULES = 4
_QR_MM = 38
_LINES = {PollKind.NUMBER: 1, PollKind.TEXT: 4}


def ballot_sheets(
    asked: AskedPoll, people: Sequence[Person] | None, paper: Paper = Paper.A4, *, printed_at: datetime
) -> PdfResult:
    """A sheet for each of the people, or with None one for everybody with a line for the name.

    The same poll gives the same bytes; `printed_at` (aware) is the file's date. Characters without a glyph are named in
    the warnings.
    """
    return set_sheets(with_codes(sheet_contents(asked, people, paper)), printed_at)


def sheet_contents(asked: AskedPoll, people: Sequence[Person] | None, paper: Paper) -> Json:
    """What stands on the sheets, with links that are yet to be drawn, for `with_codes`."""
    sheets = [_sheet(asked, person) for person in people] if people is not None else [_sheet(asked, None)]
    return _contents(asked) | {"paper": paper_for_typst(paper), "sheets": sheets}


def with_codes(contents: Json) -> Json:
    """With QR codes in place of links, for `set_sheets`. This takes longer than the setting."""
    return contents | {"sheets": [{"name": sheet["name"], **_code(sheet["link"])} for sheet in contents["sheets"]]}


def set_sheets(contents: Json, printed_at: datetime) -> PdfResult:
    return typeset("poll-ballot.typ", contents, None, printed_at)


def paper_link(asked: AskedPoll, person: Person | None = None) -> str:
    """What the QR code opens: the first that fits of answer page, WhatsApp and mail; "" if none does."""
    return next((link for link in _links(asked, person) if link and len(link.encode()) <= MOST_QR_BYTES), "")


def _links(asked: AskedPoll, person: Person | None) -> Iterator[str]:
    form = short_reply_form(asked, person)
    yield page_link(asked, person, on_paper=True)
    yield whatsapp_link(asked.answers_to.phone, form)
    yield mail_link(asked.answers_to.mail, asked.poll.code, form)


def _sheet(asked: AskedPoll, person: Person | None) -> Json:
    return {"name": one_line(person.name) if person else "", "link": paper_link(asked, person)}


def _code(link: str) -> Json:
    if not link:
        return {"qr": "", "qr_quiet": 0}
    import segno

    picture = io.BytesIO()
    code = segno.make_qr(link, error="m")
    code.save(picture, kind="svg", border=_QUIET_MODULES, xmldecl=False)
    modules = code.symbol_size(border=_QUIET_MODULES)[0]
    return {"qr": picture.getvalue().decode(), "qr_quiet": round(_QR_MM * _QUIET_MODULES / modules, 2)}


def _contents(asked: AskedPoll) -> Json:
    kind = asked.poll.kind
    groups = option_groups(asked.options if kind.has_options else ())
    return language_of(asked.club) | {
        "title": one_line(asked.poll.name),
        "club": one_line(asked.club.name),
        "heading": one_line(asked.poll.name),
        "intro": [*lines(asked.poll.note).splitlines(), _how_to_mark(kind), *_places(asked)],
        "heads": _heads(asked),
        "groups": list(_groups(asked, groups)),
        "lines": _LINES.get(kind, 0),
        "poll_line": poll_line(asked.poll.code),
        "asked_by": _asked_by(asked),
        "words": {
            "name": _("Your name"),
            "back": _("Hand it back by {when}").format(when=closing(asked)) if asked.closes else _("Hand it back"),
            "give": _whom_to_give_it(asked),
            "scan": _("Or answer with your phone"),
            "qr_alt": _("QR code to answer this poll with a phone"),
        },
    }


def _groups(asked: AskedPoll, groups: Iterable[OptionGroup]) -> Iterator[Json]:
    for group in groups:
        yield {
            "day": dates.day_name(group.day, asked.language) if group.day else "",
            "rows": [
                {
                    "number": option.number,
                    "label": option_words(option, asked.language) or "–",
                    "is_time": group.day is not None,
                    "room": "" if (most := room(asked, option)) is None else room_words(most),
                }
                for option in group.options
            ],
        }


def _places(asked: AskedPoll) -> list[str]:
    words = how_places_go(asked)
    return [words] if words else []


def _heads(asked: AskedPoll) -> list[str]:
    if asked.poll.kind == PollKind.MARKS:
        return [word[:1].upper() + word[1:] for word in mark_words(asked)]
    return [_("1 = best")] if asked.poll.kind == PollKind.RANKED else [_("This one")]


def _how_to_mark(kind: PollKind) -> str:
    return {
        PollKind.MARKS: _("Mark one box in each row. Don’t know yet? Leave the row empty."),
        PollKind.ONE: _("Mark one box."),
        PollKind.SEVERAL: _("Mark as many boxes as you like."),
        PollKind.RANKED: _("Write 1 into the box of the one you like best, then 2, 3 and so on."),
        PollKind.NUMBER: _("Write a number on the line."),
        PollKind.TEXT: _("Write your answer on the lines."),
    }[kind]


def _whom_to_give_it(asked: AskedPoll) -> str:
    to = asked.answers_to
    phone = readable_phone(to.phone, asked.club.region) if to.phone else ""
    if to.name and phone:
        return _("Give it to {name}, or read your answers out by phone: {phone}.").format(name=to.name, phone=phone)
    if to.name:
        return _("Give it to {name}.").format(name=to.name)
    return _("Or read your answers out by phone: {phone}.").format(phone=phone) if phone else ""


def _asked_by(asked: AskedPoll) -> str:
    club, code = one_line(asked.club.name), asked.poll.code
    if asked.answers_to.name:
        return _("Poll {code}. Asked by {name}, {club}.").format(code=code, name=asked.answers_to.name, club=club)
    return _("Poll {code}. Asked by {club}.").format(code=code, club=club)
