"""Change a session's name and times. What was estimated becomes known; shifts at its end move along."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDateTimeEdit, QLineEdit, QWidget

from clubhub.domain.events import Session
from clubhub.support.texts import _
from clubhub.viewmodels.qt_time import from_qt_wall, to_qt_wall
from clubhub.widgets.dialogs import Dialog
from clubhub.widgets.events.moment_edit import moment_edit
from clubhub.widgets.forms import Field, Form


class SessionDialog(Dialog):
    written = Signal(object)
    """The session as it shall be."""

    def __init__(self, parent: QWidget, session: Session) -> None:
        super().__init__(
            parent,
            _("Change {session}").format(session=session.name),
            _("Shifts that end with the session, or begin after it, move along with its end."),
            accept=_("Save"),
            width=460,
        )
        self._session = session
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
        self.ends.setFocus()

    def accept(self) -> None:
        if self._form.is_complete():
            starts, ends = from_qt_wall(self.starts.dateTime()), from_qt_wall(self.ends.dateTime())
            self.written.emit(replace(self._session, name=self.name.text().strip(), starts=starts, ends=ends))
            super().accept()

    def _check_name(self) -> str:
        return "" if self.name.text().strip() else _("The session needs a name.")

    def _check_ends(self) -> str:
        is_later = to_qt_wall(from_qt_wall(self.ends.dateTime())) > self.starts.dateTime()
        return "" if is_later else _("The end must lie after the begin.")
