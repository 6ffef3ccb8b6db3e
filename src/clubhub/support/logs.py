"""The program's diary: what it did and where it failed, for whoever mends it. Kept 30 days, on this computer alone.

It holds ids, counts and places in the code, never names, addresses or texts of a club. So that a fault can't bring
them in by the back door, an exception is written without its message.
"""

import contextlib
import logging
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import TracebackType

from clubhub.support.clock import utc_now
from clubhub.support.paths import log_folder
from clubhub.support.tracebacks import traceback_without_words

KEPT_FOR = timedelta(days=30)
LINE = "%(asctime)sZ %(levelname)s %(process)d %(name)s: %(message)s"


def start_logging(folder: Path | None = None) -> None:
    """Write what ClubHub logs to a file per day in `folder` (None: this system's place for logs).

    Called at the edge, once; a second call changes nothing. Where nothing can be written the program goes on without
    a log. The file and its folder are made with the first line.
    """
    logger = logging.getLogger("clubhub")
    if not any(isinstance(handler, DayFileHandler) for handler in logger.handlers):
        handler = DayFileHandler(folder or log_folder())
        handler.setFormatter(DiscreetFormatter(LINE, "%Y-%m-%dT%H:%M:%S"))
        logger.addHandler(handler)
        logger.setLevel(logging.INFO)


def todays_log(folder: Path | None = None) -> Path:
    """The file that a line logged now goes to: days are those of UTC."""
    return (folder or log_folder()) / f"clubhub-{utc_now():%Y-%m-%d}.log"


class DayFileHandler(logging.FileHandler):
    """A file per day, named for it: several processes append to one, and none has to rename what others hold open."""

    def __init__(self, folder: Path) -> None:
        super().__init__(todays_log(folder), encoding="utf-8", delay=True)
        self.folder = folder

    def emit(self, record: logging.LogRecord) -> None:
        """Write a line to the day's file; a full disk or a forbidden folder loses it, and nothing else."""
        with contextlib.suppress(OSError):
            today = str(todays_log(self.folder).absolute())
            if today != self.baseFilename:
                self.close()
                self.baseFilename = today
            if self.stream is None:
                self.folder.mkdir(parents=True, exist_ok=True)
                remove_old(self.folder)
            super().emit(record)

    def close(self) -> None:
        """End the file; what a full disk doesn't take is lost."""
        with contextlib.suppress(OSError):
            super().close()

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802  logging's name
        """Say nothing: the standard library would print a traceback into the middle of a command's answer."""


class DiscreetFormatter(logging.Formatter):
    """Writes moments in UTC, and of an exception its kind and its way through the code, not what it says."""

    converter = staticmethod(time.gmtime)

    def formatException(  # noqa: N802  logging's name
        self, ei: tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]
    ) -> str:
        return traceback_without_words(ei[1]) if ei[1] else ""


def remove_old(folder: Path) -> None:
    """Delete the logs that no line was written to for longer than they are kept."""
    for path in folder.glob("clubhub-*.log"):
        if utc_now() - datetime.fromtimestamp(path.stat().st_mtime, UTC) > KEPT_FOR:
            path.unlink(missing_ok=True)
