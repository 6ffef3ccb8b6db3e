"""From a roster to the bytes of its PDF."""

from collections.abc import Callable

from clubhub.domain.papers import Paper
from clubhub.domain.roster_layouts import RosterLayout
from clubhub.domain.rosters import Roster
from clubhub.formats.roster_pdf import person_list, shift_list, strips, venue_sheets
from clubhub.formats.roster_pdf.page_parts import page_parts, qr_code
from clubhub.formats.roster_pdf.typesetting import Json, PdfResult, typeset, typeset_pages

_CONTENTS: dict[RosterLayout, Callable[[Roster], Json]] = {
    RosterLayout.VENUE: venue_sheets.contents,
    RosterLayout.SHIFT: shift_list.contents,
    RosterLayout.PERSON: person_list.contents,
    RosterLayout.STRIP: strips.contents,
}


def sheet_contents(roster: Roster, layout: RosterLayout, paper: Paper = Paper.A4) -> Json:
    """What the layout's template is given: where each word stands, as JSON."""
    return page_parts(roster, layout, paper) | _CONTENTS[layout](roster)


def roster_pdf(roster: Roster, layout: RosterLayout = RosterLayout.VENUE, paper: Paper = Paper.A4) -> PdfResult:
    """The roster as PDF/UA-1. The same roster gives the same bytes; its creation date is `roster.stamped_at`.

    Characters that the shipped fonts lack become U+25A1 and are named in the warnings. An empty roster gives a page
    that says so.
    """
    contents = sheet_contents(roster, layout, paper)
    return typeset(f"roster-{layout}.typ", contents, qr_code(roster.club), roster.stamped_at)


def roster_pages(
    roster: Roster, layout: RosterLayout = RosterLayout.VENUE, paper: Paper = Paper.A4, *, dots_per_inch: int = 96
) -> list[bytes]:
    """The same sheets as PNG images, page by page: to look at before saving, or to hand to a printer."""
    contents = sheet_contents(roster, layout, paper)
    return typeset_pages(f"roster-{layout}.typ", contents, qr_code(roster.club), dots_per_inch=dots_per_inch)
