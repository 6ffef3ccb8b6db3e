"""What every sheet carries whatever its layout: title, stamp, whom to call, marks explained, the way to the web."""

import io
import re

from clubhub.domain.clubs import Club
from clubhub.domain.papers import Paper
from clubhub.domain.people import Person
from clubhub.domain.roster_layouts import RosterLayout
from clubhub.domain.rosters import Place, Roster
from clubhub.formats.contacts import readable_phone
from clubhub.formats.roster_pdf.typesetting import Json
from clubhub.formats.roster_words import version_line
from clubhub.support import dates
from clubhub.support.texts import _

_LANGUAGE = re.compile(r"([a-z]{2,3})(?:[-_](?:[A-Za-z]{4}[-_])?([A-Za-z]{2}))?\b.*", re.DOTALL)


_TYPST_PAPERS = {Paper.A4: "a4", Paper.LETTER: "us-letter"}


def page_parts(roster: Roster, layout: RosterLayout, paper: Paper = Paper.A4) -> Json:
    """`stamp` is the version in bold and its moment; `contact` name and phone, empty without one."""
    moment = dates.stamp(roster.stamped_at, roster.club.language)
    return language_of(roster.club) | {
        "paper": paper_for_typst(paper),
        "title": f"{roster.event.name}: {_layout_title(layout)}",
        "event": roster.event.name,
        "days": dates.day_span(roster.event.starts_on, roster.event.ends_on, roster.club.language),
        "club": roster.club.name,
        "version": version_line(roster).removesuffix(moment).rstrip(" ,"),
        "moment": moment,
        "contact": _contact(roster),
        "words": _words(roster),
    }


def paper_for_typst(paper: Paper) -> str:
    """The paper as the templates call it."""
    return _TYPST_PAPERS[paper]


def language_of(club: Club) -> Json:
    """The club's language as Typst takes it, English where that isn't one."""
    language = _LANGUAGE.fullmatch(club.language)
    return {
        "language": language[1] if language else "en",
        "region": (language[2] or "").lower() if language else "",
    }


def is_marked_new(roster: Roster, place: Place) -> bool:
    """Only once people hold a version that they could compare with."""
    return place.is_new and _version_before(roster) > 0


def name_parts(person: Person) -> tuple[str, str]:
    """Given name and family name, the first never empty unless the person has no name at all."""
    return (person.given_name, person.family_name) if person.given_name else (person.family_name, "")


def qr_code(club: Club) -> bytes | None:
    """The club's address on the web as SVG with its quiet zone of four modules; None without an address."""
    if not club.web_address.strip():
        return None
    import segno

    svg = io.BytesIO()
    try:
        segno.make_qr(club.web_address.strip(), error="m").save(svg, kind="svg", border=4, xmldecl=False)
    except segno.DataOverflowError:  # an address of over 2,000 characters: the sheet is right without it
        return None
    return svg.getvalue()


def _version_before(roster: Roster) -> int:
    """The version that the NEW marks compare with; 0 when there is none."""
    newest = roster.publication.number if roster.publication else 0
    return newest if roster.is_draft else newest - 1


def _layout_title(layout: RosterLayout) -> str:
    return {
        RosterLayout.VENUE: _("roster by venue"),
        RosterLayout.SHIFT: _("roster by time"),
        RosterLayout.PERSON: _("who is where"),
        RosterLayout.STRIP: _("strips to hand out"),
    }[layout]


def _contact(roster: Roster) -> Json:
    if roster.contact is None:
        return {"name": "", "phone": ""}
    phones = roster.contact.phones
    return {"name": roster.contact.name, "phone": readable_phone(phones[0], roster.club.region) if phones else ""}


def _words(roster: Roster) -> Json:
    contact = roster.contact.given_name or roster.contact.name if roster.contact else ""
    write_in = _("write your name in, then tell {name}") if contact else _("write your name in")
    return {
        "open": _("OPEN"),
        "new": _("NEW"),
        "be_here": _("be here"),
        "open_legend": write_in.format(name=contact),
        "open_tell": _("tell {name} if you can come").format(name=contact) if contact else "",
        "new_legend": _("changed since version {number}").format(number=_version_before(roster)),
        "changed": _("changed"),
        "own_time": _("Time"),
        "own_time_legend": _("beside a name: be here then"),
        "scan": _("Is there news? Scan."),
        "qr_alt": _("QR code that leads to {address}").format(address=roster.club.web_address.strip()),
        # The template knows the numbers: it cuts the text at the two signs.
        "page": _("Page {number} of {total}").format(number="#", total="#"),
        "nothing": _("There are no shifts yet."),
        "nobody": _("Nobody is on the roster yet."),
    }
