"""The roster board: a table in which every place is a cell, painted as a chip, and reached by mouse and keys."""

from PySide6.QtCore import QModelIndex, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from clubhub.services.roster_desk import PlaceKey
from clubhub.support.texts import _
from clubhub.viewmodels.roster_board import Board, BoardModel, BoardPlace
from clubhub.viewmodels.table_model import Index
from clubhub.widgets.events import board_moves as moves
from clubhub.widgets.events.board_delegate import ChipDelegate
from clubhub.widgets.events.board_headers import SessionHeader
from clubhub.widgets.events.board_measures import Measures
from clubhub.widgets.events.board_roles import RoleHeader
from clubhub.widgets.theme import Theme
from clubhub.widgets.tokens import RADIUS_CHIP

ACTS = {Qt.Key.Key_Delete: "free", Qt.Key.Key_Backspace: "free", Qt.Key.Key_P: "pin", Qt.Key.Key_S: "swap"}


class BoardView(QTableView):
    """Arrows go from place to place; letters find a person, with Shift also one whose name begins with P or S."""

    place_chosen = Signal(object)
    """The PlaceKey that is current now, None if there is none."""
    opened = Signal(object)
    """Enter or a double click on a place: a PlaceKey."""
    act_wanted = Signal(str, object)
    """"free", "pin" or "swap", and the PlaceKey that it is about."""
    left = Signal()
    """Escape."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.board_model = BoardModel(self)
        self._theme = theme
        self._measures = Measures(theme)
        self._chips = ChipDelegate(theme, self._measures, self)
        self._sessions = SessionHeader(self.board_model, theme, self._measures, self)
        self._roles = RoleHeader(self.board_model, theme, self._measures, self)
        self._needs = self._measures.column_needs(self.board_model.board)
        self._covered = 0
        self._letters = moves.TypeAhead()
        self.setModel(self.board_model)
        self.setItemDelegate(self._chips)
        self.setHorizontalHeader(self._sessions)
        self.setVerticalHeader(self._roles)
        self._set_up()
        theme.changed.connect(self._follow_theme)
        self.doubleClicked.connect(self._open)

    def set_board(self, board: Board) -> None:
        """Show a roster; the current place stays, if it is still there.

        Where no size changes, only the cells that differ are painted: a whole board takes some 20 ms, and far longer
        while the pool works, since each cell then waits for its turn at the interpreter.
        """
        key = self.current_key()
        if not self.board_model.set_board(board) or self._measures.column_needs(board) != self._needs:
            self.fit()
        self._sessions.viewport().update()
        self._roles.viewport().update()
        if key is not None and not self.choose(key):
            self.place_chosen.emit(None)

    def current_place(self) -> BoardPlace | None:
        return self.board_model.place_at(self.currentIndex())

    def current_key(self) -> PlaceKey | None:
        place = self.current_place()
        return place.key if place else None

    def choose(self, key: PlaceKey) -> bool:
        """Make a place the current one and show it; False if it isn't on the board."""
        index = self.board_model.index_of(key)
        if not index.isValid():
            return False
        if index != self.currentIndex():
            self.setCurrentIndex(index)
        self.scrollTo(index)
        return True

    def mark(self, key: PlaceKey | None) -> None:
        """Show that this place waits to be swapped with the next one chosen."""
        self._chips.marked = key
        self.viewport().update()

    def fit(self) -> None:
        """Sizes from the text, and columns over the width that there is."""
        self._needs = self._measures.column_needs(self.board_model.board)
        self._roles.fit(self.width())
        self._roles.fit_rows()
        self._fit_columns()
        self.updateGeometries()
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = self.current_key()
        act = ACTS.get(Qt.Key(event.key()))
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and key is not None:
            self.opened.emit(key)
        elif act and key is not None and self._is_command(event):
            self.act_wanted.emit(act, key)
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Go to the next place of somebody whose name begins with what was typed within a moment."""
        current = self.currentIndex()
        at = (current.row(), current.column()) if current.isValid() else None
        found = self._letters.find(self.board_model, search, at)
        if found:
            self._go(found)

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        current = self.currentIndex()
        if current.isValid():
            to = moves.target(
                self.board_model,
                (current.row(), current.column()),
                moves.MIRRORED.get(action, action) if self.isRightToLeft() else action,
                is_far=bool(modifiers & Qt.KeyboardModifier.ControlModifier),
                lines=self.viewport().height() // max(1, self._measures.row),
            )
        else:
            to = moves.board_end(self.board_model, -1)
        return self.board_model.index(*to) if to else current

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self._paint_anew(current)
        self._paint_anew(previous)
        place = self.board_model.place_at(current)
        if place is not None:
            self.setAccessibleDescription(place.spoken)
            self.place_chosen.emit(place.key)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Whoever comes by Tab stands on a place at once."""
        super().focusInEvent(event)
        first = moves.board_end(self.board_model, -1)
        if first and not self.currentIndex().isValid():
            self._go(first)
        self._paint_anew(self.currentIndex())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._paint_anew(self.currentIndex())

    def set_covered(self, width: int) -> None:
        """Something lies over the last `width` pixels: the board can be scrolled clear of it."""
        if width != self._covered:
            self._covered = width
            self.updateGeometries()
        chip = self.visualRect(self.currentIndex())
        hidden, before = chip.right() - (self.viewport().width() - width), chip.left()
        if self.isRightToLeft():
            hidden, before = width - chip.left(), self.viewport().width() - chip.right()
        if width and self.currentIndex().isValid() and hidden > 0:
            # Its beginning stays in sight, even where not all of it fits.
            self.horizontalScrollBar().setValue(self.horizontalScrollBar().value() + min(hidden, before))

    def updateGeometries(self) -> None:
        bar = self.horizontalScrollBar()
        value = bar.value()
        super().updateGeometries()
        over = self._sessions.length() + self._covered - self.viewport().width()
        bar.setMaximum(max(0, over))
        bar.setValue(value)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The panel beside it came or went: what it is about stays in sight."""
        super().resizeEvent(event)
        if self._roles.fit(self.width()):
            self._roles.fit_rows()
            self.updateGeometries()
        self._fit_columns()
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Names in the headers move against what is scrolled, so they are painted anew."""
        super().scrollContentsBy(dx, dy)
        self._sessions.viewport().update()
        self._roles.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        self._roles.paint_lines(painter, event.rect())
        self._sessions.paint_lines(painter, event.rect(), self._roles.end())
        self._paint_ring(painter)
        painter.end()

    def _set_up(self) -> None:
        self.setAccessibleName(_("Roster"))
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        # The ring says which place is current; a selection would tint the whole cell.
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setCornerWidget(QWidget())
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setCornerButtonEnabled(False)
        self.setMouseTracking(False)

    def _fit_columns(self) -> None:
        widths, self._chips.uses_short_names = self._needs.shared(self.viewport().width())
        for section, width in enumerate(widths):
            self._sessions.resizeSection(section, width)

    def _paint_anew(self, index: Index) -> None:
        """A cell and the ring around it."""
        self.viewport().update(self.visualRect(index).adjusted(-4, -4, 4, 4))

    def _go(self, at: moves.At) -> None:
        index = self.board_model.index(*at)
        self.setCurrentIndex(index)
        self.scrollTo(index)

    def _is_command(self, event: QKeyEvent) -> bool:
        """Not a letter of a name: in the middle of one, or the first one with Shift."""
        return not event.modifiers() and not (event.text().isalpha() and self._letters.is_going_on)

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        place = self.board_model.place_at(index)
        if place is not None:
            self.opened.emit(place.key)

    @Slot()
    def _follow_theme(self) -> None:
        self._measures = Measures(self._theme)
        self._chips.measures = self._sessions.measures = self._roles.measures = self._measures
        self.fit()

    def _paint_ring(self, painter: QPainter) -> None:
        """Around the current place, after all chips: 2 px, a pixel away from the chip; thin while the focus is away."""
        index = self.currentIndex()
        if self.board_model.place_at(index) is None:
            return
        chip = self._chips.chip_rect(self.board_model, index, self.visualRect(index))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._theme.colours.accent), 2 if self.hasFocus() else 1.2))
        painter.drawRoundedRect(QRectF(chip).adjusted(-2, -2, 2, 2), RADIUS_CHIP + 2, RADIUS_CHIP + 2)
