"""What the filling dialog shows of a proposal: the result in a sentence, and differences with checkboxes."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QObject, Qt, Signal

from clubhub.domain.fill_proposals import (
    Difference,
    FillProposal,
    Key,
    Lapsed,
    possible,
    requirements,
    with_dependent,
    with_required,
)
from clubhub.support.texts import _, plural, some_of
from clubhub.viewmodels.roster_change_words import change_sentence, kind_words, way_text
from clubhub.viewmodels.table_model import ROW_ROLE, Index

CHECK, KIND, WHO, WAY, WHY = range(5)
MOST_NAMED = 3
MOST_LAPSED = 12


def result_title(proposal: FillProposal) -> str:
    return _("{filled} of {places} places").format(filled=proposal.filled, places=proposal.places)


def result_sentence(proposal: FillProposal) -> str:
    """What is proved, and what stays open."""
    if not proposal.is_final:
        return _("The best so far; the search goes on.")
    missing = sum(short.missing for short in proposal.empty)
    parts = []
    if proposal.is_stopped:
        parts.append(_("Stopped: this is the best plan so far; a better one may exist."))
    elif proposal.proved:
        parts.append(_("Proved: no plan fills more."))
        if not proposal.is_best:
            parts.append(_("The time was over: a fairer plan may exist."))
    else:
        parts.append(_("The time was over: a fuller plan may exist."))
    if missing:
        places = some_of(
            [_("{role}, {when}").format(role=short.role, when=short.when) for short in proposal.empty], MOST_NAMED
        )
        parts.append(plural("{count} stays open: {places}.", "{count} stay open: {places}.", missing, places=places))
    return " ".join(parts)


def change_count(proposal: FillProposal) -> str:
    """Like "9 changes touch 9 people; 5 pinned places stay"."""
    touched = len({difference.change.person.id for difference in proposal.differences})
    people = plural("{count} person", "{count} people", touched)
    number = len(proposal.differences)
    text = plural("{count} change touches {people}", "{count} changes touch {people}", number, people=people)
    if proposal.hearing and proposal.roster.publication is not None:
        hearing = plural("{count} person hears of a change", "{count} people hear of a change", proposal.hearing)
        text = _("{changes}; {hearing}").format(changes=text, hearing=hearing)
    pinned = plural("{count} pinned place stays", "{count} pinned places stay", proposal.pinned)
    return _("{changes}; {pinned}").format(changes=text, pinned=pinned) if proposal.pinned else text


def accept_words(number: int) -> str:
    return plural("Accept {count} change", "Accept {count} changes", number)


def followed_words(others: int) -> str:
    """Whoever leaves out one change may leave out others with it; "" if none went along."""
    if not others:
        return ""
    return plural(
        "{count} other change went along: one can't be done without the other.",
        "{count} other changes went along: one can't be done without the others.",
        others,
    )


def lapsed_title(lapsed: Sequence[Lapsed], *, is_anything_written: bool) -> str:
    """What became of the changes that were accepted, when some of them didn't hold any more."""
    count = len(lapsed)
    left_out = plural(
        "{count} change doesn’t hold any more and was left out.",
        "{count} changes don’t hold any more and were left out.",
        count,
    )
    done = _("The others are written.") if is_anything_written else _("Nothing was changed.")
    return f"{left_out} {done}"


def lapsed_lines(lapsed: Sequence[Lapsed]) -> list[str]:
    """Why, each with its name; of very many the first."""
    lines = [one.why for one in lapsed[:MOST_LAPSED]]
    more = len(lapsed) - len(lines)
    return [*lines, *([plural("{count} more", "{count} more", more)] if more else [])]


class DifferenceModel(QAbstractTableModel):
    """Differences to accept or not. Whatever needs one that is left out is left out too, and comes back with it."""

    chosen_changed = Signal()
    """The number of chosen differences is another."""
    followed = Signal(int)
    """So many others were chosen or left out along with the last one."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Difference, ...] = ()
        self._needs: Mapping[Key, frozenset[Key]] = {}
        self._left_out: set[Key] = set()

    @property
    def rows(self) -> Sequence[Difference]:
        return self._rows

    @property
    def chosen(self) -> frozenset[Key]:
        return frozenset(row.key for row in self._rows) - self._left_out

    def set_differences(self, differences: Iterable[Difference]) -> None:
        """What was left out stays so, as far as it is still proposed."""
        new = tuple(differences)
        if [row.key for row in new] == [row.key for row in self._rows]:
            self._rows = new
            return
        self.beginResetModel()
        self._rows = new
        self._needs = requirements(new)
        kept = {row.key for row in possible(new, {row.key for row in new} - self._left_out)}
        self._left_out = {row.key for row in new} - kept
        self.endResetModel()
        self.chosen_changed.emit()

    def set_chosen(self, place: int, *, is_chosen: bool) -> None:
        """Choose or leave out one, and all that goes with it."""
        key = self._rows[place].key
        before = len(self._left_out)
        if is_chosen:
            self._left_out -= with_required(key, self._needs)
        else:
            self._left_out |= with_dependent(key, self._needs)
        last = self.index(len(self._rows) - 1, WHY)
        self.dataChanged.emit(self.index(0, CHECK), last, [Qt.ItemDataRole.CheckStateRole])
        self.chosen_changed.emit()
        self.followed.emit(max(0, abs(len(self._left_out) - before) - 1))

    def is_chosen(self, place: int) -> bool:
        return self._rows[place].key not in self._left_out

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else WHY + 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsUserCheckable if index.column() == CHECK else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return _text(row, index.column())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(index)
        if role == Qt.ItemDataRole.CheckStateRole and index.column() == CHECK:
            return Qt.CheckState.Checked if self.is_chosen(index.row()) else Qt.CheckState.Unchecked
        return row if role == ROW_ROLE else None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: ANN401
        if role != Qt.ItemDataRole.CheckStateRole or index.column() != CHECK:
            return False
        self.set_chosen(index.row(), is_chosen=Qt.CheckState(value) == Qt.CheckState.Checked)
        return True

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (_("Accept"), _("Change"), _("Who"), _("From and to"), _("Why"))[section]

    def _spoken(self, index: Index) -> str:
        row = self._rows[index.row()]
        if index.column() == CHECK:
            state = _("accepted") if self.is_chosen(index.row()) else _("left out")
            return _("{change}. {why}. {state}").format(change=change_sentence(row.change), why=row.why, state=state)
        return _text(row, index.column())


def _text(row: Difference, column: int) -> str:
    if column == KIND:
        return kind_words(row.change.kind).text
    if column == WHO:
        return row.change.person.name
    if column == WAY:
        return way_text(row.change)
    return row.why if column == WHY else ""
