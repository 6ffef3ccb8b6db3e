"""What was decided, why, and what can be done with it next."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from clubhub.services.poll_boards import PollBoard
from clubhub.support.texts import _
from clubhub.viewmodels.polls import words
from clubhub.viewmodels.polls.grid import PollGridModel
from clubhub.viewmodels.polls.results import overtaken
from clubhub.widgets.controls import badge, button, column, label
from clubhub.widgets.polls.line import WrappingLine


class DecisionCard(QFrame):
    """Hidden while nothing is decided."""

    announcing_wanted = Signal()
    invitations_wanted = Signal()
    minutes_wanted = Signal()
    opening_wanted = Signal()
    """Leave it open again."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("surface", "card")
        self._title = label(kind="heading", wrap=True)
        self._reason = label(kind="small", tone="text2", wrap=True, select=True)
        self._overtaken = label(kind="small", tone="warning", wrap=True)
        self.announce = button(_("Announce…"), self.announcing_wanted.emit, icon="posts", name="announce")
        self.invite = button(_("Invitations…"), self.invitations_wanted.emit, icon="calendar", name="invitations")
        self.minutes = button(_("Minutes…"), self.minutes_wanted.emit, icon="file", name="minutes")
        self.leave_open = button(_("Leave it open again"), self.opening_wanted.emit, look="link", name="leave_open")
        verbs = WrappingLine(self.announce, self.minutes, self.invite, self.leave_open)
        self.setLayout(
            column(
                WrappingLine(badge(_("Decided"), "ok")), self._title, self._reason, self._overtaken, 2, verbs,
                margins=(14, 12, 12, 12), space=6,
            )
        )  # fmt: skip
        self.hide()

    def show_decision(self, board: PollBoard, model: PollGridModel) -> None:
        option = board.decided
        self.setVisible(option is not None)
        if option is None or board.decision is None:
            return
        self._title.setText(words.option_words(option))
        self._reason.setText(board.decision.reason)
        self._overtaken.setText(overtaken(model, option))
        self._overtaken.setVisible(bool(self._overtaken.text()))
        self.invite.setVisible(option.starts is not None)
