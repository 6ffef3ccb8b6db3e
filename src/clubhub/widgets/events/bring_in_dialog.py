"""Bringing a meet, a schedule or a sheet of shifts in: what it holds and what is estimated is shown before anything."""

from pathlib import Path

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QCheckBox, QComboBox, QFileDialog, QLineEdit, QWidget

from clubhub.domain.errors import ClubHubError, Conflict
from clubhub.domain.file_kinds import MEET_SUFFIXES, SCHEDULE_SUFFIXES, SHEET_SUFFIXES, patterns
from clubhub.services.events import ImportOptions
from clubhub.services.programme_import import ProgrammeImport
from clubhub.support.texts import _
from clubhub.widgets.choice_box import zone_box
from clubhub.widgets.controls import button, column, row
from clubhub.widgets.dialogs import Dialog
from clubhub.widgets.events.found_view import FoundView
from clubhub.widgets.forms import Field, Form
from clubhub.widgets.number_box import NumberBox
from clubhub.widgets.pages import Shell

PAUSE_MS = 350
"""How long after a change of the options the file is read again."""

MOST_DETAILS = 12
CHOICE_LETTERS, LETTERS_BESIDE = 34, 96
"""How wide the choices are, and the dialog at least if what was found is to stand beside them."""

MOST_WIDTH = 16_777_215
"""Qt's own word for no limit."""


