"""The way back from a round, for the coordinator alone: the word, and what to do without it."""

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QFrame, QLineEdit

from clubhub.support.texts import _
from clubhub.viewmodels.polls.hand_round import KeptWord
from clubhub.widgets.controls import button, column, label
from clubhub.widgets.polls.line import WrappingLine

WAIT_MS = 3000
"""After a wrong word: nobody tries hundreds."""


class RoundLeave(QFrame):
    """Hidden until it is asked for."""

    unlocked = Signal()

    def __init__(self, word: str) -> None:
        super().__init__()
        self._word = KeptWord(word)
        self.setProperty("surface", "card")
        said = _("This computer goes from hand to hand. The coordinator’s word leads back to the club.")
        self.field = QLineEdit()
        self.field.setEchoMode(QLineEdit.EchoMode.Password)
        self.field.setAccessibleName(_("The coordinator’s word"))
        self.field.setPlaceholderText(_("The coordinator’s word"))
        self.back = button(_("Back to the club"), self._try, name="unlock")
        self.stay = button(_("Go on answering"), self.hide, look="link", name="stay")
        self.wrong = label(tone="danger", wrap=True)
        self.wrong.hide()
        self._waiting = QTimer(self)
        self._waiting.setSingleShot(True)
        self._waiting.setInterval(WAIT_MS)
        self._waiting.timeout.connect(self._end_wait)
        self.setLayout(
            column(
                label(said, tone="text2", wrap=True), self.field, self.wrong, WrappingLine(self.back, self.stay),
                margins=(20, 16, 20, 16), space=10,
            )
        )  # fmt: skip
        self.field.returnPressed.connect(self._try)
        self.hide()

    def ask(self) -> None:
        self.field.clear()
        self.wrong.hide()
        self.show()
        self.field.setFocus()

    def keep_focus(self) -> None:
        """As long as it is asked for, the word isn't written into a field that would show it."""
        if self.isVisible():
            self.field.setFocus()

    @Slot()
    def _try(self) -> None:
        """A button that is turned off would hand the focus on, so the field has it before."""
        if self._waiting.isActive():
            return
        if self._word.is_it(self.field.text()):
            self.unlocked.emit()
            return
        self.field.clear()
        self.wrong.setText(_("That is not the word. Wait a moment, then try again."))
        self.wrong.show()
        self.field.setFocus()
        self.back.setEnabled(False)
        self._waiting.start()

    @Slot()
    def _end_wait(self) -> None:
        self.back.setEnabled(True)
