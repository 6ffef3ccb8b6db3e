"""A poll's result as a file: the sheet and the picture are set in a child process, so that no window stands still."""

from collections.abc import Callable
from datetime import datetime

from clubhub.domain.papers import Paper
from clubhub.domain.poll_reports import PollOutcome
from clubhub.services.printing import PRINT_LIMITS
from clubhub.services.workers import run_job

Made = tuple[bytes, tuple[str, ...]]
"""A file's content, and sentences on what could not be shown as it is."""


def result_makers(found: PollOutcome, now: datetime, paper: Paper) -> dict[str, Callable[[], Made]]:
    """What makes each kind of file, by its suffix; `now` is aware."""
    return {
        ".pdf": lambda: result_pdf(found, now, paper),
        ".html": lambda: _html(found, now),
        ".ics": lambda: _ics(found, now),
        ".png": lambda: (result_picture(found, now), ()),
    }


def result_pdf(found: PollOutcome, now: datetime, paper: Paper = Paper.A4) -> Made:
    """The result, or the minutes once it is decided, as PDF/UA-1."""
    from clubhub.formats.poll_report.sheet import RESULT_TEMPLATE, result_contents
    from clubhub.formats.roster_pdf.job import PDF_JOB, pdf_from_json

    request = {
        "template": RESULT_TEMPLATE,
        "contents": result_contents(found, now=now, paper=paper),
        "qr": None,
        "stamped_at": now.isoformat(),
    }
    made = pdf_from_json(run_job(PDF_JOB, request, limits=PRINT_LIMITS))
    return made.pdf, made.warnings


def result_picture(found: PollOutcome, now: datetime) -> bytes:
    """The result as a PNG, as wide as a phone."""
    from clubhub.formats.poll_report.sheet import SNAPSHOT_DOTS_PER_INCH, SNAPSHOT_TEMPLATE, snapshot_contents
    from clubhub.formats.roster_pdf.job import PAGES_JOB, pages_from_json

    request = {
        "template": SNAPSHOT_TEMPLATE,
        "contents": snapshot_contents(found, now=now),
        "qr": None,
        "dots_per_inch": SNAPSHOT_DOTS_PER_INCH,
    }
    return pages_from_json(run_job(PAGES_JOB, request, limits=PRINT_LIMITS))[0]


def _html(found: PollOutcome, now: datetime) -> Made:
    from clubhub.formats.poll_report.page import result_page

    return result_page(found, now=now).encode(), ()


def _ics(found: PollOutcome, now: datetime) -> Made:
    from clubhub.formats.poll_report.calendar import result_ics

    return result_ics(found, now=now), ()
