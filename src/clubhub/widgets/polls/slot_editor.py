"""The times of a poll that is being made, to look at, change and remove."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QTimeEdit,
    QWidget,
)

from clubhub.support.texts import _
from clubhub.viewmodels.polls.slots import DAY, FROM, TO, SlotTable
from clubhub.viewmodels.table_model import Index
from clubhub.widgets.controls import button, column, label, row
from clubhub.widgets.theme import Theme


class SlotEditor(QWidget):
    """Delete removes the chosen times; typing, F2 or a double click changes from and to."""

    def __init__(self, model: SlotTable, theme: Theme) -> None:
        super().__init__()
        self._model = model
        self._theme = theme
        self._count = label(kind="strong")
        self.table = _SlotView(model)
        self._remove = button(_("Remove"), self.table.remove_chosen, name="remove_slots")
        self._hint = label(kind="small", tone="text2", wrap=True)
        self._is_by_hand = False
        foot = row(self._hint, self._remove)
        foot.setStretch(0, 1)
        self.setLayout(column(self._count, self.table, foot, space=6))
        model.counted.connect(self._tell)
        theme.changed.connect(self._fit)
        self._fit()
        self._tell()

    def set_hint(self, *, is_by_hand: bool) -> None:
        """While there are no times, say how they come here."""
        self._is_by_hand = is_by_hand
        self._tell()

    @Slot()
    def _tell(self) -> None:
        self._count.setText(self._model.summary())
        self._remove.setEnabled(bool(self._model.slots))
        first = _("Choose a day, write its times, and add it.") if self._is_by_hand else ""
        self._hint.setText(_("Type in From or To to change a time.") if self._model.slots else first)

    @Slot()
    def _fit(self) -> None:
        self.table.verticalHeader().setDefaultSectionSize(self._theme.line_height() + 16)
        for section in (FROM, TO):
            self.table.setColumnWidth(section, 9 * self.fontMetrics().horizontalAdvance("0"))
        self.table.setMinimumHeight(6 * (self._theme.line_height() + 16))


class _SlotView(QTableView):
    def __init__(self, model: SlotTable) -> None:
        super().__init__()
        self._slots = model
        self.setModel(model)
        self.setItemDelegate(_TimeDelegate(self))
        self.setAccessibleName(_("Times of the poll"))
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
        self.horizontalHeader().setSectionResizeMode(DAY, QHeaderView.ResizeMode.Stretch)

    @Slot()
    def remove_chosen(self) -> None:
        self._slots.remove({index.row() for index in self.selectedIndexes()})

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.remove_chosen()
        else:
            super().keyPressEvent(event)


class _TimeDelegate(QStyledItemDelegate):
    """A time is edited in hours and minutes of 24."""

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = QTimeEdit(parent)
        editor.setDisplayFormat("HH:mm")
        editor.setAccessibleName(str(index.model().headerData(index.column(), Qt.Orientation.Horizontal)))
        return editor
