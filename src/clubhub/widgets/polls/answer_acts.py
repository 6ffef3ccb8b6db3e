"""Does what is wanted with a whole answer of the poll that is shown: its history, whose it is, taking it out."""

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from clubhub.domain.errors import NotFound
from clubhub.domain.poll_answers import Said
from clubhub.domain.polls import Answer
from clubhub.services.answer_history import AnswerHistory
from clubhub.services.poll_boards import PollBoard
from clubhub.support.texts import _
from clubhub.viewmodels.polls.grid_rows import GridRow, grid_rows
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
        """Ask whom of the club a guest is, once the marks that are shown are written: the answer moves with them."""
        poll, boards = self._view.model.poll, self._shell.services.poll_boards
        if poll is not None:
            self._view.queue.then(lambda: _with_guest(boards.board(poll.id), row), self._show_whose)

    @Slot(object)
    def remove(self, row: GridRow) -> None:
        """Take the answer out as it is shown, after marks that are still being written; the banner offers Undo."""
        poll, owners = self._view.model.poll, self._shell.services.answer_owners
        seen, comment = Said(marks=dict(row.marks), ranking=row.ranking, said=row.said), row.comment
        person_id, answer_id = row.person_id, row.answer_id
        if poll is not None:
            self._view.queue.then(
                lambda: owners.remove(poll.id, seen, comment, person_id=person_id, answer_id=answer_id),
                self._shell.done,
            )

    def _show_whose(self, asked: tuple[PollBoard, Answer]) -> None:
        from clubhub.widgets.polls.whose_dialog import WhoseDialog

        board, given = asked
        WhoseDialog(self._page, self._shell, board, grid_rows(board), given).open()

    def _show_history(self, history: AnswerHistory) -> None:
        from clubhub.widgets.polls.answer_history_dialog import AnswerHistoryDialog

        AnswerHistoryDialog(self._page, self._shell.theme, history).open()


def _with_guest(board: PollBoard, row: GridRow) -> tuple[PollBoard, Answer]:
    """The poll and the answer of a guest as they stand. Raises NotFound if the answer is gone."""
    for answer in board.guests:
        if answer.id == row.answer_id:
            return board, answer
    raise NotFound(_("This answer is no longer in the poll, so nothing was changed. Look at the poll again."))
