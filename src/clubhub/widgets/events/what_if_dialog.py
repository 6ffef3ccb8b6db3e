"""What would be if a role were dropped, a day ended sooner or more people helped. Nothing is changed by asking."""

from collections.abc import Iterator
from datetime import datetime, time

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QComboBox, QWidget

from clubhub.domain.rosters import Roster
from clubhub.domain.what_ifs import Change, Effect
from clubhub.domain.working_days import working_day
from clubhub.support.texts import _
from clubhub.viewmodels.jobs import Job, Progress
from clubhub.viewmodels.times_in_words import long_day
from clubhub.widgets.controls import column, label, surface
from clubhub.widgets.dialogs import Dialog
from clubhub.widgets.forms import Field, Form
from clubhub.widgets.number_box import NumberBox
from clubhub.widgets.pages import Shell

MOST_IN_THE_BOX = 200


class WhatIfDialog(Dialog):
    """Stays open for the next question; a second one isn't asked while the first is worked out."""

    def __init__(self, parent: QWidget, shell: Shell, roster: Roster) -> None:
        subline = _("{event}. Nothing is changed by asking.").format(event=roster.event.name)
        super().__init__(parent, _("What if…"), subline, accept=_("Work it out"), width=520)
        self._shell = shell
        self._event_id = roster.event.id
        self._job: Job | None = None
        self.role = _choice(_("Every role stays"), ((name, name) for name in _roles(roster)))
        self.ends_at = _choice(_("As planned"), ((f"{end:%H:%M}", end) for end in _ends(roster)))
        days = sorted({working_day(shift.shift.starts) for shift in roster.shifts})
        self.day = _choice(_("Every day"), ((long_day(day), day) for day in days))
        self.helpers = NumberBox(0, MOST_IN_THE_BOX)
        self._form = Form(
            [
                Field(name=_("Without the role"), widget=self.role),
                Field(name=_("No work after"), widget=self.ends_at),
                Field(name=_("On"), widget=self.day),
                Field(
                    name=_("More helpers"), widget=self.helpers, help=_("Adults without skills who can always come.")
                ),
            ]
        )
        self.told = label(wrap=True, select=True)
        self._answer = surface("sunken", column(self.told, margins=(16, 12, 16, 12)))
        self._answer.hide()
        self.body.addWidget(self._form)
        self.body.addWidget(self._answer)
        self.cancel_button.setText(_("Close"))
        self.cancel_button.setAccessibleName(_("Close"))
        for box in (self.role, self.ends_at, self.day):
            box.currentIndexChanged.connect(self._follow)
        self.helpers.valueChanged.connect(self._follow)
        self._follow()
        self.role.setFocus()

    def change(self) -> Change:
        return Change(
            without_role=self.role.currentData() or "",
            ends_at=self.ends_at.currentData(),
            day=self.day.currentData(),
            helpers=self.helpers.value(),
        )

    def accept(self) -> None:
        what_ifs, event_id, change = self._shell.services.what_ifs, self._event_id, self.change()
        self.accept_button.setEnabled(False)
        self._tell(_("Working it out …"))

        def ask(progress: Progress) -> Effect:
            return what_ifs.what_if(event_id, change, should_stop=progress.should_stop)

        self._job = self._shell.jobs.run(_("What if…"), ask, self._show, owner=self, on_failed=self._refused)

    def reject(self) -> None:
        """Whoever closes it doesn't wait for the answer."""
        if self._job is not None:
            self._job.stop()
        super().reject()

    def _show(self, effect: Effect) -> None:
        self._tell("\n".join(effect.sentences))
        self._follow()

    def _refused(self, error: Exception) -> None:
        self._tell(str(error))
        self._follow()

    def _tell(self, words: str) -> None:
        self.told.setText(words)
        self.told.setAccessibleName(words)
        self._answer.show()
        self.fit_to_contents(self.height())

    @Slot()
    def _follow(self) -> None:
        """A day alone asks nothing."""
        self.day.setEnabled(self.ends_at.currentData() is not None)
        self.accept_button.setEnabled(not self.change().is_empty)


def _choice(none: str, choices: Iterator[tuple[str, object]]) -> QComboBox:
    made = QComboBox()
    made.addItem(none, None)
    for words, value in choices:
        made.addItem(words, value)
    return made


def _roles(roster: Roster) -> list[str]:
    return list(dict.fromkeys(need.role.name for shift in roster.shifts for need in shift.needs))


def _ends(roster: Roster) -> Iterator[time]:
    """The full hours at which anything goes on, of whatever day."""
    hours = {
        hour
        for shift in roster.shifts
        for hour in range(24)
        if shift.shift.starts < datetime.combine(shift.shift.starts.date(), time(hour)) < shift.shift.ends
    }
    yield from map(time, sorted(hours))
