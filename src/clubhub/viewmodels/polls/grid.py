"""The grid of a poll: a row per person, a column per option, a mark in each cell; counts kept as marks change.

Qt asks for names and times through the headers. 12,000 cells are one dictionary per row: a mark costs no more in a
large poll than in a small one.
"""

from collections.abc import Hashable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QObject, Qt, Signal

from clubhub.domain.poll_drafts import MarkEdit
from clubhub.domain.poll_needs import Requirement
from clubhub.domain.poll_outcomes import AnyRule, Outcome
from clubhub.domain.poll_results import Counts, can_still_win
from clubhub.domain.polls import Mark, Option, Poll, PollKind
from clubhub.support.texts import _
from clubhub.viewmodels.polls import grid_words, words
from clubhub.viewmodels.polls.grid_rows import GridRow
from clubhub.viewmodels.polls.live_outcome import LiveOutcome
from clubhub.viewmodels.polls.waiting import Waiting
from clubhub.viewmodels.table_model import Index

MARK_ROLE = Qt.ItemDataRole.UserRole + 1
SILENT_ROLE = Qt.ItemDataRole.UserRole + 2
"""Of the vertical header: whether the row's person has said nothing at all."""

WAITS = "waits"
"""What MARK_ROLE gives for a yes that has no place yet."""

MOST_OUTLINED = 4
"""More columns than this are not outlined as best and second."""


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
        self.poll: Poll | None = None
        self.waiting = Waiting()
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

    @property
    def kind(self) -> PollKind:
        return self.poll.kind if self.poll else PollKind.MARKS

    def set_poll(self, poll: Poll) -> None:
        """What kind of answers come next, and what marks are called."""
        self.poll = poll

    def fitting(self, mark: Mark | None) -> Mark | None:
        """What a mark that is asked for is in this poll: where people choose, an option is chosen or not."""
        return mark if self.kind is PollKind.MARKS or mark is Mark.YES else None

    def word(self, mark: Mark | None) -> str:
        """A mark in the poll's own words; of a choice that it is one."""
        return grid_words.mark_word(self.poll, mark)

    def set_rows(
        self, options: tuple[Option, ...], rows: list[GridRow], requirements: tuple[Requirement, ...] = ()
    ) -> None:
        """Show answers as the club's file has them. Rows that stay keep their place; only cells that differ change."""
        had, self.requirements = self.requirements, requirements
        if rows == self.rows and options == self.options:
            self.rows = rows  # they tell anew how and when they came in
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
        self.waiting.count_all(self.options, self.rows)
        self._rank()

    def counts_words(self, column: int) -> str:
        """Like "4 yes, 0 if need be, 1 no", and "4 of 4, 2 wait" where room is limited."""
        counts = self.counts[column] if column < len(self.counts) else Counts()
        limit = self.waiting.words(column, self.options[column], counts.yes)
        said = (
            words.counts_sentence(counts)
            if self.kind is PollKind.MARKS
            else _("chosen by {count}").format(count=counts.yes)
        )
        return f"{said}; {limit}" if limit else said

    def mark(self, row: int, column: int) -> Mark | None:
        return self.rows[row].marks.get(self.options[column].id)

    def paint_mark(self, row: int, column: int, mark: Mark | None) -> MarkEdit | None:
        """Show a mark before it is written; the edit that writes it, or None if it stands there already."""
        was = self.mark(row, column)
        if was is mark:
            return None
        if self.kind is PollKind.ONE and mark is not None:
            self._clear_others(row)
        of_row, option = self.rows[row], self.options[column]
        was_silent = of_row.is_silent
        if mark is None:
            del of_row.marks[option.id]
        else:
            of_row.marks[option.id] = mark
        self.live.change(column, was, mark, self.rows)
        index = self.index(row, column)
        self.dataChanged.emit(index, index)
        if option.most is not None:
            self.waiting.change(column, option, self.rows, row, mark)
            self.dataChanged.emit(self.index(0, column), self.index(len(self.rows) - 1, column))
        if was_silent != of_row.is_silent:
            self.answered += 1 if was_silent else -1
            self.headerDataChanged.emit(Qt.Orientation.Vertical, row, row)
        self._rank()
        return MarkEdit(
            option_id=option.id, was=was, mark=mark, person_id=of_row.person_id,
            answer_id=None if of_row.person else of_row.answer_id,
        )  # fmt: skip

    def _clear_others(self, row: int) -> None:
        """Where one is chosen, the file takes the other back by itself."""
        for column, option in enumerate(self.options):
            if option.id in self.rows[row].marks:
                self.paint_mark(row, column, None)

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

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.options)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        if not index.isValid():
            return None
        row, mark = self.rows[index.row()], self.mark(index.row(), index.column())
        if role == MARK_ROLE:
            return WAITS if self.waiting.place(index.row(), index.column()) else mark
        if role == Qt.ItemDataRole.DisplayRole:
            return self.word(mark) if mark else ""
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return words.came_words(row.road, row.answered_at)
        if role in grid_words.SPOKEN:
            said = grid_words.waiting_words(self.word(mark), self.waiting.place(index.row(), index.column()))
            return grid_words.cell_text(row, self.options[index.column()], said, role)
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
        return grid_words.name_text(row, role) if role in grid_words.SPOKEN else None

    def _option_data(self, section: int, role: int) -> Any:  # noqa: ANN401
        option = self.options[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return words.option_time(option)
        if role in grid_words.SPOKEN:
            return f"{words.option_words(option)}: {self.counts_words(section)}"
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
