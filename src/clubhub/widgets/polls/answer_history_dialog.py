"""Who entered one person's answer and how, and what they said before."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHeaderView, QWidget

from clubhub.services.answer_history import AnswerHistory
from clubhub.support.texts import _
from clubhub.viewmodels.polls.answer_history import history_model
from clubhub.widgets.controls import column, label, surface
from clubhub.widgets.dialogs import Dialog
from clubhub.widgets.tables import RowTableView
from clubhub.widgets.theme import Theme

MOST_ROWS = 8
SAID = 2
"""The column with what an answer says."""


class AnswerHistoryDialog(Dialog):
    """To look at, and to copy out; going back is the history's."""

    def __init__(self, parent: QWidget, theme: Theme, history: AnswerHistory) -> None:
        title = _("The answers of {name}").format(name=history.name)
        super().__init__(parent, title, history.poll.name, accept=_("Close"), width=860)
        self.model = history_model(history, self)
        self.table = RowTableView(self.model, theme, _("Answers, the newest first"))
        self.table.set_column_chars([14, 26, 40, 14])
        self.table.horizontalHeader().setStretchLastSection(False)
        self.table.horizontalHeader().setSectionResizeMode(SAID, QHeaderView.ResizeMode.Stretch)
        rows = min(MOST_ROWS, max(2, len(history.versions))) + 1
        self.table.setMinimumHeight(rows * self.table.verticalHeader().defaultSectionSize() + 4)
        self.body.addWidget(surface("card", column(self.table, margins=(1, 1, 1, 1))), 1)
        self.said = label(_("Nothing was ever entered for them: silent from the beginning."), wrap=True, select=True)
        self.body.addWidget(self.said)
        self.table.selectionModel().selectionChanged.connect(self._show_said)
        self.cancel_button.hide()
        if history.versions:
            self.table.select_id(self.model.id_at(0))
        self.table.setFocus()

    @Slot()
    def _show_said(self) -> None:
        """All of what the chosen answer says: the table cuts it."""
        index = self.table.currentIndex()
        if index.isValid():
            self.said.setText(self.model.index(index.row(), SAID).data())
