"""Does what is wanted with a whole answer of the poll that is shown: its history, whose it is, taking it out."""

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from clubhub.services.answer_history import AnswerHistory
from clubhub.viewmodels.polls.grid_rows import GridRow
from clubhub.widgets.pages import Shell
from clubhub.widgets.polls.poll_view import PollView


class AnswerActs(QObject):
    def __init__(self, page: QWidget, shell: Shell, view: PollView) -> None:
        super().__init__(page)
        self._page = page
        self._shell = shell
        self._view = view
        for acts in (view.grid.table.acts, view.said.acts):
            acts.history_wanted.connect(self.tell_history)
            acts.person_wanted.connect(self.ask_person)
            acts.removal_wanted.connect(self.remove)

    @Slot(object)
    def tell_history(self, row: GridRow) -> None:
        """Show who entered the answer of a row of the grid, and what it was before."""
        poll, service = self._view.model.poll, self._shell.services.answer_history
        if poll is not None:
            self._shell.jobs.run(
                "", lambda _p: service.of(poll.id, person_id=row.person_id, answer_id=row.answer_id),
                self._show_history, owner=self, quiet=True,
            )  # fmt: skip

    @Slot(object)
    def ask_person(self, row: GridRow) -> None:
        """Ask whom of the club a guest is."""
        from clubhub.widgets.polls.whose_dialog import WhoseDialog

        if self._view.board is not None:
            WhoseDialog(self._page, self._shell, self._view.board, self._view.model.rows, row).open()

    @Slot(object)
    def remove(self, row: GridRow) -> None:
        """Take the answer out; the banner offers to undo it."""
        poll, owners = self._view.model.poll, self._shell.services.answer_owners
        if poll is not None:
            self._shell.jobs.run(
                "", lambda _p: owners.remove(poll.id, person_id=row.person_id, answer_id=row.answer_id),
                self._shell.done, owner=self, quiet=True,
            )  # fmt: skip

    def _show_history(self, history: AnswerHistory) -> None:
        from clubhub.widgets.polls.answer_history_dialog import AnswerHistoryDialog

        AnswerHistoryDialog(self._page, self._shell.theme, history).open()
