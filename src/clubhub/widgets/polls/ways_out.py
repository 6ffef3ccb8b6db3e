"""A poll on its way to its people: asking, handing the computer round, reminding."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QWidget

from clubhub.domain.ids import PollId
from clubhub.support.texts import plural
from clubhub.widgets.pages import Shell
from clubhub.widgets.polls.poll_view import PollView

if TYPE_CHECKING:
    from clubhub.widgets.polls.ask_dialog import AskDialog
    from clubhub.widgets.polls.round_window import RoundWindow


class WaysOut(QObject):
    """Opens the dialogs on the poll that is shown. `round` is the round that is going on, None for none."""

    def __init__(self, page: QWidget, shell: Shell, view: PollView) -> None:
        super().__init__(page)
        self._page = page
        self._shell = shell
        self._view = view
        self._letters_first: tuple[str, PollId] | None = None
        self.round: RoundWindow | None = None
        view.shown.connect(self._write_if_wanted)
        view.head.ask_wanted.connect(self.ask)
        view.panel.remind_wanted.connect(self.remind)

    @Slot()
    def ask(self, road: str = "chat") -> "AskDialog | None":
        """Open the dialog with every road by which the poll that is shown goes out; `road` is where it begins."""
        from clubhub.widgets.polls.ask_dialog import AskDialog

        if self._view.board is None:
            return None
        dialog = AskDialog(self._page, self._shell, self._view.board)
        dialog.round_wanted.connect(self.hand_round)
        dialog.show_road(road)
        dialog.open()
        return dialog

    @Slot(str)
    def hand_round(self, word: str) -> None:
        """Let one person after another answer the poll that is shown, and nothing else, until the word is given."""
        from clubhub.widgets.polls.round_window import RoundWindow

        if self._view.board is not None:
            self.round = RoundWindow(self._shell, self._view.board, word)
            # queued: the window must outlive the key or click that ends it
            self.round.ended.connect(self._end_round, Qt.ConnectionType.QueuedConnection)
            self.round.begin()

    @Slot()
    def _end_round(self) -> None:
        taken = self.round.taken if self.round else 0
        self.round = None
        self._view.read()
        self._shell.say(plural("{count} answer was given.", "{count} answers were given.", taken))

    @Slot()
    def remind(self) -> None:
        """Open the dialog that reminds those who are silent in the poll that is shown."""
        from clubhub.widgets.polls.remind_dialog import RemindDialog

        if self._view.board is not None:
            RemindDialog(self._page, self._shell, self._view.board).open()

    @Slot()
    def tell_moved_up(self) -> None:
        """Open the dialog that tells those who waited for a place of the poll that is shown, and have one now."""
        from clubhub.widgets.polls.remind_dialog import RemindDialog

        if self._view.board is not None:
            RemindDialog(self._page, self._shell, self._view.board, for_moved_up=True).open()

    def write_first(self, why: str, poll_id: PollId) -> None:
        """Remind, or tell who "moved-up", as soon as this poll is shown."""
        self._letters_first = why, poll_id

    @Slot()
    def _write_if_wanted(self) -> None:
        """Home leads to the reminders of a poll that closes soon, and to who moved up."""
        why, poll_id = self._letters_first or ("", None)
        if self._view.board is not None and self._view.board.poll.id == poll_id:
            self._letters_first = None
            self.tell_moved_up() if why == "moved-up" else self.remind()
