"""One of the best options in the panel of results."""

from PySide6.QtWidgets import QFrame, QWidget

from clubhub.viewmodels.polls.results import RankedOption
from clubhub.widgets.controls import column, icon_label, label, row


class ResultCard(QFrame):
    """A rank, a time, its counts, for the best how many come at least and at most, and who is missing."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("surface", "card")
        self._rank = label(kind="heading", tone="accent")
        self._title = label(kind="strong", wrap=True)
        self._text = label(kind="small", tone="text2", wrap=True)
        self._range = label(kind="small", tone="text2", wrap=True)
        self._lack = label(kind="small", tone="open", wrap=True)
        self._short = QWidget()
        missing = row(icon_label("open", "open", share=0.85), self._lack, space=6)
        missing.setStretch(1, 1)
        self._short.setLayout(missing)
        words = column(self._title, self._text, self._range, self._short, space=2)
        layout = row(self._rank, words, margins=(14, 10, 12, 10), space=14)
        layout.setStretch(1, 1)
        self.setLayout(layout)

    def show_option(self, ranked: RankedOption) -> None:
        self._rank.setText(str(ranked.rank))
        self._title.setText(ranked.title)
        self._text.setText(ranked.text)
        self._range.setText(ranked.range)
        self._range.setVisible(bool(ranked.range) and ranked.rank == 1)
        self._lack.setText(ranked.lack)
        self._short.setVisible(bool(ranked.lack))
