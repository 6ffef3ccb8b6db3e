"""The second step of a round: one person's answer, and nothing of anybody else's."""

from itertools import pairwise

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from clubhub.domain.answer_owners import newest_of_each, whose
from clubhub.domain.people import Person
from clubhub.domain.poll_answers import Said
from clubhub.domain.polls import Answer
from clubhub.services.poll_boards import PollBoard
from clubhub.support.texts import _
from clubhub.viewmodels.polls.hand_round import places_left
from clubhub.widgets.controls import button, clear, column, label
from clubhub.widgets.polls.line import WrappingLine
from clubhub.widgets.polls.round_options import RoundQuestion
from clubhub.widgets.scrolled import Contents, scrolled


class RoundAnswer(QWidget):
    """`who` is a Person or a guest's name. `earlier` is what they said before; nobody is shown it.

    Whoever holds the computer can type any name: that there is an earlier answer is told, and what it says isn't.
    """

    sent = Signal()
    left = Signal()
    """It is somebody else who holds the computer."""

    def __init__(self) -> None:
        super().__init__()
        self.who: Person | str = ""
        self.earlier: Answer | None = None
        self.question: RoundQuestion | None = None
        self.title = label(kind="title", wrap=True)
        self.title.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._note = label(tone="text2", wrap=True)
        self._holder: QVBoxLayout = column(space=0)
        self.comment = QLineEdit()
        self.comment.setAccessibleName(_("A comment"))
        self.comment.setPlaceholderText(_("A comment, if you like"))
        self.refusal = label(tone="danger", wrap=True)
        self.refusal.hide()
        self.send = button(_("That’s my answer"), self._send, look="bigprimary", name="send")
        self.leave = button(_("That’s not me"), self.left.emit, look="big", name="not-me")
        inner = Contents(column(self._holder, 4, self.comment, None, space=12, margins=(0, 0, 12, 0)))
        layout = column(self.title, self._note, scrolled(inner), self.refusal,
                        WrappingLine(self.send, self.leave), space=14)  # fmt: skip
        layout.setStretch(2, 1)
        self.setLayout(layout)

    def begin(self, board: PollBoard, who: Person | str) -> None:
        self.who = who
        name = who.given_name or who.name if isinstance(who, Person) else who
        self.title.setText(_("{name}: {poll}").format(name=name, poll=board.poll.name))
        self.see(board)
        clear(self._holder)
        given = [*board.answers.values(), *board.guests]
        rooms = places_left(board.options, given, has_answered=self.earlier is not None)
        self.question = RoundQuestion(board.poll, board.options, rooms)
        self._holder.addWidget(self.question)
        self.comment.clear()
        self.refusal.hide()
        self.send.setEnabled(True)
        self._begin_focus(self.question)

    def see(self, board: PollBoard) -> None:
        """What stands there now is what a new answer replaces; that there is one is told."""
        self.earlier = _earlier_answer(board, self.who)
        told = _("You have answered already. What you send now replaces all of it.") if self.earlier else ""
        self._note.setText("\n".join(part for part in (told, board.poll.note) if part))
        self._note.setVisible(bool(self._note.text()))

    def forget(self) -> None:
        """Nothing of this person stays on the screen."""
        clear(self._holder)
        self.question, self.earlier, self.who = None, None, ""
        self.comment.clear()
        self.title.clear()

    @Slot()
    def _send(self) -> None:
        """Who says nothing stays silent, and is told so; what was said before stays then."""
        if self.question is None:
            return
        if self.question.said() == Said() and not self.comment.text().strip():
            self.refuse(self.question.nothing_said())
        else:
            self.refusal.hide()
            self.sent.emit()

    def _begin_focus(self, question: RoundQuestion) -> None:
        """On the heading where there are buttons: the ring around a button would look like an answer."""
        chain: list[QWidget] = [self.title, *question.controls(), self.comment]
        for before, after in pairwise(chain):
            QWidget.setTabOrder(before, after)
        (question.order or question.field or self.title).setFocus()

    @Slot()
    def refuse(self, sentence: str) -> None:
        self.send.setEnabled(True)
        self.refusal.setText(sentence)
        self.refusal.show()


def _earlier_answer(board: PollBoard, who: Person | str) -> Answer | None:
    """What a person of the club, or a guest of that name, said before."""
    return board.answers.get(who.id) if isinstance(who, Person) else newest_of_each(board.guests).get(whose(None, who))
