"""Bringing in a spreadsheet: what each column was taken for, what would come of it, and what is wrong in it."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QProgressBar, QWidget

from clubhub.domain.errors import ClubHubError, Conflict
from clubhub.domain.person_fields import PersonField
from clubhub.services.people import PeopleService
from clubhub.services.people_files import PeopleImport
from clubhub.support.texts import _, plural
from clubhub.viewmodels.jobs import Job, JobRunner, Progress
from clubhub.widgets.controls import button, clear, column, icon_label, label, row, surface
from clubhub.widgets.dialogs import Dialog
from clubhub.widgets.people.import_columns import ImportColumns
from clubhub.widgets.theme import Theme

WIDTH, HEIGHT = 720, 320
SHARES = 1000
"""Steps of the progress bar."""
MOST_PROBLEMS = 50
"""Nobody mends more at a time."""


class ImportDialog(Dialog):
    """Reads the file anew whenever a column is taken for something else; nothing is written before "Bring in"."""

    imported = Signal(object)
    """A PeopleImport that was done."""

    def __init__(self, parent: QWidget, people: PeopleService, jobs: JobRunner, theme: Theme, path: Path) -> None:
        super().__init__(parent, _("Bring in a spreadsheet"), path.name, accept=_("Bring in"), width=WIDTH)
        self._people, self._jobs, self._theme, self._path = people, jobs, theme, path
        self._job: Job | None = None
        self._preview: PeopleImport | None = None
        self._chosen: dict[int, PersonField | None] = {}
        self.columns = ImportColumns()
        self.columns.changed.connect(self._read)
        self.outcome = label(kind="strong", wrap=True)
        self.problems = column(space=4)
        self.progress = QProgressBar()
        self.progress.setRange(0, SHARES)
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(_("Progress"))
        self.stop_button = button(_("Stop"), self._stop, name="stop")
        jobs.changed.connect(self._show_progress)
        self._lay_out()
        self.fit(WIDTH, HEIGHT)
        self._read()

    def accept(self) -> None:
        people, path, chosen, seen = self._people, self._path, dict(self._chosen), self._preview
        self._begin(_("Bringing in people"))
        self._job = self._jobs.run(
            _("Bringing in people"),
            lambda progress: people.import_file(
                path, chosen=chosen, on_progress=progress.rows, should_stop=progress.should_stop, seen=seen
            ),
            self._finish,
            owner=self,
            on_failed=self._not_written,
        )

    def reject(self) -> None:
        self._stop()
        super().reject()

    def _lay_out(self) -> None:
        self._busy = QWidget()
        self._busy.setLayout(row(self.progress, self.stop_button))
        self.body.addWidget(self.outcome)
        self.body.addWidget(self._busy)
        self.body.addLayout(self.problems)
        self.body.addWidget(self.columns)
        self.body.addStretch(1)

    @Slot()
    def _read(self) -> None:
        """Look at the file with what is chosen now."""
        self._stop()
        self._chosen = self.columns.chosen()
        people, path, chosen = self._people, self._path, dict(self._chosen)
        self._begin(_("Reading the file"))
        self._job = self._jobs.run(
            _("Reading {name}").format(name=path.name),
            lambda progress: _preview(people, path, chosen, progress),
            self._show,
            owner=self,
            on_failed=self._refuse,
            quiet=True,
        )

    def _begin(self, text: str) -> None:
        self.accept_button.setEnabled(False)
        self.outcome.setText(text)
        self.progress.setRange(0, 0)
        self._busy.show()

    def _show(self, preview: PeopleImport) -> None:
        self._preview = preview
        self._busy.hide()
        self.columns.show_columns(preview.sheet.layout)
        self.outcome.setText(_outcome(preview))
        self._show_problems(preview)
        comes = preview.added + preview.updated
        is_ready = bool(comes) and not preview.sheet.problems
        self.accept_button.setEnabled(is_ready)
        self.accept_button.setText(
            plural("Bring in {count} person", "Bring in {count} people", comes) if is_ready else _("Bring in")
        )
        if is_ready and self.cancel_button.hasFocus():
            self.accept_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_problems(self, preview: PeopleImport) -> None:
        clear(self.problems)
        problems = preview.sheet.problems
        rows = len({problem.row for problem in problems})
        if problems:
            title = plural(
                "{count} row can't be taken in. Mend it in the file, or take its column for something else.",
                "{count} rows can't be taken in. Mend them in the file, or take their columns for something else.",
                rows,
            )
            sentences = [problem.sentence for problem in problems[:MOST_PROBLEMS]]
            more = len(problems) - MOST_PROBLEMS
            sentences += [plural("And {count} more.", "And {count} more.", more)] if more > 0 else []
            self.problems.addWidget(self._note("danger", [title, *sentences]))
        if preview.sheet.notes:
            self.problems.addWidget(self._note("info", list(preview.sheet.notes)))

    def _note(self, sign: str, sentences: list[str]) -> QWidget:
        icon = icon_label(sign, sign)
        words = column(*(label(sentence, wrap=True, select=True) for sentence in sentences), space=4)
        line = row(column(icon, None), words, margins=(12, 10, 12, 10), space=10)
        line.setStretch(1, 1)
        return surface("sunken", line)

    def _finish(self, done: PeopleImport) -> None:
        self._job = None
        self.imported.emit(done)
        super().accept()

    def _not_written(self, error: ClubHubError) -> None:
        """Perhaps another window has changed the people: say so, and show what would come of it now."""
        if isinstance(error, Conflict):
            self.warn(str(error))
            self._read()
        else:
            self._refuse(error)

    def _refuse(self, error: ClubHubError) -> None:
        self._busy.hide()
        clear(self.problems)
        self.outcome.setText("")
        self.problems.addWidget(self._note("danger", error.sentences(MOST_PROBLEMS)))

    @Slot()
    def _stop(self) -> None:
        if self._job is not None:
            self._job.stop()
            self._job = None
            self.outcome.setText(_("Stopped. Nothing was changed."))
            self._busy.hide()

    @Slot()
    def _show_progress(self) -> None:
        if self._job is not None and self._job.share is not None:
            self.progress.setRange(0, SHARES)
            self.progress.setValue(round(self._job.share * SHARES))


def _preview(
    people: PeopleService, path: Path, chosen: dict[int, PersonField | None], progress: Progress
) -> PeopleImport:
    return people.preview_file(path, chosen=chosen, on_progress=progress.rows, should_stop=progress.should_stop)


def _outcome(preview: PeopleImport) -> str:
    """What would come of it, without what there is none of."""
    if preview.sheet.problems:
        return _("Nobody can come in yet.")
    if not preview.added + preview.updated:
        return _("Everybody in this file is known already; nothing would change.")
    counts = (
        (preview.added, plural("{count} new person", "{count} new people", preview.added)),
        (preview.updated, plural("{count} completed", "{count} completed", preview.updated)),
        (preview.unchanged, plural("{count} known already", "{count} known already", preview.unchanged)),
    )
    return _(" · ").join(text for count, text in counts if count)
