"""One person's answer while it is typed: a row per option, with its mark or its place in the order beside it."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QObject, Qt

from clubhub.domain.ids import OptionId
from clubhub.domain.polls import Mark, Option, Poll, PollKind
from clubhub.support.texts import _
from clubhub.viewmodels.polls import grid_words, words
from clubhub.viewmodels.polls.grid import MARK_ROLE
from clubhub.viewmodels.table_model import Index

WHEN, SAID = range(2)


class TypedAnswer(QAbstractTableModel):
    """`marks` holds what was typed, `ranking` the order; an option that is in neither is silent."""

    def __init__(self, options: tuple[Option, ...], poll: Poll, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.options = options
        self.poll = poll
        self.marks: dict[OptionId, Mark] = {}
        self.ranking: list[OptionId] = []

    def set_marks(self, marks: dict[OptionId, Mark]) -> None:
        """Begin from these: those of an earlier answer."""
        self.marks = dict(marks)
        self._tell_all()

    def set_ranking(self, ranking: Sequence[OptionId]) -> None:
        known = {option.id for option in self.options}
        self.ranking = [option_id for option_id in ranking if option_id in known]
        self._tell_all()

    def set_mark(self, row: int, mark: Mark | None) -> None:
        """Where people choose, an option is chosen or not; where they choose one, another is chosen no longer."""
        option_id = self.options[row].id
        if self.poll.kind is not PollKind.MARKS and mark is not Mark.YES:
            mark = None
        if self.poll.kind is PollKind.ONE and mark is not None:
            self.marks.clear()
        if mark is None:
            self.marks.pop(option_id, None)
        else:
            self.marks[option_id] = mark
        self._tell_all()

    def put_at(self, row: int, place: int | None) -> None:
        """Let the option stand in this place of the order, from 1, or at its end; None takes it out."""
        option_id = self.options[row].id
        others = [other for other in self.ranking if other != option_id]
        if place is not None:
            others.insert(min(max(place, 1), len(others) + 1) - 1, option_id)
        self.ranking = others
        self._tell_all()

    def place(self, row: int) -> int | None:
        """In the order, from 1; None for an option that was left out."""
        option_id = self.options[row].id
        return self.ranking.index(option_id) + 1 if option_id in self.ranking else None

    def said(self, row: int) -> str:
        """What stands beside the option, in words."""
        if self.poll.kind is PollKind.RANKED:
            place = self.place(row)
            return str(place) if place else words.mark_word(None)
        return grid_words.mark_word(self.poll, self.marks.get(self.options[row].id))

    def _tell_all(self) -> None:
        if self.options:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.options) - 1, SAID))

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.options)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else 2

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        if not index.isValid():
            return None
        option = self.options[index.row()]
        mark = self.marks.get(option.id)
        when, said = words.option_words(option), self.said(index.row())
        is_said = mark is not None or option.id in self.ranking
        if role == Qt.ItemDataRole.DisplayRole:
            return when if index.column() == WHEN else said if is_said else ""
        if role == MARK_ROLE:
            return mark
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return _("{when}, {mark}").format(when=when, mark=said)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        first = _("When") if any(option.starts for option in self.options) else _("Choice")
        return (first, _("Place") if self.poll.kind is PollKind.RANKED else _("Answer"))[section]
