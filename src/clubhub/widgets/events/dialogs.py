"""Opens the dialogs of the Events page; each is imported when it is first wanted."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from clubhub.domain.ids import EventId
from clubhub.services.event_views import EventView
from clubhub.support.texts import _
from clubhub.widgets.pages import Shell


class EventDialogs(QObject):
    """Where there is nothing to do yet, it says so or does nothing."""

    named = Signal(str)
    """A programme was brought in: its event's name."""
    made = Signal(object)
    """An event was made by hand: its id."""

    def __init__(self, shell: Shell, page: QWidget) -> None:
        super().__init__(page)
        self._shell = shell
        self._page = page
        self._view: EventView | None = None

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

    def edit_event(self, view: EventView | None) -> None:
        from clubhub.widgets.events.new_event_dialog import NewEventDialog

        if view is not None:
            NewEventDialog(self._page, self._shell, view.roster.event).open()

    def fill(self, view: EventView | None) -> None:
        from clubhub.widgets.events.fill_dialog import FillDialog

        if view is not None and view.roster.shifts:
            FillDialog(self._page, self._shell, view.roster).open()

    def publish(self, view: EventView | None) -> None:
        from clubhub.widgets.events.publish_dialog import PublishDialog

        if view is None:
            return
        if not view.roster.is_draft:
            self._shell.say(_("Nothing has changed since the last version, so there is nothing to publish."))
            return
        self._view = view
        dialog = PublishDialog(self._page, self._shell, view)
        dialog.export_wanted.connect(self._export_published)
        dialog.open()

    def export(self, view: EventView | None) -> None:
        from clubhub.widgets.events.export_dialog import ExportDialog

        if view is not None and view.roster.shifts:
            ExportDialog(self._page, self._shell, view.roster.event).open()

    @Slot()
    def _export_published(self) -> None:
        self.export(self._view)

    def _ask_for_event(self, zone: str) -> None:
        from clubhub.widgets.events.new_event_dialog import NewEventDialog

        dialog = NewEventDialog(self._page, self._shell, zone=zone)
        dialog.made.connect(self._tell_made)
        dialog.open()

    @Slot(object)
    def _tell_made(self, event_id: EventId) -> None:
        self.made.emit(event_id)
