"""Deciding a poll, and what follows: the event, the post, invitations and minutes."""

from pathlib import Path

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from clubhub.domain.audiences import AudienceKind
from clubhub.domain.changes import Changes
from clubhub.domain.file_names import safe_stem
from clubhub.domain.ids import EventId, OptionId
from clubhub.domain.poll_results import USUAL_RULE
from clubhub.services.poll_boards import PollBoard
from clubhub.support.texts import _
from clubhub.viewmodels.polls import words
from clubhub.widgets.file_choice import in_documents
from clubhub.widgets.pages import Shell
from clubhub.widgets.polls.poll_view import PollView


class Decisions(QObject):
    """Connects the panel of a poll's view with the services that decide and hand the decision on."""

    def __init__(self, page: QWidget, shell: Shell, view: PollView) -> None:
        super().__init__(page)
        self._page = page
        self._shell = shell
        self._view = view
        view.grid.table.choice_wanted.connect(self._decide_column)
        foot, card = view.panel.foot, view.panel.decision
        foot.chosen.connect(self.decide)
        foot.event_wanted.connect(self.make_event)
        foot.roster_wanted.connect(self._show_event)
        card.announcing_wanted.connect(self._announce)
        card.invitations_wanted.connect(self.invite)
        card.minutes_wanted.connect(self._ask_for_minutes)
        card.opening_wanted.connect(self.leave_open)

    @property
    def _board(self) -> PollBoard | None:
        return self._view.board

    @Slot(object)
    def decide(self, option_id: OptionId) -> None:
        """By the rule that the poll is ranked by; many marks may wait to be written before."""
        if self._board is None:
            return
        poll_id, rule = self._board.poll.id, self._view.model.rule or USUAL_RULE
        decisions = self._shell.services.decisions
        self._shell.jobs.run("", lambda _progress: decisions.decide(poll_id, option_id, rule), self._shell.done,
                             owner=self, quiet=True)  # fmt: skip

    @Slot()
    def leave_open(self) -> None:
        if self._board is not None:
            poll_id, decisions = self._board.poll.id, self._shell.services.decisions
            self._shell.jobs.run("", lambda _progress: decisions.undecide(poll_id), self._shell.done, owner=self,
                                 quiet=True)  # fmt: skip

    @Slot()
    def make_event(self) -> None:
        """Ask for the event's name and place."""
        from clubhub.widgets.polls.event_dialog import EventOfPollDialog

        if self._board is not None and self._board.decided is not None:
            dialog = EventOfPollDialog(self._page, self._shell, self._board)
            dialog.made.connect(self._open_made)
            dialog.open()

    @Slot(object)
    def _decide_column(self, column: int) -> None:
        self.decide(self._view.model.options[column].id)

    @Slot(object, object)
    def _open_made(self, event_id: EventId, changes: Changes) -> None:
        self._shell.done(changes)
        self._shell.go("events", event_id)

    @Slot()
    def _show_event(self) -> None:
        if self._board is not None and self._board.event:
            self._shell.go("events", self._board.event.id)

    @Slot()
    def _announce(self) -> None:
        """Begin a post that tells everybody asked of the time that was chosen."""
        if self._board is None or self._board.decided is None:
            return
        when = words.option_words(self._board.decided)
        text = _("It is settled: **{when}**.").format(when=when) + "\n\n"
        audience = self._board.poll.audience or str(AudienceKind.EVERYBODY)
        self._shell.go("posts", ("new-for", audience, f"{self._board.poll.name}: {when}", text))

    @Slot()
    def invite(self) -> None:
        """Every road out, at the calendar, on the time that was chosen."""
        from clubhub.widgets.polls.ask_dialog import AskDialog

        if self._board is not None:
            dialog = AskDialog(self._page, self._shell, self._board)
            dialog.show_road("calendar")
            dialog.open()

    @Slot()
    def _ask_for_minutes(self) -> None:
        if self._board is None:
            return
        start = in_documents(f"{safe_stem(_('{poll}, minutes').format(poll=self._board.poll.name))}.pdf")
        path, _kind = QFileDialog.getSaveFileName(self._page, _("Save the minutes"), start, "*.pdf")
        if path:
            self.write_minutes(Path(path))

    def write_minutes(self, path: Path) -> None:
        """The poll as a sheet: what was asked, who said what, what was decided and why."""
        if self._board is not None:
            name, exports = self._board.poll.name, self._shell.services.exports
            self._shell.jobs.run(_("Writing the minutes"), lambda _progress: exports.poll(name, path).path,
                                 self._tell_written, owner=self)  # fmt: skip

    def _tell_written(self, path: Path) -> None:
        self._shell.say(_("Saved as {path}.").format(path=path))
