"""What is done to places from the roster tab: each act is one service call in a job, and one step of undo."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot

from clubhub.domain.changes import Changes
from clubhub.domain.errors import ClubHubError
from clubhub.domain.ids import BanId, PersonId
from clubhub.services.places import PlaceService
from clubhub.services.roster_desk import PlaceKey, RosterDesk
from clubhub.services.rosters import AssignmentDone
from clubhub.support.texts import _
from clubhub.widgets.pages import Shell, sentence_of


class PlaceActs(QObject):
    """One act at a time: a second key press before the board is anew would speak of a state that is gone."""

    settled = Signal()
    """An act has ended, well or not: look at the roster anew."""
    swap_changed = Signal(object)
    """The PlaceKey that waits for the place to swap with; None: no longer."""

    def __init__(self, shell: Shell, parent: QObject) -> None:
        super().__init__(parent)
        self._shell = shell
        self._desk: RosterDesk | None = None
        self._is_acting = False
        self.swap_from: PlaceKey | None = None

    def use(self, desk: RosterDesk | None) -> None:
        """Act on this state of the roster from now on."""
        self._desk = desk
        self._is_acting = False
        if desk is None or (self.swap_from is not None and self.swap_from not in desk.entries):
            self.leave_swap()

    def assign(self, key: PlaceKey, person_id: PersonId, reason: str) -> None:
        self._run(lambda places, desk: places.assign(desk, key, person_id, reason=reason))

    def act(self, name: str, key: PlaceKey) -> None:
        """Do "free" or "pin" to who is on the place, or begin a "swap"; an empty place can only be swapped."""
        entry = self._desk.entries.get(key) if self._desk else None
        if entry is None:
            return
        assignment = entry.place.assignment
        if name == "swap":
            self._begin_swap(key)
        elif assignment is None:
            self._shell.say(_("Nobody is on this place yet. Press Enter to see who could step in."))
        elif name == "free":
            self._run(lambda places, desk: places.free(desk, key))
        else:
            self._run(lambda places, desk: places.pin(desk, key, is_pinned=not assignment.is_pinned))

    def set_aside(self, key: PlaceKey, reason: str) -> None:
        self._run(lambda places, desk: places.set_aside(desk, key, reason))

    def ban(self, key: PlaceKey, person_id: PersonId, note: str) -> None:
        """Keep somebody from the place; who is there already stays, and the place says so."""
        bans = self._shell.services.bans
        self._run(lambda _places, desk: bans.ban(desk.roster.event.id, person_id, [key.need_id], note))

    @Slot(object)
    def lift(self, ban_id: BanId) -> None:
        bans = self._shell.services.bans
        self._run(lambda _places, _desk: bans.lift([ban_id]))

    def swap_with(self, key: PlaceKey) -> bool:
        """Swap the waiting place with this one; False if none waits, or it is the same."""
        first = self.swap_from
        if first is None:
            return False
        self.leave_swap()
        if first == key:
            return True
        self._run(lambda places, desk: places.swap(desk, first, key))
        return True

    def leave_swap(self) -> None:
        if self.swap_from is not None:
            self.swap_from = None
            self.swap_changed.emit(None)

    def _begin_swap(self, key: PlaceKey) -> None:
        self.swap_from = key
        self.swap_changed.emit(key)

    def _run(self, work: Callable[[PlaceService, RosterDesk], AssignmentDone | Changes]) -> None:
        desk, places = self._desk, self._shell.services.places
        if desk is None or self._is_acting:
            return
        self._is_acting = True
        self._shell.jobs.run(
            "", lambda _progress: work(places, desk), self._tell, owner=self, on_failed=self._fail, quiet=True
        )

    def _tell(self, done: AssignmentDone | Changes) -> None:
        """The banner names what was done, and the first thing that speaks against it."""
        if isinstance(done, Changes):
            self._shell.done(done)
        else:
            title = sentence_of(done.changes.title)
            warning = (
                _("{done}. But {warning}").format(done=title, warning=done.warnings[0]) if done.warnings else title
            )
            self._shell.done(done.changes, warning)
        self.settled.emit()

    def _fail(self, error: Exception) -> None:
        if isinstance(error, ClubHubError):
            self._shell.jobs.failed.emit(error)
        self._is_acting = False
        self.settled.emit()
