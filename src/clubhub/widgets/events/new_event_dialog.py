"""An event by hand: its name, days, zone and place. Also for changing them later."""

from PySide6.QtCore import QDate, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from clubhub.domain.changes import Changes
from clubhub.domain.errors import ClubHubError
from clubhub.domain.event_edits import EventEdit
from clubhub.domain.events import Event
from clubhub.services.event_editing import EventMade
from clubhub.support.texts import _
from clubhub.viewmodels.qt_time import from_qt_day
from clubhub.widgets.controls import label
from clubhub.widgets.dialogs import Dialog
from clubhub.widgets.events.moment_edit import day_edit
from clubhub.widgets.forms import Field, Form
from clubhub.widgets.new_club_dialog import zone_box
from clubhub.widgets.pages import Shell


class NewEventDialog(Dialog):
    made = Signal(object)
    """The id of the event that was made."""

    def __init__(self, parent: QWidget, shell: Shell, event: Event | None = None, zone: str = "") -> None:
        """`event` is None for a new one; `zone` is the club's."""
        title = _("Change the event") if event else _("New event")
        subline = "" if event else _("Its shifts come next, by hand or from a file.")
        super().__init__(parent, title, subline, accept=_("Save") if event else _("Make the event"), width=460)
        self._shell = shell
        self._event = event
        today = from_qt_day(QDate.currentDate())
        self.name = QLineEdit(event.name if event else "")
        self.starts_on = day_edit(event.starts_on if event else today)
        self.ends_on = day_edit(event.ends_on if event else today)
        self.city = QLineEdit(event.city if event else "")
        self.zone = zone_box(event.time_zone if event else zone)
        self.zone.setEnabled(event is None)
        self.starts_on.dateChanged.connect(self._keep_order)
        kept = _("An event keeps the zone that it was made with.") if event else ""
        self._form = Form(
            [
                Field(name=_("Name"), widget=self.name, check=self._check_name),
                Field(name=_("First day"), widget=self.starts_on),
                Field(name=_("Last day"), widget=self.ends_on, check=self._check_days),
                Field(name=_("Town or place"), widget=self.city, help=_("May be left empty.")),
                Field(name=_("Time zone"), widget=self.zone, help=kept),
            ]
        )
        self._wrong = label(tone="danger", wrap=True)
        self._wrong.hide()
        self.body.addWidget(self._form)
        self.body.addWidget(self._wrong)
        self.name.setFocus()

    def accept(self) -> None:
        if not self._form.is_complete():
            return
        self.accept_button.setEnabled(False)
        edit, editing, event = self._edit(), self._shell.services.editing, self._event
        if event is None:
            self._shell.jobs.run(_("Making the event"), lambda _p: editing.make_event(edit), self._finish_made,
                                 owner=self, on_failed=self._refused)  # fmt: skip
        else:
            self._shell.jobs.run(_("Saving"), lambda _p: editing.save_event(event, edit), self._finish_saved,
                                 owner=self, on_failed=self._refused)  # fmt: skip

    def _edit(self) -> EventEdit:
        return EventEdit(
            name=self.name.text().strip(),
            starts_on=from_qt_day(self.starts_on.date()),
            ends_on=from_qt_day(self.ends_on.date()),
            time_zone=self.zone.currentText(),
            city=self.city.text().strip(),
        )

    def _finish_made(self, done: EventMade) -> None:
        self._shell.done(done.changes)
        self.made.emit(done.event.id)
        super().accept()

    def _finish_saved(self, changes: Changes) -> None:
        self._shell.done(changes)
        super().accept()

    def _refused(self, error: Exception) -> None:
        self.accept_button.setEnabled(True)
        self._wrong.setText(str(error) if isinstance(error, ClubHubError) else "")
        self._wrong.show()

    def _check_name(self) -> str:
        return "" if self.name.text().strip() else _("Give the event a name.")

    def _check_days(self) -> str:
        return "" if self.ends_on.date() >= self.starts_on.date() else _("The last day lies before the first.")

    @Slot(QDate)
    def _keep_order(self, first: QDate) -> None:
        if self.ends_on.date() < first:
            self.ends_on.setDate(first)
