"""Sheets of a roster, set in a child process so that a window never stands still meanwhile."""

from collections.abc import Iterator

from clubhub.domain.papers import Paper
from clubhub.domain.roster_layouts import RosterLayout
from clubhub.domain.rosters import Roster
from clubhub.formats.roster_pdf.job import (
    PAGES_JOB,
    PDF_JOB,
    pages_from_json,
    pdf_from_json,
    sheet_request,
)
from clubhub.formats.roster_pdf.typesetting import PdfResult
from clubhub.services.workers import MEGABYTE, Limits, run_job
from clubhub.support.json_values import Json

MOST_STRIPS = 1000
"""In one file, of 250 pages: 1,000 took 5 s and 0.7 GB, 2,000 took 19 s and 1.3 GB."""

PRINT_LIMITS = Limits(
    # A thousand strips take some ten seconds; the walls are for what never ends.
    seconds=900,
    memory_bytes=3072 * MEGABYTE,
    answer_bytes=500 * MEGABYTE,
)


def print_pdfs(roster: Roster, layout: RosterLayout, paper: Paper = Paper.A4) -> list[PdfResult]:
    """The roster as PDF/UA-1, with sentences on what could not be printed as it was written.

    One file, but for strips: of each MOST_STRIPS one.
    """
    requests = _requests(sheet_request(roster, layout, paper))
    return [pdf_from_json(run_job(PDF_JOB, request, limits=PRINT_LIMITS)) for request in requests]


def print_pages(roster: Roster, layout: RosterLayout, paper: Paper = Paper.A4, *, dots_per_inch: int) -> list[bytes]:
    """The same sheets as PNG images, page by page."""
    request = sheet_request(roster, layout, paper, dots_per_inch=dots_per_inch)
    made = (run_job(PAGES_JOB, one, limits=PRINT_LIMITS) for one in _requests(request))
    return [page for answer in made for page in pages_from_json(answer)]


def _requests(whole: Json) -> Iterator[Json]:
    strips = whole["contents"].get("strips", [])
    for start in range(0, max(1, len(strips)), MOST_STRIPS):
        part = {"strips": strips[start : start + MOST_STRIPS]} if strips else {}
        yield whole | {"contents": whole["contents"] | part}
