"""Change a session's name and times. What was estimated becomes known; shifts at its end move along."""

from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QDateTimeEdit, QLineEdit, QWidget

from clubhub.domain.changes import Changes
from clubhub.domain.events import Session
from clubhub.support.texts import _
from clubhub.viewmodels.keeper import Keeper, Values
from clubhub.viewmodels.qt_time import from_qt_wall, to_qt_wall
from clubhub.widgets.dialogs import Dialog
from clubhub.widgets.events.moment_edit import moment_edit, moment_words
from clubhub.widgets.forms import Field, Form
from clubhub.widgets.keeping import Keeping
from clubhub.widgets.pages import Shell


class SessionDialog(Dialog):
    """Stays open until the session is saved."""

    def __init__(self, parent: QWidget, shell: Shell, session: Session) -> None:
        super().__init__(
            parent,
            _("Change {session}").format(session=session.name),
            _("Shifts that end with the session, or begin after it, move along with its end."),
            accept=_("Save"),
            width=460,
        )
        self._shell = shell
        self.name = QLineEdit(session.name)
        self.starts: QDateTimeEdit = moment_edit(session.starts)
        self.ends: QDateTimeEdit = moment_edit(session.ends)
        note = _("This end was estimated. Saving makes it known.") if session.ends_is_estimated else ""
        self._form = Form(
            [
                Field(name=_("Name"), widget=self.name, check=self._check_name),
                Field(name=_("Begins"), widget=self.starts),
                Field(name=_("Ends"), widget=self.ends, help=note, check=self._check_ends),
            ]
        )
        self.body.addWidget(self._form)
        self.keeping = Keeping(self, self, self._keeper(session))
        self.keeping.finished.connect(self._finish)
        self.ends.setFocus()

    def accept(self) -> None:
        if self._form.is_complete():
            self.keeping.save()

    def values(self) -> Values:
        return {
            "name": self.name.text().strip(),
            "starts": from_qt_wall(self.starts.dateTime()),
            "ends": from_qt_wall(self.ends.dateTime()),
        }

    def show_values(self, values: Values) -> None:
        self.name.setText(values["name"])
        self.starts.setDateTime(to_qt_wall(values["starts"]))
        self.ends.setDateTime(to_qt_wall(values["ends"]))

    def tell(self, name: str, value: object) -> str:
        words = moment_words(value) if isinstance(value, datetime) else str(value)
        return _("{field}: {value}").format(field=_field_names()[name], value=words)

    def _keeper(self, session: Session) -> Keeper:
        editing, events = self._shell.services.editing, self._shell.services.events
        return Keeper(
            self._shell.jobs,
            self,
            save=lambda seen, values: editing.save_session(replace(seen, **values)),
            values_of=_values_of,
            read=lambda: events.session(session.event_id, session.id),
            seen=session,
        )

    @Slot(object)
    def _finish(self, changes: Changes) -> None:
        self._shell.done(changes)
        super().accept()

    def _check_name(self) -> str:
        return "" if self.name.text().strip() else _("The session needs a name.")

    def _check_ends(self) -> str:
        is_later = to_qt_wall(from_qt_wall(self.ends.dateTime())) > self.starts.dateTime()
        return "" if is_later else _("The end must lie after the begin.")


def _values_of(session: Session) -> Values:
    return {name: getattr(session, name) for name in _field_names()}


def _field_names() -> dict[str, str]:
    return {"name": _("Name"), "starts": _("Begins"), "ends": _("Ends")}
