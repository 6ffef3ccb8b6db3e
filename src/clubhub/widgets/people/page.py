"""The People page: the list, one person or several at its side, adding, and bringing in."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFileDialog, QWidget

from clubhub.domain.change_kinds import CLUB, LEDGER, PEOPLE, ROSTERS, RULES
from clubhub.domain.changes import Changes
from clubhub.domain.file_kinds import SHEET_SUFFIXES, patterns
from clubhub.domain.ids import EventId, PersonId
from clubhub.services.people_edits import PersonSaved
from clubhub.services.people_files import PeopleImport
from clubhub.support.texts import _, plural
from clubhub.viewmodels.people.editor import PersonEditor
from clubhub.viewmodels.people.filters import LAPSES, NO_CONTACT
from clubhub.viewmodels.people.list import PeopleListing
from clubhub.widgets.controls import row
from clubhub.widgets.pages import Page, Shell
from clubhub.widgets.people.bulk import BulkWork
from clubhub.widgets.people.list_area import ListArea
from clubhub.widgets.people.many_panel import ManyPanel
from clubhub.widgets.people.person_acts import PersonActs
from clubhub.widgets.people.person_panel import PersonPanel
from clubhub.widgets.people.side import Side
from clubhub.widgets.rules.opener import RulesOpener

if TYPE_CHECKING:
    from clubhub.widgets.people.add_dialog import AddPersonDialog
    from clubhub.widgets.people.import_dialog import ImportDialog

FILTERS = {"lapses-soon": LAPSES, "no-contact": NO_CONTACT}
"""What other pages call these filters."""


class PeoplePage(Page):
    """A click shows a person at the side, Enter goes there; several chosen rows are edited together."""

    kinds = PEOPLE | RULES | ROSTERS | LEDGER | CLUB

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        people, jobs = shell.services.people, shell.jobs
        self.listing = PeopleListing(people, jobs, self)
        self.editor = PersonEditor(people, jobs, self)
        self.area = ListArea(self.listing, shell.theme)
        self.table = self.area.table
        self.person_panel = PersonPanel(self.editor, shell.theme)
        self.many_panel = ManyPanel(shell.theme)
        self.side = Side(self.person_panel, self.many_panel)
        self.bulk = BulkWork(shell, self.table, self.many_panel, self.listing)
        self.opener = RulesOpener(shell, self)
        self.acts = PersonActs(shell, self.editor, self.person_panel)
        self._wanted: PersonId | None = None
        line = row(self.area, self.side, space=0)
        line.setStretch(0, 1)
        self.setLayout(line)
        self._connect()

    def first_control(self) -> QWidget:
        return self.area.filter.field

    def refresh(self) -> None:
        self.listing.reload()
        self.editor.reload()

    def open_target(self, target: object) -> None:
        """A person's id, a spreadsheet (Path) to bring in, or what Home asks for: a file, or a filter."""
        if isinstance(target, Path):
            self.bring_in(target)
        elif target == "bring-in":
            self.choose_file()
        elif target in FILTERS:
            self.area.filter.clear()
            self.area.filter.add(FILTERS[str(target)])
        elif isinstance(target, int):
            self._open_person(PersonId(target))

    def commands(self) -> list[tuple[str, Callable[[], object]]]:
        return [
            (_("Add a person"), self.add_person),
            (_("Bring in people from a spreadsheet"), self.choose_file),
            (_("Hours that households have done and owe"), self.show_hours),
            *self.opener.commands(),
        ]

    @Slot()
    def add_person(self) -> "AddPersonDialog":
        from clubhub.widgets.people.add_dialog import AddPersonDialog

        dialog = AddPersonDialog(self, self.shell.services.people, self.shell.jobs)
        dialog.added.connect(self._show_added)
        dialog.open()
        return dialog

    @Slot()
    def show_hours(self) -> None:
        """They have a page of their own."""
        self.shell.go("ledger")

    @Slot()
    def choose_file(self) -> None:
        kinds = _("Spreadsheets ({kinds})").format(kinds=patterns(SHEET_SUFFIXES))
        path, _kind = QFileDialog.getOpenFileName(self, _("Bring in a spreadsheet"), str(Path.home()), kinds)
        if path:
            self.bring_in(Path(path))

    def bring_in(self, path: Path) -> "ImportDialog":
        """Look at a spreadsheet before its people come in."""
        from clubhub.widgets.people.import_dialog import ImportDialog

        dialog = ImportDialog(self, self.shell.services.people, self.shell.jobs, self.shell.theme, path)
        dialog.imported.connect(self._tell_imported)
        dialog.open()
        return dialog

    @property
    def is_at_beginning(self) -> bool:
        return self.side.isHidden()

    def show_beginning(self) -> None:
        self.close_side()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @Slot()
    def close_side(self) -> None:
        """Back to the list alone."""
        self.side.hide()
        self.editor.close()
        self._fit()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _connect(self) -> None:
        self.area.adding_wanted.connect(self.add_person)
        self.area.import_wanted.connect(self.choose_file)
        self.listing.loaded.connect(self._show_loaded)
        self.table.chosen.connect(self._follow)
        self.table.opened.connect(self._open_person)
        self.table.pointed.connect(self._point)
        self.table.removal_wanted.connect(self._remove_chosen)
        self.many_panel.remove_wanted.connect(self._remove_chosen)
        self.person_panel.remove_wanted.connect(self._remove_shown)
        self.person_panel.event_wanted.connect(self._go_to_event)
        self.editor.saved.connect(self._tell_saved)
        self.editor.failed.connect(self._tell_refusal)
        self.editor.gone.connect(self._tell_gone)
        self.side.closed.connect(self.close_side)
        # A slot of its own: PySide doesn't disconnect one that overrides the base's when the page is deleted.
        self.shell.theme.changed.connect(self._look_anew)

    def _fit(self) -> None:
        self.side.fit(self.shell.theme, self)
        self.area.setVisible(not (self.side.covers and self.side.isVisibleTo(self)))

    @Slot()
    def _look_anew(self) -> None:
        """In other colours or another size."""
        self._fit()
        self.editor.reload()

    @Slot()
    def _show_loaded(self) -> None:
        overview = self.listing.overview
        self.person_panel.set_directory(overview.directory, overview.today)
        self.many_panel.set_directory(overview.directory, overview.today)
        if self._wanted is not None and self.table.select_id(self._wanted):
            self._wanted = None

    @Slot()
    def _follow(self) -> None:
        """The side shows who is chosen, once it is open; several rows open it where there is room."""
        rows = self.table.chosen_rows()
        if len(rows) > 1:
            self.many_panel.show_people(rows)
            if self.side.isVisible() or not self.side.covers:
                self.side.open_many()
                self.editor.close()
        elif len(rows) == 1 and self.side.isVisible():
            self._show_person(rows[0].id)
        self._fit()

    @Slot(object)
    def _point(self, person_id: PersonId) -> None:
        """A click shows a person where that leaves the list in sight."""
        if not self.side.covers and len(self.table.chosen_rows()) == 1:
            self._show_person(person_id)

    @Slot(object)
    def _open_person(self, person_id: PersonId) -> None:
        """Enter or a double click: show the person, or everybody who is chosen, and go there."""
        if len(self.table.chosen_rows()) > 1 and person_id in self.table.chosen_ids():
            self.side.open_many()
            self._fit()
            self.many_panel.group.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._show_person(person_id)
        if not self.table.select_id(person_id):
            self._wanted = person_id
        self.person_panel.form.given_name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_person(self, person_id: PersonId) -> None:
        if self.editor.person_id != person_id:
            self.editor.open(person_id)
        self.side.open_one()
        self._fit()

    @Slot(object)
    def _show_added(self, saved: PersonSaved) -> None:
        self.shell.done(saved.changes)
        self.area.filter.clear()
        self.table.clearSelection()
        self._open_person(saved.person.id)

    @Slot(object)
    def _tell_imported(self, done: PeopleImport) -> None:
        count = done.added + done.updated
        self.shell.done(done.changes, plural("Brought in {count} person", "Brought in {count} people", count))

    @Slot(object)
    def _tell_saved(self, changes: Changes) -> None:
        self.shell.done(changes)

    @Slot(object)
    def _tell_refusal(self, error: Exception) -> None:
        self.shell.say(str(error), stays=True)

    @Slot(str)
    def _tell_gone(self, name: str) -> None:
        self.close_side()
        self.tell_gone(name)

    @Slot(object)
    def _go_to_event(self, event_id: EventId) -> None:
        self.shell.go("events", event_id)

    @Slot()
    def _remove_shown(self) -> None:
        if self.editor.person_id is not None:
            self.bulk.remove([self.editor.person_id])
            self.close_side()

    @Slot()
    def _remove_chosen(self) -> None:
        self.bulk.remove(self.table.chosen_ids())
        if self.side.isVisible():
            self.close_side()
