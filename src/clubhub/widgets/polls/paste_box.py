"""Where answers are pasted or dropped, whatever they are."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, Signal
from PySide6.QtGui import QKeyEvent, Qt
from PySide6.QtWidgets import QPlainTextEdit

from clubhub.support.texts import _


class PasteBox(QPlainTextEdit):
    """Takes text, and files that are dropped or pasted; Ctrl+Enter looks at it."""

    files_given = Signal(object)
    """Paths."""
    look_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("Answers as they came"))
        self.setTabChangesFocus(True)
        self.setPlaceholderText(
            _(
                "Paste what came: one answer or many, a chat, a mail.\n\n"
                "Or drop files: chats (.txt, .zip), mails (.eml, .mbox), calendar replies (.ics), tables (.csv, .xlsx)."
            )
        )

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasUrls() or super().canInsertFromMimeData(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        paths = _paths(source)
        if paths:
            self.files_given.emit(paths)
        else:
            super().insertFromMimeData(source)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.look_wanted.emit()
        else:
            super().keyPressEvent(event)


def _paths(source: QMimeData) -> Sequence[Path]:
    return [Path(url.toLocalFile()) for url in source.urls() if url.isLocalFile()]
