"""Takes answers in from a file: first a look at whose they are and what the columns were taken as, then OK."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QFileDialog, QStackedWidget, QWidget

from clubhub.domain.changes import Changes
from clubhub.domain.errors import Conflict
from clubhub.domain.file_kinds import SHEET_SUFFIXES, patterns
from clubhub.domain.polls import Poll
from clubhub.services.answers_import import AnswersImport
from clubhub.services.poll_boards import EventChoice, PollSummary
from clubhub.support.texts import _
from clubhub.viewmodels.jobs import Progress
from clubhub.viewmodels.polls.answers_preview import name_columns, remarks, summary, time_columns
from clubhub.viewmodels.table_model import RowTableModel
from clubhub.widgets.controls import button, column, label, row
from clubhub.widgets.dialogs import Dialog
from clubhub.widgets.forms import Field, Form
from clubhub.widgets.pages import Shell
from clubhub.widgets.polls.halves import Halves
from clubhub.widgets.tables import RowTableView

MOST_REMARKS = 8
WIDTH, HEIGHT = 940, 620
LEAST_LETTERS = 100
"""Of both tables beside each other."""


class AnswersDialog(Dialog):
    """`poll` is the one to begin with, `path` a file that was dropped; either may be None."""

    taken = Signal(object)
    """The Changes."""

    def __init__(self, parent: QWidget, shell: Shell, poll: Poll | None, path: Path | None) -> None:
        subline = _("A row per person: the name, then a column per time. You see what was understood before OK.")
        super().__init__(parent, _("Bring in answers"), subline, accept=_("Take them in"), width=WIDTH)
        self._shell = shell
        self._first = poll
        self._path = path
        self._asked = 0
        self._seen: AnswersImport | None = None
        self.poll = QComboBox()
        self.file = label(_("No file yet"), tone="text2", wrap=True)
        self.choose = button(_("Choose a file…"), self._choose_file, icon="file", name="choose_file")
        self._names = RowTableModel(name_columns(), lambda item: item.row, self)
        self._times = RowTableModel(time_columns(), lambda item: item.heading, self)
        self._summary, self._remarks = label(kind="strong", wrap=True), label(tone="text2", wrap=True)
        self._refusal = label(tone="danger", wrap=True, select=True)
        self._lay_out()
        self.accept_button.setEnabled(False)
        boards = shell.services.poll_boards
        shell.jobs.run("", lambda _progress: (boards.summaries(), boards.event_choices()), self._show_polls,
                       owner=self, quiet=True)  # fmt: skip

    @Slot()
    def accept(self) -> None:
        """Take in what the preview shows."""
        if self._path is not None and self.accept_button.isEnabled():
            self._run(dry_run=False)

    def _lay_out(self) -> None:
        file = row(self.file, self.choose)
        file.setStretch(0, 1)
        names = RowTableView(self._names, self._shell.theme, _("Names in the file"))
        names.set_column_chars([20, 20, 10])
        times = RowTableView(self._times, self._shell.theme, _("Columns of the file"))
        times.set_column_chars([20, 24])
        tables = Halves(names, times, least=LEAST_LETTERS, space=16)
        preview = QWidget()
        preview.setLayout(column(self._summary, tables, self._remarks))
        refused = QWidget()
        refused.setLayout(column(self._refusal, None))
        self._body = QStackedWidget()
        nothing = QWidget()
        promise = label(_("Names and times that are found in the file will stand here."), tone="text3", wrap=True)
        nothing.setLayout(column(promise, None))
        for part in (nothing, preview, refused):
            self._body.addWidget(part)
        self._body.setMinimumHeight(14 * self._shell.theme.line_height())
        self.body.addWidget(Form([Field(name=_("Answers to"), widget=self.poll)]))
        self.body.addLayout(file)
        self.body.addWidget(self._body, 1)
        self.fit(WIDTH, HEIGHT)

    def _show_polls(self, found: tuple[list[PollSummary], list[EventChoice]]) -> None:
        """Each entry's data are the names by which the service finds the poll."""
        summaries, events = found
        for item in summaries:
            self.poll.addItem(item.poll.name, {"poll": item.poll.name})
        for choice in events:
            if not choice.has_poll:
                text = _("A new poll for {event}").format(event=choice.event.name)
                self.poll.addItem(text, {"event": choice.event.name})
        self.poll.addItem(_("A new poll, called as the file"), {})
        if self._first is not None:
            self.poll.setCurrentIndex(max(0, self.poll.findText(self._first.name)))
        self.poll.currentIndexChanged.connect(self._look)
        if self._path is None:
            self.choose.setFocus()
        self._look()

    @Slot()
    def _choose_file(self) -> None:
        path, _kind = QFileDialog.getOpenFileName(
            self, _("Answers"), "", _("Tables ({suffixes})").format(suffixes=patterns(SHEET_SUFFIXES))
        )
        if path:
            self._path = Path(path)
            self._look()

    @Slot()
    def _look(self) -> None:
        """Read the file for the preview, as soon as there is one."""
        self.accept_button.setEnabled(False)
        if self._path is not None:
            self.file.setText(self._path.name)
            self._run(dry_run=True)

    def _run(self, *, dry_run: bool) -> None:
        self._asked += 1
        asked, path, polls = self._asked, self._path, self._shell.services.polls
        seen = None if dry_run else self._seen
        names: Mapping[str, str] = self.poll.currentData() or {"poll": path.stem if path else ""}

        def work(_progress: Progress) -> tuple[int, AnswersImport]:
            return asked, polls.import_answers(
                path or Path(), event=names.get("event"), poll=names.get("poll"), dry_run=dry_run, seen=seen
            )

        title = _("Reading the answers") if dry_run else _("Taking in the answers")
        self._shell.jobs.run(title, work, self._preview if dry_run else self._finish, owner=self,
                             on_failed=self._refuse if dry_run else self._not_written)  # fmt: skip

    def _preview(self, read: tuple[int, AnswersImport]) -> None:
        asked, outcome = read
        if asked != self._asked:
            return
        self._seen = outcome
        self._summary.setText(summary(outcome))
        self._names.set_rows(outcome.names)
        self._times.set_rows(outcome.columns)
        told = remarks(outcome)[:MOST_REMARKS]
        self._remarks.setText("\n".join(told))
        self._remarks.setVisible(bool(told))
        self._body.setCurrentIndex(1)
        self.accept_button.setEnabled(outcome.answers > 0)
        if outcome.answers and self.focusWidget() in (None, self.cancel_button, self.choose):
            self.accept_button.setFocus()

    def _finish(self, read: tuple[int, AnswersImport]) -> None:
        super().accept()
        changes: Changes = read[1].changes
        self.taken.emit(changes)

    def _not_written(self, error: Exception) -> None:
        """Perhaps somebody has answered meanwhile: say so, and show what would come of it now."""
        if isinstance(error, Conflict):
            self.warn(str(error))
            self._look()
        else:
            self._refuse(error)

    def _refuse(self, error: Exception) -> None:
        """What can't be taken, row by row: mend it in the file, or choose another poll."""
        details = getattr(error, "details", ())
        more = [_("…")] if len(details) > MOST_REMARKS else []
        self._refusal.setText("\n".join([str(error), *(f"• {line}" for line in details[:MOST_REMARKS]), *more]))
        self._body.setCurrentIndex(2)
        self.accept_button.setEnabled(False)
