"""Opens the dialogs of the Events page; each is imported when it is first wanted."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from clubhub.domain.ids import EventId
from clubhub.services.event_editing import EventRemoved
from clubhub.services.event_views import EventView
from clubhub.support.texts import _
from clubhub.viewmodels.events import removed_words
from clubhub.widgets.pages import Shell


class EventDialogs(QObject):
    """About `view`, the event that is open. Where there is nothing to do yet, it says so or does nothing."""

    named = Signal(str)
    """A programme was brought in: its event's name."""
    made = Signal(object)
    """An event was made by hand: its id."""
    removed = Signal()
    """An event is gone; the banner says what went with it."""

    def __init__(self, shell: Shell, page: QWidget) -> None:
        super().__init__(page)
        self._shell = shell
        self._page = page
        self.view: EventView | None = None

    def bring_in(self, path: Path | None = None) -> None:
        """With a file if one was dropped."""
        from clubhub.widgets.events.bring_in_dialog import BringInDialog

        dialog = BringInDialog(self._page, self._shell, path)
        dialog.brought_in.connect(self.named)
        dialog.open()

    @Slot()
    def new_event(self) -> None:
        """In the club's zone, which is asked for first."""
        clubs = self._shell.services.clubs
        self._shell.jobs.run("", lambda _p: clubs.club().time_zone, self._ask_for_event, owner=self, quiet=True)

    @Slot()
    def edit_event(self) -> None:
        from clubhub.widgets.events.new_event_dialog import NewEventDialog

        if self.view is not None:
            NewEventDialog(self._page, self._shell, self.view.roster.event).open()

    @Slot()
    def fill(self) -> None:
        from clubhub.widgets.events.fill_dialog import FillDialog

        if self.view is not None and self.view.roster.shifts:
            FillDialog(self._page, self._shell, self.view.roster).open()

    @Slot()
    def repair(self) -> None:
        from clubhub.widgets.events.fill_dialog import FillDialog

        if self.view is not None and self.view.roster.shifts:
            FillDialog(self._page, self._shell, self.view.roster, is_repair=True).open()

    @Slot()
    def what_if(self) -> None:
        from clubhub.widgets.events.what_if_dialog import WhatIfDialog

        if self.view is not None and self.view.roster.shifts:
            WhatIfDialog(self._page, self._shell, self.view.roster).open()

    @Slot()
    def publish(self) -> None:
        """Of the roster as it stands now: what the page shows may be a moment older."""
        if self.view is not None:
            events, event_id = self._shell.services.events, self.view.roster.event.id
            self._shell.jobs.run("", lambda _p: events.view(event_id), self._show_publish, owner=self, quiet=True)

    @Slot()
    def export(self) -> None:
        from clubhub.widgets.events.export_dialog import ExportDialog

        if self.view is not None and self.view.roster.shifts:
            ExportDialog(self._page, self._shell, self.view.roster.event).open()

    @Slot()
    def remove_event(self) -> None:
        """The one that is open."""
        if self.view is not None:
            self.remove(self.view.roster.event.id)

    @Slot(object)
    def remove(self, event_id: EventId) -> None:
        """At once, without a question: the banner says what went with it, and takes it back."""
        editing = self._shell.services.editing
        self._shell.jobs.run(
            _("Removing the event"), lambda _p: editing.remove_event(event_id), self._tell_removed, owner=self
        )

    def _show_publish(self, view: EventView) -> None:
        from clubhub.widgets.events.publish_dialog import PublishDialog

        if not view.roster.is_draft:
            self._shell.say(_("Nothing has changed since the last version, so there is nothing to publish."))
            return
        dialog = PublishDialog(self._page, self._shell, view)
        dialog.export_wanted.connect(self.export)
        dialog.open()

    def _tell_removed(self, done: EventRemoved) -> None:
        self.removed.emit()
        self._shell.done(done.changes, removed_words(done))

    def _ask_for_event(self, zone: str) -> None:
        from clubhub.widgets.events.new_event_dialog import NewEventDialog

        dialog = NewEventDialog(self._page, self._shell, zone=zone)
        dialog.made.connect(self._tell_made)
        dialog.open()

    @Slot(object)
    def _tell_made(self, event_id: EventId) -> None:
        self.made.emit(event_id)
