"""Watches the history, so that every screen hears of changes made here, in another window, or by another program.

It looks once a second, and at once after a piece of work of this window. One short query off the window's thread; the
notifier is told which kinds of things changed.
"""

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from clubhub.domain.changes import Changes
from clubhub.domain.ids import ChangeId
from clubhub.services.history import HistoryService, HistoryState
from clubhub.viewmodels.jobs import JobRunner
from clubhub.viewmodels.notifier import ChangeNotifier

LOOK_MS = 1000


class HistoryWatch(QObject):
    """`state` is the history as last seen, None before the first look."""

    changed = Signal()
    """What can be undone or redone has changed."""

    def __init__(self, history: HistoryService, jobs: JobRunner, notifier: ChangeNotifier) -> None:
        super().__init__(jobs)
        self._history = history
        self._jobs = jobs
        self._notifier = notifier
        self.state: HistoryState | None = None
        self._is_looking = False
        self._look_again = False
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        self.look()

    @Slot()
    def look(self) -> None:
        """Ask for the newest state; answers come one after another."""
        if self._is_looking:
            self._look_again = True
            return
        self._is_looking = True
        since, history = self.state.newest if self.state else ChangeId(0), self._history
        self._jobs.run("", lambda _progress: history.state(since), self._take, owner=self, on_failed=self._miss,
                       quiet=True)  # fmt: skip

    def stop(self) -> None:
        self._timer.stop()

    def _take(self, state: HistoryState) -> None:
        before, self.state = self.state, state
        self._is_looking = False
        if before is None or (before.undo, before.redo) != (state.undo, state.redo):
            self.changed.emit()
        if before is not None and state.newest != before.newest:
            self._notifier.tell(Changes(id=state.newest, ids={kind: frozenset() for kind in state.kinds}))
        if self._look_again:
            self._look_again = False
            self.look()

    def _miss(self, _error: Exception) -> None:
        """The file was busy or is gone: whoever works on it says so; here the next look tries again."""
        self._is_looking = False
