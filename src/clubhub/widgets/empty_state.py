"""What a list shows while it is empty: what belongs there, and the first step."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QPushButton, QWidget

from clubhub.widgets.controls import column, icon_label, label, row

SIGN_SHARE = 2.0
LETTERS = (26, 52)
"""The sentence is at least and at most so wide."""


class EmptyState(QWidget):
    """A sign, a sentence and one button at most, in the middle; `other` is a second way, as a link."""

    def __init__(
        self, meaning: str, sentence: str, action: QPushButton | None, other: QPushButton | None = None
    ) -> None:
        super().__init__()
        self._words = label(sentence, tone="text2", wrap=True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        # Stretches on both sides, not an alignment: with that a label isn't given the height of its lines.
        middle = row(None, self._words, None)
        middle.setStretch(1, 8)
        sign = icon_label(meaning, "text3", share=SIGN_SHARE)
        shown: list[QWidget] = [sign, *(button for button in (action, other) if button)]
        layout = column(None, sign, middle, *shown[1:], None, space=12, margins=(16, 16, 16, 16))
        for widget in shown:
            layout.setAlignment(widget, Qt.AlignmentFlag.AlignHCenter)
        self.setLayout(layout)
        self._fit_words()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit_words()

    def _fit_words(self) -> None:
        letter = self.fontMetrics().horizontalAdvance("n")
        least, most = LETTERS
        self._words.setMinimumWidth(least * letter)
        self._words.setMaximumWidth(most * letter)
