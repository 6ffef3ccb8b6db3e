"""A poll's result out of the window: a file of any kind, or a picture on the clipboard for a chat."""

from pathlib import Path

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog, QWidget

from clubhub.domain.file_names import safe_stem
from clubhub.domain.papers import paper_called
from clubhub.domain.poll_results import USUAL_RULE
from clubhub.services.exports import Exported
from clubhub.support.texts import _
from clubhub.widgets.file_choice import in_documents
from clubhub.widgets.pages import Shell
from clubhub.widgets.polls.poll_view import PollView


class ResultFiles(QObject):
    """The result is by the rule that the poll is ranked by in the window."""

    def __init__(self, page: QWidget, shell: Shell, view: PollView) -> None:
        super().__init__(page)
        self._page = page
        self._shell = shell
        self._view = view
        view.head.export_wanted.connect(self.ask_where)
        view.head.picture_wanted.connect(self.copy_picture)

    @Slot()
    def ask_where(self) -> None:
        """The suffix chosen is the kind; without one that of the filter."""
        if self._view.board is None:
            return
        suffixes = _suffixes_by_filter()
        stem = safe_stem(_("{poll}, result").format(poll=self._view.board.poll.name))
        path, kind = QFileDialog.getSaveFileName(
            self._page, _("Save the poll"), in_documents(f"{stem}.pdf"), ";;".join(suffixes)
        )
        if path:
            chosen = Path(path)
            self.save(chosen if chosen.suffix else chosen.with_suffix(suffixes.get(kind, ".pdf")))

    def save(self, path: Path) -> None:
        if self._view.board is None:
            return
        name, rule = self._view.board.poll.name, self._view.model.rule or USUAL_RULE
        exports, paper = self._shell.services.exports, paper_called(self._shell.settings.current.paper)
        self._shell.jobs.run(_("Writing the poll"), lambda _progress: exports.poll(name, path, rule=rule, paper=paper),
                             self._tell_saved, owner=self)  # fmt: skip

    @Slot()
    def copy_picture(self) -> None:
        """Put the result on the clipboard, as a chat shows it."""
        if self._view.board is None:
            return
        poll_id, rule = self._view.board.poll.id, self._view.model.rule or USUAL_RULE
        exports = self._shell.services.exports
        self._shell.jobs.run(_("Drawing the picture"), lambda _progress: exports.poll_picture(poll_id, rule),
                             self._take_picture, owner=self)  # fmt: skip

    def _take_picture(self, picture: bytes) -> None:
        QGuiApplication.clipboard().setImage(QImage.fromData(picture, "PNG"))  # type: ignore[arg-type]  # PySide's stub says bytes, and refuses them
        self._shell.say(_("The picture is on the clipboard: paste it into the chat."))

    def _tell_saved(self, exported: Exported) -> None:
        saved = _("Saved as {path}.").format(path=exported.path)
        self._shell.say(" ".join([saved, *exported.warnings]))


def _suffixes_by_filter() -> dict[str, str]:
    """What the file dialog offers, with the suffix of each."""
    return {
        _("Sheet or minutes (*.pdf)"): ".pdf",
        _("Table with all answers (*.xlsx)"): ".xlsx",
        _("Table for other programs (*.csv)"): ".csv",
        _("Page for the web (*.html)"): ".html",
        _("Picture for a chat (*.png)"): ".png",
        _("Calendar (*.ics)"): ".ics",
    }
