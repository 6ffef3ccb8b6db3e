"""Sheets of a roster, set in a child process so that a window never stands still meanwhile."""

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

PRINT_LIMITS = Limits(
    # Strips for 5,000 people take a few minutes; the walls are for what never ends.
    seconds=900,
    memory_bytes=3072 * MEGABYTE,
    answer_bytes=500 * MEGABYTE,
)


def print_pdf(roster: Roster, layout: RosterLayout, paper: Paper = Paper.A4) -> PdfResult:
    """The roster as PDF/UA-1, with sentences on what could not be printed as it was written."""
    request = sheet_request(roster, layout, paper)
    return pdf_from_json(run_job(PDF_JOB, request, limits=PRINT_LIMITS))


def print_pages(roster: Roster, layout: RosterLayout, paper: Paper = Paper.A4, *, dots_per_inch: int) -> list[bytes]:
    """The same sheets as PNG images, page by page."""
    request = sheet_request(roster, layout, paper, dots_per_inch=dots_per_inch)
    return pages_from_json(run_job(PAGES_JOB, request, limits=PRINT_LIMITS))
