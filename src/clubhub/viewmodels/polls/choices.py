"""The plain choices of a poll in a form: what each is called, and for how many there is room."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt, Signal

from clubhub.domain.ids import OptionId
from clubhub.domain.plain_names import plain_name
from clubhub.domain.poll_drafts import tidied
from clubhub.support.texts import _, plural
from clubhub.viewmodels.polls.slots import room_word
from clubhub.viewmodels.table_model import Index

LABEL, CHOICE_ROOM = range(2)


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """`option_id` is None for a new one; `most` None for room for all."""

    label: str
    most: int | None = None
    option_id: OptionId | None = None


class ChoiceTable(QAbstractTableModel):
    """In the order in which people are asked; both columns can be edited."""

    counted = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.choices: list[Choice] = []

    def set_choices(self, choices: Iterable[Choice]) -> None:
        self.beginResetModel()
        self.choices = list(choices)
        self.endResetModel()
        self.counted.emit()

    def add(self, written: str) -> int:
        """A choice from each line, those left out that are there already. Returns how many came."""
        before = len(self.choices)
        for line in written.splitlines():
            label = tidied(line)
            if label and not self._has(label):
                self.beginInsertRows(QModelIndex(), len(self.choices), len(self.choices))
                self.choices.append(Choice(label=label))
                self.endInsertRows()
        self.counted.emit()
        return len(self.choices) - before

    def remove(self, rows: Iterable[int]) -> None:
        gone = set(rows)
        self.set_choices(choice for row, choice in enumerate(self.choices) if row not in gone)

    def move(self, row: int, by: int) -> int:
        """Put a new choice one place up or down; returns where it stands now. Those that were asked stay."""
        to = row + by
        is_inside = 0 <= row < len(self.choices) and 0 <= to < len(self.choices)
        if not is_inside or any(self.choices[at].option_id is not None for at in (row, to)):
            return row
        nothing = QModelIndex()
        self.beginMoveRows(nothing, row, row, nothing, to + 1 if by > 0 else to)
        self.choices[row], self.choices[to] = self.choices[to], self.choices[row]
        self.endMoveRows()
        return to

    def summary(self) -> str:
        """Like "3 choices"."""
        if not self.choices:
            return _("No choices yet")
        return plural("{count} choice", "{count} choices", len(self.choices))

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.choices)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else 2

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        if not index.isValid():
            return None
        choice = self.choices[index.row()]
        if role == Qt.ItemDataRole.EditRole:
            return choice.label if index.column() == LABEL else choice.most or 0
        shown = choice.label if index.column() == LABEL else room_word(choice.most)
        if role == Qt.ItemDataRole.DisplayRole:
            return shown
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return shown if index.column() == LABEL else f"{choice.label}, {_('Limit')} {shown}"
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (_("Choice"), _("Limit"))[section]

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if index.isValid() else flags

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: ANN401
        if role != Qt.ItemDataRole.EditRole or not index.isValid():
            return False
        choice = self.choices[index.row()]
        if index.column() == CHOICE_ROOM:
            if not isinstance(value, int) or value < 0:
                return False
            self.choices[index.row()] = replace(choice, most=value or None)
        else:
            label = tidied(str(value))
            if not label or (plain_name(label) != plain_name(choice.label) and self._has(label)):
                return False
            self.choices[index.row()] = replace(choice, label=label)
        self.dataChanged.emit(index, index)
        return True

    def _has(self, label: str) -> bool:
        return any(plain_name(choice.label) == plain_name(label) for choice in self.choices)
