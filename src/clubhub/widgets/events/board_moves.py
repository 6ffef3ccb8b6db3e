"""Where the keys lead on a board: from place to place, over captions and gaps."""

from functools import lru_cache

from PySide6.QtCore import QElapsedTimer
from PySide6.QtWidgets import QAbstractItemView, QApplication

from clubhub.domain.plain_names import folded
from clubhub.viewmodels.roster_board import BoardModel, BoardPlace

At = tuple[int, int]
"""Row and column."""

Action = QAbstractItemView.CursorAction

MIRRORED = {Action.MoveLeft: Action.MoveRight, Action.MoveRight: Action.MoveLeft}
"""Keys that mean the other way where people read from right to left."""

_ONWARD = {
    Action.MoveDown: 1, Action.MoveUp: -1, Action.MoveRight: 1, Action.MoveLeft: -1, Action.MoveNext: 1,
    Action.MovePrevious: -1, Action.MoveHome: -1, Action.MoveEnd: 1, Action.MovePageDown: 1, Action.MovePageUp: -1,
}  # fmt: skip


def target(model: BoardModel, at: At, action: Action, *, is_far: bool, lines: int) -> At | None:
    """Where an action leads from a place; `is_far`: with Ctrl; `lines` fit into the window. None: nowhere."""
    match action:
        case Action.MoveDown | Action.MoveUp:
            return step_down(model, at, _ONWARD[action])
        case Action.MoveRight | Action.MoveLeft | Action.MoveNext | Action.MovePrevious:
            return step_across(model, at, _ONWARD[action])
        case Action.MoveHome | Action.MoveEnd:
            return board_end(model, _ONWARD[action]) if is_far else row_end(model, at, _ONWARD[action])
        case _:
            return page(model, at, _ONWARD[action], lines)


def step_down(model: BoardModel, at: At, by: int) -> At | None:
    """The next place in the same column, `by` 1 or -1."""
    row, column = at
    for other in range(row + by, model.rowCount() if by > 0 else -1, by):
        if model.place(other, column):
            return other, column
    return None


def step_across(model: BoardModel, at: At, by: int) -> At | None:
    """The place beside this one, in the next column where the role has any: the same line, else the nearest above."""
    row, column = at
    role = model.role_at(row)
    for other in range(column + by, model.columnCount() if by > 0 else -1, by):
        lines = [line for line in range(role.first_row, role.first_row + role.height) if model.place(line, other)]
        if lines:
            return max((line for line in lines if line <= row), default=lines[0]), other
    return None


def row_end(model: BoardModel, at: At, by: int) -> At:
    """The last place of the role in that direction."""
    while (following := step_across(model, at, by)) is not None:
        at = following
    return at


def board_end(model: BoardModel, by: int) -> At | None:
    """The first (`by` -1) or last place of the whole board, by rows."""
    rows, columns = range(model.rowCount()), range(model.columnCount())
    for row in rows if by < 0 else reversed(rows):
        for column in columns if by < 0 else reversed(columns):
            if model.place(row, column):
                return row, column
    return None


def page(model: BoardModel, at: At, by: int, lines: int) -> At:
    """As far down or up as fits into the window."""
    for _line in range(max(1, lines)):
        following = step_down(model, at, by)
        if following is None:
            break
        at = following
    return at


def find_name(model: BoardModel, typed: str, after: At | None) -> At | None:
    """The next place, by rows and round the end, whose person's given, family or whole name begins with the letters."""
    wanted = folded(typed)
    found = sorted(at for at, name in _names(model) if wanted and _begins(name, wanted))
    return next((at for at in found if after is None or at > after), found[0] if found else None)


def _names(model: BoardModel) -> list[tuple[At, str]]:
    return [(at, cell.name) for at, cell in model.board.cells.items() if isinstance(cell, BoardPlace) and cell.name]


def _begins(name: str, wanted: str) -> bool:
    return any(key.startswith(wanted) for key in _keys(name))


@lru_cache(maxsize=16_384)
def _keys(name: str) -> tuple[str, ...]:
    """What may be typed for a name: from any of its words on."""
    words = name.split()
    return tuple(folded("".join(words[start:])) for start in range(len(words)))


class TypeAhead:
    """Letters typed within a moment belong to one name."""

    def __init__(self) -> None:
        self._typed = ""
        self._since = QElapsedTimer()

    @property
    def is_going_on(self) -> bool:
        return self._since.isValid() and self._since.elapsed() < 2 * QApplication.keyboardInputInterval()

    def find(self, model: BoardModel, letters: str, at: At | None) -> At | None:
        """The next place of somebody whose name begins so; the current one counts once a second letter is typed."""
        self._typed = self._typed + letters if self.is_going_on else letters
        self._since.restart()
        after = (at[0], at[1] - 1) if at and len(self._typed) > 1 else at
        return find_name(model, self._typed, after)
