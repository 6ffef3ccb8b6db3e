"""The letters of a poll as a table: Space ticks those that are chosen as sent."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHeaderView

from clubhub.support.texts import _
from clubhub.viewmodels.polls.reminders import LetterRow
from clubhub.viewmodels.table_model import RowTableModel
from clubhub.widgets.tables import RowTableView
from clubhub.widgets.theme import Theme


class LetterTable(RowTableView):
    """To whom, by which road, how often so far, and whether it is sent."""

    toggled = Signal()

    def __init__(self, model: RowTableModel[LetterRow], theme: Theme) -> None:
        super().__init__(model, theme, _("Letters"))
        self.setAccessibleDescription(_("Space ticks the chosen ones as sent."))
        header = self.horizontalHeader()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        theme.changed.connect(self.fit)
        self.fit()

    @Slot()
    def fit(self) -> None:
        """The names take what is left."""
        self.set_column_chars([20, 16, 12, 7])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self.toggled.emit()
        else:
            super().keyPressEvent(event)
