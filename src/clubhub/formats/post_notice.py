"""A post as a sheet for the wall: PDF/UA-1 of `resources/templates/post-notice.typ`.

With an event's open places it has a dashed box for each, to put one's initials in; strips to tear off are optional.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from clubhub.domain.papers import Paper
from clubhub.domain.posts import FullPost
from clubhub.domain.rosters import Roster, RosterEntry
from clubhub.formats.markdown import Block, Span, parse
from clubhub.formats.post_sections import asks, sections
from clubhub.formats.post_words import date_line, phone_of_contact, values_for_all, web_link
from clubhub.formats.roster_pdf.page_parts import language_of, paper_for_typst, qr_code
from clubhub.formats.roster_pdf.typesetting import Json, PdfResult, typeset
from clubhub.support import dates
from clubhub.support.texts import _, plural

_MOST_BOXES = 5
"""In a row of boxes; what is more is told in words beside them."""
_MOST_TIMES = 6
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?:/\s+)?|\s+/\s+")


def post_notice(
    full: FullPost, *, has_places: bool | None = None, has_tear_offs: bool = False, paper: Paper = Paper.A4
) -> PdfResult:
    """The sheet; the same post gives the same bytes. Characters without a glyph are named in the warnings.

    `has_places` None shows the open places where the post asks for something.
    """
    contents = _contents(full, has_places, has_tear_offs) | {"paper": paper_for_typst(paper)}
    return typeset("post-notice.typ", contents, qr_code(full.club), full.written)


def _contents(full: FullPost, has_places: bool | None, has_tear_offs: bool) -> Json:
    phone, (_address, web) = phone_of_contact(full), web_link(full)
    parts = sections(parse(full.post.body, values_for_all(full)))
    if has_places is None:
        has_places = asks(full.post.body)
    return language_of(full.club) | {
        "title": full.post.title or full.club.name,
        "title_lines": _title_lines(full.post.title) or ["–"],
        "club": full.club.name,
        "date": date_line(full),
        "event_line": _event_line(full),
        "sections": [
            {"kind": section.kind, "title": section.title, "blocks": _blocks(section.blocks)} for section in parts
        ],
        "places": _open_rows(full.roster) if has_places and full.roster else [],
        "contact": {"name": full.contact.name if full.contact else "", "phone": phone},
        "web": web,
        "tear_off": _tear_off(full, phone, web) if has_tear_offs else [],
        "words": {
            "open_heading": _("Open: put your initials in"),
            "scan": _("or scan") if web else "",
            "qr_alt": _("QR code that leads to {address}").format(address=full.club.web_address.strip()),
        },
    }


def _title_lines(title: str) -> list[str]:
    """A line per sentence or language of a title of two or three, else one to be broken where it must."""
    parts = [part for part in _SENTENCE_END.split(title.strip()) if part]
    return parts if len(parts) in {2, 3} else [title] if title.strip() else []


def _event_line(full: FullPost) -> Json:
    """Name and days of the event, and where; empty without one."""
    event = full.event
    if event is None:
        return {"name": "", "when": ""}
    days = dates.day_span(event.starts_on, event.ends_on, full.club.language)
    return {"name": event.name, "when": ", ".join(part for part in (days, event.city) if part)}


def _open_rows(roster: Roster) -> list[Json]:
    """A row per role with open places, in the roster's order: boxes, role, note, times."""
    by_role: dict[str, list[RosterEntry]] = defaultdict(list)
    for entry in roster.entries():
        if entry.place.is_open:
            by_role[entry.need.role.name].append(entry)
    rows = sorted(by_role.values(), key=lambda entries: -len(entries))
    return [_open_row(entries, roster.club.language) for entries in rows]


def _open_row(entries: Sequence[RosterEntry], language: str) -> Json:
    role, further = entries[0].need.role, len(entries) - _MOST_BOXES
    return {
        "role": role.name or "–",
        "note": role.note,
        "boxes": min(len(entries), _MOST_BOXES),
        "more": plural("and {count} more", "and {count} more", further) if further > 0 else "",
        "times": _times(entries, language),
    }


def _times(entries: Iterable[RosterEntry], language: str) -> list[str]:
    """Like "Sat 12:00–16:00", and how many places if it is more than one."""
    counts: dict[str, int] = defaultdict(int)
    for entry in entries:
        shift = entry.shift.shift
        counts[
            f"{dates.short_day(shift.starts.date(), language)} {dates.span(shift.starts, shift.ends, language)}"
        ] += 1
    lines = [when if count == 1 else f"{when} ({count})" for when, count in counts.items()]
    rest = len(lines) - _MOST_TIMES
    if rest <= 0:
        return lines
    return [*lines[:_MOST_TIMES], plural("and {count} more time", "and {count} more times", rest)]


def _tear_off(full: FullPost, phone: str, web: str) -> list[str]:
    """The lines of a strip, the first and the phone number in bold by their places (0 and 2)."""
    event = full.event
    name = _("Help at {event}").format(event=event.name) if event else full.post.title
    when = dates.day_span(event.starts_on, event.ends_on, full.club.language) if event else full.club.name
    return [name, when, phone or (full.contact.name if full.contact else ""), web]


def _blocks(blocks: Iterable[Block]) -> list[Json]:
    return [_block(block) for block in blocks if block.kind != "heading" or block.text.strip()]


def _block(block: Block) -> Json:
    return {
        "kind": block.kind,
        "spans": [_span(span) for span in block.spans],
        "children": _blocks(block.children),
        "first": block.first if block.first is not None else -1,
    }


def _span(span: Span) -> Json:
    """Blanks at the ends are told apart from the text, since every text is printed trimmed."""
    address = span.link.removeprefix("mailto:").removeprefix("tel:")
    shown = span.text if not span.link or span.text in {address, span.link} else f"{span.text.rstrip()} ({address})"
    return {
        "text": shown,
        "is_break": span.text == "\n",
        "starts_apart": shown[:1].isspace(),
        "ends_apart": shown[-1:].isspace() or span.text[-1:].isspace(),
        "bold": span.is_bold,
        "italic": span.is_italic,
    }
