"""Asks for the club's own weights: so many points for each yes, each "if need be" and each no."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from clubhub.domain.errors import InvalidInput
from clubhub.domain.poll_results import Weights
from clubhub.support.texts import _
from clubhub.viewmodels.polls.rules import rule_text
from clubhub.widgets.dialogs import Dialog
from clubhub.widgets.forms import Field, Form

USUAL = Weights(yes=3, if_need_be=1, no=-1)


class WeightsDialog(Dialog):
    chosen = Signal(object)
    """The Weights."""

    def __init__(self, parent: QWidget, weights: Weights = USUAL) -> None:
        super().__init__(parent, _("Own weights"), accept=_("Rank by these"), width=440)
        self.points = QLineEdit(rule_text(weights).replace(",", ", "))
        self._form = Form(
            [
                Field(
                    name=_("Points for yes, if need be, no"),
                    widget=self.points,
                    help=_("Three numbers, such as 3, 1, -1. Silence has no points."),
                    check=self._check,
                )
            ]
        )
        self.body.addWidget(self._form)
        self.points.selectAll()
        self.points.setFocus()

    @Slot()
    def accept(self) -> None:
        if self._form.is_complete():
            self.chosen.emit(Weights.parse(self.points.text()))
            super().accept()

    def _check(self) -> str:
        try:
            Weights.parse(self.points.text())
        except InvalidInput as error:
            return str(error)
        return ""
