"""Reads files from outside in a limited child process; what comes back are plain values."""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

from clubhub.domain.drafts import EventDraft
from clubhub.domain.meets import Meet
from clubhub.domain.person_drafts import PeopleSheet
from clubhub.domain.person_fields import PersonField
from clubhub.domain.replies import Message
from clubhub.domain.tables import Table
from clubhub.services.workers import READER_LIMITS, run_job
from clubhub.support.json_values import Json
from clubhub.support.texts import _


def read_table(path: Path) -> Table:
    """The cells of a CSV, XLSX, XLS or ODS file. Raises InvalidInput or EnvironmentProblem with a clear sentence."""
    from clubhub.formats.tables import READ_TABLE_JOB, table_from_json

    return table_from_json(_read(READ_TABLE_JOB, path))


def read_answers(path: Path) -> Table:
    """The cells of a table of answers, or of what Crab Fit gives out as JSON. Raises as `read_table`."""
    from clubhub.formats.poll_exports.job import READ_ANSWERS_JOB
    from clubhub.formats.tables import table_from_json

    return table_from_json(_read(READ_ANSWERS_JOB, path))


def read_people(
    path: Path,
    *,
    region: str,
    today: date,
    chosen: Mapping[int, PersonField | None] | None = None,
    on_progress: Callable[[int, int], None] | None = None,
    should_stop: Callable[[], bool] | None = None,
) -> PeopleSheet:
    """The people of a spreadsheet; `on_progress` hears of rows done and rows in all.

    `chosen` says what columns, counted from 0, shall be taken for; see formats.people_layout.find_layout.

    Raises InvalidInput or EnvironmentProblem with a clear sentence, Cancelled when stopped.
    """
    from clubhub.formats.people_job import READ_PEOPLE_JOB, PeopleAnswer

    request: Json = {"path": str(path.absolute()), "region": region, "today": today.isoformat()}
    request |= {} if chosen is None else {"chosen": list(chosen.items())}
    people = PeopleAnswer(on_progress)
    return people.sheet(_read(READ_PEOPLE_JOB, path, request, on_report=people.hear, should_stop=should_stop))


def read_replies(path: Path) -> list[Message] | str | None:
    """The messages of a chat, mails or calendar replies; the words of another text; None for a table of answers.

    Raises InvalidInput or EnvironmentProblem with a clear sentence.
    """
    from clubhub.formats.replies.files import READ_REPLIES_JOB
    from clubhub.support.codec import from_json

    answer = _read(READ_REPLIES_JOB, path)
    if "messages" in answer:
        return from_json(answer["messages"], list[Message])
    text: str | None = answer.get("text")
    return text


def read_meet(path: Path) -> Meet:
    """The programme of a Lenex file. Raises InvalidInput or EnvironmentProblem with a clear sentence."""
    from clubhub.formats.lenex.job import READ_MEET_JOB, meet_from_json

    return meet_from_json(_read(READ_MEET_JOB, path))


def read_schedule(path: Path, *, zone: str | None, club_zone: str) -> EventDraft:
    """The entries of a frab or pretalx schedule as an event. Raises InvalidInput or EnvironmentProblem."""
    from clubhub.formats.schedules.job import READ_SCHEDULE_JOB, draft_from_json, schedule_request

    request = schedule_request(path.absolute(), zone=zone, club_zone=club_zone)
    return draft_from_json(_read(READ_SCHEDULE_JOB, path, request))


def _read(
    job: str,
    path: Path,
    request: Json = None,
    *,
    on_report: Callable[[Json], None] | None = None,
    should_stop: Callable[[], bool] | None = None,
) -> Json:
    refusal = _("{name} could not be read, and nothing was changed.").format(name=path.name)
    request = request or {"path": str(path.absolute())}
    return run_job(job, request, limits=READER_LIMITS, refusal=refusal, on_report=on_report, should_stop=should_stop)
