"""The times of a poll in a form: a table of day, from, to and room, always in order of time."""

import re
from bisect import bisect
from collections.abc import Iterable, Mapping
from datetime import datetime, time, timedelta
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt, QTime, Signal

from clubhub.domain.poll_slots import Span
from clubhub.support.texts import _, plural
from clubhub.viewmodels.table_model import Index
from clubhub.viewmodels.times_in_words import long_day, short_day

DAY, FROM, TO, ROOM = range(4)
NO_LIMITS: Mapping[Span, int] = {}
_TIME = re.compile(r"(\d{1,2})(?:[:.](\d{2}))?")


class SlotTable(QAbstractTableModel):
    """`slots` are naive wall-clock times; all but the day can be edited, an end before its start is the next day's.

    `most` says for how many people there is room at a time; those that aren't in it have room for all.
    """

    counted = Signal()
    """The number of slots, or one of them, has changed."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.slots: list[Span] = []
        self.most: dict[Span, int] = {}

    def set_slots(self, slots: Iterable[Span], most: Mapping[Span, int] = NO_LIMITS) -> None:
        """Show these; times that stay keep their room unless `most` says another."""
        self.beginResetModel()
        self.slots = sorted(set(slots))
        room = {**self.most, **most}
        self.most = {slot: room[slot] for slot in self.slots if slot in room}
        self.endResetModel()
        self.counted.emit()

    def add(self, slots: Iterable[Span]) -> None:
        """Those that are there already are passed over."""
        self.set_slots([*self.slots, *slots])

    def remove(self, rows: Iterable[int]) -> None:
        gone = set(rows)
        self.set_slots(slot for row, slot in enumerate(self.slots) if row not in gone)

    def summary(self) -> str:
        """Like "8 times on 2 days"."""
        if not self.slots:
            return _("No times yet")
        days = len({starts.date() for starts, _ends in self.slots})
        times = plural("{count} time", "{count} times", len(self.slots))
        return _("{times} on {days}").format(times=times, days=plural("{count} day", "{count} days", days))

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.slots)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else 4

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        if not index.isValid():
            return None
        starts, ends = self.slots[index.row()]
        room = self.most.get((starts, ends))
        shown = (short_day(starts.date()), f"{starts:%H:%M}", f"{ends:%H:%M}", room_word(room))[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return shown
        if role == Qt.ItemDataRole.EditRole and index.column() == ROOM:
            return room or 0
        if role == Qt.ItemDataRole.EditRole and index.column() != DAY:
            moment = starts if index.column() == FROM else ends
            return QTime(moment.hour, moment.minute)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            heading = self.headerData(index.column(), Qt.Orientation.Horizontal)
            return f"{long_day(starts.date())}, {heading} {shown}" if index.column() != DAY else shown
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (_("Day"), _("From"), _("To"), _("Limit"))[section]

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if index.isValid() and index.column() != DAY else flags

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: ANN401
        if role != Qt.ItemDataRole.EditRole:
            return False
        if index.column() == ROOM:
            return self._set_room(index, value)
        if not isinstance(value, QTime) or not value.isValid():
            return False
        starts, ends = self.slots[index.row()]
        written = time(value.hour(), value.minute())
        if index.column() == FROM:
            starts = datetime.combine(starts.date(), written)
        else:
            ends = datetime.combine(starts.date(), written)
        if ends <= starts:
            ends += timedelta(days=1)
        if (starts, ends) in self.slots:
            return False
        self._exchange(index.row(), (starts, ends))
        return True

    def _set_room(self, index: Index, value: object) -> bool:
        if not isinstance(value, int) or value < 0:
            return False
        slot = self.slots[index.row()]
        if value:
            self.most[slot] = value
        else:
            self.most.pop(slot, None)
        self.dataChanged.emit(index, index)
        return True

    def _exchange(self, row: int, slot: Span) -> None:
        """Put a changed slot where it belongs now; a reset would take the cell's editor away while it commits."""
        others = self.slots[:row] + self.slots[row + 1 :]
        place = bisect(others, slot)
        if self.slots[row] in self.most:
            self.most[slot] = self.most.pop(self.slots[row])
        self.slots[row] = slot
        self.dataChanged.emit(self.index(row, DAY), self.index(row, ROOM))
        if place != row:
            nothing = QModelIndex()
            self.beginMoveRows(nothing, row, row, nothing, place if place < row else place + 1)
            self.slots = [*others[:place], slot, *others[place:]]
            self.endMoveRows()
        self.counted.emit()


def room_word(most: int | None) -> str:
    """For how many there is room; "none" without a limit."""
    return _("none") if most is None else str(most)


def read_times(written: str) -> list[time] | None:
    """The times of a line such as "17:00, 18.30 20"; empty for an empty line, None if something in it is no time."""
    found = []
    for part in re.split(r"[\s,;]+", written.strip()):
        if not part:
            continue
        match = _TIME.fullmatch(part)
        if match is None or int(match[1]) > 23 or int(match[2] or 0) > 59:
            return None
        found.append(time(int(match[1]), int(match[2] or 0)))
    return found
