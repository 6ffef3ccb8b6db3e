"""Handing a roster out: choose the form, look at it, then save, print or copy it."""

from pathlib import Path

from PySide6.QtCore import QSize, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication, QImage
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QStackedWidget,
    QWidget,
)

from clubhub.domain.events import Event
from clubhub.services.exports import Exported
from clubhub.support.texts import _, plural
from clubhub.viewmodels.export_forms import ExportForm, export_forms, proposed_name
from clubhub.viewmodels.jobs import Progress
from clubhub.widgets import icons
from clubhub.widgets.controls import button, column, label, row
from clubhub.widgets.dialogs import Dialog
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
        self.list = QListWidget()
        self.list.setAccessibleName(_("Form"))
        self.about = label(tone="text2", wrap=True)
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
        form, exports, event_id = self.form, self._shell.services.exports, self._event.id
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
            lambda _p: exports.event_file(event_id, target, layout=form.layout),
            self._tell_saved,
            owner=self,
        )

    def print_to(self, printer: QPrinter) -> None:
        """Print the chosen sheets, off the window's thread."""
        exports, event_id, layout = self._shell.services.exports, self._event.id, self.form.layout

        def work(progress: Progress) -> int:
            pages = exports.event_pages(event_id, layout=layout, dots_per_inch=DOTS_PER_INCH)
            return print_pages(printer, images_of(pages), progress.should_stop)

        self._shell.jobs.run(_("Printing"), work, self._tell_printed, owner=self)

    def _lay_out(self) -> None:
        for form in self._forms:
            item = QListWidgetItem(icons.get(form.icon), form.title)
            item.setToolTip(form.about)
            item.setSizeHint(QSize(0, self._shell.theme.line_height() + 14))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{form.title}. {form.about}")
            self.list.addItem(item)
        letters = self.fontMetrics().horizontalAdvance("n")
        self.list.setFixedWidth(27 * letters)
        self._plain.setAlignment(Qt.AlignmentFlag.AlignCenter)
        for shown in (self.preview, self.text, self._plain):
            self._shown.addWidget(shown)
        right = column(self.about, self._shown, space=8)
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

    @Slot(int)
    def _choose(self, _row: int) -> None:
        form, exports, event_id = self.form, self._shell.services.exports, self._event.id
        self.about.setText(form.about)
        self.print.setVisible(form.is_pdf)
        self.copy.setVisible(form.key == "text")
        self._shown.setCurrentIndex(PAGES if form.is_pdf else TEXT if form.key == "text" else ABOUT)
        self._plain.setText(_("There is no preview of this form: save it, and open it with its own program."))
        if form.is_pdf:
            self.preview.show_pages([])
            self._shell.jobs.run(
                "", lambda _p: (form.key, images_of(exports.event_pages(event_id, layout=form.layout))),
                self._show_pages, owner=self, quiet=True,
            )  # fmt: skip
        elif form.key == "text":
            self._shell.jobs.run("", lambda _p: exports.event_text(event_id), self.text.setPlainText, owner=self,
                                 quiet=True)  # fmt: skip

    def _show_pages(self, answer: tuple[str, list[QImage]]) -> None:
        """Only if the form is still the chosen one."""
        key, images = answer
        if key == self.form.key:
            self.preview.show_pages(images)

    @Slot()
    def _print(self) -> None:
        printer = new_printer(self._shell.settings.current.paper)
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
