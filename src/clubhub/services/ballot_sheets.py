"""Ballots on paper for any number of people, in files of MOST_SHEETS, each made in a child process."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from clubhub.domain.ballots import AskedPoll
from clubhub.domain.papers import Paper
from clubhub.domain.people import Person
from clubhub.services.files import numbered_paths
from clubhub.services.workers import MEGABYTE, Limits, run_job
from clubhub.support.clock import utc_now
from clubhub.support.texts import plural, some_of

if TYPE_CHECKING:
    from clubhub.formats.ballots.sheets_job import SheetsMade

MOST_SHEETS = 500
"""In one file: 500 took 10 s and 1.1 GB; 5,000 at once took minutes and 18 GB."""

SHEET_LIMITS = Limits(
    # 500 sheets take some ten seconds, and as long again one by one; the walls are for what never ends.
    seconds=600,
    memory_bytes=3072 * MEGABYTE,
    answer_bytes=500 * MEGABYTE,
)


def set_in_parts(
    asked: AskedPoll,
    people: Sequence[Person],
    paper: Paper,
    *,
    is_each_alone: bool = False,
    should_stop: Callable[[], bool] | None = None,
) -> Iterator["SheetsMade"]:
    """One for each file, made when it is asked for. Raises Cancelled after `should_stop` said True."""
    from clubhub.formats.ballots.sheets_job import SHEETS_JOB, sheets_from_json, sheets_request

    printed_at = utc_now()
    for start in range(0, len(people), MOST_SHEETS):
        part = people[start : start + MOST_SHEETS]
        request = sheets_request(asked, part, paper, printed_at=printed_at, is_each_alone=is_each_alone)
        yield sheets_from_json(run_job(SHEETS_JOB, request, limits=SHEET_LIMITS, should_stop=should_stop))


def count_files(sheets: int) -> int:
    """How many files so many sheets are."""
    return -(-sheets // MOST_SHEETS)


def sheet_paths(path: Path, sheets: int) -> list[Path]:
    """Where the files go that so many sheets are: the first at `path`, further ones beside it."""
    return numbered_paths(path, count_files(sheets))


def further_note(paths: Sequence[Path]) -> str:
    """What to say of the files beside the first; "" where there are none."""
    names = [path.name for path in paths[1:]]
    sentence = plural(
        "The sheets after the first {most} are in {names}.",
        "The sheets after the first {most} are in {count} more files: {names}.",
        len(names),
        most=MOST_SHEETS,
        names=some_of(names, 4),
    )
    return sentence if names else ""
