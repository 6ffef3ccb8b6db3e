"""Reminds those who are silent, or tells who moved up: each letter to copy or to open, and the log at the end."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QUrl, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QPlainTextEdit, QWidget

from clubhub.domain.changes import Changes
from clubhub.domain.ids import PersonId
from clubhub.domain.people import Channel
from clubhub.services.poll_boards import PollBoard
from clubhub.services.poll_reminders import ReminderPlan
from clubhub.support.texts import _, plural
from clubhub.viewmodels.polls.letter_rounds import LetterRound, MovedUpRound, ReminderRound
from clubhub.viewmodels.polls.reminders import LetterRow, left_out_sentences, letter_model, open_words, told
from clubhub.widgets import icons
from clubhub.widgets.controls import THIN_SPACE, button, column, icon_label, label, row, surface
from clubhub.widgets.dialogs import USUAL_LINE, Dialog
from clubhub.widgets.file_choice import documents
from clubhub.widgets.pages import Shell
from clubhub.widgets.polls.halves import Halves
from clubhub.widgets.polls.letter_table import LetterTable
from clubhub.widgets.polls.line import WrappingLine

LEAST_LETTERS = 100
"""The width, in letters, from which on the text stands beside the list."""

MOST_ROWS = 9
"""Of more the list scrolls; with large text or the text below it sooner."""
LEAST_ROWS = 4


class RemindDialog(Dialog):
    """Nothing is sent from here. What was copied or opened counts as sent until it is unticked; OK writes it down."""

    def __init__(self, parent: QWidget, shell: Shell, board: PollBoard, *, for_moved_up: bool = False) -> None:
        page, poll_id = shell.settings.current.answer_page_of(board.club.name), board.poll.id
        letters: LetterRound = ReminderRound(shell.services, poll_id, page)
        if for_moved_up:
            letters = MovedUpRound(shell.services, poll_id)
        subline = _("Nothing is sent by itself. Copy or open each one, then say which you have sent.")
        super().__init__(parent, letters.heading, subline, accept=_("I have sent these"), width=1000)
        self._shell = shell
        self._poll_id = poll_id
        self._round = letters
        self._plan: ReminderPlan | None = None
        self.model = letter_model(self)
        self.table = LetterTable(self.model, shell.theme)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setAccessibleName(_("What they are sent"))
        self.text.setTabChangesFocus(True)
        self.copy = button(_("Copy the text"), self._copy, icon="copy", name="copy")
        self.open_it = button(_("Open in mail"), self._open, icon="mail", name="open")
        self.tick = button(_("Sent"), self._turn, icon="ok", name="tick")
        self.drafts = button(_("Save mail drafts…"), self._choose_folder, name="drafts")
        self.tick_all = button(_("Tick all"), self._tick_all, look="link", name="tick_all")
        self._left_out = column(space=4)
        self._lay_out()
        self.table.selectionModel().selectionChanged.connect(self._show_letter)
        self.table.toggled.connect(self._turn)
        self.accept_button.setEnabled(False)
        self._read()

    @Slot()
    def accept(self) -> None:
        rows, letters, plan = told(self.model.rows), self._round, self._plan
        if plan is None:
            return
        self.accept_button.setEnabled(False)
        self._shell.jobs.run("", lambda _progress: letters.log(rows, plan), self._finish, owner=self,
                             on_failed=self._refuse, quiet=True)  # fmt: skip

    def _lay_out(self) -> None:
        framed = surface("card", column(self.table, margins=(1, 1, 1, 1)))
        beside = QWidget()
        beside.setLayout(column(self.text, WrappingLine(self.copy, self.open_it, self.tick), space=10))
        self._letters = Halves(framed, beside, least=LEAST_LETTERS, space=16)
        self.text.setMinimumHeight(7 * self._shell.theme.line_height())
        note = row(icon_label("info", "info"), self._left_out, space=10)
        note.setStretch(1, 1)
        self._note = QWidget()
        self._note.setLayout(note)
        self.body.addWidget(self._letters, 1)
        self.body.addWidget(self._note)
        self.add_foot_buttons([self.tick_all, self.drafts])

    def _read(self) -> None:
        letters = self._round
        self._shell.jobs.run("", lambda _progress: letters.read(), self._show, owner=self,
                             on_failed=self._refuse, quiet=True)  # fmt: skip

    def _show(self, plan: ReminderPlan) -> None:
        self._plan = plan
        self._shell.wrote(plan.changes)
        title = self._round.title(plan)
        self.setWindowTitle(title)
        self.title_label.setText(title)
        sent = {item.id for item in self.model.rows if item.is_sent}
        self.model.set_rows([LetterRow(letter=one, is_sent=one.recipient.person.id in sent) for one in plan.letters])
        for widget in (self._letters, self.accept_button, self.tick_all):
            widget.setVisible(bool(plan.letters))
        self.drafts.setVisible(any(one.recipient.channel is Channel.MAIL for one in plan.letters))
        for sentence in left_out_sentences(plan.left_out):
            self._left_out.addWidget(label(sentence, tone="text2", wrap=True))
        self._note.setVisible(bool(plan.left_out))
        if plan.letters and not self.table.selected_ids():
            self.table.select_id(self.model.id_at(0))
            self.table.setFocus()
        most = max(LEAST_ROWS, MOST_ROWS * USUAL_LINE // self._shell.theme.line_height())
        rows = min(most if self._letters.is_beside else LEAST_ROWS, len(plan.letters)) + 1
        self.table.setMinimumHeight(rows * self.table.verticalHeader().defaultSectionSize() + 4)
        self._count()
        self.fit_to_contents()

    def _chosen(self) -> list[LetterRow]:
        places = [self.model.place_of(one) for one in self.table.selected_ids()]
        return [self.model.rows[place] for place in places if place is not None]

    @Slot()
    def _show_letter(self) -> None:
        """Of several the first; what can be copied is its text."""
        chosen = self._chosen()
        for widget in (self.copy, self.tick):
            widget.setEnabled(bool(chosen))
        self.open_it.setEnabled(len(chosen) == 1 and chosen[0].can_be_opened)
        if chosen:
            channel = chosen[0].letter.recipient.channel
            words = open_words(channel)
            self.text.setPlainText(chosen[0].letter.text)
            self.open_it.setText(f"{THIN_SPACE}{words}")
            self.open_it.setAccessibleName(words)
            self.open_it.setIcon(icons.get(channel.value))

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text.toPlainText())
        self._mark([item.id for item in self._chosen()[:1]], is_sent=True)

    @Slot()
    def _open(self) -> None:
        for item in self._chosen()[:1]:
            if QDesktopServices.openUrl(QUrl(item.letter.link)):
                self._mark([item.id], is_sent=True)
            else:
                self.warn(_("This computer has no program for it. Copy the text instead."))

    @Slot()
    def _turn(self) -> None:
        chosen = self._chosen()
        self._mark([item.id for item in chosen], is_sent=not all(item.is_sent for item in chosen))

    @Slot()
    def _tick_all(self) -> None:
        self._mark([item.id for item in self.model.rows], is_sent=True)

    def _mark(self, ids: list[PersonId], *, is_sent: bool) -> None:
        self.model.set_rows([replace(item, is_sent=is_sent) if item.id in ids else item for item in self.model.rows])
        self._count()

    def _count(self) -> None:
        count = sum(item.is_sent for item in self.model.rows)
        words = plural("I have sent this one", "I have sent these {count}", count) if count else _("I have sent these")
        self.accept_button.setText(words)
        self.accept_button.setAccessibleName(words)
        self.accept_button.setEnabled(bool(count))

    @Slot()
    def _choose_folder(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, _("Where the mail drafts shall lie"), documents())
        if folder:
            self.write_drafts(Path(folder) / self._round.folder)

    def write_drafts(self, folder: Path) -> None:
        """Write the drafts of all who are reached by mail, and count them as sent."""
        letters = self._round
        self._shell.jobs.run(
            _("Writing mail drafts"), lambda _progress: letters.write_drafts(folder),
            self._tell_written, owner=self, on_failed=self._refuse,
        )  # fmt: skip

    def _tell_written(self, paths: list[Path]) -> None:
        by_mail: list[PersonId] = [item.id for item in self.model.rows if item.letter.recipient.channel is Channel.MAIL]
        self._mark(by_mail, is_sent=True)
        self._shell.say(
            plural("Wrote {count} draft to {folder}.", "Wrote {count} drafts to {folder}.", len(paths),
                   folder=paths[0].parent)
        )  # fmt: skip

    def _finish(self, changes: Changes) -> None:
        super().accept()
        self._shell.done(changes)

    def _refuse(self, error: Exception) -> None:
        """As when somebody was reminded from another window meanwhile."""
        self.warn(str(error))
        self._count()
