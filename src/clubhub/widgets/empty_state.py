"""What a list shows while it is empty: what belongs there, and the first step."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from clubhub.widgets.controls import column, icon_label, label, row


class EmptyState(QWidget):
    """A sign, a sentence and one button at most, in the middle; `other` is a second way, as a link."""

    def __init__(
        self, meaning: str, sentence: str, action: QPushButton | None, colour: str, other: QPushButton | None = None
    ) -> None:
        super().__init__()
        words = label(sentence, tone="text2", wrap=True)
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        words.setMinimumWidth(280)
        words.setMaximumWidth(30 * words.fontMetrics().horizontalAdvance("n") + 180)
        # Stretches on both sides, not an alignment: with that a label isn't given the height of its lines.
        middle = row(None, words, None)
        middle.setStretch(1, 8)
        shown = [icon_label(meaning, colour, 32), *(button for button in (action, other) if button)]
        layout = column(None, shown[0], middle, *shown[1:], None, space=12)
        for widget in shown:
            layout.setAlignment(widget, Qt.AlignmentFlag.AlignHCenter)
        self.setLayout(layout)
