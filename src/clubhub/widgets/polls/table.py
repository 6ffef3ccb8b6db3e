"""The grid's cells under the keys: arrows, Y, M, N, Delete, a letter or "/" to jump to a name, Ctrl+C to copy."""

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt, Signal, Slot
from PySide6.QtGui import (
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

from clubhub.domain.polls import Mark, PollKind
from clubhub.support.texts import _
from clubhub.viewmodels.polls import words
from clubhub.viewmodels.polls.grid import PollGridModel
from clubhub.viewmodels.polls.grid_rows import GridRow
from clubhub.viewmodels.table_model import Index
from clubhub.widgets.polls.cell_menu import KEYS, CellMenu
from clubhub.widgets.polls.cells import MarkDelegate
from clubhub.widgets.polls.headers import NameHeader, TimeHeader
from clubhub.widgets.polls.row_acts import RowActs
from clubhub.widgets.theme import Theme

NEXT_MARK = {None: Mark.YES, Mark.YES: Mark.IF_NEED_BE, Mark.IF_NEED_BE: Mark.NO, Mark.NO: None}


class MarkTable(QTableView):
    """Asks for marks; whoever owns it sets them."""

    mark_wanted = Signal(object)
    """A Mark for the chosen cells, or None to clear them."""
    choice_wanted = Signal(object)
    """Decide for this column."""
    jump_wanted = Signal(str)
    """Letters typed that are no mark: the beginning of a name."""

    def __init__(self, model: PollGridModel, theme: Theme) -> None:
        super().__init__()
        self.grid = model
        self._theme = theme
        self._pressed: QModelIndex | None = None
        self.acts = RowActs(self)
        self.names = NameHeader(model, theme, self)
        self.times = TimeHeader(model, theme, self)
        self.setModel(model)
        self.setVerticalHeader(self.names)
        self.setHorizontalHeader(self.times)
        self._delegate = MarkDelegate(theme, self)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(_("Answers"))
        self.show_kind(PollKind.MARKS)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setCornerButtonEnabled(False)
        self.names.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.names.customContextMenuRequested.connect(self._open_row_menu)

    def show_kind(self, kind: PollKind) -> None:
        """Say which keys such a poll has."""
        marks = (
            _("Y for yes, M for if need be, N for no, Delete to clear")
            if kind is PollKind.MARKS
            else _("Y to choose, Delete to clear")
        )
        rest = _(
            "each goes on to the next one, with Shift it stays. Enter begins the next row, / finds a name, Ctrl+I says "
            "who entered it, Ctrl+Delete removes the row’s answer, F2 says who a guest is."
        )
        self.setAccessibleDescription(_("{marks}; {rest}").format(marks=marks, rest=rest))

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._delegate.forget()
        return super().event(event)

    def _current_row(self) -> GridRow | None:
        index = self.currentIndex()
        return self.grid.rows[index.row()] if index.isValid() else None

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
        elif self.acts.take_key(event, self._current_row()):
            event.accept()
        elif plain and event.key() in KEYS:
            self._type(KEYS[Qt.Key(event.key())], event)
        elif plain and event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._type(None, event)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._move_to(self.currentIndex().row() + 1, 0)
        elif plain and event.text().strip() and event.text().isprintable():
            self.jump_wanted.emit(event.text().removeprefix("/"))
        else:
            super().keyPressEvent(event)

    def _type(self, mark: Mark | None, event: QKeyEvent) -> None:
        """Set a mark and go on, as in the dialog that takes one answer; with Shift, or in many cells, stay."""
        is_alone = len(self.selectedIndexes()) == 1
        self.mark_wanted.emit(mark)
        if is_alone and not event.modifiers():
            self._move_to(self.currentIndex().row(), self.currentIndex().column() + 1)

    def _move_to(self, row: int, column: int) -> None:
        """At the end stay there: the next row is somebody else's."""
        index = self.grid.index(row, column)
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)

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

    @Slot(QPoint)
    def _open_row_menu(self, place: QPoint) -> None:
        """A right click on a name: what can be done with the whole answer."""
        row = self.names.logicalIndexAt(place)
        if row >= 0:
            menu = QMenu(self)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            self.acts.add_to(menu, self.grid.rows[row])
            menu.popup(self.names.viewport().mapToGlobal(place))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self.currentIndex().isValid():
            place = self.visualRect(self.currentIndex()).bottomLeft()
            is_by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
            menu = CellMenu(self, self.grid, self.currentIndex(), self.acts)
            menu.mark_wanted.connect(self.mark_wanted)
            menu.choice_wanted.connect(self.choice_wanted)
            menu.popup(event.globalPos() if is_by_mouse else self.viewport().mapToGlobal(place))

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
