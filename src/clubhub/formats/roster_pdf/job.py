"""Setting sheets in a child process: Typst holds the interpreter while it works, which would stop a window."""

from base64 import b64decode, b64encode
from collections.abc import Callable
from datetime import datetime

from clubhub.domain.papers import Paper
from clubhub.domain.roster_layouts import RosterLayout
from clubhub.domain.rosters import Roster
from clubhub.formats.roster_pdf.page_parts import qr_code
from clubhub.formats.roster_pdf.printing import sheet_contents
from clubhub.formats.roster_pdf.typesetting import PdfResult, typeset, typeset_pages
from clubhub.support.json_values import Json

# What stands where is worked out by the caller; the child is given it as JSON and gives the file back.
PDF_JOB = "clubhub.formats.roster_pdf.job:pdf_job"
PAGES_JOB = "clubhub.formats.roster_pdf.job:pages_job"


def sheet_request(roster: Roster, layout: RosterLayout, paper: Paper, *, dots_per_inch: int = 96) -> Json:
    """What both jobs are given; the resolution is for pages alone."""
    code = qr_code(roster.club)
    return {
        "template": f"roster-{layout}.typ",
        "contents": sheet_contents(roster, layout, paper),
        "qr": code.decode() if code is not None else None,
        "stamped_at": roster.stamped_at.isoformat(),
        "dots_per_inch": dots_per_inch,
    }


def pdf_job(request: Json, _report: Callable[[Json], None]) -> Json:
    """A sheet's PDF, for `pdf_from_json`."""
    made = typeset(
        request["template"], request["contents"], _code(request), datetime.fromisoformat(request["stamped_at"])
    )
    return {"pdf": b64encode(made.pdf).decode(), "warnings": made.warnings}


def pages_job(request: Json, _report: Callable[[Json], None]) -> Json:
    """A sheet's pages as PNG images, for `pages_from_json`."""
    pages = typeset_pages(
        request["template"], request["contents"], _code(request), dots_per_inch=request["dots_per_inch"]
    )
    return [b64encode(page).decode() for page in pages]


def pdf_from_json(answer: Json) -> PdfResult:
    return PdfResult(pdf=b64decode(answer["pdf"]), warnings=tuple(answer["warnings"]))


def pages_from_json(answer: Json) -> list[bytes]:
    return [b64decode(page) for page in answer]


def _code(request: Json) -> bytes | None:
    return request["qr"].encode() if request["qr"] is not None else None
