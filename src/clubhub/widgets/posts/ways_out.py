"""What is done with the post that is shown: copied, or written to files that a person chooses."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from clubhub.domain.papers import paper_called
from clubhub.services.post_exports import PostExported, Sheet
from clubhub.services.posts import ShownPost
from clubhub.support.texts import _, plural
from clubhub.viewmodels.posts import file_stem
from clubhub.widgets.file_choice import documents
from clubhub.widgets.pages import Shell
from clubhub.widgets.posts.detail import PostDetail
from clubhub.widgets.posts.sheet_dialog import SheetDialog


class WaysOut(QObject):
    """Connects a post's buttons with the services that write it out."""

    def __init__(self, page: QWidget, shell: Shell, detail: PostDetail) -> None:
        super().__init__(page)
        self._page = page
        self._shell = shell
        self._detail = detail
        detail.copy_wanted.connect(self.copy_text)
        detail.drafts_wanted.connect(self.write_drafts)
        detail.page_wanted.connect(self.write_page)
        detail.sheet_wanted.connect(self.choose_sheet)

    def commands(self) -> list[tuple[str, Callable[[], object]]]:
        """For find-or-do, while a post is shown."""
        return [
            (_("Copy this post for a chat"), self.copy_text),
            (_("Write mail drafts of this post"), self.write_drafts),
            (_("Save this post as a page"), self.write_page),
            (_("Save this post as a sheet for the wall"), self.choose_sheet),
        ]

    @Slot()
    def copy_text(self) -> None:
        shown = self._detail.shown
        if shown is not None:
            services, post_id = self._shell.services, shown.full.post.id
            self._shell.jobs.run(
                "",
                lambda _progress: services.post_exports.chat_text(post_id),
                self._copied,
                owner=self,
                quiet=True,
            )

    @Slot()
    def write_drafts(self) -> None:
        """A folder of the post's own name inside the chosen one."""
        shown = self._detail.shown
        if shown is None:
            return
        chosen = QFileDialog.getExistingDirectory(self._page, _("Where the mail drafts shall lie"), documents())
        if chosen:
            self._export(_("Writing mail drafts"), shown, Path(chosen) / file_stem(shown.full.post.title), None)

    @Slot()
    def write_page(self) -> None:
        shown = self._detail.shown
        if shown is not None:
            self._save(_("Save the page"), shown, ".html", None)

    @Slot()
    def choose_sheet(self) -> SheetDialog | None:
        """Ask what the sheet carries, then where it goes."""
        shown = self._detail.shown
        if shown is None:
            return None
        roster = shown.full.roster
        count = roster.open_count if roster else 0
        dialog = SheetDialog(
            self._page,
            event=shown.full.event.name if shown.full.event else "",
            open_places=count,
            asks=shown.asks,
            paper=paper_called(self._shell.settings.current.paper),
        )
        dialog.accepted.connect(self._write_sheet)
        dialog.open()
        return dialog

    @Slot()
    def _write_sheet(self) -> None:
        dialog, shown = self.sender(), self._detail.shown
        if isinstance(dialog, SheetDialog) and shown is not None:
            self._save(_("Save the sheet"), shown, ".pdf", dialog.sheet())

    def _save(self, title: str, shown: ShownPost, suffix: str, sheet: Sheet | None) -> None:
        start = str(Path(documents()) / f"{file_stem(shown.full.post.title)}{suffix}")
        chosen, _filter = QFileDialog.getSaveFileName(self._page, title, start, f"*{suffix}")
        if chosen:
            path = Path(chosen)
            path = path if path.suffix.casefold() == suffix else path.with_name(path.name + suffix)
            self._export(title, shown, path, sheet)

    def _export(self, title: str, shown: ShownPost, path: Path, sheet: Sheet | None) -> None:
        services, name = self._shell.services, str(shown.full.post.id)
        self._shell.jobs.run(
            title,
            lambda progress: services.post_exports.export(
                name, path, sheet=sheet, on_progress=progress.rows, should_stop=progress.should_stop
            ),
            self._tell,
            owner=self,
        )

    def _copied(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self._shell.say(_("Copied. Paste it into the chat."))

    def _tell(self, done: PostExported) -> None:
        first = done.paths[0]
        if first.suffix == ".eml":
            told = plural(
                "Wrote {count} draft to {folder}.", "Wrote {count} drafts to {folder}.", len(done.paths),
                folder=first.parent,
            )  # fmt: skip
        else:
            told = _("Wrote {path}.").format(path=first)
        self._shell.say(" ".join([told, *done.notes]), stays=bool(done.notes))
