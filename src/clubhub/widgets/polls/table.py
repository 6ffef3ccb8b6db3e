"""The grid's cells under the keys: arrows, Y, M, N, Delete, a letter or "/" to jump to a name, Ctrl+C to copy."""

from PySide6.QtCore import QEvent, QKeyCombination, QModelIndex, QPoint, Qt, Signal, Slot
from PySide6.QtGui import (
    QAction,
    QColor,
    QContextMenuEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractItemView, QMenu, QTableView

from clubhub.domain.polls import Mark
from clubhub.support.texts import _
from clubhub.viewmodels.polls import words
from clubhub.viewmodels.polls.grid import PollGridModel
from clubhub.viewmodels.table_model import Index
from clubhub.widgets import icons
from clubhub.widgets.polls.cells import SIGNS, MarkDelegate
from clubhub.widgets.polls.headers import NameHeader, TimeHeader
from clubhub.widgets.theme import Theme

KEYS = {Qt.Key.Key_Y: Mark.YES, Qt.Key.Key_M: Mark.IF_NEED_BE, Qt.Key.Key_N: Mark.NO}
HISTORY_KEY = QKeyCombination(Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_I)
NEXT_MARK = {None: Mark.YES, Mark.YES: Mark.IF_NEED_BE, Mark.IF_NEED_BE: Mark.NO, Mark.NO: None}


class MarkTable(QTableView):
    """Asks for marks; whoever owns it sets them."""

    mark_wanted = Signal(object)
    """A Mark for the chosen cells, or None to clear them."""
    history_wanted = Signal(int)
    """Tell who entered a row's answer, and what it was before."""
    choice_wanted = Signal(object)
    """Decide for this column."""
    jump_wanted = Signal(str)
    """Letters typed that are no mark: the beginning of a name."""

    def __init__(self, model: PollGridModel, theme: Theme) -> None:
        super().__init__()
        self.grid = model
        self._theme = theme
        self._pressed: QModelIndex | None = None
        self.names = NameHeader(model, theme, self)
        self.times = TimeHeader(model, theme, self)
        self.setModel(model)
        self.setVerticalHeader(self.names)
        self.setHorizontalHeader(self.times)
        self._delegate = MarkDelegate(theme, self)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(_("Answers"))
        self.setAccessibleDescription(
            _("Y for yes, M for if need be, N for no, Delete to clear, / to find a name, Ctrl+I for who entered it.")
        )
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setCornerButtonEnabled(False)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._delegate.forget()
        return super().event(event)

    def chosen_cells(self) -> list[tuple[int, int]]:
        """Row and column of every chosen cell."""
        return [(index.row(), index.column()) for index in self.selectedIndexes()]

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.names.show_current(current.row() if current.isValid() else -1)

    def copy_cells(self) -> None:
        """The chosen cells with their names and times, as text with tabs: a spreadsheet takes it as a table."""
        cells = self.chosen_cells()
        columns = sorted({column for _row, column in cells})
        lines = [["", *(words.option_words(self.grid.options[column]) for column in columns)]]
        for row in sorted({row for row, _column in cells}):
            marks = [self.grid.index(row, column).data() if (row, column) in cells else "" for column in columns]
            lines.append([self.grid.rows[row].name, *marks])
        QGuiApplication.clipboard().setText("\n".join("\t".join(line) for line in lines))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_cells()
        elif event.keyCombination() == HISTORY_KEY and self.currentIndex().isValid():
            self._tell_history()
        elif plain and event.key() in KEYS:
            self.mark_wanted.emit(KEYS[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.mark_wanted.emit(None)
        elif plain and event.text().strip() and event.text().isprintable():
            self.jump_wanted.emit(event.text().removeprefix("/"))
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A second click on the current cell moves its mark on: yes, if need be, no, silence."""
        index = self.indexAt(event.position().toPoint())
        is_again = index.isValid() and index == self.currentIndex() and self.hasFocus()
        is_plain = event.button() == Qt.MouseButton.LeftButton and not event.modifiers()
        self._pressed = index if is_again and is_plain and len(self.selectedIndexes()) == 1 else None
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if self._pressed is not None and index == self._pressed and index == self.currentIndex():
            self.mark_wanted.emit(NEXT_MARK[self.grid.mark(index.row(), index.column())])
        self._pressed = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Two quick clicks are two clicks."""
        self.mousePressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self.currentIndex().isValid():
            place = self.visualRect(self.currentIndex()).bottomLeft()
            is_by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
            self._menu(event.globalPos() if is_by_mouse else self.viewport().mapToGlobal(place))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Lines between days and around the best columns, after all cells."""
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        bottom = min(self.viewport().height(), self.names.length() - self.names.offset())
        painter.setPen(QPen(QColor(self._theme.colours.line2), 1))
        is_mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        for first, last, _day in self.times.groups[1:]:
            rect = self.times.columns_rect(first, last)
            edge = rect.right() if is_mirrored else rect.left()
            painter.drawLine(edge, 0, edge, bottom)
        for column, rank in enumerate(self.grid.shown_ranks()):
            if rank:
                colour = self._theme.colours.accent if rank == 1 else self._theme.colours.line2
                painter.setPen(QPen(QColor(colour), 2))
                rect = self.times.columns_rect(column, column)
                painter.drawLine(rect.left() + 1, 0, rect.left() + 1, bottom)
                painter.drawLine(rect.right(), 0, rect.right(), bottom)
        painter.end()

    def _menu(self, place: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for key, mark in KEYS.items():
            if self.grid.fitting(mark) is mark:
                text = words.sentence_case(self.grid.word(mark))
                self._add(menu, text, QKeySequence(key), mark).setIcon(icons.get(SIGNS[mark]))
        self._add(menu, _("Clear"), QKeySequence(Qt.Key.Key_Delete), None)
        menu.addSeparator()
        option = words.option_in_short(self.grid.options[self.currentIndex().column()])
        menu.addAction(_("Choose {time}").format(time=option)).triggered.connect(self._choose)
        history = menu.addAction(_("Who entered this?"))
        history.setShortcut(QKeySequence(HISTORY_KEY))
        history.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        history.setShortcutVisibleInContextMenu(True)
        history.triggered.connect(self._tell_history)
        menu.popup(place)

    def _add(self, menu: QMenu, text: str, key: QKeySequence, mark: Mark | None) -> QAction:
        action = menu.addAction(text)
        action.setShortcut(key)
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.setShortcutVisibleInContextMenu(True)
        action.setData(mark)
        action.triggered.connect(self._take_action)
        return action

    @Slot()
    def _tell_history(self) -> None:
        self.history_wanted.emit(self.currentIndex().row())

    @Slot()
    def _choose(self) -> None:
        self.choice_wanted.emit(self.currentIndex().column())

    @Slot()
    def _take_action(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.mark_wanted.emit(Mark(action.data()) if action.data() else None)
