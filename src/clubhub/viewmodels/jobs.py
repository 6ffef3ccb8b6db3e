"""Work off the window's thread: a pool, progress, cancel, and answers that come back where they were asked for.

The runner owns every signal; a job in the pool holds values only. An answer for a page that was closed meanwhile, or
that has asked again, is dropped.
"""

import logging
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import shiboken6
from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal, Slot

from clubhub.domain.errors import Cancelled, ClubHubError
from clubhub.viewmodels.collector import put_aside

_log = logging.getLogger(__name__)


class Job:
    """A piece of running work, as the quiet corner shows it. `text` and `share` (0 to 1, or None) are its progress."""

    def __init__(self, title: str, *, is_quiet: bool) -> None:
        self.title = title
        self.is_quiet = is_quiet
        self.text = ""
        self.share: float | None = None
        self._is_stopped = False

    def stop(self) -> None:
        """Ask the work to stop; it does so at its next look, and nothing is changed then."""
        self._is_stopped = True

    def is_stopped(self) -> bool:
        return self._is_stopped


class Progress:
    """What a job calls, from its own thread, while it works."""

    def __init__(self, job: Job, report: Callable[[str, float | None], None]) -> None:
        self._job = job
        self._report = report

    def __call__(self, text: str, share: float | None = None) -> None:
        self._report(text, share)

    def rows(self, done: int, total: int) -> None:
        """Progress counted in rows."""
        self._report("", done / total if total else None)

    def should_stop(self) -> bool:
        return self._job.is_stopped()


@dataclass(frozen=True, slots=True)
class _Delivery:
    """What goes back to the window's thread."""

    job: Job
    value: Any = None
    error: BaseException | None = None


@dataclass(frozen=True, slots=True)
class _Call:
    owner: QObject
    on_done: Callable[[Any], None]
    on_failed: Callable[[ClubHubError], None] | None


class JobRunner(QObject):
    """Runs jobs; lives as long as the window."""

    changed = Signal()
    """A job began, went on or ended: look at `running`."""
    failed = Signal(object)
    """A ClubHubError that no caller took, for the banner."""
    faulted = Signal(object)
    """Anything else that went wrong in a job: a fault of the program."""
    _delivered = Signal(object)
    _progressed = Signal(object, str, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(4)
        self._turns = QThreadPool(self)
        self._turns.setMaxThreadCount(1)
        self._calls: dict[Job, _Call] = {}
        self._delivered.connect(self._deliver)
        self._progressed.connect(self._progress)

    @property
    def running(self) -> list[Job]:
        """Jobs that a person should see, the oldest first."""
        return [job for job in self._calls if not job.is_quiet]

    def run(
        self,
        title: str,
        work: Callable[[Progress], Any],
        on_done: Callable[[Any], None],
        *,
        owner: QObject,
        on_failed: Callable[[ClubHubError], None] | None = None,
        quiet: bool = False,
        in_turn: bool = False,
    ) -> Job:
        """Start `work` in the pool; `on_done` gets its value on the window's thread, unless `owner` is gone by then.

        `on_failed` gets a ClubHubError; without it the window tells. A Cancelled job answers nothing. `quiet` work
        (short reads) isn't shown in the corner. Work `in_turn`, which goes through much of the club in Python, is done
        one after another: several at once would take no less time, and leave the window a smaller share of it.
        """
        job = Job(title, is_quiet=quiet)
        self._calls[job] = _Call(owner, on_done, on_failed)
        pool = self._turns if in_turn else self._pool
        pool.start(_Runnable(job, work, self._delivered.emit, self._progressed.emit))
        if not quiet:
            self.changed.emit()
        return job

    def shut_down(self, wait_ms: int = 10_000) -> bool:
        """Ask every job to stop, and wait for the pool; True if it is empty then. Answers are dropped."""
        for job in self._calls:
            job.stop()
        self._calls.clear()
        return self.wait(wait_ms)

    def wait(self, wait_ms: int = 30_000) -> bool:
        """Wait until the pool is idle; for tests and for the end of a screenshot run."""
        return self._turns.waitForDone(wait_ms) and self._pool.waitForDone(wait_ms)

    @Slot(object, str, object)
    def _progress(self, job: Job, text: str, share: float | None) -> None:
        job.text = text or job.text
        job.share = share
        if not job.is_quiet and job in self._calls:
            self.changed.emit()

    @Slot(object)
    def _deliver(self, delivery: _Delivery) -> None:
        call = self._calls.pop(delivery.job, None)
        if not delivery.job.is_quiet:
            self.changed.emit()
        if call is None or not shiboken6.isValid(call.owner):
            return
        if delivery.error is None:
            call.on_done(delivery.value)
        elif isinstance(delivery.error, Cancelled):
            return
        elif not isinstance(delivery.error, ClubHubError):
            self.faulted.emit(delivery.error)
        elif call.on_failed is not None:
            call.on_failed(delivery.error)
        else:
            self.failed.emit(delivery.error)


class _Runnable(QRunnable):
    """Holds the work and two bound signals of the runner; nothing of Qt's that another thread would have to free."""

    def __init__(
        self,
        job: Job,
        work: Callable[[Progress], Any],
        deliver: Callable[[_Delivery], None],
        progress: Callable[[Job, str, object], None],
    ) -> None:
        super().__init__()
        self._job = job
        self._work = work
        self._deliver = deliver
        self._progress = progress

    def run(self) -> None:
        reporter = Progress(self._job, self._report)
        begin = time.thread_time()
        try:
            delivery = _Delivery(self._job, value=self._work(reporter))
        except ClubHubError as error:
            # Its traceback would point back at it, and keep all that the work has read.
            delivery = _Delivery(self._job, error=error.with_traceback(None))
        except Exception as error:  # noqa: BLE001  the edge of the pool: logged, and told by the window
            _log.exception("fault in a job")
            delivery = _Delivery(self._job, error=error)
        put_aside(time.thread_time() - begin)
        self._deliver(delivery)

    def _report(self, text: str, share: float | None) -> None:
        self._progress(self._job, text, share)
