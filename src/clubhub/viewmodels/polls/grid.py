"""The grid of a poll: a row per person, a column per option, a mark in each cell; counts kept as marks change.

Qt asks for names and times through the headers. 12,000 cells are one dictionary per row: a mark costs no more in a
large poll than in a small one.
"""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QObject, Qt, Signal

from clubhub.domain.ids import AnswerId, OptionId, PersonId
from clubhub.domain.people import Person
from clubhub.domain.poll_drafts import MarkEdit
from clubhub.domain.poll_needs import Requirement
from clubhub.domain.poll_outcomes import AnyRule, Outcome
from clubhub.domain.poll_results import Counts, can_still_win
from clubhub.domain.polls import Mark, Option
from clubhub.services.poll_boards import PollBoard
from clubhub.support.texts import _
from clubhub.viewmodels.polls import words
from clubhub.viewmodels.polls.live_outcome import LiveOutcome
from clubhub.viewmodels.table_model import Index

MARK_ROLE = Qt.ItemDataRole.UserRole + 1
SILENT_ROLE = Qt.ItemDataRole.UserRole + 2
"""Of the vertical header: whether the row's person has said nothing at all."""

MOST_OUTLINED = 4
"""More columns than this are not outlined as best and second."""


@dataclass(slots=True, kw_only=True)
class GridRow:
    """One person of the grid, or a guest (`person` None). `marks` are as shown, written or not yet."""

    key: Hashable
    name: str
    marks: dict[OptionId, Mark]
    comment: str = ""
    person: Person | None = None
    answer_id: AnswerId | None = None

    @property
    def person_id(self) -> PersonId | None:
        return self.person.id if self.person else None

    @property
    def is_silent(self) -> bool:
        return not self.marks and not self.comment


