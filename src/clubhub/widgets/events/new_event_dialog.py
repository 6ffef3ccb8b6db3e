"""An event by hand: its name, days, zone and place. Also for changing them later."""

from datetime import date

from PySide6.QtCore import QDate, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from clubhub.domain.changes import Changes
from clubhub.domain.event_edits import EventEdit
from clubhub.domain.events import Event
from clubhub.services.event_editing import EventMade
from clubhub.support.texts import _
from clubhub.viewmodels.keeper import Keeper, Values
from clubhub.viewmodels.qt_time import from_qt_day, to_qt_day
from clubhub.widgets.choice_box import zone_box
from clubhub.widgets.dialogs import Dialog
from clubhub.widgets.events.moment_edit import day_edit, day_words
from clubhub.widgets.forms import Field, Form
from clubhub.widgets.keeping import Keeping
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
        self.body.addWidget(self._form)
        self.keeping = Keeping(self, self, self._keeper(event))
        self.keeping.finished.connect(self._finish)
        self.name.setFocus()

    def accept(self) -> None:
        if self._form.is_complete():
            self.keeping.save()

    def values(self) -> Values:
        return {
            "name": self.name.text().strip(),
            "starts_on": from_qt_day(self.starts_on.date()),
            "ends_on": from_qt_day(self.ends_on.date()),
            "city": self.city.text().strip(),
            "time_zone": self.zone.currentText(),
        }

    def show_values(self, values: Values) -> None:
        self.name.setText(values["name"])
        self.starts_on.setDate(to_qt_day(values["starts_on"]))
        self.ends_on.setDate(to_qt_day(values["ends_on"]))
        self.city.setText(values["city"])

    def tell(self, name: str, value: object) -> str:
        words = day_words(value) if isinstance(value, date) else str(value)
        return _("{field}: {value}").format(field=_field_names()[name], value=words)

    def _keeper(self, event: Event | None) -> Keeper:
        editing, events, jobs = self._shell.services.editing, self._shell.services.events, self._shell.jobs
        if event is None:
            return Keeper(jobs, self, save=lambda _seen, values: editing.make_event(EventEdit(**values)))
        return Keeper(
            jobs,
            self,
            save=lambda seen, values: editing.save_event(seen, EventEdit(**values)),
            values_of=_values_of,
            read=lambda: events.event(event.id),
            seen=event,
        )

    @Slot(object)
    def _finish(self, done: EventMade | Changes) -> None:
        if isinstance(done, EventMade):
            self._shell.done(done.changes)
            self.made.emit(done.event.id)
        else:
            self._shell.done(done)
        super().accept()

    def _check_name(self) -> str:
        return "" if self.name.text().strip() else _("Give the event a name.")

    def _check_days(self) -> str:
        return "" if self.ends_on.date() >= self.starts_on.date() else _("The last day lies before the first.")

    @Slot(QDate)
    def _keep_order(self, first: QDate) -> None:
        if self.ends_on.date() < first:
            self.ends_on.setDate(first)


def _values_of(event: Event) -> Values:
    return {name: getattr(event, name) for name in _field_names()}


def _field_names() -> dict[str, str]:
    return {
        "name": _("Name"),
        "starts_on": _("First day"),
        "ends_on": _("Last day"),
        "city": _("Town or place"),
        "time_zone": _("Time zone"),
    }
