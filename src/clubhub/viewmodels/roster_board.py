"""The roster as a table, roles by sessions and days: a row per line of places, so that every place is a cell.

A role takes as many rows as its fullest cell has places. A shift that lies before or after its session (setting up,
clearing) gets a column there; a shift without a session has a column for its day and hours.
"""

from collections.abc import Hashable
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


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardColumn:
    """`day` and `hours` are written for people; `is_first_of_day` begins a new group of the header."""

    key: Hashable
    day: str
    name: str
    hours: str
    spoken: str
    open_count: int = 0
    is_first_of_day: bool = False


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
    """`cells` by row and column. `names` and `short_names` are all that are on the board, for measuring."""

    columns: tuple[BoardColumn, ...] = ()
    roles: tuple[BoardRole, ...] = ()
    cells: dict[tuple[int, int], BoardCell] = field(default_factory=dict)
    names: frozenset[str] = frozenset()
    short_names: frozenset[str] = frozenset()
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
        self._where: dict[PlaceKey, tuple[int, int]] = {}

    def set_board(self, board: Board) -> None:
        if _shape(board) == _shape(self.board):
            changed = [at for at, cell in board.cells.items() if cell != self.board.cells.get(at)]
            self._take(board)
            for row, column in changed:
                index = self.index(row, column)
                self.dataChanged.emit(index, index)
            if board.columns:
                self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(board.columns) - 1)
                self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, board.row_count - 1)
            return
        self.beginResetModel()
        self._take(board)
        self.endResetModel()

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
        at = self._where.get(key)
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
        self._where = {cell.key: at for at, cell in board.cells.items() if isinstance(cell, BoardPlace)}

    def _spoken(self, index: Index, cell: BoardCell | None) -> str:
        if isinstance(cell, BoardPlace):
            return cell.spoken
        if isinstance(cell, Caption):
            return cell.text
        return _("{role}, {session}, no place").format(
            role=self._role_at[index.row()].name, session=self.board.columns[index.column()].spoken
        )


def _shape(board: Board) -> tuple[list[Hashable], list[tuple[Hashable, int]], int]:
    return [column.key for column in board.columns], [(role.id, role.height) for role in board.roles], len(board.cells)
