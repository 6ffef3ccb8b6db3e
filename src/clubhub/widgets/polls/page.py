"""Polls: the list, one poll with its answers, and the dialogs that make and fill polls."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QStackedWidget, QWidget

from clubhub.domain.audiences import AudienceKind, AudiencePart
from clubhub.domain.change_kinds import CLUB, PEOPLE, POLLS, ROSTERS
from clubhub.domain.changes import Changes
from clubhub.domain.ids import EventId, PollId
from clubhub.services.poll_boards import PollSummary
from clubhub.services.poll_editing import PollMade
from clubhub.support.texts import _
from clubhub.widgets.controls import column
from clubhub.widgets.pages import Page, Shell
from clubhub.widgets.polls.answer_acts import AnswerActs
from clubhub.widgets.polls.decisions import Decisions
from clubhub.widgets.polls.dialogs import PollDialogs
from clubhub.widgets.polls.poll_list import PollList
from clubhub.widgets.polls.poll_view import PollView
from clubhub.widgets.polls.result_files import ResultFiles
from clubhub.widgets.polls.ways_out import WaysOut

if TYPE_CHECKING:
    from clubhub.widgets.polls.new_poll_dialog import NewPollDialog

REFRESH_MS = 400
"""Marks come quickly one after another: the file is read again when they pause."""


class PollsPage(Page):
    """Opens a poll's id, a file of answers (Path), ("new-for", an event's id), ("remind" or "moved-up", a poll's)."""

    kinds = POLLS | PEOPLE | ROSTERS | CLUB

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self.list = PollList(shell.theme)
        self.view = PollView(shell)
        self._summaries: list[PollSummary] = []
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.view)
        self.setLayout(column(self._stack))
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(REFRESH_MS)
        self._timer.timeout.connect(self._read)
        self.decisions = Decisions(self, shell, self.view)
        self.ways_out = WaysOut(self, shell, self.view)
        self.dialogs = PollDialogs(self, shell, self.view)
        self.answer_acts = AnswerActs(self, shell, self.view)
        self.result_files = ResultFiles(self, shell, self.view)
        self._connect()

    @property
    def shows_poll(self) -> bool:
        return self._stack.currentWidget() is self.view

    def first_control(self) -> QWidget:
        return self.view.first_control() if self.shows_poll else self.list.first_control()

    def refresh(self) -> None:
        self._timer.start() if self.shows_poll else self._read()

    def open_target(self, target: object) -> None:
        if isinstance(target, Path):
            self.bring_in(target)
        elif isinstance(target, tuple) and target[:1] == ("new-for",):
            self.make_poll(target[1]).rejected.connect(self.shell.go_back)
        elif isinstance(target, tuple) and target[:1] in {("remind",), ("moved-up",)}:
            self.ways_out.write_first(target[0], PollId(target[1]))
            self.open_poll(PollId(target[1]))
        elif isinstance(target, int):
            self.open_poll(PollId(target))

    @property
    def is_at_beginning(self) -> bool:
        return not self.shows_poll

    def show_beginning(self) -> None:
        self.show_list()

    def commands(self) -> list[tuple[str, Callable[[], object]]]:
        found: list[tuple[str, Callable[[], object]]] = [
            (_("New poll"), self.make_poll),
            (_("Bring in answers"), self.bring_in),
        ]
        return (
            [
                *found,
                (_("Type an answer"), self.dialogs.type_answer),
                (_("Ask"), self.ways_out.ask),
                (_("Remind the silent"), self.ways_out.remind),
                (_("Tell who moved up"), self.ways_out.tell_moved_up),
            ]
            if self.shows_poll
            else found
        )

    @Slot(object)
    def open_poll(self, poll_id: PollId) -> None:
        self._stack.setCurrentWidget(self.view)
        self.view.show_poll(poll_id)

    @Slot()
    def show_list(self) -> None:
        self._stack.setCurrentWidget(self.list)
        self._read()
        self.list.table.setFocus()

    @Slot()
    def _leave(self) -> None:
        """The poll that was shown is gone."""
        if self.view.board is not None:
            self.tell_gone(self.view.board.poll.name)
        self.show_list()

    @Slot()
    def make_poll(self, event_id: EventId | None = None) -> "NewPollDialog":
        """Open the dialog that makes a poll, for an event if one is given."""
        from clubhub.widgets.polls.new_poll_dialog import NewPollDialog

        dialog = NewPollDialog(self, self.shell, event_id)
        dialog.made.connect(self._open_made)
        dialog.open()
        return dialog

    @Slot()
    def bring_in(self, path: Path | None = None) -> None:
        """Open the dialog that takes answers in from a file, into the poll that is shown if there is one."""
        from clubhub.widgets.polls.answers_dialog import AnswersDialog

        shown = self.view.board.poll if self.shows_poll and self.view.board else None
        dialog = AnswersDialog(self, self.shell, shown, path)
        dialog.taken.connect(self._tell_taken)
        dialog.open()

    def _connect(self) -> None:
        self.list.opened.connect(self.open_poll)
        self.list.new_wanted.connect(self.make_poll)
        self.list.answers_wanted.connect(self.bring_in)
        self.view.gone.connect(self._leave)
        head = self.view.head
        head.back_wanted.connect(self.show_list)
        head.answers_wanted.connect(self.bring_in)
        head.write_wanted.connect(self._write_to_silent)
        self.dialogs.made.connect(self._open_made)
        self.dialogs.removed.connect(self._tell_removed)

    @Slot()
    def _read(self) -> None:
        if self.shows_poll:
            self.view.read()
            return
        boards = self.shell.services.poll_boards
        self.shell.jobs.run("", lambda _progress: boards.summaries(), self.list.set_rows, owner=self, quiet=True)

    @Slot(object)
    def _open_made(self, made: PollMade) -> None:
        self.shell.done(made.changes)
        self.open_poll(made.poll_id)

    @Slot(object)
    def _tell_taken(self, changes: Changes) -> None:
        self.shell.done(changes)
        self._read()

    @Slot()
    def _write_to_silent(self) -> None:
        if self.view.board is not None:
            rule = AudiencePart(kind=AudienceKind.SILENT, name=self.view.board.poll.name)
            self.shell.go("posts", ("new-for", str(rule)))

    @Slot(object)
    def _tell_removed(self, changes: Changes) -> None:
        self.show_list()
        self.shell.done(changes)
