"""What answers without marks come to, in the panel beside them."""

from PySide6.QtWidgets import QWidget

from clubhub.support.texts import _
from clubhub.viewmodels.polls.grid import PollGridModel
from clubhub.viewmodels.polls.said import result_sentences
from clubhub.widgets.controls import clear, column, label


class SaidResults(QWidget):
    """The first sentence is the strongest."""

    def __init__(self, model: PollGridModel) -> None:
        super().__init__()
        self._model = model
        self._lines = column(space=6)
        self.setLayout(column(label(_("What it comes to"), kind="heading"), self._lines, space=8))

    def show_results(self) -> None:
        clear(self._lines)
        for at, sentence in enumerate(result_sentences(self._model.kind, self._model.options, self._model.rows)):
            self._lines.addWidget(label(sentence, kind="" if at else "strong", tone="text2" if at else "", wrap=True))
