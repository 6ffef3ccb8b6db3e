"""Takes answers in, pasted or from files: first a look at what was understood, then OK."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QFileDialog, QStackedWidget, QWidget

from clubhub.domain.changes import Changes
from clubhub.domain.errors import Conflict
from clubhub.domain.file_kinds import REPLY_SUFFIXES, SHEET_SUFFIXES, patterns
from clubhub.domain.ids import PersonId
from clubhub.domain.polls import Poll
from clubhub.domain.reply_reviews import Review, ReviewItem
from clubhub.services.answer_sources import AnswerSource
from clubhub.services.answer_targets import PollMeant
from clubhub.services.answers_import import AnswersImport
from clubhub.services.poll_boards import EventChoice, PollSummary
from clubhub.support.texts import _
from clubhub.viewmodels.jobs import Progress
from clubhub.viewmodels.polls.answers_review import accept_words
from clubhub.widgets.controls import button, column, label, row
from clubhub.widgets.dialogs import Dialog
from clubhub.widgets.forms import Field, Form
from clubhub.widgets.pages import Shell
from clubhub.widgets.polls.paste_box import PasteBox
from clubhub.widgets.polls.review_view import ReviewView
from clubhub.widgets.polls.table_preview import MOST_REMARKS, TablePreview

WIDTH, HEIGHT = 980, 660
PASTE, TABLE, REFUSED, REVIEW = range(4)


class AnswersDialog(Dialog):
    """`poll` is the one to begin with, `path` a file that was dropped; either may be None."""

    taken = Signal(object)
    """The Changes."""

    def __init__(self, parent: QWidget, shell: Shell, poll: Poll | None, path: Path | None) -> None:
        subline = _("Whatever came: you see what was understood before anything is counted.")
        super().__init__(parent, _("Bring in answers"), subline, accept=_("Look at it"), width=WIDTH)
        self._shell = shell
        self._first = poll
        self._source = AnswerSource(paths=(path,) if path else ())
        self._asked = 0
        self._meant = PollMeant()
        self._seen: AnswersImport | Review | None = None
        self.poll = QComboBox()
        self.file = label(tone="text2", wrap=True)
        self.choose = button(_("Choose files…"), self._choose_files, icon="file", name="choose_file")
        self.again = button(_("Something else"), self._begin_again, icon="back", name="again")
        self.paste = PasteBox()
        self.preview, self.review = TablePreview(shell.theme), ReviewView(shell.theme)
        self._refusal = label(tone="danger", wrap=True, select=True)
        self._lay_out()
        self._connect()
        self._show(PASTE)
        boards = shell.services.poll_boards
        shell.jobs.run("", lambda _progress: (boards.summaries(), boards.event_choices()), self._show_polls,
                       owner=self, quiet=True)  # fmt: skip

    @property
    def stage(self) -> int:
        """PASTE, TABLE, REFUSED or REVIEW."""
        return self._body.currentIndex()

    @Slot()
    def accept(self) -> None:
        """Look at what was pasted, or take in what the preview shows or the review has ticks at."""
        if not self.accept_button.isEnabled():
            return
        if self.stage == PASTE:
            self._source = AnswerSource(text=self.paste.toPlainText())
            self._look()
        else:
            self._take()

    def _lay_out(self) -> None:
        refused = QWidget()
        refused.setLayout(column(self._refusal, None))
        self._body = QStackedWidget()
        for part in (self.paste, self.preview, refused, self.review):
            self._body.addWidget(part)
        self._body.setMinimumHeight(14 * self._shell.theme.line_height())
        file = row(self.file, self.choose)
        file.setStretch(0, 1)
        self.body.addWidget(Form([Field(name=_("Answers to"), widget=self.poll)]))
        self.body.addLayout(file)
        self.body.addWidget(self._body, 1)
        self.add_foot_buttons([self.again])
        self.fit(WIDTH, HEIGHT)

    def _connect(self) -> None:
        self.paste.files_given.connect(self._take_files)
        self.paste.look_wanted.connect(self.accept)
        self.paste.textChanged.connect(self._name_accept)
        self.review.model.ticked.connect(self._name_accept)
        self.review.person_wanted.connect(self._reassign)

    def _show_polls(self, found: tuple[list[PollSummary], list[EventChoice]]) -> None:
        """Each entry's data say which poll the service is to find."""
        summaries, events = found
        self.poll.addItem(_("Found from what came"), PollMeant())
        for item in summaries:
            self.poll.addItem(item.poll.name, PollMeant(poll=item.poll.name))
        for choice in events:
            if not choice.has_poll:
                text = _("A new poll for {event}").format(event=choice.event.name)
                self.poll.addItem(text, PollMeant(event=choice.event.name))
        self.poll.addItem(_("A new poll, called as the file"), PollMeant(is_new=True))
        if self._first is not None:
            self.poll.setCurrentIndex(max(0, self.poll.findText(self._first.name)))
        self.poll.currentIndexChanged.connect(self._look)
        self._look()

    @Slot()
    def _choose_files(self) -> None:
        suffixes = patterns(SHEET_SUFFIXES + REPLY_SUFFIXES)
        paths, _kind = QFileDialog.getOpenFileNames(
            self, _("Answers"), "", _("Answers ({suffixes})").format(suffixes=suffixes)
        )
        if paths:
            self._take_files([Path(path) for path in paths])

    @Slot(object)
    def _take_files(self, paths: Sequence[Path]) -> None:
        self._source = AnswerSource(paths=tuple(paths))
        self._look()

    @Slot()
    def _begin_again(self) -> None:
        self._source = AnswerSource()
        self._asked += 1
        self._show(PASTE)
        self.paste.setFocus()

    @Slot()
    def _look(self) -> None:
        """See what would come of it, as soon as there is something."""
        self.file.setText(", ".join(path.name for path in self._source.paths))
        if self._source == AnswerSource():
            self._show(PASTE)
            self.paste.setFocus()
            return
        self.accept_button.setEnabled(False)
        self._asked += 1
        asked, source, sources = self._asked, self._source, self._shell.services.answer_sources
        chosen = self.poll.currentData() or PollMeant()

        def work(_progress: Progress) -> tuple[int, PollMeant, Review | AnswersImport]:
            meant = sources.meant(source) if chosen == PollMeant() else chosen
            return asked, meant, sources.look(source, meant)

        self._shell.jobs.run(_("Reading the answers"), work, self._show_seen, owner=self, on_failed=self._refuse)

    def _show_seen(self, read: tuple[int, PollMeant, Review | AnswersImport]) -> None:
        asked, meant, seen = read
        if asked != self._asked:
            return
        self._meant, self._seen = meant, seen
        if isinstance(seen, Review):
            self.review.show_review(seen)
            self._show(REVIEW)
        else:
            self.preview.show_import(seen)
            self._show(TABLE)
        if self.focusWidget() is not self.poll:
            (self.review.table if isinstance(seen, Review) else self.accept_button).setFocus()

    def _take(self) -> None:
        seen, services = self._seen, self._shell.services
        source, meant, chosen = self._source, self._meant, self.review.model.taken()

        def work(_progress: Progress) -> Changes:
            if isinstance(seen, Review):
                return services.answers_in.accept(seen, chosen)
            return services.answer_sources.take_table(source, meant, seen).changes if seen else Changes()

        self._shell.jobs.run(_("Taking in the answers"), work, self._finish, owner=self, on_failed=self._not_written)

    @Slot(object, object)
    def _reassign(self, item: ReviewItem, person_id: PersonId) -> None:
        if isinstance(self._seen, Review):
            self.review.exchange(self._shell.services.answers_in.reassigned(self._seen, item, person_id))

    @Slot()
    def _name_accept(self) -> None:
        """The button says what it does now."""
        ticked = len(self.review.model.taken())
        texts = {PASTE: _("Look at it"), REVIEW: accept_words(ticked)}
        ready = {
            PASTE: bool(self.paste.toPlainText().strip()),
            TABLE: isinstance(self._seen, AnswersImport) and self._seen.answers > 0,
            REVIEW: ticked > 0,
        }
        text = texts.get(self.stage, _("Take them in"))
        self.accept_button.setText(text)
        self.accept_button.setAccessibleName(text)
        self.accept_button.setEnabled(ready.get(self.stage, False))

    def _show(self, stage: int) -> None:
        self._body.setCurrentIndex(stage)
        self.again.setVisible(stage != PASTE)
        self.choose.setVisible(stage == PASTE)
        self.file.setVisible(bool(self._source.paths))
        self._name_accept()

    def _finish(self, changes: Changes) -> None:
        super().accept()
        self.taken.emit(changes)

    def _not_written(self, error: Exception) -> None:
        """Perhaps somebody has answered meanwhile: say so, and show what would come of it now."""
        if isinstance(error, Conflict):
            self.warn(str(error))
            self._look()
        else:
            self._refuse(error)

    def _refuse(self, error: Exception) -> None:
        """What can't be taken, row by row: mend it in the file, or choose another poll."""
        details = getattr(error, "details", ())
        more = [_("…")] if len(details) > MOST_REMARKS else []
        self._refusal.setText("\n".join([str(error), *(f"• {line}" for line in details[:MOST_REMARKS]), *more]))
        self._show(REFUSED)
