"""The second step of a round: one person's answer, and nothing of anybody else's."""

from itertools import pairwise

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from clubhub.domain.people import Person
from clubhub.domain.poll_answers import Said
from clubhub.domain.polls import Answer
from clubhub.services.poll_boards import PollBoard
from clubhub.support.texts import _
from clubhub.widgets.controls import button, clear, column, label
from clubhub.widgets.polls.line import WrappingLine
from clubhub.widgets.polls.round_options import RoundQuestion
from clubhub.widgets.scrolled import Contents, scrolled


class RoundAnswer(QWidget):
    """`who` is a Person or a guest's name; `earlier` is what they said before, which is shown to them alone."""

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
        self.earlier = earlier_answer(board, who)
        name = who.given_name or who.name if isinstance(who, Person) else who
        self.title.setText(_("{name}: {poll}").format(name=name, poll=board.poll.name))
        said = _("This is what you said before; change what is different now.")
        self._note.setText(said if self.earlier else board.poll.note)
        self._note.setVisible(bool(self._note.text()))
        clear(self._holder)
        self.question = RoundQuestion(board.poll, board.options)
        self.question.show_answer(self.earlier)
        self._holder.addWidget(self.question)
        self.comment.setText(self.earlier.comment if self.earlier else "")
        self.refusal.hide()
        self.send.setEnabled(True)
        self._begin_focus(self.question)

    def forget(self) -> None:
        """Nothing of this person stays on the screen."""
        clear(self._holder)
        self.question, self.earlier, self.who = None, None, ""
        self.comment.clear()
        self.title.clear()

    @Slot()
    def _send(self) -> None:
        """Who says nothing stays silent, and is told so; who takes all back that they said before is written down."""
        if self.question is None:
            return
        is_silent = self.question.said() == Said() and not self.comment.text().strip()
        if is_silent and not _says_something(self.earlier):
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


def earlier_answer(board: PollBoard, who: Person | str) -> Answer | None:
    """What a person of the club said before. A guest begins anew: anybody can type a name."""
    return board.answers.get(who.id) if isinstance(who, Person) else None


def _says_something(answer: Answer | None) -> bool:
    return answer is not None and any((answer.marks, answer.ranking, answer.said, answer.comment))
