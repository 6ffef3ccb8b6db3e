"""Writes marks one after another, off the window's thread, in the order in which they were set.

The grid shows a mark at once; what the club's file refuses is told, and the grid then shows the file again. A job
that is at work takes along what comes meanwhile, so a window that closes waits until all of it is written.
"""

from collections import deque
from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from clubhub.domain.changes import Changes
from clubhub.domain.errors import ClubHubError
from clubhub.domain.ids import PollId
from clubhub.domain.poll_drafts import MarkEdit
from clubhub.services.poll_editing import PollEditingService
from clubhub.viewmodels.jobs import JobRunner

_Waiting = deque[tuple[PollId, tuple[MarkEdit, ...]]]


class MarkQueue(QObject):
    """`count` grows with every edit, so that a reading of the file from before one is known to be old."""

    written = Signal(object)
    """What was written: a list of Changes, each with how many marks it set."""
    refused = Signal(object)
    """The ClubHubError of one edit; those that waited behind it are dropped, since they built on it."""

    def __init__(self, editing: PollEditingService, jobs: JobRunner, parent: QObject) -> None:
        super().__init__(parent)
        self._editing = editing
        self._jobs = jobs
        self._waiting: _Waiting = deque()
        self._is_writing = False
        self.count = 0

    @property
    def is_idle(self) -> bool:
        return not self._is_writing and not self._waiting

    def put(self, poll_id: PollId, edits: Sequence[MarkEdit]) -> None:
        """Write these together, as one step of undo, after all that came before."""
        self.count += 1
        self._waiting.append((poll_id, tuple(edits)))
        self._write()

    def _write(self) -> None:
        if self.is_idle or self._is_writing:
            return
        self._is_writing = True
        editing, waiting = self._editing, self._waiting
        self._jobs.run("", lambda _progress: _drain(editing, waiting), self._take, owner=self,
                       on_failed=self._refuse, quiet=True)  # fmt: skip

    def _take(self, changes: object) -> None:
        self._is_writing = False
        self._write()
        self.written.emit(changes)

    def _refuse(self, error: Exception) -> None:
        self._is_writing = False
        self.count += 1
        self._write()
        self.refused.emit(error)


def _drain(editing: PollEditingService, waiting: _Waiting) -> list[tuple[Changes, int]]:
    done: list[tuple[Changes, int]] = []
    while waiting:
        poll_id, edits = waiting.popleft()
        try:
            done.append((editing.set_marks(poll_id, edits), len(edits)))
        except ClubHubError:
            waiting.clear()
            raise
    return done
