"""A table of frozen values with stable ids: a feature supplies its columns as data.

Rows are exchanged by a difference of ids, so that selection and scroll position stay. Only when very many runs of rows
differ (the first letter typed into a filter over 100,000 people) is the model reset; RowTableView keeps the selection
by id then.
"""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

T = TypeVar("T")
Index = QModelIndex | QPersistentModelIndex

ROW_ROLE = Qt.ItemDataRole.UserRole + 1
"""The row's value itself."""
SORT_ROLE = Qt.ItemDataRole.UserRole + 2
"""What a row sorts by in a column: int, float or text."""

MOST_RUNS = 64
"""More separate runs of rows to insert and remove than this cost views more than starting anew."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Column(Generic[T]):
    """One column. `text` is what is shown, `sort` what it sorts by (the text if None).

    `spoken` is what a screen reader says (the heading and the text if None). `is_number` aligns to the end.
    """

    key: str
    heading: str
    text: Callable[[T], str]
    sort: Callable[[T], int | float | str] | None = None
    spoken: Callable[[T], str] | None = None
    is_number: bool = False


class RowTableModel(QAbstractTableModel, Generic[T]):
    """Values as rows; `identify` gives each value's stable id."""

    def __init__(
        self, columns: Sequence[Column[T]], identify: Callable[[T], Hashable], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._identify = identify
        self._rows: list[T] = []
        self._places: dict[Hashable, int] | None = None

    @property
    def rows(self) -> Sequence[T]:
        return self._rows

    def row(self, index: Index) -> T | None:
        """The value at an index, None for an invalid one."""
        return self._rows[index.row()] if index.isValid() and index.row() < len(self._rows) else None

    def place_of(self, row_id: Hashable) -> int | None:
        """The row number of an id, None if it isn't shown."""
        if self._places is None:
            self._places = {self._identify(row): place for place, row in enumerate(self._rows)}
        return self._places.get(row_id)

    def id_at(self, place: int) -> Hashable:
        return self._identify(self._rows[place])

    def set_rows(self, rows: Sequence[T]) -> None:
        """Show these rows in this order."""
        new = list(rows)
        old_ids = [self._identify(row) for row in self._rows]
        new_ids = [self._identify(row) for row in new]
        self._places = None
        if old_ids == new_ids:
            self._exchange_values(new)
        elif not self._exchange_runs(old_ids, new_ids, new):
            self.beginResetModel()
            self._rows = new
            self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        row = self.row(index)
        if row is None:
            return None
        column = self.columns[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.text(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return column.spoken(row) if column.spoken else f"{column.heading}: {column.text(row)}"
        if role == Qt.ItemDataRole.TextAlignmentRole and column.is_number:
            return Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter
        if role == SORT_ROLE:
            return column.sort(row) if column.sort else column.text(row)
        return row if role == ROW_ROLE else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        column = self.columns[section]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return column.heading
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignTrailing if column.is_number else Qt.AlignmentFlag.AlignLeading
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def _exchange_values(self, new: list[T]) -> None:
        """Same ids in the same order: tell of the rows whose value differs."""
        changed = [place for place, (old, row) in enumerate(zip(self._rows, new, strict=True)) if old != row]
        self._rows = new
        if changed:
            last = len(self.columns) - 1
            self.dataChanged.emit(self.index(changed[0], 0), self.index(changed[-1], last))

    def _exchange_runs(self, old_ids: list[Hashable], new_ids: list[Hashable], new: list[T]) -> bool:
        """Remove and insert runs of rows; False if the rows that stay changed their order, or the runs are too many."""
        staying = set(old_ids) & set(new_ids)
        if [row_id for row_id in old_ids if row_id in staying] != [row_id for row_id in new_ids if row_id in staying]:
            return False
        gone = _runs([row_id not in staying for row_id in old_ids])
        come = _runs([row_id not in staying for row_id in new_ids])
        if len(gone) + len(come) > MOST_RUNS:
            return False
        for first, last in reversed(gone):
            self.beginRemoveRows(QModelIndex(), first, last)
            del self._rows[first : last + 1]
            self.endRemoveRows()
        for first, last in come:
            self.beginInsertRows(QModelIndex(), first, last)
            self._rows[first:first] = new[first : last + 1]
            self.endInsertRows()
        self._exchange_values(new)
        return True


def _runs(marked: Sequence[bool]) -> list[tuple[int, int]]:
    """First and last place of each run of marked places."""
    runs: list[tuple[int, int]] = []
    for place, is_marked in enumerate(marked):
        if not is_marked:
            continue
        if runs and runs[-1][1] == place - 1:
            runs[-1] = (runs[-1][0], place)
        else:
            runs.append((place, place))
    return runs
