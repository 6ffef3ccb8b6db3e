"""Reading a schedule in a child process: path and zones go in as JSON, the draft comes back as JSON."""

from collections.abc import Callable
from pathlib import Path

from clubhub.domain.drafts import EventDraft
from clubhub.formats.outside_files import read_outside_file
from clubhub.formats.schedules.reader import read_schedule
from clubhub.support.codec import from_json, to_json
from clubhub.support.json_values import Json

READ_SCHEDULE_JOB = "clubhub.formats.schedules.job:read_schedule_job"

MAX_BYTES = 30 << 20
"""The schedule of a congress of 17,000 people is 3 MB."""


def schedule_request(path: Path, *, zone: str | None, club_zone: str, role: str = "") -> Json:
    """What `read_schedule_job` wants to be given."""
    return {"path": str(path), "zone": zone, "club_zone": club_zone, "role": role}


def read_schedule_job(request: Json, _report: Callable[[Json], None]) -> Json:
    """The event in the file at request["path"], for `draft_from_json`. Raises ClubHubError with a sentence."""
    data = read_outside_file(Path(request["path"]), MAX_BYTES)
    draft = read_schedule(data, zone=request["zone"], club_zone=request["club_zone"], role=request.get("role", ""))
    return to_json(draft)


def draft_from_json(answer: Json) -> EventDraft:
    return from_json(answer, EventDraft)
