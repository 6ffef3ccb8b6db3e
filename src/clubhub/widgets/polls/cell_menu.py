"""The menu of a cell of the grid: its marks, deciding for its column, and what can be done with the whole answer."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from clubhub.domain.polls import Mark
from clubhub.support.texts import _
from clubhub.viewmodels.polls import words
from clubhub.viewmodels.polls.grid import PollGridModel
from clubhub.viewmodels.table_model import Index
from clubhub.widgets import icons
from clubhub.widgets.polls.cells import SIGNS
from clubhub.widgets.polls.row_acts import RowActs, with_key

KEYS = {Qt.Key.Key_Y: Mark.YES, Qt.Key.Key_M: Mark.IF_NEED_BE, Qt.Key.Key_N: Mark.NO}


class CellMenu(QMenu):
    mark_wanted = Signal(object)
    """A Mark for the chosen cells, or None to clear them."""
    choice_wanted = Signal(object)
    """Decide for this column."""

    def __init__(self, parent: QWidget, model: PollGridModel, index: Index, acts: RowActs) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._column = index.column()
        for key, mark in KEYS.items():
            if model.fitting(mark) is mark:
                text = words.sentence_case(model.word(mark))
                self._add(text, QKeySequence(key), mark).setIcon(icons.get(SIGNS[mark]))
        self._add(_("Clear"), QKeySequence(Qt.Key.Key_Delete), None)
        self.addSeparator()
        option = words.option_in_short(model.options[self._column])
        self.addAction(_("Choose {time}").format(time=option).replace("&", "&&")).triggered.connect(self._choose)
        self.addSeparator()
        acts.add_to(self, model.rows[index.row()])

    def _add(self, text: str, key: QKeySequence, mark: Mark | None) -> QAction:
        action = with_key(self.addAction(text.replace("&", "&&")), key)
        action.setData(mark)
        action.triggered.connect(self._take_action)
        return action

    @Slot()
    def _choose(self) -> None:
        self.choice_wanted.emit(self._column)

    @Slot()
    def _take_action(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.mark_wanted.emit(Mark(action.data()) if action.data() else None)
