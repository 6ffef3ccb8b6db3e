"""The roster as a table, roles by sessions and days: a row per line of places, so that every place is a cell.

A role takes as many rows as its fullest cell has places. A shift that lies before or after its session (setting up,
clearing) gets a column there; a shift without a session has a column for its day and hours.
"""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from clubhub.domain.ids import RoleId
from clubhub.services.roster_desk import PlaceKey
from clubhub.support.texts import _
from clubhub.viewmodels.table_model import Index

CELL_ROLE = Qt.ItemDataRole.UserRole + 1
"""The BoardPlace or Caption of a cell, None where there is none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardPlace:
    """One place as it is painted. `name` is "" while nobody is there; `spoken` is what a screen reader says.

    `is_open`: wanted and empty; an empty place that isn't open is one beyond the needed ones. `is_set_aside`: a rule
    speaks against the person, and the coordinator has written down why it may.
    """

    key: PlaceKey
    name: str
    short_name: str
    spoken: str
    lane: int | None = None
    is_open: bool = False
    is_pinned: bool = False
    is_changed: bool = False
    is_warned: bool = False
    is_set_aside: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Caption:
    """A line over places whose hours or venue are not those of the column."""

    text: str


BoardCell = BoardPlace | Caption
At = tuple[int, int]
"""Row and column."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardColumn:
    """`day` and `hours` are written for people; `is_first_of_day` begins a new group of the header.

    `names` and `short_names` are the longest of the column, by their letters: enough to measure it by.
    """

    key: Hashable
    day: str
    name: str
    hours: str
    spoken: str
    open_count: int = 0
    is_first_of_day: bool = False
    has_lanes: bool = False
    names: tuple[str, ...] = ()
    short_names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardRole:
    """A role takes the rows from `first_row` on, `height` of them; `filled` of its `places` wanted ones are filled."""

    id: RoleId
    name: str
    note: str
    filled: int
    places: int
    first_row: int
    height: int

    @property
    def is_full(self) -> bool:
        return self.filled >= self.places


@dataclass(frozen=True, slots=True, kw_only=True)
class Board:
    """`cells` by row and column, and `where` each place stands among them."""

    columns: tuple[BoardColumn, ...] = ()
    roles: tuple[BoardRole, ...] = ()
    cells: Mapping[At, BoardCell] = field(default_factory=dict)
    where: Mapping[PlaceKey, At] = field(default_factory=dict)
    filled: int = 0
    places: int = 0

    @property
    def row_count(self) -> int:
        return self.roles[-1].first_row + self.roles[-1].height if self.roles else 0


class BoardModel(QAbstractTableModel):
    """Shows a Board; a new one with the same rows and columns changes only the cells that differ."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.board = Board()
        self._role_at: list[BoardRole] = []

    def set_board(self, board: Board) -> bool:
        """Whether the rows and columns are those of before, and only cells were exchanged.

        Cells that the new board shares with the earlier one (see `lay_out_board`) need no look at what they hold.
        """
        if _shape(board) == _shape(self.board):
            earlier = self.board.cells
            changed = [
                at for at, cell in board.cells.items() if cell is not (before := earlier.get(at)) and cell != before
            ]
            is_said_anew = [column.spoken for column in board.columns] != [
                column.spoken for column in self.board.columns
            ]
            self._take(board)
            for row, column in changed:
                index = self.index(row, column)
                self.dataChanged.emit(index, index)
            if is_said_anew:
                self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(board.columns) - 1)
            return True
        self.beginResetModel()
        self._take(board)
        self.endResetModel()
        return False

    def role_at(self, row: int) -> BoardRole:
        return self._role_at[row]

    def cell(self, row: int, column: int) -> BoardCell | None:
        return self.board.cells.get((row, column))

    def place(self, row: int, column: int) -> BoardPlace | None:
        cell = self.board.cells.get((row, column))
        return cell if isinstance(cell, BoardPlace) else None

    def place_at(self, index: Index) -> BoardPlace | None:
        return self.place(index.row(), index.column()) if index.isValid() else None

    def index_of(self, key: PlaceKey) -> QModelIndex:
        """Invalid if the place isn't on the board."""
        at = self.board.where.get(key)
        return self.index(*at) if at else QModelIndex()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._role_at)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.board.columns)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Only places can be chosen."""
        if self.place_at(index) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        cell = self.cell(index.row(), index.column()) if index.isValid() else None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(index, cell) if index.isValid() else None
        if role == CELL_ROLE or cell is None:
            return cell
        if role == Qt.ItemDataRole.DisplayRole:
            return cell.text if isinstance(cell, Caption) else cell.name or _("Open")
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole) or section < 0:
            return None
        if orientation == Qt.Orientation.Horizontal:
            return self.board.columns[section].spoken if section < len(self.board.columns) else None
        return self._role_at[section].name if section < len(self._role_at) else None

    def _take(self, board: Board) -> None:
        self.board = board
        self._role_at = [role for role in board.roles for _line in range(role.height)]

    def _spoken(self, index: Index, cell: BoardCell | None) -> str:
        if isinstance(cell, BoardPlace):
            return cell.spoken
        if isinstance(cell, Caption):
            return cell.text
        return _("{role}, {session}, no place").format(
            role=self._role_at[index.row()].name, session=self.board.columns[index.column()].spoken
        )


def _shape(board: Board) -> tuple[list[Hashable], list[tuple[RoleId, str, int]], int]:
    """What rows and columns are measured by, but for what stands in the columns."""
    roles = [(role.id, role.name, role.height) for role in board.roles]
    return [column.key for column in board.columns], roles, len(board.cells)
