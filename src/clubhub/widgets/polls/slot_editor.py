"""The times of a poll in a form, to look at, change, limit and remove."""

from datetime import date

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QSpinBox,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTimeEdit,
    QWidget,
)

from clubhub.support.texts import _
from clubhub.viewmodels.polls.slots import DAY, ROOM, SlotTable
from clubhub.viewmodels.table_model import Index
from clubhub.widgets.controls import button, column, label, row
from clubhub.widgets.polls.options_view import OptionsView
from clubhub.widgets.theme import Theme

MOST_ROOM = 9999


class SlotEditor(QWidget):
    """Delete removes the chosen times; typing, F2 or a double click changes a cell, room in all that are chosen."""

    def __init__(self, model: SlotTable, theme: Theme) -> None:
        super().__init__()
        self._model = model
        self._theme = theme
        self._count = label(kind="strong")
        self.table = _SlotView(model)
        self._remove = button(_("Remove"), self.table.remove_chosen, name="remove_slots")
        self._hint = label(kind="small", tone="text2", wrap=True)
        self._is_by_hand = False
        self._hint_of_times = _("Type in From, To or Limit to change it; a limit is for how many there is room.")
        foot = row(self._hint, self._remove)
        foot.setStretch(0, 1)
        self.setLayout(column(self._count, self.table, foot, space=6))
        model.counted.connect(self._tell)
        theme.changed.connect(self._fit)
        self._fit()
        self._tell()

    def warn_of_answers(self) -> None:
        """People may have answered: a time that is changed is another time."""
        self._hint_of_times = _("A time that you change becomes a new one, which nobody has answered yet.")
        self._tell()

    def current_day(self) -> date | None:
        """Of the row that the cursor is in, else of the last one; None without times."""
        if not self._model.slots:
            return None
        at = self.table.currentIndex().row()
        return self._model.slots[at if 0 <= at < len(self._model.slots) else -1][0].date()

    def set_hint(self, *, is_by_hand: bool) -> None:
        """While there are no times, say how they come here."""
        self._is_by_hand = is_by_hand
        self._tell()

    @Slot()
    def _tell(self) -> None:
        self._count.setText(self._model.summary())
        self._remove.setEnabled(bool(self._model.slots))
        first = _("Choose a day, write its times, and add it.") if self._is_by_hand else ""
        self._hint.setText(self._hint_of_times if self._model.slots else first)

    @Slot()
    def _fit(self) -> None:
        self.table.verticalHeader().setDefaultSectionSize(self._theme.line_height() + 16)
        self.table.set_narrow_columns(9 * self.fontMetrics().horizontalAdvance("0"))
        self.table.setMinimumHeight(6 * (self._theme.line_height() + 16))


class _SlotView(OptionsView):
    def __init__(self, model: SlotTable) -> None:
        super().__init__(model, _TimeDelegate(), _("Times of the poll"), wide=DAY)
        self._slots = model

    def commitData(self, editor: QWidget) -> None:
        """The room that was typed is that of every time whose room is chosen."""
        chosen = [index for index in self.selectedIndexes() if index.column() == ROOM]
        super().commitData(editor)
        if isinstance(editor, QSpinBox):
            for index in chosen:
                self._slots.setData(index, editor.value())


class _TimeDelegate(QStyledItemDelegate):
    """A time is edited in hours and minutes of 24, a limit as a number or "none"."""

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        if index.column() == ROOM:
            return room_box(parent)
        editor = QTimeEdit(parent)
        editor.setDisplayFormat("HH:mm")
        editor.setAccessibleName(str(index.model().headerData(index.column(), Qt.Orientation.Horizontal)))
        return editor


def room_box(parent: QWidget) -> QSpinBox:
    """The editor of a cell that says for how many there is room."""
    box = QSpinBox(parent)
    box.setRange(0, MOST_ROOM)
    box.setSpecialValueText(_("none"))
    box.setAccessibleName(_("Limit"))
    return box
