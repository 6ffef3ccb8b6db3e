"""What can be done with a whole answer, by key and from the menu of its row, in the grid and in the list alike."""

from PySide6.QtCore import QKeyCombination, QObject, Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from clubhub.support.texts import _
from clubhub.viewmodels.polls.grid_rows import GridRow

CONTROL = Qt.KeyboardModifier.ControlModifier
HISTORY = QKeyCombination(CONTROL, Qt.Key.Key_I)
PERSON = QKeyCombination(Qt.KeyboardModifier.NoModifier, Qt.Key.Key_F2)
REMOVAL = QKeyCombination(CONTROL, Qt.Key.Key_Delete)


class RowActs(QObject):
    """Says what is wanted with a row; whoever owns the poll does it."""

    history_wanted = Signal(object)
    """Tell who entered a GridRow's answer, and what it was before."""
    person_wanted = Signal(object)
    """Say whom of the club a guest's GridRow is."""
    removal_wanted = Signal(object)
    """Take out a GridRow's answer."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._row: GridRow | None = None

    def take_key(self, event: QKeyEvent, row: GridRow | None) -> bool:
        """Whether the key was one of these; one that the row has no use for is used up too."""
        wanted = {HISTORY: self.history_wanted, PERSON: self.person_wanted, REMOVAL: self.removal_wanted}
        signal = wanted.get(event.keyCombination())
        if signal is not None and row is not None and self._fits(event.keyCombination(), row):
            signal.emit(row)
        return signal is not None

    def add_to(self, menu: QMenu, row: GridRow) -> None:
        """At the end of a menu that opens on this row."""
        self._row = row
        self._add(menu, _("Who entered this?"), HISTORY).triggered.connect(self._tell_history)
        if self._fits(PERSON, row):
            self._add(menu, _("“{name}” is…").format(name=row.name), PERSON).triggered.connect(self._ask_person)
        if self._fits(REMOVAL, row):
            text = _("Remove the answer of {name}").format(name=row.name)
            self._add(menu, text, REMOVAL).triggered.connect(self._remove)

    @staticmethod
    def _fits(key: QKeyCombination, row: GridRow) -> bool:
        return row.is_guest or (key == REMOVAL and not row.is_silent) or key == HISTORY

    @staticmethod
    def _add(menu: QMenu, text: str, key: QKeyCombination) -> QAction:
        return with_key(menu.addAction(text.replace("&", "&&")), QKeySequence(key))

    @Slot()
    def _tell_history(self) -> None:
        self.history_wanted.emit(self._row)

    @Slot()
    def _ask_person(self) -> None:
        self.person_wanted.emit(self._row)

    @Slot()
    def _remove(self) -> None:
        self.removal_wanted.emit(self._row)


def with_key(action: QAction, key: QKeySequence) -> QAction:
    """Shows a key in a menu; the table itself takes it."""
    action.setShortcut(key)
    action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
    action.setShortcutVisibleInContextMenu(True)
    return action
