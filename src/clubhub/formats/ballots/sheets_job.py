"""Setting ballots in a child process: its memory, about 2 MB a sheet, goes with it, and a window never stands still."""

from base64 import b64decode, b64encode
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from clubhub.domain.ballots import AskedPoll
from clubhub.domain.papers import Paper
from clubhub.domain.people import Person
from clubhub.formats.ballots.sheets import set_sheets, sheet_contents, with_codes
from clubhub.support.json_values import Json

SHEETS_JOB = "clubhub.formats.ballots.sheets_job:sheets_job"


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetsMade:
    """`pdf` has everybody's sheet, `alone` each one's own PDF in the same order, if that was asked for."""

    pdf: bytes
    alone: tuple[bytes, ...]
    warnings: tuple[str, ...]


def sheets_request(
    asked: AskedPoll, people: Sequence[Person], paper: Paper, *, printed_at: datetime, is_each_alone: bool
) -> Json:
    """What the job is given; `printed_at` is aware."""
    contents = sheet_contents(asked, people, paper)
    return {"contents": contents, "printed_at": printed_at.isoformat(), "is_each_alone": is_each_alone}


def sheets_job(request: Json, _report: Callable[[Json], None]) -> Json:
    """All sheets in one PDF, and each alone, for `sheets_from_json`."""
    contents, printed_at = with_codes(request["contents"]), datetime.fromisoformat(request["printed_at"])
    made = set_sheets(contents, printed_at)
    wanted = contents["sheets"] if request["is_each_alone"] else []
    alone = (
        [made.pdf]
        if len(wanted) == 1
        else [set_sheets(contents | {"sheets": [sheet]}, printed_at).pdf for sheet in wanted]
    )
    return {"pdf": _text(made.pdf), "alone": [_text(pdf) for pdf in alone], "warnings": made.warnings}


def sheets_from_json(answer: Json) -> SheetsMade:
    alone = tuple(b64decode(pdf) for pdf in answer["alone"])
    return SheetsMade(pdf=b64decode(answer["pdf"]), alone=alone, warnings=tuple(answer["warnings"]))


def _text(pdf: bytes) -> str:
    return b64encode(pdf).decode()
