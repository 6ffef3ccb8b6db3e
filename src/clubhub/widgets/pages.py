"""What a page is, and what the window gives to each."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from clubhub.domain.changes import Changes
from clubhub.domain.clubs import Club
from clubhub.domain.ids import ChangeId
from clubhub.support.settings import SettingsStore
from clubhub.support.texts import _
from clubhub.viewmodels.jobs import JobRunner
from clubhub.viewmodels.notifier import ChangeNotifier
from clubhub.widgets.theme import Theme

if TYPE_CHECKING:
    from clubhub.services.bundle import Services


class Shell(QObject):
    """What pages ask of their window, without knowing it: run work, say something, go somewhere."""

    announced = Signal(str, bool, bool)
    """A sentence for the banner; whether it offers Undo; whether it stays."""
    went = Signal(str, object)
    """The key of a page to show, and what to open on it (an id, or None)."""
    undo_wanted = Signal()
    """Take back the change that the menu names."""
    worked = Signal()
    """This window has changed something: look at the history at once."""
    window_wanted = Signal(object)
    """A club's file (Path) to open in a window of its own."""
    badge_changed = Signal(str, int)
    """A page's key, and the number to show beside it in the sidebar."""

    def __init__(
        self,
        services: "Services",
        create_club: "Callable[[Path, Club], Services]",
        *,
        jobs: JobRunner,
        notifier: ChangeNotifier,
        theme: Theme,
        settings: SettingsStore,
    ) -> None:
        super().__init__()
        self.services = services
        self.create_club = create_club
        self.jobs = jobs
        self.notifier = notifier
        self.theme = theme
        self.settings = settings
        self.last_change: ChangeId | None = None
        """The newest change that this window has made."""
        self.came_from = ""
        """The page from which something was wanted of the one that is shown; "" if nothing was, or from itself."""

    def wrote(self, changes: Changes) -> None:
        """After a change: every screen hears of it, without a word in the banner."""
        self.last_change = changes.id or self.last_change
        self.worked.emit()

    def done(self, changes: Changes, text: str = "") -> None:
        """After a change: every screen hears of it, and the banner offers to undo it. An empty change says nothing."""
        self.wrote(changes)
        if changes:
            self.announced.emit(text or sentence_of(changes.title), True, False)

    def say(self, text: str, *, stays: bool = False) -> None:
        self.announced.emit(text, False, stays)

    def go(self, page: str, target: object = None) -> None:
        self.went.emit(page, target)

    @Slot()
    def go_back(self) -> None:
        """What was wanted of this page was cancelled: back to the page that wanted it."""
        if self.came_from:
            self.went.emit(self.came_from, None)

    def show_badge(self, page: str, number: int) -> None:
        self.badge_changed.emit(page, number)


def sentence_of(title: str) -> str:
    """A change's title as a sentence: "assign …" becomes "Assign …"."""
    return title[:1].upper() + title[1:]


@dataclass(frozen=True, slots=True)
class PageSpec:
    """A page of the window; `factory` makes it when it is first shown."""

    key: str
    title: str
    icon: str
    factory: Callable[[Shell], "Page"]


class Page(QWidget):
    """A page refreshes when it is shown after a change of a kind it shows, and at once while it is visible.

    Subclasses set `kinds` and write `refresh`; `open_target` shows one thing. One that leads into something says when
    it `is_at_beginning`, and `show_beginning` leads back: Escape goes there, and so does its entry in the sidebar.
    """

    kinds: frozenset[str] = frozenset()
    is_always_fresh = False
    """Whether it refreshes while hidden too, since something of it shows elsewhere (the sidebar's numbers)."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self.shell = shell
        self._is_stale = True
        self._is_by_others = False
        self.setProperty("surface", "sheet")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        shell.notifier.changed.connect(self._hear)
        shell.theme.changed.connect(self._repaint)

    def refresh(self) -> None:
        """Ask for what is shown, off the window's thread; a page that shows nothing of the club has nothing to ask."""

    def open_target(self, target: object) -> None:
        """Show one thing of this page; pages without things of their own pass it over."""

    @property
    def is_at_beginning(self) -> bool:
        """Whether there is nothing on this page to come back from."""
        return True

    def show_beginning(self) -> None:
        """Leave what is open for what the page begins with, its list; called while it isn't there."""

    def first_control(self) -> QWidget:
        """What gets the focus when the page is shown. No focus proxy: Tab would pass over what stands before it."""
        return self

    def commands(self) -> list[tuple[str, Callable[[], object]]]:
        """What can be done here, for the find-or-do field: words and a bound method."""
        return []

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not self.is_at_beginning:
            self.show_beginning()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale:
            self._is_stale = False
            self.refresh()

    def tell_gone(self, name: str) -> None:
        """Say that what was shown has been removed, unless this window has just done it itself."""
        if name and self._is_by_others:
            self.shell.say(_("“{name}” is no longer in the club. The history says what was done.").format(name=name))

    @Slot(object)
    def _hear(self, changes: Changes) -> None:
        if not changes.kinds & self.kinds:
            return
        self._is_by_others = changes.id != self.shell.last_change
        if self.isVisible() or self.is_always_fresh:
            self.refresh()
        else:
            self._is_stale = True

    @Slot()
    def _repaint(self) -> None:
        self.update()