class PollGridModel(QAbstractTableModel):
    """`counts` has a value per column, `ranks` the place of each by the rule (0: no rank; all 0 without a rule).

    `answered` is how many rows aren't silent.
    """

    counted = Signal()
    """Counts or ranks have changed."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: list[GridRow] = []
        self.options: tuple[Option, ...] = ()
        self.live = LiveOutcome()
        self.requirements: tuple[Requirement, ...] = ()
        self.ranks: list[int] = []
        self.answered = 0
        self._shown_ranks: list[int] = []
        self._rule: AnyRule | None = None

    @property
    def counts(self) -> list[Counts]:
        return self.live.counts

    @property
    def rule(self) -> AnyRule | None:
        return self._rule

    def set_rule(self, rule: AnyRule | None) -> None:
        """Rank by this rule from now on; None ranks nothing."""
        self._rule = rule
        self._rank()

    def set_board(self, board: PollBoard) -> None:
        """Show a poll as the club's file has it. Rows that stay keep their place; only cells that differ change."""
        self.set_rows(board.options, grid_rows(board), board.requirements)

    def set_rows(
        self, options: tuple[Option, ...], rows: list[GridRow], requirements: tuple[Requirement, ...] = ()
    ) -> None:
        """The same, of rows that were made off the window's thread."""
        had, self.requirements = self.requirements, requirements
        if rows == self.rows and options == self.options:
            if had != self.requirements:
                self._recount()
            return
        if [row.key for row in rows] == [row.key for row in self.rows] and options == self.options:
            self._exchange(rows)
        else:
            self.beginResetModel()
            self.rows, self.options = rows, options
            self.endResetModel()
        self._recount()

    def _recount(self) -> None:
        self.live.count_all(self.options, self.rows, self.requirements)
        self.answered = sum(not row.is_silent for row in self.rows)
        self._rank()

    def mark(self, row: int, column: int) -> Mark | None:
        return self.rows[row].marks.get(self.options[column].id)

    def paint_mark(self, row: int, column: int, mark: Mark | None) -> MarkEdit | None:
        """Show a mark before it is written; the edit that writes it, or None if it stands there already."""
        was = self.mark(row, column)
        if was is mark:
            return None
        of_row, option = self.rows[row], self.options[column]
        was_silent = of_row.is_silent
        if mark is None:
            del of_row.marks[option.id]
        else:
            of_row.marks[option.id] = mark
        self.live.change(column, was, mark, self.rows)
        index = self.index(row, column)
        self.dataChanged.emit(index, index)
        if was_silent != of_row.is_silent:
            self.answered += 1 if was_silent else -1
            self.headerDataChanged.emit(Qt.Orientation.Vertical, row, row)
        self._rank()
        return MarkEdit(
            option_id=option.id, was=was, mark=mark, person_id=of_row.person_id,
            answer_id=None if of_row.person else of_row.answer_id,
        )  # fmt: skip

    def shown_rank(self, column: int) -> int:
        """1 for the best, 2 for the second, else 0; also where so many share the rank that it says nothing."""
        return self._shown_ranks[column] if column < len(self._shown_ranks) else 0

    def shown_ranks(self) -> list[int]:
        """`shown_rank` of every column."""
        return list(self._shown_ranks)

    def silent(self) -> list[GridRow]:
        return [row for row in self.rows if row.is_silent]

    def outcome(self) -> Outcome | None:
        """What the marks that are shown come to by the rule; None without one."""
        return self.live.outcome(self._rule) if self._rule else None

    def could_still_win(self) -> list[int]:
        """The columns that the silent could put before the best; none without a rule."""
        return can_still_win(self.counts, self._rule) if self._rule else []

    def place_of(self, key: Hashable) -> int | None:
        return next((place for place, row in enumerate(self.rows) if row.key == key), None)

    def find_name(self, typed: str) -> int | None:
        """The first row whose name, or a word of it, begins with what was typed; None if there is none."""
        wanted = typed.casefold().strip()
        names = [row.name.casefold() for row in self.rows]
        whole = (place for place, name in enumerate(names) if name.startswith(wanted))
        word = (place for place, name in enumerate(names) if any(part.startswith(wanted) for part in name.split()))
        return next(whole, next(word, None)) if wanted else None

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.options)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        if not index.isValid():
            return None
        mark = self.mark(index.row(), index.column())
        if role == MARK_ROLE:
            return mark
        if role == Qt.ItemDataRole.DisplayRole:
            return words.mark_word(mark) if mark else ""
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            row, option = self.rows[index.row()], self.options[index.column()]
            return _("{name}, {when}, {mark}").format(
                name=row.name, when=words.option_words(option), mark=words.mark_word(mark)
            )
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        if orientation == Qt.Orientation.Vertical:
            return self._name_data(section, role) if 0 <= section < len(self.rows) else None
        return self._option_data(section, role) if 0 <= section < len(self.options) else None

    def _name_data(self, section: int, role: int) -> Any:  # noqa: ANN401
        row = self.rows[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.name
        if role == SILENT_ROLE:
            return row.is_silent
        if role == Qt.ItemDataRole.AccessibleTextRole and row.is_silent:
            return _("{name}, silent").format(name=row.name)
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return f"{row.name}: {row.comment}" if row.comment else row.name
        return None

    def _option_data(self, section: int, role: int) -> Any:  # noqa: ANN401
        option = self.options[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return words.option_time(option)
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            counts = self.counts[section] if section < len(self.counts) else Counts()
            return f"{words.option_words(option)}: {words.counts_sentence(counts)}"
        return None

    def _exchange(self, rows: Sequence[GridRow]) -> None:
        changed = [place for place, (old, new) in enumerate(zip(self.rows, rows, strict=True)) if old != new]
        self.rows = list(rows)
        if changed:
            first, last = changed[0], changed[-1]
            self.dataChanged.emit(self.index(first, 0), self.index(last, max(0, len(self.options) - 1)))
            self.headerDataChanged.emit(Qt.Orientation.Vertical, first, last)

    def _rank(self) -> None:
        self.ranks = self.live.ranks(self._rule)
        told = [rank for rank in (1, 2) if sum(0 < other <= rank for other in self.ranks) <= MOST_OUTLINED]
        self._shown_ranks = [rank if rank in told else 0 for rank in self.ranks]
        self.counted.emit()


def grid_rows(board: PollBoard) -> list[GridRow]:
    """Everybody by name as the board has them, then the guests."""
    rows = [
        GridRow(
            key=person.id,
            name=person.name,
            marks=_known(board.answers[person.id].marks, board.options) if person.id in board.answers else {},
            comment=board.answers[person.id].comment if person.id in board.answers else "",
            person=person,
        )
        for person in board.people
    ]
    guests = [
        GridRow(
            key=answer.id,
            name=answer.guest_name,
            marks=_known(answer.marks, board.options),
            comment=answer.comment,
            answer_id=answer.id,
        )
        for answer in board.guests
    ]
    return rows + guests


def _known(marks: Mapping[OptionId, Mark], options: Sequence[Option]) -> dict[OptionId, Mark]:
    known = {option.id for option in options}
    return {option_id: mark for option_id, mark in marks.items() if option_id in known}
