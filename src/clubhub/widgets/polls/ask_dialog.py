"""Asks the people of a poll: every road out from one dialog, with exactly what goes out and whom it reaches."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QWidget

from clubhub.domain.ballots import Asking
from clubhub.domain.polls import Poll
from clubhub.services.poll_boards import PollBoard
from clubhub.support.texts import _
from clubhub.viewmodels.polls.asking import CALENDAR, ask_forms, reached_sentence, unreached_sentence
from clubhub.widgets.controls import column, label, row
from clubhub.widgets.dialogs import Dialog
from clubhub.widgets.events.form_list import FormList
from clubhub.widgets.pages import Shell
from clubhub.widgets.polls.ask_calendar import AskCalendar
from clubhub.widgets.polls.ask_chat import AskChat
from clubhub.widgets.polls.ask_page import AskPage
from clubhub.widgets.polls.ask_part import AskPart
from clubhub.widgets.polls.ask_people import AskPeople
from clubhub.widgets.polls.ask_round import AskRound
from clubhub.widgets.polls.ask_sheets import AskSheets

if TYPE_CHECKING:
    from clubhub.services.ballots import BallotService

WIDTH, HEIGHT = 960, 660


class AskDialog(Dialog):
    """Stays open: one road seldom reaches all. Nothing is sent from here."""

    round_wanted = Signal(str)
    """Hand the computer round; the coordinator's word ends it."""

    def __init__(self, parent: QWidget, shell: Shell, board: PollBoard) -> None:
        super().__init__(parent, _("Ask"), board.poll.name, accept=_("Done"), width=WIDTH)
        self._shell = shell
        self._board = board
        self._answers_to: tuple[str, str] | None = None
        self.asking: Asking | None = None
        self._forms = ask_forms(board.options)
        self.list = FormList(shell.theme, self._forms)
        self.about = label(tone="text2", wrap=True)
        self.reached, self.unreached = (
            label(kind="small", tone="text2", wrap=True),
            label(kind="small", tone="warning", wrap=True),
        )
        self.chat, self.people = AskChat(self, shell), AskPeople(self, shell)
        self.sheets, self.page = AskSheets(self, shell, board), AskPage(self, shell, board)
        self.calendar, self.round = AskCalendar(self, shell, board), AskRound(self, shell)
        of_key = {
            "chat": self.chat, "people": self.people, "sheets": self.sheets, "page": self.page,
            CALENDAR: self.calendar, "round": self.round,
        }  # fmt: skip
        self._parts: tuple[AskPart, ...] = tuple(of_key[form.key] for form in self._forms)
        self._shown = QStackedWidget()
        self._lay_out()
        self.accept_button.setAutoDefault(False)  # Return in a field takes what was typed, and leaves the dialog open
        self.accept_button.setDefault(False)
        self.page.changed.connect(self.read)
        self.page.answers_changed.connect(self._send_answers_to)
        self.round.begun.connect(self._begin_round)
        self.list.currentRowChanged.connect(self._choose)
        self.list.setCurrentRow(0)
        self.list.setFocus()
        self.fit(WIDTH, HEIGHT)
        self.read()

    def show_road(self, key: str) -> None:
        """Begin with the road of that key."""
        self.list.setCurrentRow([form.key for form in self._forms].index(key))

    @Slot()
    def read(self) -> None:
        """Make everybody's ballots anew."""
        ballots, poll, page, answers_to = (
            self._shell.services.ballots, self._board.poll, self.page.address(), self._answers_to,
        )  # fmt: skip
        self._shell.jobs.run("", lambda _progress: _ask(ballots, poll, page, answers_to), self._show, owner=self,
                             on_failed=self._refuse, quiet=True)  # fmt: skip

    def _lay_out(self) -> None:
        for part in self._parts:
            self._shown.addWidget(part)
        right = column(self.about, self._shown, self.reached, self.unreached, space=8)
        right.setStretch(1, 1)
        halves = row(self.list, right, space=20)
        halves.setStretch(1, 1)
        self.body.addLayout(halves)
        self.cancel_button.hide()

    def _show(self, asking: Asking) -> None:
        self.asking = asking
        self.calm()
        self._shell.wrote(asking.changes)
        self.reached.setText(reached_sentence(asking))
        self.unreached.setText(unreached_sentence(asking))
        self.unreached.setVisible(bool(self.unreached.text()))
        for part in self._parts:
            part.show_asking(asking)

    @Slot(int)
    def _choose(self, at: int) -> None:
        self._shown.setCurrentIndex(at)
        self.about.setText(self._forms[at].about)

    @Slot(str, str)
    def _send_answers_to(self, mail: str, phone: str) -> None:
        self._answers_to = (mail, phone)
        self.read()

    @Slot(str)
    def _begin_round(self, word: str) -> None:
        self.accept()
        self.round_wanted.emit(word)

    def _refuse(self, error: Exception) -> None:
        self.warn(str(error))


def _ask(ballots: "BallotService", poll: Poll, page: str, answers_to: tuple[str, str] | None) -> Asking:
    """What the pool does; the poll's contact takes the answers unless somebody else was typed."""
    if answers_to is None:
        return ballots.ask(poll.id, page=page)
    mail, phone = answers_to
    return ballots.ask_named(poll.name, mail_to=mail, phone_to=phone, page=page)
