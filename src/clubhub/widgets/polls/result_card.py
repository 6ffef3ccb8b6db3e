"""One of the best options in the panel of results."""

from PySide6.QtWidgets import QFrame

from clubhub.viewmodels.polls.results import RankedOption
from clubhub.widgets.controls import column, label, row


class ResultCard(QFrame):
    """A rank, a time, and its counts."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("surface", "card")
        self._rank = label(kind="heading", tone="accent")
        self._title = label(kind="strong", wrap=True)
        self._text = label(kind="small", tone="text2", wrap=True)
        layout = row(self._rank, column(self._title, self._text, space=2), margins=(14, 10, 12, 10), space=14)
        layout.setStretch(1, 1)
        self.setLayout(layout)

    def show_option(self, ranked: RankedOption) -> None:
        self._rank.setText(str(ranked.rank))
        self._title.setText(ranked.title)
        self._text.setText(ranked.text)
