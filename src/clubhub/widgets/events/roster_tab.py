"""The roster of an event: the board of places, and the panel of the chosen one."""

from PySide6.QtCore import QModelIndex, QRect, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStyle, QWidget

from clubhub.domain.ids import EventId, NeedId, PersonId
from clubhub.services.places import PlaceStory
from clubhub.services.roster_desk import PlaceKey
from clubhub.viewmodels.place_words import place_title
from clubhub.viewmodels.roster_board import Board
from clubhub.widgets.controls import column
from clubhub.widgets.events.board import BoardView
from clubhub.widgets.events.low_window import is_low
from clubhub.widgets.events.place_panel import PlacePanel
from clubhub.widgets.events.roster_tab_acts import PlaceActs
from clubhub.widgets.events.roster_tab_foot import RosterFoot
from clubhub.widgets.events.roster_tab_reader import RosterReader
from clubhub.widgets.events.swap_hint import SwapHint
from clubhub.widgets.pages import Shell
from clubhub.widgets.tokens import NARROW_WIDTH, PAGE_MARGIN

STORY_DELAY_MS = 40
"""While an arrow key is held down, the places on the way need no story."""


class RosterTab(QWidget):
    """Shows one event at a time. It refreshes by itself after a change, at once or when it is shown again."""

    coverage_changed = Signal(int, int)
    """How many of the wanted places are filled, and how many there are."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self.shell = shell
        self._wanted_need: NeedId | None = None
        self._is_panel_wanted = True
        self._wants_focus = False
        self.board = BoardView(shell.theme)
        self.panel = PlacePanel(shell.theme)
        self.swap_hint = SwapHint()
        self.foot = RosterFoot(shell.theme)
        self.reader = RosterReader(shell, self)
        self.acts = PlaceActs(shell, self)
        self._delay = QTimer(self)
        self._delay.setSingleShot(True)
        self._delay.setInterval(STORY_DELAY_MS)
        self._layout = QHBoxLayout()
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._board_side = column(self.swap_hint, self.board, self.foot, space=8)
        self._layout.addLayout(self._board_side, 1)
        self.setLayout(self._layout)
        self.panel.setParent(self)
        self.panel.hide()
        self._connect()

    def show_event(self, event_id: EventId) -> None:
        """Show this event's roster; the same one again only looks for what is new."""
        if self.reader.read_event(event_id):
            self.acts.use(None)
            self.board.set_board(Board())
            self._hide_panel()

    def select_need(self, need_id: NeedId) -> None:
        """Go to the first open place of a need, or its first, and show its panel; also before the roster is there."""
        self._wanted_need = need_id
        self._go_to_need()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_panel()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._place_panel()
        self.reader.read_if_stale()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._delay.stop()

    @property
    def is_covering(self) -> bool:
        """Whether the panel lies over the board, for want of width."""
        return self.window().width() < NARROW_WIDTH or self.width() < 2.2 * self.panel.width()

    def _connect(self) -> None:
        self._delay.timeout.connect(self._ask_story)
        self.board.place_chosen.connect(self._choose)
        self.board.opened.connect(self._open)
        self.board.clicked.connect(self._click)
        self.board.act_wanted.connect(self.acts.act)
        self.board.left.connect(self._leave)
        self.panel.left.connect(self._close_panel)
        self.panel.assign_wanted.connect(self._assign)
        self.panel.act_wanted.connect(self._act)
        self.panel.set_aside_wanted.connect(self._set_aside)
        self.acts.settled.connect(self.reader.read)
        self.acts.swap_changed.connect(self._show_swap)
        self.swap_hint.leave.clicked.connect(self.acts.leave_swap)
        self.reader.settled.connect(self.acts.use)
        self.reader.board_read.connect(self._show_board)
        self.reader.story_read.connect(self._tell_story)
        self.shell.theme.changed.connect(self._place_panel)

    @Slot(object)
    def _show_board(self, board: Board) -> None:
        self.board.set_board(board)
        self.coverage_changed.emit(board.filled, board.places)
        self._go_to_need()
        if self.board.current_key() is not None:
            self._ask_story()

    def _go_to_need(self) -> None:
        desk, wanted = self.reader.desk, self._wanted_need
        if wanted is None or desk is None:
            return
        self._wanted_need = None
        keys = [key for key in desk.entries if key.need_id == wanted]
        if keys:
            self._open(next((key for key in keys if desk.entries[key].place.is_open), keys[0]), focus=False)

    @Slot(object)
    def _choose(self, key: PlaceKey | None) -> None:
        if key is None:
            self._hide_panel()
        elif self.panel.isVisible() or (self._is_panel_wanted and not self.is_covering):
            self._delay.start()

    @Slot(object)
    def _open(self, key: PlaceKey, *, focus: bool = True) -> None:
        """Show the panel of a place and go there; or finish a swap with it."""
        if self.acts.swap_with(key):
            return
        self._is_panel_wanted = True
        self._wants_focus = focus
        self.board.choose(key)
        self._ask_story()

    @Slot(QModelIndex)
    def _click(self, index: QModelIndex) -> None:
        place = self.board.board_model.place_at(index)
        if place is not None and not self.acts.swap_with(place.key):
            self._is_panel_wanted = True
            self._delay.start()

    @Slot()
    def _ask_story(self) -> None:
        self._delay.stop()
        key = self.board.current_key()
        if key is None:
            self._hide_panel()
        else:
            self.reader.ask_story(key)

    @Slot(object)
    def _tell_story(self, story: PlaceStory) -> None:
        """The same story again leaves half typed words alone."""
        if not self._is_panel_wanted:
            return
        if story != self.panel.story or not self.panel.isVisible():
            self.panel.show_story(story)
            self.panel.show()
        self._place_panel()
        if self._wants_focus:
            self._wants_focus = False
            self.panel.focus_first()

    @Slot(object, str)
    def _assign(self, person_id: PersonId, reason: str) -> None:
        key = self.board.current_key()
        if key is not None:
            self.board.setFocus(Qt.FocusReason.OtherFocusReason)
            self.acts.assign(key, person_id, reason)

    @Slot(str)
    def _act(self, name: str) -> None:
        key = self.board.current_key()
        if key is not None:
            self.board.setFocus(Qt.FocusReason.OtherFocusReason)
            self.acts.act(name, key)

    @Slot(str)
    def _set_aside(self, reason: str) -> None:
        key = self.board.current_key()
        if key is not None:
            self.acts.set_aside(key, reason)

    @Slot(object)
    def _show_swap(self, key: PlaceKey | None) -> None:
        desk = self.reader.desk
        entry = desk.entries.get(key) if desk and key else None
        person = entry.place.person if entry else None
        self.swap_hint.show_swap(person.name if person else place_title(entry) if entry else "")
        self.board.mark(key)

    @Slot()
    def _leave(self) -> None:
        """Escape: first out of a swap, then the panel goes."""
        if self.acts.swap_from is not None:
            self.acts.leave_swap()
        else:
            self._close_panel()

    @Slot()
    def _close_panel(self) -> None:
        self._is_panel_wanted = False
        self._hide_panel()
        self.board.setFocus(Qt.FocusReason.OtherFocusReason)

    def _hide_panel(self) -> None:
        self.panel.hide()
        self._place_panel()

    @Slot()
    def _place_panel(self) -> None:
        """Beside the board, or over its end where the window is narrow."""
        self.panel.fit_to(self.width())
        start, end = (8, PAGE_MARGIN) if self.isRightToLeft() else (PAGE_MARGIN, 8)
        self._board_side.setContentsMargins(start, 8, end, 12)
        self.foot.setHidden(is_low(self, self.shell.theme))
        if self.is_covering or self.panel.isHidden():
            self._layout.removeWidget(self.panel)
            width = min(self.panel.width(), self.width())
            over = QRect(self.width() - width, 0, width, self.height())
            self.panel.setGeometry(QStyle.visualRect(self.layoutDirection(), self.rect(), over))
            self.panel.raise_()
            self.board.set_covered(0 if self.panel.isHidden() else width)
        elif self._layout.indexOf(self.panel) < 0:
            self._layout.addWidget(self.panel)
            self.board.set_covered(0)
