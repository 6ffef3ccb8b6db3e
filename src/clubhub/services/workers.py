"""Runs a job in a child process with limits: readers of files from outside, and the roster solver.

A job is a function `job(request, report) -> answer`, named "clubhub.room.module:function" so that the child imports
only what it needs. Request, reports and answer are JSON; nothing is pickled on the way back.
"""

import contextlib
import logging
import multiprocessing
import queue
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from typing import NoReturn

from clubhub.domain import errors
from clubhub.domain.errors import Cancelled, ClubHubError, EnvironmentProblem, InvalidInput
from clubhub.services.child import Kind, decode, encode, run_child
from clubhub.support import texts
from clubhub.support.json_values import Json
from clubhub.support.texts import _

LOOK_SECONDS = 0.05
"""How often a child's time, memory and the wish to stop are looked at."""

MEGABYTE = 1 << 20

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Walls around a child. None: no such wall. `cpu_seconds` and `address_bytes` count on Linux only.

    `answer_bytes` is for one message, a report or the answer, `total_bytes` for all that the child says.
    """

    seconds: float
    memory_bytes: int
    answer_bytes: int
    total_bytes: int | None = None
    cpu_seconds: int | None = None
    address_bytes: int | None = None


READER_LIMITS = Limits(
    # 100,000 people in a sheet take about 6 s and 250 MB, and are 17 MB to say: slow computers have room.
    seconds=60,
    memory_bytes=700 * MEGABYTE,
    answer_bytes=100 * MEGABYTE,
    total_bytes=100 * MEGABYTE,
    cpu_seconds=60,
    address_bytes=2048 * MEGABYTE,
)


class WorkerFault(RuntimeError):
    """A child failed in a way that is no one's input: a fault of the program. What it said is in the log."""


def run_job(
    job: str,
    request: Json,
    *,
    limits: Limits,
    refusal: str = "",
    on_report: Callable[[Json], None] | None = None,
    should_stop: Callable[[], bool] | None = None,
) -> Json:
    """The job's answer. Blocks; `on_report` and `should_stop` are called in this thread.

    A ClubHubError in the child is raised here as the same class. Anything else that goes wrong, limits included, is
    an InvalidInput that begins with `refusal` (a sentence such as "This file could not be read; nothing was changed.")
    when one is given; without one it is an EnvironmentProblem if time or memory ran out, else a WorkerFault. When
    `should_stop` says True the child is killed and Cancelled is raised.
    """
    watch = _Watch(job, limits, should_stop)
    try:
        watch.start(request)
        while True:
            kind, value = watch.next_message()
            if kind is Kind.ANSWER:
                return value
            if kind is not Kind.REPORT:
                _fail(job, kind, value, limits, refusal)
            if on_report:
                on_report(value)
    finally:
        watch.end()


class _Watch:
    """One child under observation."""

    def __init__(self, job: str, limits: Limits, should_stop: Callable[[], bool] | None) -> None:
        self._job = job
        self._limits = limits
        self._should_stop = should_stop
        self._messages: queue.SimpleQueue[tuple[Kind, bytes]] = queue.SimpleQueue()
        self._deadline = time.monotonic() + limits.seconds
        self._next_look_at = 0.0
        self._process: SpawnProcess | None = None

    def start(self, request: Json) -> None:
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        self._process = context.Process(target=run_child, args=(theirs,), daemon=True)
        self._process.start()
        theirs.close()
        installed = texts.installed()
        order = {
            "job": self._job,
            "request": request,
            "cpu_seconds": self._limits.cpu_seconds,
            "address_bytes": self._limits.address_bytes,
            "texts": [installed[0], str(installed[1])] if installed else None,
        }
        threading.Thread(target=self._converse, args=(ours, encode(order)), daemon=True).start()

    def _converse(self, connection: Connection, order: bytes) -> None:
        """Send the order and pass on what comes back, to the child's end. Only this thread touches the connection."""
        room = self._limits.total_bytes
        try:
            connection.send_bytes(order)
            while True:
                longest = self._limits.answer_bytes
                message = connection.recv_bytes(longest if room is None else min(longest, room))
                room = None if room is None else room - len(message)
                self._messages.put((Kind(chr(message[0])), message[1:]))
        except (EOFError, ConnectionError):
            self._messages.put((Kind.GONE, b"null"))
        except OSError:  # this is how recv_bytes says that a message is longer than it may be
            self._messages.put((Kind.TOO_LONG, b"null"))
        finally:
            connection.close()

    def next_message(self) -> tuple[Kind, Json]:
        """What the child says next, or what the watch has to say about it."""
        while True:
            if trouble := self._look():
                return trouble, None
            with contextlib.suppress(queue.Empty):
                kind, message = self._messages.get(timeout=LOOK_SECONDS)
                return kind, decode(message)

    def _look(self) -> Kind | None:
        now = time.monotonic()
        if now < self._next_look_at:
            return None
        self._next_look_at = now + LOOK_SECONDS
        if self._should_stop and self._should_stop():
            raise Cancelled(_("Stopped. Nothing was changed."))
        if now > self._deadline:
            return Kind.TOO_SLOW
        return Kind.NO_MEMORY if self._memory() > self._limits.memory_bytes else None

    def _memory(self) -> int:
        """Bytes in the child's hands; 0 when it has just ended."""
        import psutil

        try:
            return int(psutil.Process(self._process.pid).memory_info().rss) if self._process else 0
        except psutil.Error:
            return 0

    def end(self) -> None:
        """Leave no child behind."""
        if self._process:
            self._process.kill()
            self._process.join()
            self._process.close()


def _fail(job: str, kind: Kind, value: Json, limits: Limits, refusal: str) -> NoReturn:
    if kind is Kind.REFUSAL:
        raise _as_error(*value)
    _log.error("Job %s failed: %s\n%s", job, kind.name, value or "")
    reasons = {
        Kind.TOO_SLOW: _("It took longer than {seconds:.0f} seconds.").format(seconds=limits.seconds),
        Kind.NO_MEMORY: _("It needs too much memory."),
        Kind.TOO_LONG: _("It holds more than ClubHub can take."),
    }
    reason = reasons.get(kind, _("It is damaged, or of a kind that ClubHub doesn't know; the log has the details."))
    if refusal:
        raise InvalidInput(f"{refusal} {reason}")
    if kind in {Kind.TOO_SLOW, Kind.NO_MEMORY}:
        raise EnvironmentProblem(
            _("This is too much for this computer, so it was ended; nothing was changed. {reason}").format(
                reason=reason
            )
        )
    raise WorkerFault(f"{job}: {kind.name}")


def _as_error(name: str, message: str, details: list[str]) -> ClubHubError:
    known: type[ClubHubError] = getattr(errors, name)
    return InvalidInput(message, details) if known is InvalidInput else known(message)
