"""Reads an event's roster for the tab, off the window's thread, and again after each change that touches it."""

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from clubhub.domain.change_kinds import CLUB, PEOPLE, POLLS, ROSTERS, RULES
from clubhub.domain.changes import Changes
from clubhub.domain.errors import NotFound
from clubhub.domain.ids import EventId
from clubhub.services.places import PlaceService, PlaceStory
from clubhub.services.roster_desk import PlaceKey, RosterDesk
from clubhub.viewmodels.roster_board import Board
from clubhub.viewmodels.roster_board_layout import lay_out_board
from clubhub.widgets.pages import Shell

KINDS = ROSTERS | PEOPLE | RULES | POLLS | CLUB


@dataclass(slots=True)
class _Reading:
    """One reading of an event under way; the pool says when it `is_over`, well or not."""

    event_id: EventId
    is_over: bool = False


class RosterReader(QObject):
    """`desk` is the newest that was read. While the tab is hidden a change waits until it is shown again."""

    board_read = Signal(object)
    """A Board: the roster is another than before."""
    settled = Signal(object)
    """The RosterDesk to act on, each time the club was looked at."""
    story_read = Signal(object)
    """The PlaceStory that was asked for last."""

    def __init__(self, shell: Shell, tab: QWidget) -> None:
        super().__init__(tab)
        self._shell = shell
        self._tab = tab
        self.desk: RosterDesk | None = None
        self._board: Board | None = None
        self._event_id: EventId | None = None
        self._is_stale = False
        self._reading: _Reading | None = None
        self._read_again = False
        self._questions = 0
        shell.notifier.changed.connect(self._hear)

    def read_event(self, event_id: EventId) -> bool:
        """Read an event's roster; True if it is another event than before."""
        is_other = event_id != self._event_id
        if is_other:
            self._event_id = event_id
            self.desk = self._board = None
        self.read()
        return is_other

    @Slot()
    def read(self) -> None:
        """Read the roster anew; nothing is done if nothing in the club has changed.

        One reading after another: each act asks, and so does the news of its change.
        """
        self._is_stale = False
        if self._event_id is None:
            return
        if self._reading and self._reading.event_id == self._event_id and not self._reading.is_over:
            self._read_again = True
            return
        self._reading, self._read_again = _Reading(self._event_id), False
        work = partial(_read, self._reading, self._shell.services.places, self.desk, self._board)
        self._shell.jobs.run("", work, self._take, owner=self, on_failed=self._miss, quiet=True, in_turn=True)

    def read_if_stale(self) -> None:
        if self._is_stale:
            self.read()

    def ask_story(self, key: PlaceKey) -> None:
        """Ask what there is to tell about a place of the desk; earlier questions are forgotten."""
        desk, places = self.desk, self._shell.services.places
        self._questions += 1
        question = self._questions
        if desk is not None:
            self._shell.jobs.run(
                "", lambda _progress: (question, places.story(desk, key)), self._tell, owner=self, quiet=True
            )

    def _take(self, answer: tuple[RosterDesk, Board | None]) -> None:
        """A second answer about the same state, or a late one about an earlier, changes nothing."""
        desk, board = answer
        if desk.roster.event.id != self._event_id:
            return
        if board is None or (self.desk and desk.as_of <= self.desk.as_of):
            self.settled.emit(self.desk)
        else:
            self.desk, self._board = desk, board
            self.settled.emit(desk)
            self.board_read.emit(board)
        if self._read_again:
            self.read()

    def _miss(self, error: Exception) -> None:
        """Of an event that is gone the page says so."""
        if not isinstance(error, NotFound):
            self._shell.jobs.failed.emit(error)

    def _tell(self, answer: tuple[int, PlaceStory]) -> None:
        question, story = answer
        if question == self._questions:
            self.story_read.emit(story)

    @Slot(object)
    def _hear(self, changes: Changes) -> None:
        if not changes.kinds & KINDS:
            return
        if self._tab.isVisible():
            self.read()
        else:
            self._is_stale = True


def _read(
    reading: _Reading, places: PlaceService, earlier: RosterDesk | None, board: Board | None, _progress: object
) -> tuple[RosterDesk, Board | None]:
    """In the pool, without the reader itself: the board is None if nothing in the club has changed."""
    try:
        desk = places.desk(reading.event_id, earlier)
        return desk, lay_out_board(desk, board) if desk is not earlier else None
    finally:
        reading.is_over = True
