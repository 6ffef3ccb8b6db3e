"""Writes marks one after another, off the window's thread, in the order in which they were set.

The grid shows a mark at once; what the club's file refuses is told, and the grid then shows the file again. A job
that is at work takes along what comes meanwhile, so a window that closes waits until all of it is written.
"""

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QObject, Signal

from clubhub.domain.changes import Changes
from clubhub.domain.errors import ClubHubError, Conflict
from clubhub.domain.ids import PollId
from clubhub.domain.poll_drafts import MarkEdit
from clubhub.services.poll_editing import PollEditingService
from clubhub.viewmodels.jobs import JobRunner

MOST_TOLD = 3
"""More refusals at once than this are not read."""

_Waiting = deque[tuple[PollId, tuple[MarkEdit, ...]]]


class MarkQueue(QObject):
    """`count` grows with every edit, so that a reading of the file from before one is known to be old."""

    written = Signal(object)
    """What was written: a list of Changes, each with how many marks it set."""
    refused = Signal(object)
    """A ClubHubError that says what was not written; other marks that waited behind it are written all the same."""

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
        self._jobs.run("", lambda _progress: _drain(editing, waiting), self._take, owner=self, quiet=True)

    def _take(self, drained: "_Drained") -> None:
        self._is_writing = False
        self.count += len(drained.refusals)
        self._write()
        if drained.written:
            self.written.emit(drained.written)
        if drained.refusals:
            sentences = dict.fromkeys(map(str, drained.refusals))
            self.refused.emit(Conflict("\n".join(list(sentences)[:MOST_TOLD])))


@dataclass(slots=True)
class _Drained:
    written: list[tuple[Changes, int]] = field(default_factory=list)
    refusals: list[ClubHubError] = field(default_factory=list)


def _drain(editing: PollEditingService, waiting: _Waiting) -> _Drained:
    """Write what waits. What built on a refused mark says so itself: it no longer finds what it saw."""
    drained = _Drained()
    while waiting:
        poll_id, edits = waiting.popleft()
        try:
            drained.written.append((editing.set_marks(poll_id, edits), len(edits)))
        except ClubHubError as refusal:
            drained.refusals.append(refusal)
    return drained
