"""Drafts from what people usually say, to look at and to take over or not."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QObject, Qt, Signal

from clubhub.domain.ids import PersonId
from clubhub.domain.polls import Mark
from clubhub.services.usual_answers import DraftedAnswer
from clubhub.support.texts import _
from clubhub.viewmodels.table_model import Index

WHO, WOULD_SAY = range(2)


class UsualDrafts(QAbstractTableModel):
    """A row for each draft; ticked ones are taken over."""

    ticked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.drafts: list[DraftedAnswer] = []
        self._ticked: set[PersonId] = set()

    def set_drafts(self, drafts: Sequence[DraftedAnswer]) -> None:
        self.beginResetModel()
        self.drafts = list(drafts)
        self._ticked = {draft.person.id for draft in drafts}
        self.endResetModel()
        self.ticked.emit()

    def taken(self) -> list[PersonId]:
        return [draft.person.id for draft in self.drafts if draft.person.id in self._ticked]

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.drafts)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else 2

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        if not index.isValid():
            return None
        draft = self.drafts[index.row()]
        if role == Qt.ItemDataRole.CheckStateRole and index.column() == WHO:
            return Qt.CheckState.Checked if draft.person.id in self._ticked else Qt.CheckState.Unchecked
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return draft.person.name if index.column() == WHO else would_say(draft)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (_("Name"), _("Would say"))[section]

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsUserCheckable if index.column() == WHO else flags

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: ANN401
        if role != Qt.ItemDataRole.CheckStateRole or index.column() != WHO:
            return False
        person_id = self.drafts[index.row()].person.id
        if Qt.CheckState(value) == Qt.CheckState.Checked:
            self._ticked.add(person_id)
        else:
            self._ticked.discard(person_id)
        self.dataChanged.emit(index, index)
        self.ticked.emit()
        return True


def would_say(draft: DraftedAnswer) -> str:
    """Like "yes to 3, no to 5"."""
    counts = Counter(draft.marks.values())
    return ", ".join(_("{mark} to {count}").format(mark=mark.word, count=counts[mark]) for mark in Mark if counts[mark])
