"""Handing the computer round: the coordinator's word is chosen here, which alone ends it."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from clubhub.support.texts import _
from clubhub.widgets.controls import button, column, label, row
from clubhub.widgets.forms import Field, Form
from clubhub.widgets.pages import Shell
from clubhub.widgets.polls.ask_part import AskPart

LEAST_LETTERS = 4


class AskRound(AskPart):
    begun = Signal(str)
    """The coordinator's word. It is kept nowhere but in memory, as a digest."""

    def __init__(self, dialog: QWidget, shell: Shell) -> None:
        super().__init__(dialog, shell)
        self.word, self.again = QLineEdit(), QLineEdit()
        for field in (self.word, self.again):
            field.setEchoMode(QLineEdit.EchoMode.Password)
        self._form = Form(
            [
                Field(
                    name=_("Your word"),
                    widget=self.word,
                    help=_("It ends the round and leads back to the club. Others don't get past it."),
                    check=self._check_word,
                ),
                Field(name=_("Once more"), widget=self.again, check=self._check_again),
            ]
        )
        said = _(
            "The whole screen asks for a name, then for an answer, then says thanks. Nobody sees what others said."
        )
        note = label(said, tone="text2", wrap=True)
        self.begin = button(_("Hand it round"), self._begin, icon="swap", name="begin-round")
        self.setLayout(column(note, self._form, row(self.begin, None), self.told, None, space=10))
        self.again.returnPressed.connect(self._begin)

    def _check_word(self) -> str:
        if len(self.word.text()) < LEAST_LETTERS:
            return _("At least {count} letters, please.").format(count=LEAST_LETTERS)
        return ""

    def _check_again(self) -> str:
        return "" if self.again.text() == self.word.text() else _("The two are not the same.")

    @Slot()
    def _begin(self) -> None:
        if self._form.is_complete():
            self.begun.emit(self.word.text())
