"""The foot of the sidebar: running work with its progress and a way to stop it, else "Saved in the club file"."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QProgressBar, QWidget

from clubhub.support.texts import _
from clubhub.viewmodels.jobs import Job, JobRunner
from clubhub.widgets.controls import column, icon_button, label, row


class QuietCorner(QWidget):
    """Shows the oldest running job."""

    def __init__(self, jobs: JobRunner) -> None:
        super().__init__()
        self._jobs = jobs
        self._job: Job | None = None
        self._text = label(_("Saved in the club file"), kind="small", tone="text2", wrap=True)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(_("Progress"))
        self._stop = icon_button("close", _("Stop this work"), self._stop_job)
        self.setLayout(column(row(self._text, self._stop), self._bar, space=4, margins=(12, 4, 4, 4)))
        jobs.changed.connect(self._refresh)
        self._refresh()

    @Slot()
    def _refresh(self) -> None:
        running = self._jobs.running
        self._job = running[0] if running else None
        self._bar.setVisible(self._job is not None)
        self._stop.setVisible(self._job is not None)
        if self._job is None:
            self._text.setText(_("Saved in the club file"))
            return
        self._text.setText(self._job.text or self._job.title)
        share = self._job.share
        self._bar.setRange(0, 0 if share is None else 1000)
        self._bar.setValue(0 if share is None else round(share * 1000))

    def _stop_job(self) -> None:
        if self._job is not None:
            self._job.stop()
