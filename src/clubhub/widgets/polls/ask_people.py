"""Asking each person by their own road: the ballots one by one, to copy or to open, or all as files."""

from PySide6.QtCore import QUrl, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QHeaderView, QWidget

from clubhub.domain.ballots import Asking
from clubhub.domain.papers import paper_called
from clubhub.support.texts import _
from clubhub.viewmodels.polls.asking import BallotRow, ballot_model, ballot_rows
from clubhub.viewmodels.polls.reminders import open_words
from clubhub.widgets import icons
from clubhub.widgets.controls import button, column, name_button, surface
from clubhub.widgets.pages import Shell
from clubhub.widgets.polls.ask_part import AskPart, preview
from clubhub.widgets.polls.halves import Halves
from clubhub.widgets.polls.line import WrappingLine
from clubhub.widgets.tables import RowTableView

LEAST_LETTERS = 78


class AskPeople(AskPart):
    def __init__(self, dialog: QWidget, shell: Shell) -> None:
        super().__init__(dialog, shell)
        self.model = ballot_model(self)
        self.table = RowTableView(self.model, shell.theme, _("Ballots"))
        self.table.set_column_chars([20, 15, 12])
        self.table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.table.setMinimumHeight(5 * self.table.verticalHeader().defaultSectionSize())
        self.text = preview(_("The ballot"))
        self.text.setMinimumHeight(5 * shell.theme.line_height())
        self.copy = button(_("Copy the text"), self._copy, icon="copy", name="copy")
        self.open_it = button(_("Open in mail"), self._open, icon="mail", name="open")
        self.save = button(_("Save all as files…"), self._choose_folder, icon="file", name="save-all")
        framed = surface("card", column(self.table, margins=(1, 1, 1, 1)))
        halves = Halves(framed, self.text, least=LEAST_LETTERS, space=12)
        layout = column(halves, WrappingLine(self.copy, self.open_it, self.save), self.told, space=10)
        layout.setStretch(0, 1)
        self.setLayout(layout)
        self.table.selectionModel().selectionChanged.connect(self._show_ballot)

    def show_asking(self, asking: Asking) -> None:
        super().show_asking(asking)
        self.model.set_rows(ballot_rows(asking.ballots))
        if asking.ballots and not self.table.selected_ids():
            self.table.select_id(self.model.id_at(0))
        self._show_ballot()

    def _chosen(self) -> BallotRow | None:
        ids = self.table.selected_ids()
        place = self.model.place_of(ids[0]) if ids else None
        return None if place is None else self.model.rows[place]

    @Slot()
    def _show_ballot(self) -> None:
        chosen = self._chosen()
        for widget in (self.copy, self.open_it):
            widget.setEnabled(chosen is not None)
        if chosen is None:
            return
        self.text.setPlainText(chosen.ballot.text)
        self.open_it.setEnabled(bool(chosen.link))
        if chosen.channel is not None:
            name_button(self.open_it, open_words(chosen.channel))
            self.open_it.setIcon(icons.get(chosen.channel.value))

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text.toPlainText())
        self.tell(_("Copied. Paste it where this person reads it."))

    @Slot()
    def _open(self) -> None:
        chosen = self._chosen()
        if chosen is not None and not QDesktopServices.openUrl(QUrl(chosen.link)):
            self.tell(_("This computer has no program for it. Copy the text instead."))

    @Slot()
    def _choose_folder(self) -> None:
        folder = self.choose_folder(_("Where the ballots shall lie"))
        asking, ballots = self.asking, self._shell.services.ballots
        if folder is None or asking is None:
            return
        into, paper = folder / _("Ballots"), paper_called(self._shell.settings.current.paper)
        self.write(
            _("Writing ballots"),
            lambda progress: ballots.write_all(
                asking, into, paper=paper, on_progress=progress.rows, should_stop=progress.should_stop
            ),
        )
