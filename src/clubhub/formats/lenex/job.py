"""Reading a meet in a child process: a path goes in as JSON, the meet comes back as JSON."""

from collections.abc import Callable
from pathlib import Path

from clubhub.domain.meets import Meet
from clubhub.formats.lenex.archive import MAX_BYTES
from clubhub.formats.lenex.reader import read_meet
from clubhub.formats.outside_files import read_outside_file
from clubhub.support.codec import from_json, to_json
from clubhub.support.json_values import Json

READ_MEET_JOB = "clubhub.formats.lenex.job:read_meet_job"


def read_meet_job(request: Json, _report: Callable[[Json], None]) -> Json:
    """The meet in the file at request["path"], for `meet_from_json`. Raises ClubHubError with a sentence."""
    return to_json(read_meet(read_outside_file(Path(request["path"]), MAX_BYTES)))


def meet_from_json(answer: Json) -> Meet:
    return from_json(answer, Meet)
