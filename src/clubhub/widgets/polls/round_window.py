"""The computer handed round: a window over everything, in which one person after another answers a poll.

The club's own windows are hidden meanwhile. Neither Escape nor closing leads back, only the coordinator's word.
"""

import shiboken6
from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget

from clubhub.domain.changes import Changes
from clubhub.domain.people import Person
from clubhub.domain.polls import Road
from clubhub.services.poll_boards import PollBoard
from clubhub.support.texts import _
from clubhub.viewmodels.jobs import Progress
from clubhub.widgets.controls import button, column, label, row
from clubhub.widgets.pages import Shell
from clubhub.widgets.polls.round_answer import RoundAnswer
from clubhub.widgets.polls.round_leave import RoundLeave
from clubhub.widgets.polls.round_who import RoundWho

THANKS_MS = 20_000
"""Then the next person is asked for, so that nobody's name stays on the screen."""

WIDEST = 760
USUAL_LINE = 17


class RoundWindow(QWidget):
    """`taken` counts the answers of this round."""

    ended = Signal()

    def __init__(self, shell: Shell, board: PollBoard, word: str) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.ApplicationModal)
        self.setWindowTitle(board.poll.name)
        self.setProperty("surface", "sheet")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._shell = shell
        self._board = board
        self._is_over = False
        self._hidden: list[QWidget] = []
        self.taken = 0
        self.who, self.answer, self.leave = RoundWho(), RoundAnswer(), RoundLeave(word)
        self.thanks = label(kind="title", wrap=True)
        self.next = button(_("Pass it on"), self.ask_next, look="bigprimary", name="next")
        self.coordinator = button(_("For the coordinator"), self.leave.ask, look="link", name="coordinator")
        self._stack = QStackedWidget()
        self._waiting = QTimer(self)
        self._waiting.setSingleShot(True)
        self._waiting.setInterval(THANKS_MS)
        self._waiting.timeout.connect(self.ask_next)
        self._lay_out()
        self.who.chosen.connect(self._ask)
        self.answer.sent.connect(self._write)
        self.answer.left.connect(self.ask_next)
        self.leave.unlocked.connect(self.end)

    def begin(self) -> None:
        """Hide the club, fill the screen, and ask the first."""
        kinds = (Qt.WindowType.Window, Qt.WindowType.Dialog)
        shown = (window for window in QApplication.topLevelWidgets() if window.isVisible())
        self._hidden = [window for window in shown if window.windowType() in kinds]
        self.showFullScreen()
        for window in self._hidden:
            window.hide()
        self.ask_next()

    @Slot()
    def ask_next(self) -> None:
        self._waiting.stop()
        self.answer.forget()
        self._stack.setCurrentIndex(0)
        self.who.begin(self._board)
        self.leave.keep_focus()

    @Slot()
    def end(self) -> None:
        """Show the club again, and go."""
        self._is_over = True
        for window in filter(shiboken6.isValid, self._hidden):
            window.show()
        self.ended.emit()
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        """The window's own button and Alt+F4 ask for the word too."""
        if self._is_over:
            super().closeEvent(event)
        else:
            event.ignore()
            self.leave.ask()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave.hide() if self.leave.isVisible() else self.leave.ask()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        thanks = QWidget()
        thanks.setLayout(column(None, self.thanks, row(self.next, None), None, space=20))
        for step in (self.who, self.answer, thanks):
            self._stack.addWidget(step)
        self._middle = QWidget()
        self._middle.setMaximumWidth(WIDEST * self.fontMetrics().height() // USUAL_LINE)
        layout = column(self._stack, self.leave, row(None, self.coordinator), space=12)
        layout.setStretch(0, 1)
        self._middle.setLayout(layout)
        whole: QVBoxLayout = column(margins=(28, 32, 28, 16))
        centred = row(self._middle)
        whole.addLayout(centred)
        self.setLayout(whole)

    @Slot(object)
    def _ask(self, who: Person | str) -> None:
        self.answer.begin(self._board, who)
        self._stack.setCurrentIndex(1)

    @Slot()
    def _write(self) -> None:
        """What was said before must still stand there: nobody overwrites what came by another road meanwhile."""
        if self.answer.question is None:
            return
        self.answer.send.setEnabled(False)
        who, said, earlier = self.answer.who, self.answer.question.said(), self.answer.earlier
        services, poll_id, comment = self._shell.services, self._board.poll.id, self.answer.comment.text()
        person_id, guest = (who.id, "") if isinstance(who, Person) else (None, who)
        known = {option.id for option in self._board.options}
        others = {key: mark for key, mark in (earlier.marks if earlier else {}).items() if key not in known}

        def work(_progress: Progress) -> tuple[Changes, PollBoard]:
            changes = services.poll_editing.record_answer(
                poll_id, person_id=person_id, guest_name=guest, marks={**others, **said.marks}, ranking=said.ranking,
                said=said.said, comment=comment, road=Road.HANDED, seen=[earlier] if earlier else [],
            )  # fmt: skip
            return changes, services.poll_boards.board(poll_id)

        self._shell.jobs.run("", work, self._thank, owner=self, on_failed=self._refuse, quiet=True)

    def _thank(self, written: tuple[Changes, PollBoard]) -> None:
        changes, self._board = written
        self.taken += 1
        self._shell.wrote(changes)
        who = self.answer.who
        name = who.given_name or who.name if isinstance(who, Person) else who
        self.thanks.setText(_("Thanks, {name}. Pass it on.").format(name=name))
        self.answer.forget()
        self._stack.setCurrentIndex(2)
        self.next.setFocus()
        self.leave.keep_focus()
        self._waiting.start()

    def _refuse(self, error: Exception) -> None:
        """Somebody else has answered for this person meanwhile: the next try replaces what stands there now."""
        self.answer.refuse(str(error))
        boards, poll_id = self._shell.services.poll_boards, self._board.poll.id
        self._shell.jobs.run("", lambda _progress: boards.board(poll_id), self._keep, owner=self, quiet=True)

    def _keep(self, board: PollBoard) -> None:
        self._board = board
        if self.answer.question is not None:
            self.answer.see(board)
