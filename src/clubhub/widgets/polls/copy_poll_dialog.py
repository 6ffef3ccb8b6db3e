"""Makes a poll like another, with its times some days or weeks later; nobody's answers go along.

It proposes the next weeks in which none of the times has been or is asked about already.
"""

from datetime import timedelta

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from clubhub.domain.weekly_slots import weeks_to_ask_again
from clubhub.services.poll_boards import PollBoard
from clubhub.services.poll_editing import PollMade
from clubhub.support.clock import utc_now
from clubhub.support.texts import _
from clubhub.viewmodels.polls.poll_form import closing_wall
from clubhub.viewmodels.times_in_words import long_day
from clubhub.widgets.choice_box import ChoiceBox
from clubhub.widgets.controls import label, row
from clubhub.widgets.dialogs import Dialog
from clubhub.widgets.forms import Field, Form
from clubhub.widgets.number_box import NumberBox
from clubhub.widgets.pages import Shell

MOST_LATER = 999
DAYS, WEEKS = "days", "weeks"


class CopyPollDialog(Dialog):
    made = Signal(object)
    """A PollMade."""

    def __init__(self, parent: QWidget, shell: Shell, board: PollBoard) -> None:
        subline = _("It asks the same people the same way. Answers are not copied.")
        super().__init__(parent, _("Copy the poll"), subline, accept=_("Make the copy"), width=480)
        self._shell = shell
        self._poll_id = board.poll.id
        self._is_of_event = board.event is not None
        starts = [option.starts for option in board.options if option.starts]
        self._first = min(starts, default=None)
        self._now = closing_wall(utc_now(), board.event.time_zone if board.event else board.club.time_zone)
        self.name = QLineEdit(_("{name} (copy)").format(name=board.poll.name))
        self.name.selectAll()
        self.later = NumberBox(-MOST_LATER, MOST_LATER)
        self.later.setValue(weeks_to_ask_again(starts, self._now))
        self.unit = ChoiceBox({WEEKS: _("weeks later"), DAYS: _("days later")})
        self.unit.setAccessibleName(_("Weeks or days"))
        self._told = label(tone="text2", wrap=True)
        self._refusal = label(tone="danger", wrap=True)
        self._refusal.hide()
        self._lay_out()
        self.later.valueChanged.connect(self._tell)
        self.unit.currentIndexChanged.connect(self._tell)
        self._tell()
        self.name.setFocus()

    @Slot()
    def accept(self) -> None:
        """What can't be made is said here."""
        editing, poll_id, name, later = (
            self._shell.services.poll_editing,
            self._poll_id,
            self.name.text(),
            self._later(),
        )
        self._shell.jobs.run(_("Making the poll"), lambda _progress: editing.copy(poll_id, name, later=later),
                             self._finish, owner=self, on_failed=self._refuse)  # fmt: skip

    def _lay_out(self) -> None:
        moved = QWidget()
        moved.setLayout(row(self.later, self.unit, None))
        times = Form([Field(name=_("Its times are"), widget=moved)])
        self.later.setAccessibleName(_("How much later"))
        times.setVisible(self._first is not None)
        for part in (Form([Field(name=_("Name"), widget=self.name)]), times, self._told, self._refusal):
            self.body.addWidget(part)

    def _later(self) -> timedelta:
        if self._first is None:
            return timedelta()
        count = self.later.value()
        return timedelta(weeks=count) if self.unit.value() == WEEKS else timedelta(days=count)

    @Slot()
    def _tell(self) -> None:
        if self._first is None:
            self._told.hide()
            return
        first = self._first + self._later()
        said = (
            _("The first time is on {day} {year}.")
            if first > self._now
            else _("{day} {year}, the first time, is over.")
        )
        told = [said.format(day=long_day(first.date()), year=first.year)]
        if self._is_of_event and self._later():
            told.append(_("With other times it belongs to no event."))
        self._told.setText(" ".join(told))

    def _finish(self, made: PollMade) -> None:
        super().accept()
        self.made.emit(made)

    def _refuse(self, error: Exception) -> None:
        self._refusal.setText(str(error))
        self._refusal.show()
