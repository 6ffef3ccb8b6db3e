"""What a list shows while it is empty: what belongs there, and the first step."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from clubhub.widgets.controls import column, icon_label, label


class EmptyState(QWidget):
    """A sign, a sentence and at most one button, in the middle."""

    def __init__(self, meaning: str, sentence: str, action: QPushButton | None, colour: str) -> None:
        super().__init__()
        sign = icon_label(meaning, colour, 32)
        words = label(sentence, tone="text2", wrap=True)
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        words.setMinimumWidth(280)
        words.setMaximumWidth(420)
        shown = [sign, words, *([action] if action else [])]
        layout = column(None, *shown, None, space=12)
        for widget in shown:
            layout.setAlignment(widget, Qt.AlignmentFlag.AlignHCenter)
        self.setLayout(layout)
