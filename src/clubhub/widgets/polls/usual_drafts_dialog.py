"""Offers what silent people usually say as their answers: nothing counts until it is taken over here."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from clubhub.domain.changes import Changes
from clubhub.domain.ids import PollId
from clubhub.services.usual_answers import DraftedAnswer
from clubhub.support.texts import _, plural
from clubhub.viewmodels.polls.usual_drafts import WHO, UsualDrafts
from clubhub.widgets.controls import label, name_button
from clubhub.widgets.dialogs import Dialog
from clubhub.widgets.pages import Shell

LEAST_ROWS, MOST_ROWS = 3, 12


class UsualDraftsDialog(Dialog):
    def __init__(self, parent: QWidget, shell: Shell, poll_id: PollId) -> None:
        subline = _("Of those who are silent. Only who is ticked gets this as an answer; ask them if you are not sure.")
        super().__init__(parent, _("What they usually say"), subline, accept=_("Take over"), width=560)
        self._shell = shell
        self._poll_id = poll_id
        self.model = UsualDrafts(self)
        self.table = QTableView()
        self._none = label(
            _("Nobody who is silent has usual times for this poll. They are kept with each person, under People."),
            tone="text2",
            wrap=True,
        )
        self._set_up()
        self.model.ticked.connect(self._tell)
        usual = shell.services.usual_answers
        shell.jobs.run("", lambda _progress: usual.drafts(poll_id), self._show, owner=self, quiet=True)

    @Slot()
    def accept(self) -> None:
        usual, poll_id, taken = self._shell.services.usual_answers, self._poll_id, self.model.taken()
        self._shell.jobs.run(_("Saving"), lambda _progress: usual.accept(poll_id, taken), self._finish, owner=self)

    def _set_up(self) -> None:
        self.table.setModel(self.model)
        self.table.setAccessibleName(_("What they usually say"))
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setShowGrid(False)
        self.table.setTabKeyNavigation(False)
        self.table.verticalHeader().hide()
        self.table.horizontalHeader().setHighlightSections(False)
        self.table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        self.table.horizontalHeader().setStretchLastSection(True)
        self.table.horizontalHeader().setSectionResizeMode(WHO, QHeaderView.ResizeMode.Stretch)
        self.table.verticalHeader().setDefaultSectionSize(self._shell.theme.line_height() + 16)
        self.table.hide()
        self._none.hide()
        self.body.addWidget(self.table)
        self.body.addWidget(self._none)
        self.accept_button.setEnabled(False)

    def _show(self, drafts: Sequence[DraftedAnswer]) -> None:
        self.model.set_drafts(drafts)
        self.table.setVisible(bool(drafts))
        self._none.setVisible(not drafts)
        rows = min(max(len(drafts), LEAST_ROWS), MOST_ROWS) + 1
        self.table.setMinimumHeight(rows * self.table.verticalHeader().defaultSectionSize())
        if drafts:
            self.table.setCurrentIndex(self.model.index(0, WHO))
            self.table.setFocus()

    @Slot()
    def _tell(self) -> None:
        count = len(self.model.taken())
        self.accept_button.setEnabled(bool(count))
        name_button(self.accept_button, plural("Take {count} over", "Take {count} over", count))

    def _finish(self, changes: Changes) -> None:
        super().accept()
        self._shell.done(changes)
