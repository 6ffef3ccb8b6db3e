"""Writes marks one after another, off the window's thread, in the order in which they were set.

The grid shows a mark at once; what the club's file refuses is told, and the grid then shows the file again. A job
that is at work takes along what comes meanwhile, so a window that closes waits until all of it is written. What builds
on the marks that are shown, such as taking an answer out, waits in the same line.
"""

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QObject, Signal

from clubhub.domain.changes import Changes
from clubhub.domain.errors import ClubHubError, Conflict
from clubhub.domain.ids import PollId
from clubhub.domain.poll_drafts import MarkEdit
from clubhub.services.poll_editing import PollEditingService
from clubhub.viewmodels.jobs import JobRunner

MOST_TOLD = 3
"""More refusals at once than this are not read."""


@dataclass(frozen=True, slots=True)
class _Step:
    """`marks` is how many marks it sets; 0 for other work."""

    number: int
    work: Callable[[], Any]
    marks: int = 0


_Waiting = deque[_Step]


class MarkQueue(QObject):
    """`count` grows with every edit, so that a reading of the file from before one is known to be old."""

    written = Signal(object)
    """Work was done: a list of the marks' Changes, each with how many it set; empty if it was other work alone."""
    refused = Signal(object)
    """A ClubHubError that says what was not done; what waited behind it is done all the same."""

    def __init__(self, editing: PollEditingService, jobs: JobRunner, parent: QObject) -> None:
        super().__init__(parent)
        self._editing = editing
        self._jobs = jobs
        self._waiting: _Waiting = deque()
        self._takers: dict[int, Callable[[Any], None]] = {}
        self._is_writing = False
        self.count = 0

    @property
    def is_idle(self) -> bool:
        return not self._is_writing and not self._waiting

    def put(self, poll_id: PollId, edits: Sequence[MarkEdit]) -> None:
        """Write these together, as one step of undo, after all that came before."""
        editing, wanted = self._editing, tuple(edits)
        self._add(lambda: editing.set_marks(poll_id, wanted), marks=len(wanted))

    def then(self, work: Callable[[], Any], take: Callable[[Any], None]) -> None:
        """Do this once all that came before is written; `take` gets what it gives, unless it is refused."""
        self._takers[self.count + 1] = take
        self._add(work)

    def _add(self, work: Callable[[], Any], marks: int = 0) -> None:
        self.count += 1
        self._waiting.append(_Step(self.count, work, marks))
        self._write()

    def _write(self) -> None:
        if self.is_idle or self._is_writing:
            return
        self._is_writing = True
        waiting = self._waiting
        self._jobs.run("", lambda _progress: _drain(waiting), self._take, owner=self, quiet=True)

    def _take(self, drained: "_Drained") -> None:
        self._is_writing = False
        self.count += len(drained.refusals)
        self._write()
        if drained.written or drained.given:
            self.written.emit(drained.written)
        takers = {number: self._takers.pop(number, None) for number in (*drained.given, *drained.refusals)}
        for number, given in drained.given.items():
            if take := takers[number]:
                take(given)
        if drained.refusals:
            sentences = dict.fromkeys(map(str, drained.refusals.values()))
            self.refused.emit(Conflict("\n".join(list(sentences)[:MOST_TOLD])))


@dataclass(slots=True)
class _Drained:
    """What the marks changed, each with how many were set; the others by the number of their step."""

    written: list[tuple[Changes, int]] = field(default_factory=list)
    given: dict[int, Any] = field(default_factory=dict)
    refusals: dict[int, ClubHubError] = field(default_factory=dict)


def _drain(waiting: _Waiting) -> _Drained:
    """Do what waits. What built on a refused mark says so itself: it no longer finds what it saw."""
    drained = _Drained()
    while waiting:
        step = waiting.popleft()
        try:
            given = step.work()
        except ClubHubError as refusal:
            drained.refusals[step.number] = refusal
            continue
        if step.marks:
            drained.written.append((given, step.marks))
        else:
            drained.given[step.number] = given
    return drained
