"""The foot of the sidebar: running work with its progress and a way to stop it, else "Saved in the club file"."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QProgressBar, QWidget

from clubhub.support.texts import _
from clubhub.viewmodels.jobs import Job, JobRunner
from clubhub.widgets.controls import column, icon_button, icon_label, label, row


class QuietCorner(QWidget):
    """Shows the oldest running job. In a narrow sidebar its bar and the way to stop it, with the words as tips."""

    def __init__(self, jobs: JobRunner) -> None:
        super().__init__()
        self._jobs = jobs
        self._job: Job | None = None
        self._is_narrow = False
        self._sign = icon_label("ok", "text2")
        self._text = label(kind="small", tone="text2", wrap=True)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(_("Progress"))
        self._stop = icon_button("close", _("Stop this work"), self._stop_job)
        line = row(self._sign, self._text, self._stop, space=8)
        line.setStretch(1, 1)
        self._layout = column(line, self._bar, space=4)
        self.setLayout(self._layout)
        self.set_narrow(narrow=False)
        jobs.changed.connect(self._refresh)

    def set_narrow(self, *, narrow: bool) -> None:
        self._is_narrow = narrow
        self._layout.setContentsMargins(*((4, 4, 4, 4) if narrow else (12, 4, 12, 4)))
        self._refresh()

    @Slot()
    def _refresh(self) -> None:
        running = self._jobs.running
        self._job = running[0] if running else None
        is_busy = self._job is not None
        self._bar.setVisible(is_busy)
        self._stop.setVisible(is_busy)
        self._sign.setVisible(not is_busy)
        self._text.setVisible(not self._is_narrow)
        words = _("Saved in the club file") if self._job is None else self._job.text or self._job.title
        self._text.setText(words)
        self.setToolTip(words if self._is_narrow else "")
        self._bar.setAccessibleDescription(words)
        if self._job is not None:
            share = self._job.share
            self._bar.setRange(0, 0 if share is None else 1000)
            self._bar.setValue(0 if share is None else round(share * 1000))

    def _stop_job(self) -> None:
        if self._job is not None:
            self._job.stop()
