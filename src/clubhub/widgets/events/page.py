"""Events: the list, or one event with its head and tabs."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QStackedWidget, QWidget

from clubhub.domain.change_kinds import CLUB, PEOPLE, POLLS, ROSTERS
from clubhub.domain.errors import NotFound
from clubhub.domain.ids import EventId, NeedId
from clubhub.services.event_views import EventLine, EventView
from clubhub.support.texts import _
from clubhub.widgets.controls import column
from clubhub.widgets.events.dialogs import EventDialogs
from clubhub.widgets.events.event_list import EventList
from clubhub.widgets.events.head import TABS, EventHead
from clubhub.widgets.events.people_tab import PeopleTab
from clubhub.widgets.events.programme_tab import ProgrammeTab
from clubhub.widgets.events.roster_tab import RosterTab
from clubhub.widgets.pages import Page, Shell
from clubhub.widgets.rules.opener import RulesOpener

LIST, EVENT = range(2)


class EventsPage(Page):
    """Targets: an event's id; a file to bring in; ("need", event, need); a deed and an event's id.

    The deeds are "fill", "repair", "publish" and "export".
    "bring-in" and "new" open their dialogs. A club with one event opens it at once; Escape leads to the list.
    """

    kinds = ROSTERS | PEOPLE | POLLS | CLUB

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self.view: EventView | None = None
        self._event_id: EventId | None = None
        self._wanted_name = ""
        self._is_first = True
        self._then: Callable[[], None] | None = None
        self.dialogs = EventDialogs(shell, self)
        self.fill, self.publish, self.export = self.dialogs.fill, self.dialogs.publish, self.dialogs.export
        self.edit_event = self.dialogs.edit_event
        self.opener = RulesOpener(shell, self)
        self.list = EventList(shell)
        self.head = EventHead(shell)
        self.roster = RosterTab(shell)
        self.programme = ProgrammeTab(shell)
        self.people = PeopleTab(shell)
        self._tabs = QStackedWidget()
        for tab in (self.roster, self.programme, self.people):
            self._tabs.addWidget(tab)
        event = QWidget()
        layout = column(self.head, self._tabs, space=0)
        layout.setStretch(1, 1)
        event.setLayout(layout)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        self._stack.addWidget(event)
        self.setLayout(column(self._stack))
        self._connect()
        self.head.set_tab("roster")

    def refresh(self) -> None:
        """Read the list, or the event that is open."""
        if self._event_id is None:
            events = self.shell.services.events
            self.shell.jobs.run("", lambda _p: events.lines(), self._show_lines, owner=self, quiet=True,
                                in_turn=True)  # fmt: skip
        else:
            self._read_event(self._event_id)

    def open_target(self, target: object) -> None:
        self._is_first = False
        if isinstance(target, Path):
            self.dialogs.bring_in(target)
        elif isinstance(target, int):
            self._open(EventId(target))
        elif isinstance(target, tuple):
            self._open_for(*target)
        elif target == "bring-in":
            self.bring_in()
        elif target == "new":
            self.dialogs.new_event()

    def commands(self) -> list[tuple[str, Callable[[], object]]]:
        always: list[tuple[str, Callable[[], object]]] = [
            (_("Bring in a meet or a schedule"), self.bring_in),
            (_("New event"), self.dialogs.new_event),
            *self.opener.commands(),
        ]
        if self.view is None or self._event_id is None:
            return always
        here: list[tuple[str, Callable[[], object]]] = [
            (_("Fill the roster"), self.fill),
            (_("Repair the roster after cancellations"), self.dialogs.repair),
            (_("What if: a role less, a shorter day, more helpers"), self.dialogs.what_if),
            (_("Publish the roster"), self.publish),
            (_("Export or print the roster"), self.export),
            (_("Ask who can come"), self.ask),
            (_("Add a shift"), self.add_shift),
            (_("Change the event's name and days"), self.dialogs.edit_event),
            (_("Remove the event"), self.dialogs.remove_event),
            (_("All events"), self.show_list),
        ]
        return [*here, *always]

    @property
    def is_at_beginning(self) -> bool:
        return self._event_id is None

    def show_beginning(self) -> None:
        self.show_list()

    @Slot()
    def show_list(self) -> None:
        """Leave the event."""
        self._event_id = None
        self.view = self.dialogs.view = None
        self._is_first = False
        self.refresh()

    @Slot()
    def bring_in(self) -> None:
        self.dialogs.bring_in()

    @Slot()
    def ask(self) -> None:
        """An availability poll is made on its own page."""
        if self._event_id is not None:
            self.shell.go("polls", ("new-for", self._event_id))

    @Slot()
    def add_shift(self) -> None:
        self.head.set_tab("programme")
        self.programme.add_shift()

    def _connect(self) -> None:
        self.list.chosen.connect(self._open)
        self.list.bring_in_wanted.connect(self.bring_in)
        self.list.new_wanted.connect(self.dialogs.new_event)
        self.head.list_wanted.connect(self.show_list)
        self.head.edit_wanted.connect(self.dialogs.edit_event)
        self.head.fill_wanted.connect(self.fill)
        self.head.repair_wanted.connect(self.dialogs.repair)
        self.head.what_if_wanted.connect(self.dialogs.what_if)
        self.head.publish_wanted.connect(self.publish)
        self.head.export_wanted.connect(self.export)
        self.head.ask_wanted.connect(self.ask)
        self.head.file_wanted.connect(self.bring_in)
        self.head.shift_wanted.connect(self.add_shift)
        self.head.removal_wanted.connect(self.dialogs.remove_event)
        self.list.removal_wanted.connect(self.dialogs.remove)
        self.dialogs.removed.connect(self.show_list)
        self.head.tab_chosen.connect(self._show_tab)
        self.people.opened.connect(self._open_person)
        self.head.roles_wanted.connect(self.opener.open_roles)
        self.programme.roles_wanted.connect(self.opener.open_roles)
        self.roster.board.role_wanted.connect(self.opener.open_role)
        self.dialogs.named.connect(self._open_named)
        self.dialogs.made.connect(self._open_new)

    @Slot(object)
    def _open(self, event_id: EventId) -> None:
        self._event_id = event_id
        self._is_first = False
        self._read_event(event_id)

    @Slot(object)
    def _open_new(self, event_id: EventId) -> None:
        """A new event has no shifts: they come next."""
        self.head.set_tab("programme")
        self._open(event_id)

    @Slot(str)
    def _open_named(self, name: str) -> None:
        events = self.shell.services.events
        self.shell.jobs.run("", lambda _p: events.find(name).id, self._open, owner=self, quiet=True)

    def _open_for(self, what: str, event_id: EventId, need_id: NeedId | None = None) -> None:
        """Open an event, then do something there."""
        doing = {"fill": self.fill, "repair": self.dialogs.repair, "publish": self.publish, "export": self.export}
        self._then = doing.get(what)
        self.head.set_tab("roster")
        self._open(event_id)
        if need_id is not None:
            self.roster.select_need(need_id)

    @Slot(object)
    def _open_person(self, person_id: object) -> None:
        self.shell.go("people", person_id)

    @Slot(str)
    def _show_tab(self, key: str) -> None:
        self._tabs.setCurrentIndex(TABS.index(key))

    def _read_event(self, event_id: EventId) -> None:
        events = self.shell.services.events
        self.shell.jobs.run("", lambda _p: events.view(event_id), self._show_view, owner=self, quiet=True, in_turn=True,
                            on_failed=self._leave)  # fmt: skip

    def _show_lines(self, lines: Sequence[EventLine]) -> None:
        if self._event_id is not None:
            return
        if self._is_first and len(lines) == 1:
            self._open(lines[0].event.id)
            return
        self._is_first = False
        self.list.show_lines(lines)
        self._stack.setCurrentIndex(LIST)
        self.list.set_focus()

    def _show_view(self, view: EventView) -> None:
        if view.roster.event.id != self._event_id:
            return
        is_other = self.view is None or self.view.roster.event.id != self._event_id
        self.view = self.dialogs.view = view
        self.head.show_view(view)
        self.programme.show_roster(view.roster)
        self.people.show_roster(view.roster)
        if is_other:
            self.roster.show_event(self._event_id)
        is_arriving = self._stack.currentIndex() != EVENT
        self._stack.setCurrentIndex(EVENT)
        if is_arriving and self.isVisible():
            self.head.focus_tab()
        then, self._then = self._then, None
        if then is not None:
            then()

    def _leave(self, error: Exception) -> None:
        """The event is gone, perhaps undone: back to the list."""
        if not isinstance(error, NotFound):
            self.shell.say(str(error), stays=True)
        elif self.view is not None:
            self.tell_gone(self.view.roster.event.name)
        self.show_list()
