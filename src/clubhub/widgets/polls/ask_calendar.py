"""Asking, or telling a decision, by calendar: an invitation to one time for each who reads mail."""

from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from clubhub.domain.ids import OptionId
from clubhub.services.poll_boards import PollBoard
from clubhub.support.texts import _
from clubhub.viewmodels.polls import words
from clubhub.widgets.choice_box import ChoiceBox
from clubhub.widgets.controls import button, column, label, row
from clubhub.widgets.forms import Field, Form
from clubhub.widgets.pages import Shell
from clubhub.widgets.polls.ask_part import AskPart


class AskCalendar(AskPart):
    """What was decided is chosen at first."""

    def __init__(self, dialog: QWidget, shell: Shell, board: PollBoard) -> None:
        super().__init__(dialog, shell)
        times = {str(option.id): words.option_words(option) for option in board.options if option.starts}
        self.time = ChoiceBox(times)
        if board.decided is not None and board.decided.starts:
            self.time.show_value(str(board.decided.id))
        self.save = button(_("Save the invitations…"), self._choose_folder, icon="calendar", name="save-invitations")
        self.save.setEnabled(bool(times))
        said = _("Each is a mail draft with the invitation in it, to open and to send. Ask for one time alone.")
        note = label(said, tone="text2", wrap=True)
        form = Form([Field(name=_("Time"), widget=self.time)])
        self.setLayout(column(form, note, row(self.save, None), self.told, None, space=10))

    @Slot()
    def _choose_folder(self) -> None:
        folder = self.choose_folder(_("Where the invitations shall lie"))
        if folder is not None:
            self.write_to(folder / _("Invitations"))

    def write_to(self, folder: Path) -> None:
        asking, ballots = self.asking, self._shell.services.ballots
        option_id = OptionId(int(self.time.value() or 0))
        if asking is not None:
            self.write(_("Writing invitations"), lambda _progress: ballots.write_invitations(asking, option_id, folder))
