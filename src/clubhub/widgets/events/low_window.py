"""Whether a window has few lines: large text in a small one. What is not needed makes room for the roster then."""

from PySide6.QtWidgets import QWidget

from clubhub.widgets.theme import Theme

LOW_LINES = 24


def is_low(widget: QWidget, theme: Theme) -> bool:
    """If the widget's window is less high than LOW_LINES of text."""
    return widget.window().height() < LOW_LINES * theme.line_height()
