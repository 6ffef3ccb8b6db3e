"""What the roads of the dialog that asks have in common: the ballots, a place to tell, and writing off the window."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QPlainTextEdit, QWidget

from clubhub.domain.ballots import Asking
from clubhub.support.texts import _, plural
from clubhub.viewmodels.jobs import Progress
from clubhub.widgets.controls import button, label, row
from clubhub.widgets.file_choice import documents
from clubhub.widgets.pages import Shell


class AskPart(QWidget):
    """Subclasses lay themselves out, `told` at their foot; `show_asking` comes whenever the ballots are made anew."""

    def __init__(self, dialog: QWidget, shell: Shell) -> None:
        super().__init__()
        self._dialog = dialog
        self._shell = shell
        self._folder: Path | None = None
        self.asking: Asking | None = None
        self._told = label(tone="text2", wrap=True)
        self.open_folder = button(_("Open the folder"), self._open_folder, look="link", name="open-folder")
        self.open_folder.hide()
        self.told = row(self._told, self.open_folder)
        self.told.setStretch(0, 1)

    def show_asking(self, asking: Asking) -> None:
        self.asking = asking

    def tell(self, sentence: str, folder: Path | None = None) -> None:
        """Say what was done, with the way to the files."""
        self._folder = folder
        self._told.setText(sentence)
        self.open_folder.setVisible(folder is not None)

    def choose_folder(self, title: str) -> Path | None:
        chosen = QFileDialog.getExistingDirectory(self._dialog, title, documents())
        return Path(chosen) if chosen else None

    def write(self, title: str, work: Callable[[Progress], Any]) -> None:
        """Write files; `work` gives what was written, as BallotsWritten."""
        self._shell.jobs.run(title, work, self._tell_written, owner=self, on_failed=self._refuse)

    def _tell_written(self, written: Any) -> None:  # noqa: ANN401  BallotsWritten
        paths = written.paths
        said = plural("Wrote {count} file to {folder}.", "Wrote {count} files to {folder}.", len(paths),
                      folder=paths[0].parent)  # fmt: skip
        self.tell(" ".join([said, *written.notes]), paths[0].parent)

    def _refuse(self, error: Exception) -> None:
        self.tell(str(error))

    @Slot()
    def _open_folder(self) -> None:
        if self._folder is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))


def preview(name: str) -> QPlainTextEdit:
    """A text to look at and to copy from."""
    made = QPlainTextEdit()
    made.setReadOnly(True)
    made.setTabChangesFocus(True)
    made.setAccessibleName(name)
    return made
