"""The dialogs that change the poll that is shown, and the answers to it that are typed."""

from collections.abc import Hashable

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from clubhub.services.poll_forms import PollFormChoices, PollSheet
from clubhub.support.texts import _
from clubhub.widgets.pages import Shell
from clubhub.widgets.polls.poll_view import PollView


class PollDialogs(QObject):
    """Each does nothing while no poll is shown."""

    made = Signal(object)
    """A PollMade: the copy of a poll."""
    removed = Signal(object)
    """The Changes that took the poll out."""

    def __init__(self, page: QWidget, shell: Shell, view: PollView) -> None:
        super().__init__(page)
        self._page = page
        self._shell = shell
        self._view = view
        head = view.head
        head.change_wanted.connect(self.change)
        head.copy_wanted.connect(self.copy)
        head.usual_wanted.connect(self.offer_usual)
        head.rename_wanted.connect(self.rename)
        head.remove_wanted.connect(self.remove)
        view.panel.answer_wanted.connect(self.type_answer)
        view.said.answer_wanted.connect(self.type_answer)

    @Slot(object)
    def type_answer(self, key: Hashable | None = None) -> None:
        """Open the dialog in which one person's answer is typed; `key` is that of a row of the grid."""
        from clubhub.widgets.polls.typed_answer_dialog import TypedAnswerDialog

        if self._view.board is not None:
            TypedAnswerDialog(self._page, self._shell, self._view.board, self._view.model, key).open()

    @Slot()
    def change(self) -> None:
        """Open the form of the poll that is shown, once it is read."""
        if self._view.board is not None:
            poll_id, forms = self._view.board.poll.id, self._shell.services.poll_forms
            self._shell.jobs.run("", lambda _progress: (forms.sheet(poll_id), forms.choices()), self._show_form,
                                owner=self, quiet=True)  # fmt: skip

    def _show_form(self, read: tuple[PollSheet, PollFormChoices]) -> None:
        from clubhub.widgets.polls.edit_poll_dialog import EditPollDialog

        EditPollDialog(self._page, self._shell, *read).open()

    @Slot()
    def copy(self) -> None:
        """Open the dialog that makes a poll like the one that is shown."""
        from clubhub.widgets.polls.copy_poll_dialog import CopyPollDialog

        if self._view.board is not None:
            dialog = CopyPollDialog(self._page, self._shell, self._view.board)
            dialog.made.connect(self.made)
            dialog.open()

    @Slot()
    def offer_usual(self) -> None:
        """Open the dialog that takes over what silent people usually say."""
        from clubhub.widgets.polls.usual_drafts_dialog import UsualDraftsDialog

        if self._view.board is not None:
            UsualDraftsDialog(self._page, self._shell, self._view.board.poll.id).open()

    @Slot()
    def rename(self) -> None:
        from clubhub.widgets.polls.rename_dialog import RenameDialog

        if self._view.board is not None:
            RenameDialog(self._page, self._shell, self._view.board.poll).open()

    @Slot()
    def remove(self) -> None:
        if self._view.board is None:
            return
        poll_id, editing = self._view.board.poll.id, self._shell.services.poll_editing
        self._shell.jobs.run(_("Removing the poll"), lambda _progress: editing.remove(poll_id), self.removed.emit,
                            owner=self)  # fmt: skip
