"""Handing a roster out: choose the form, look at it, then save, print or copy it."""

from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication, QImage
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QPlainTextEdit,
    QStackedWidget,
    QWidget,
)

from clubhub.domain.events import Event
from clubhub.domain.papers import Paper, paper_called
from clubhub.services.exports import Exported
from clubhub.support.texts import _, plural
from clubhub.viewmodels.export_forms import ExportForm, export_forms, proposed_name
from clubhub.viewmodels.jobs import Progress
from clubhub.widgets.choice_box import ChoiceBox
from clubhub.widgets.controls import button, column, label, row
from clubhub.widgets.dialogs import Dialog
from clubhub.widgets.events.form_list import FormList
from clubhub.widgets.events.preview import PagePreview
from clubhub.widgets.events.printing import DOTS_PER_INCH, images_of, new_printer, print_pages
from clubhub.widgets.pages import Shell

WIDTH, HEIGHT = 940, 660
PAGES, TEXT, ABOUT = range(3)


class ExportDialog(Dialog):
    """Stays open after saving: several forms are often wanted one after the other."""

    def __init__(self, parent: QWidget, shell: Shell, event: Event) -> None:
        super().__init__(parent, _("Export the roster"), event.name, accept=_("Save as…"), width=WIDTH)
        self._shell = shell
        self._event = event
        self._forms = export_forms()
        self.saved: Path | None = None
        self.list = FormList(shell.theme, self._forms)
        self.about = label(tone="text2", wrap=True)
        self._pages = label(tone="text2")
        self.paper = ChoiceBox({paper.value: paper.value for paper in Paper})
        self.paper.show_value(shell.settings.current.paper)
        self.paper.setAccessibleName(_("Paper"))
        self.preview = PagePreview(shell.theme)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setAccessibleName(_("Text for a chat"))
        self._plain = label(tone="text3", wrap=True)
        self._shown = QStackedWidget()
        self.told = label(wrap=True)
        self.print = button(_("Print…"), self._print, icon="print", name="print")
        self.copy = button(_("Copy"), self._copy, icon="copy", name="copy")
        self.open_folder = button(_("Open the folder"), self._open_folder, look="link", name="open-folder")
        self._lay_out()
        self.list.currentRowChanged.connect(self._choose)
        self.paper.currentIndexChanged.connect(self._change_paper)
        self.list.setCurrentRow(0)
        self.list.setFocus()

    @property
    def form(self) -> ExportForm:
        """The chosen form."""
        return self._forms[max(0, self.list.currentRow())]

    def accept(self) -> None:
        """Ask for a place, and write there; the dialog stays."""
        form = self.form
        start = str(Path.home() / proposed_name(form, self._event.name))
        if form.suffix:
            chosen, _filter = QFileDialog.getSaveFileName(self, _("Save as"), start, f"*{form.suffix}")
        else:
            chosen = QFileDialog.getExistingDirectory(self, _("The folder for the calendars"), str(Path.home()))
        if chosen:
            self.save(Path(chosen))

    def save(self, path: Path) -> None:
        """Write the chosen form to a path; a missing suffix is added."""
        form, exports, event_id, paper = self.form, self._shell.services.exports, self._event.id, self._paper()
        if not form.suffix:
            self._shell.jobs.run(
                _("Writing calendars"),
                lambda _p: exports.event_calendars(event_id, path),
                self._tell_calendars,
                owner=self,
            )
            return
        target = path if path.suffix.casefold() == form.suffix else path.with_name(path.name + form.suffix)
        self._shell.jobs.run(
            _("Writing {name}").format(name=target.name),
            lambda _p: exports.event_file(event_id, target, layout=form.layout, paper=paper),
            self._tell_saved,
            owner=self,
        )

    def print_to(self, printer: QPrinter) -> None:
        """Print the chosen sheets, off the window's thread."""
        exports, event_id, layout = self._shell.services.exports, self._event.id, self.form.layout
        paper = self._paper()

        def work(progress: Progress) -> int:
            pages = exports.event_pages(event_id, layout=layout, paper=paper, dots_per_inch=DOTS_PER_INCH)
            return print_pages(printer, images_of(pages), progress.should_stop)

        self._shell.jobs.run(_("Printing"), work, self._tell_printed, owner=self)

    def _lay_out(self) -> None:
        self._plain.setAlignment(Qt.AlignmentFlag.AlignCenter)
        for shown in (self.preview, self.text, self._plain):
            self._shown.addWidget(shown)
        said = row(self.about, self._pages, self.paper, space=12)
        said.setStretch(0, 1)
        right = column(said, self._shown, space=8)
        right.setStretch(1, 1)
        halves = row(self.list, right, space=20)
        halves.setStretch(1, 1)
        self.body.addLayout(halves, 1)
        told = row(self.told, self.open_folder, None)
        self.body.addLayout(told)
        self.told.hide()
        self.open_folder.hide()
        self.cancel_button.setText(_("Close"))
        self.cancel_button.setAccessibleName(_("Close"))
        self.add_foot_buttons([self.print, self.copy])
        self.fit(WIDTH, HEIGHT)

    def _paper(self) -> Paper:
        return paper_called(self.paper.value())

    @Slot()
    def _change_paper(self) -> None:
        """Kept for all sheets of this computer, as in the settings."""
        self._shell.settings.change(paper=self._paper().value)
        self._choose(self.list.currentRow())

    @Slot(int)
    def _choose(self, _row: int) -> None:
        form, exports, event_id, paper = self.form, self._shell.services.exports, self._event.id, self._paper()
        self.about.setText(form.about)
        self._pages.setText("")
        self.paper.setVisible(form.is_pdf)
        self.print.setVisible(form.is_pdf)
        self.copy.setVisible(form.key == "text")
        self._shown.setCurrentIndex(PAGES if form.is_pdf else TEXT if form.key == "text" else ABOUT)
        self._plain.setText(_("There is no preview of this form: save it, and open it with its own program."))
        if form.is_pdf:
            self.preview.show_waiting()
            self._shell.jobs.run(
                "",
                lambda _p: (form, paper, images_of(exports.event_pages(event_id, layout=form.layout, paper=paper))),
                self._show_pages,
                owner=self,
                quiet=True,
            )
        elif form.key == "text":
            self._shell.jobs.run("", lambda _p: exports.event_text(event_id), self.text.setPlainText, owner=self,
                                 quiet=True)  # fmt: skip

    def _show_pages(self, answer: tuple[ExportForm, Paper, list[QImage]]) -> None:
        """Only if form and paper are still the chosen ones."""
        form, paper, images = answer
        if (form.key, paper) == (self.form.key, self._paper()):
            self.preview.show_pages(images)
            self._pages.setText(plural("{count} page", "{count} pages", len(images)))

    @Slot()
    def _print(self) -> None:
        printer = new_printer(self._paper())
        dialog = QPrintDialog(printer, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self.print_to(printer)

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text.toPlainText())
        self._tell(_("The text is on the clipboard: paste it into the chat."), None)

    def _tell_saved(self, done: Exported) -> None:
        self._tell("\n".join([_("Saved as {path}.").format(path=done.path), *done.warnings]), done.path)

    def _tell_calendars(self, paths: list[Path]) -> None:
        written = plural("{count} calendar is written.", "{count} calendars are written.", len(paths))
        self._tell(written, paths[0] if paths else None)

    def _tell_printed(self, count: int) -> None:
        self._tell(plural("{count} page went to the printer.", "{count} pages went to the printer.", count), None)

    def _tell(self, text: str, path: Path | None) -> None:
        self.saved = path
        self.told.setText(text)
        self.told.show()
        self.open_folder.setVisible(path is not None)

    @Slot()
    def _open_folder(self) -> None:
        if self.saved is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.saved.parent)))