class BringInDialog(Dialog):
    """Every choice reads the file anew and shows what it would do; only the filled button changes anything."""

    brought_in = Signal(str)
    """The name of the event that was made or changed."""

    def __init__(self, parent: QWidget, shell: Shell, path: Path | None = None) -> None:
        subline = _("First it is shown what is in the file. Nothing changes before you say so.")
        super().__init__(parent, _("Bring in a programme"), subline, accept=_("Bring it in"), width=880)
        self._shell = shell
        self.found: ProgrammeImport | None = None
        self.path = QLineEdit(str(path) if path else "")
        self.path.setPlaceholderText(_("Choose a file, or drop one on the window"))
        self.name = QLineEdit()
        self.plan = QComboBox()
        self.lanes = NumberBox(0, 20)
        self.zone = zone_box()
        self.accepts_published = QCheckBox(_("Change published shifts too"))
        self.view = FoundView()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self._read)
        self._asked = 0
        self._prepare_fields()
        self._lay_out()
        self._connect()
        events = shell.services.events
        shell.jobs.run("", lambda _p: events.plans(), self._show_plans, owner=self, quiet=True)

    def accept(self) -> None:
        """Write what was shown."""
        if self.found is None:
            self._read()
            return
        self.accept_button.setEnabled(False)
        events, path, options = self._shell.services.events, Path(self.path.text()), self.options(dry_run=False)
        self._shell.jobs.run(_("Bringing in the programme"), lambda _p: events.bring_in(path, options), self._finish,
                             owner=self, on_failed=self._not_written)  # fmt: skip

    def options(self, *, dry_run: bool) -> ImportOptions:
        """What is chosen now; what was left as it is stays the file's own affair."""
        is_meet = self._is_meet()
        return ImportOptions(
            event=self.name.text().strip() or None,
            plan=self.plan.currentData() if is_meet else None,
            lanes=self.lanes.value() or None if is_meet else None,
            zone=self.zone.currentText().strip() or None,
            dry_run=dry_run,
            accept=self.accepts_published.isChecked(),
            seen=None if dry_run else self.found,
        )

    def _prepare_fields(self) -> None:
        self.name.setPlaceholderText(_("As the file calls it"))
        self.lanes.setSpecialValueText(_("As the file says"))
        self.zone.insertItem(0, "")
        self.zone.setCurrentText("")
        field = self.zone.lineEdit()
        if field is not None:
            field.setPlaceholderText(_("As the file says, or the club's"))
        self.accepts_published.hide()
        self.view.show_kinds()
        self.accept_button.setEnabled(False)

    def _lay_out(self) -> None:
        place = QWidget()
        place.setLayout(row(self.path, button(_("Choose…"), self._choose_file, name="choose-file")))
        plan = QWidget()
        choices = row(self.plan, button(_("File…"), self._choose_plan, name="choose-plan"))
        choices.setStretch(0, 1)
        plan.setLayout(choices)
        self._file_form = Form([Field(name=_("File"), widget=place)])
        self.path.setAccessibleName(_("File"))
        self._form = Form([Field(name=_("Event"), widget=self.name,
                                 help=_("The name of an event in the club brings that one up to date."))])  # fmt: skip
        self._meet_form = Form(
            [
                Field(name=_("Shift plan"), widget=plan, help=_("Says which roles a meet needs, how many, and when.")),
                Field(name=_("Lanes"), widget=self.lanes),
            ]
        )
        self.plan.setAccessibleName(_("Shift plan"))
        self._zone_form = Form([Field(name=_("Time zone"), widget=self.zone)])
        self._choices = QWidget()
        self._choices.setLayout(column(self._form, self._meet_form, self._zone_form, None, space=0))
        self._choices.hide()
        self._halves = row(self._choices, self.view, space=24)
        self._halves.setStretch(1, 1)
        self.body.addWidget(self._file_form)
        self.body.addLayout(self._halves, 1)
        self.body.addWidget(self.accepts_published)
        self.fit(880, 640)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Beside each other while both have room; else what was found comes first, the choices below."""
        super().resizeEvent(event)
        letter = self.fontMetrics().horizontalAdvance("n")
        is_beside = event.size().width() > LETTERS_BESIDE * letter
        directions = QBoxLayout.Direction
        self._halves.setDirection(directions.LeftToRight if is_beside else directions.BottomToTop)
        self._choices.setMaximumWidth(CHOICE_LETTERS * letter if is_beside else MOST_WIDTH)
        self.view.show_whole(is_whole=not is_beside)

    def _connect(self) -> None:
        self.path.textChanged.connect(self._wait)
        self.name.textEdited.connect(self._wait)
        self.plan.currentIndexChanged.connect(self._wait)
        self.lanes.valueChanged.connect(self._wait)
        self.zone.currentTextChanged.connect(self._wait)
        self.accepts_published.toggled.connect(self._wait)

    def _show_plans(self, names: list[str]) -> None:
        self.plan.blockSignals(True)
        for name in names:
            self.plan.addItem(name.replace("-", " "), name)
        self.plan.blockSignals(False)
        if self.path.text():
            self._read()
        else:
            self.path.setFocus()

    def _is_meet(self) -> bool:
        return Path(self.path.text()).suffix.casefold() in MEET_SUFFIXES

    @Slot()
    def _wait(self) -> None:
        self.found = None
        self.accept_button.setEnabled(False)
        self._timer.start()

    @Slot()
    def _read(self) -> None:
        """Read the file as a trial; an answer for older choices is passed over."""
        self._meet_form.setVisible(self._is_meet())
        self._choices.setVisible(bool(self.path.text().strip()))
        path = Path(self.path.text().strip())
        if not self.path.text().strip():
            self.view.show_kinds()
            return
        if self.found is None:
            self.view.show_text(_("Reading {name}…").format(name=path.name))
        self._asked += 1
        asked, events, options = self._asked, self._shell.services.events, self.options(dry_run=True)
        self._shell.jobs.run(_("Reading {name}").format(name=path.name),
                             lambda _p: (asked, events.bring_in(path, options)), self._show_found,
                             owner=self, on_failed=self._refused)  # fmt: skip

    def _show_found(self, answer: tuple[int, ProgrammeImport]) -> None:
        asked, found = answer
        if asked != self._asked:
            return
        self.found = found
        self.view.show_found(found)
        self.accepts_published.setVisible(bool(found.left_alone) or self.accepts_published.isChecked())
        has_change = found.diff is None or not found.diff.is_empty
        self.accept_button.setEnabled(has_change)
        words = _("Make the event") if found.diff is None else _("Bring it up to date")
        self.accept_button.setText(words)
        self.accept_button.setAccessibleName(words)
        if has_change and self.focusWidget() in (None, self.cancel_button):
            self.accept_button.setFocus()

    def _not_written(self, error: ClubHubError) -> None:
        """Perhaps another window has changed the event: say so, and show what would come of it now."""
        if isinstance(error, Conflict):
            self.warn(str(error))
            self._read()
        else:
            self._refused(error)

    def _refused(self, error: ClubHubError) -> None:
        self.found = None
        self.view.show_text("\n".join(error.sentences(MOST_DETAILS)), is_wrong=True)

    def _finish(self, done: ProgrammeImport) -> None:
        self._shell.done(done.changes)
        self.brought_in.emit(done.event_name)
        super().accept()

    @Slot()
    def _choose_file(self) -> None:
        suffixes = patterns(MEET_SUFFIXES + SCHEDULE_SUFFIXES + SHEET_SUFFIXES)
        kinds = ";;".join((_("Programmes ({suffixes})").format(suffixes=suffixes), _("All files (*)")))
        path, _kind = QFileDialog.getOpenFileName(self, _("Bring in a programme"), str(Path.home()), kinds)
        if path:
            self.path.setText(path)

    @Slot()
    def _choose_plan(self) -> None:
        path, _kind = QFileDialog.getOpenFileName(self, _("A shift plan"), str(Path.home()), _("Shift plans (*.toml)"))
        if path:
            self.plan.addItem(Path(path).name, path)
            self.plan.setCurrentIndex(self.plan.count() - 1)
