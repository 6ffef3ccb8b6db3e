"""The plain choices of a poll in a form: added by Enter, called otherwise in place, limited and removed."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from clubhub.support.texts import _
from clubhub.viewmodels.polls.choices import CHOICE_ROOM, LABEL, ChoiceTable
from clubhub.viewmodels.table_model import Index
from clubhub.widgets.controls import button, column, icon_button, label, row
from clubhub.widgets.polls.options_view import OptionsView
from clubhub.widgets.polls.slot_editor import room_box
from clubhub.widgets.theme import Theme


class ChoiceEditor(QWidget):
    """Several lines at once can be pasted into the field."""

    def __init__(self, model: ChoiceTable, theme: Theme) -> None:
        super().__init__()
        self._model = model
        self._theme = theme
        self._count = label(kind="strong")
        self.field = ChoiceField()
        self.field.setAccessibleName(_("Add a choice"))
        self.field.setPlaceholderText(_("Add a choice"))
        self.field.returnPressed.connect(self._add)
        self.add_button = button(_("Add"), self._add, name="add_choice")
        self.table = OptionsView(model, _ChoiceDelegate(), _("Choices of the poll"), wide=LABEL)
        self._up = icon_button("up", _("Further up"), self._move_up)
        self._down = icon_button("down", _("Further down"), self._move_down)
        self._remove = button(_("Remove"), self.table.remove_chosen, name="remove_choices")
        adding = row(self.field, self.add_button)
        adding.setStretch(0, 1)
        foot = row(self._up, self._down, None, self._remove)
        self.setLayout(column(self._count, adding, self.table, foot, space=6))
        model.counted.connect(self._tell)
        theme.changed.connect(self._fit)
        self._fit()
        self._tell()

    def take_written(self) -> None:
        """Add what stands in the field. A choice that is there already stays in it."""
        if self._model.add(self.field.text().replace("\u2028", "\n")):
            self.field.clear()
            self.table.scrollToBottom()

    @Slot()
    def _add(self) -> None:
        self.take_written()
        self.field.setFocus()

    @Slot()
    def _move_up(self) -> None:
        self._move(-1)

    @Slot()
    def _move_down(self) -> None:
        self._move(1)

    def _move(self, by: int) -> None:
        index = self.table.currentIndex()
        if index.isValid():
            self.table.setCurrentIndex(self._model.index(self._model.move(index.row(), by), index.column()))

    @Slot()
    def _tell(self) -> None:
        self._count.setText(self._model.summary())
        for made in (self._remove, self._up, self._down):
            made.setEnabled(bool(self._model.choices))

    @Slot()
    def _fit(self) -> None:
        self.table.verticalHeader().setDefaultSectionSize(self._theme.line_height() + 16)
        self.table.set_narrow_columns(9 * self.fontMetrics().horizontalAdvance("0"))
        self.table.setMinimumHeight(6 * (self._theme.line_height() + 16))


class ChoiceField(QLineEdit):
    """Enter adds the choice and doesn't reach the dialog's own button; pasted lines become a choice each."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()


class _ChoiceDelegate(QStyledItemDelegate):
    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        return room_box(parent) if index.column() == CHOICE_ROOM else super().createEditor(parent, option, index)
