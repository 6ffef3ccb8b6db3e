"""Ctrl+Z in a field where nothing was typed takes back the club's newest change, as the banner says.

Qt's fields take the key for themselves even when they have nothing to take back.
"""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent, QKeySequence


def is_for_window(event: QEvent, *, can_undo: bool, can_redo: bool) -> bool:
    """Whether a field should leave the key to the window's menu; what it can do itself is told by the two flags."""
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    keys = QKeySequence.StandardKey
    return (event.matches(keys.Undo) and not can_undo) or (event.matches(keys.Redo) and not can_redo)
