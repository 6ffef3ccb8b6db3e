"""One person's answer while it is typed: a row per option, its mark beside it."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QObject, Qt

from clubhub.domain.ids import OptionId
from clubhub.domain.polls import Mark, Option
from clubhub.support.texts import _
from clubhub.viewmodels.polls import words
from clubhub.viewmodels.polls.grid import MARK_ROLE
from clubhub.viewmodels.table_model import Index

WHEN, SAID = range(2)


class TypedAnswer(QAbstractTableModel):
    """`marks` holds what was typed; an option that isn't in it is silent."""

    def __init__(self, options: tuple[Option, ...], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.options = options
        self.marks: dict[OptionId, Mark] = {}

    def set_marks(self, marks: dict[OptionId, Mark]) -> None:
        """Begin from these: those of an earlier answer."""
        self.marks = dict(marks)
        if self.options:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.options) - 1, SAID))

    def set_mark(self, row: int, mark: Mark | None) -> None:
        option_id = self.options[row].id
        if mark is None:
            self.marks.pop(option_id, None)
        else:
            self.marks[option_id] = mark
        self.dataChanged.emit(self.index(row, 0), self.index(row, SAID))

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.options)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else 2

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        if not index.isValid():
            return None
        option = self.options[index.row()]
        mark = self.marks.get(option.id)
        when, said = words.option_words(option), words.mark_word(mark)
        if role == Qt.ItemDataRole.DisplayRole:
            return when if index.column() == WHEN else said if mark else ""
        if role == MARK_ROLE:
            return mark
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return _("{when}, {mark}").format(when=when, mark=said)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (_("When"), _("Answer"))[section]
