"""The search for a plan as a job, beside a window that looks in now and then; a new search replaces the old one."""

from collections import deque
from collections.abc import Iterator

from PySide6.QtCore import QObject, Signal

from clubhub.domain.fill_options import FillOptions
from clubhub.domain.fill_proposals import FillProposal
from clubhub.domain.ids import EventId
from clubhub.services.roster_filling import FillProgress
from clubhub.viewmodels.jobs import Job, Progress
from clubhub.widgets.pages import Shell


class FillSearch(QObject):
    """`ended` comes with the FillProposal, `failed` with the error; from a search that was replaced comes neither."""

    ended = Signal(object)
    failed = Signal(object)

    def __init__(self, parent: QObject, shell: Shell, event_id: EventId, title: str) -> None:
        super().__init__(parent)
        self._shell = shell
        self._event_id = event_id
        self._title = title
        self._heard: deque[FillProgress] = deque()
        self._job: Job | None = None

    def begin(self, options: FillOptions) -> None:
        """Stop what is searched yet, and search anew."""
        self.stop()
        heard: deque[FillProgress] = deque()
        self._heard = heard
        filling, event_id = self._shell.services.filling, self._event_id

        def search(progress: Progress) -> FillProposal:
            return filling.propose(event_id, options, on_progress=heard.append, should_stop=progress.should_stop)

        def end(proposal: FillProposal) -> None:
            if heard is self._heard:
                self.ended.emit(proposal)

        def fail(error: Exception) -> None:
            if heard is self._heard:
                self.failed.emit(error)

        self._job = self._shell.jobs.run(self._title, search, end, owner=self, on_failed=fail)

    def stop(self) -> None:
        """The best plan so far is what it ends with."""
        if self._job:
            self._job.stop()

    def news(self) -> Iterator[FillProgress]:
        """What it has said since the last look; it speaks from its own thread."""
        while self._heard:
            yield self._heard.popleft()
