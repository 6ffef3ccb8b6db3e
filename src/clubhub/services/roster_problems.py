"""Roster problems as files: solved, explained, and written from an event without a word about a person."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from clubhub.domain.errors import InvalidInput
from clubhub.formats.outside_files import read_outside_file
from clubhub.services.files import write_file
from clubhub.services.workers import MEGABYTE, Limits, run_job
from clubhub.support.json_values import Json
from clubhub.support.texts import _

FILL_JOB = "clubhub.rostering.jobs:fill_job"
EXPLAIN_JOB = "clubhub.rostering.jobs:explain_job"

MOST_BYTES = 100 * MEGABYTE
"""Of a file: a problem of 5,000 people and 12,000 places has 3 megabytes."""

LONGEST_SECONDS = 24 * 3600
"""Where nobody set a limit."""

GRACE_SECONDS = 60
"""Beyond the engine's own limit: reading a large problem, and explaining the plan."""

MEMORY, ANSWER = 2048 * MEGABYTE, 200 * MEGABYTE
"""Walls around the engine; a festival of 5,000 people needs 300 megabytes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Effort:
    """How long the engine may search: `seconds` (None: as long as it takes), or so many iterations, to be had again."""

    seconds: float | None = None
    iterations: int | None = None
    seed: int = 0


def solve_problem(path: Path, effort: Effort, on_report: Callable[[Json], None] | None = None) -> Json:
    """The engine's answer to the problem in a file (see rostering.jobs.fill_job).

    Raises InvalidInput for a file that is no such problem, EnvironmentProblem if it can't be read or the computer is
    too small for it.
    """
    request = {
        "problem": read_json(path),
        "seconds": effort.seconds,
        "iterations": effort.iterations,
        "seed": effort.seed,
    }
    return run_engine(FILL_JOB, request, effort.seconds, on_report)


def explain_plan(problem: Path, plan: Path) -> Json:
    """What a plan is worth and why its short needs are short (see rostering.jobs.explain_job). Raises as above."""
    return run_engine(EXPLAIN_JOB, {"problem": read_json(problem), "plan": read_json(plan)}, 60)


def write_plan(path: Path, answer: Json) -> None:
    """The plan of an answer as a file: {"assignments": [{"volunteer", "need"}, ...]}. Raises EnvironmentProblem."""
    write_json(path, {"assignments": answer["plan"]})


def write_json(path: Path, value: Json) -> None:
    """Raises EnvironmentProblem if it can't be written."""
    write_file(path, (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode())


def read_json(path: Path) -> Json:
    """Raises InvalidInput if it isn't JSON, EnvironmentProblem if it can't be read."""
    try:
        return json.loads(read_outside_file(path, MOST_BYTES))
    except (ValueError, RecursionError) as error:
        raise InvalidInput(
            _("{path} is not JSON, so nothing was read. Wrong there: {problem}").format(path=path.name, problem=error)
        ) from error


def run_engine(
    job: str,
    request: Json,
    seconds: float | None,
    on_report: Callable[[Json], None] | None = None,
    should_stop: Callable[[], bool] | None = None,
) -> Json:
    """The answer of a job of the engine in a process of its own.

    Raises Cancelled when it is stopped, InvalidInput for a problem that doesn't hold together, and EnvironmentProblem
    if it needed more time or memory than it may have.
    """
    longest = LONGEST_SECONDS if seconds is None else seconds
    limits = Limits(seconds=longest + GRACE_SECONDS, memory_bytes=MEMORY, answer_bytes=ANSWER)
    return run_job(job, request, limits=limits, on_report=on_report, should_stop=should_stop)
