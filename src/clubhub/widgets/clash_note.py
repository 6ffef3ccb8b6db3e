"""Tells that somebody else has changed the same meanwhile, and lets a person choose: mine or theirs."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame

from clubhub.support.texts import _
from clubhub.widgets.controls import button, clear, column, icon_label, label, row


class ClashNote(QFrame):
    """Both texts are safe: theirs is in the club, mine is still in its field."""

    mine_wanted = Signal()
    theirs_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("surface", "sunken")
        self.setAccessibleName(_("Changed by somebody else"))
        self._sentence = label(
            _("Somebody else has changed this meanwhile. What you typed is still here, but not in the club."), wrap=True
        )
        self._theirs = column(space=2)
        self.keep_mine = button(_("Keep mine"), self.mine_wanted.emit, name="keep-mine")
        self.take_theirs = button(_("Take theirs"), self.theirs_wanted.emit, name="take-theirs")
        sign = icon_label("warning", "warning")
        now = label(_("Now in the club"), kind="small", tone="text2")
        words = column(
            self._sentence, column(now, self._theirs, space=2), row(self.keep_mine, self.take_theirs, None), space=8
        )
        whole = row(sign, words, margins=(12, 10, 12, 12), space=10)
        whole.setStretch(1, 1)
        whole.setAlignment(sign, Qt.AlignmentFlag.AlignTop)
        self.setLayout(whole)
        self.hide()

    def show_theirs(self, lines: Sequence[str]) -> None:
        """Show what stands in the club now, a line for each field that both have changed."""
        clear(self._theirs)
        for text in lines:
            self._theirs.addWidget(label(text, wrap=True, select=True))
        self.setAccessibleDescription(" ".join((self._sentence.text(), *lines)))
        self.show()
