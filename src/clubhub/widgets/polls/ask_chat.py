"""Asking in a group chat: one text for everybody, to copy."""

from PySide6.QtCore import Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from clubhub.domain.ballots import Asking
from clubhub.support.texts import _
from clubhub.widgets.controls import button, column, row
from clubhub.widgets.pages import Shell
from clubhub.widgets.polls.ask_part import AskPart, preview


class AskChat(AskPart):
    def __init__(self, dialog: QWidget, shell: Shell) -> None:
        super().__init__(dialog, shell)
        self.text = preview(_("Text for the chat"))
        self.copy = button(_("Copy the text"), self._copy, icon="copy", name="copy")
        layout = column(self.text, row(self.copy, None), self.told, space=10)
        layout.setStretch(0, 1)
        self.setLayout(layout)

    def show_asking(self, asking: Asking) -> None:
        super().show_asking(asking)
        self.text.setPlainText(asking.everybody.text)

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text.toPlainText())
        self.tell(_("Copied. Paste it into the chat."))
