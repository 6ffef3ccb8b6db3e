"""The table in which the times or the choices of a poll are edited."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStyledItemDelegate, QTableView

from clubhub.viewmodels.polls.choices import ChoiceTable
from clubhub.viewmodels.polls.slots import SlotTable


class OptionsView(QTableView):
    """Typing edits a cell; Delete takes the chosen rows away."""

    def __init__(self, model: ChoiceTable | SlotTable, delegate: QStyledItemDelegate, name: str, *, wide: int) -> None:
        """`wide` is the column that takes what width is left."""
        super().__init__()
        self._options = model
        self._wide = wide
        self.setModel(model)
        delegate.setParent(self)
        self.setItemDelegate(delegate)
        self.setAccessibleName(name)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def set_narrow_columns(self, width: int) -> None:
        """All but the wide one."""
        for section in range(self._options.columnCount()):
            if section != self._wide:
                self.setColumnWidth(section, width)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """The room of the scroll bar is left free before it comes, so that columns stay where they are."""
        others = sum(self.columnWidth(at) for at in range(self._options.columnCount()) if at != self._wide)
        bar = self.verticalScrollBar().sizeHint().width()
        self.setColumnWidth(self._wide, self.width() - 2 * self.frameWidth() - bar - others)

    @Slot()
    def remove_chosen(self) -> None:
        self._options.remove({index.row() for index in self.selectedIndexes()})

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.remove_chosen()
        else:
            super().keyPressEvent(event)
