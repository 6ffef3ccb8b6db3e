"""Giving a roster out: what people would hear, then the version, then what to do next."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from clubhub.services.event_views import EventView
from clubhub.services.publishing import Published
from clubhub.support.texts import _, plural
from clubhub.viewmodels.fill_proposal import KIND
from clubhub.viewmodels.publishing import change_columns, change_id, touched_text
from clubhub.viewmodels.table_model import RowTableModel
from clubhub.widgets.controls import column, label, surface
from clubhub.widgets.dialogs import Dialog
from clubhub.widgets.events.change_table import ChangeTable
from clubhub.widgets.pages import Shell


class PublishDialog(Dialog):
    """Publishing sends nothing; it makes a version that people are told of by sheet, calendar or message."""

    export_wanted = Signal()

    def __init__(self, parent: QWidget, shell: Shell, view: EventView) -> None:
        super().__init__(parent, _("Publish"), view.roster.event.name, accept=_("Publish"), width=720)
        self._shell = shell
        self._view = view
        self._is_published = False
        self.model = RowTableModel(change_columns(), change_id, self)
        self.table = ChangeTable(self.model, shell.theme, _("What has changed"), first_column=KIND)
        self._summary = label(wrap=True)
        self._framed = surface("card", column(self.table, margins=(1, 1, 1, 1)))
        self._next = label(_("Publishing sends nothing. It keeps this roster as the version to hand out."),
                           tone="text2", wrap=True)  # fmt: skip
        self.body.addWidget(self._summary)
        self.body.addWidget(self._framed, 1)
        self.body.addWidget(self._next)
        self._show_view(view)
        self.accept_button.setFocus()

    def accept(self) -> None:
        if self._is_published:
            self.export_wanted.emit()
            super().accept()
            return
        self.accept_button.setEnabled(False)
        publishing, seen = self._shell.services.publishing, self._view.roster
        self._shell.jobs.run(
            _("Publishing"), lambda _progress: publishing.publish(seen.event.id, seen), self._show_next, owner=self,
            on_failed=self._refused,
        )  # fmt: skip

    def _show_next(self, done: Published) -> None:
        """The same dialog says what to do with the version."""
        self._is_published = True
        self._shell.done(done.changes)
        title = _("Version {number} is published").format(number=done.publication.number)
        self.setWindowTitle(title)
        self.title_label.setText(title)
        self._framed.hide()
        people = plural("{count} person has something new.", "{count} people have something new.",
                        self._view.unpublished.touched)  # fmt: skip
        self._summary.setText(people if self._view.unpublished.touched else _("Nobody's places have changed."))
        self._next.setText(
            _("Next, hand it out: sheets for the wall, a calendar for each person, or a text for the chat.")
        )
        for widget, words in ((self.accept_button, _("Export…")), (self.cancel_button, _("Close"))):
            widget.setText(words)
            widget.setAccessibleName(words)
        self.accept_button.setEnabled(True)
        self.accept_button.setFocus()
        self.fit_to_contents()

    def _show_view(self, view: EventView) -> None:
        """What would be given out, as it stands now."""
        self._view = view
        last = view.roster.publication.number if view.roster.publication else 0
        title = _("Publish version {number}").format(number=last + 1)
        if not view.roster.is_draft:
            title = _("Version {number} is published").format(number=last)
        self.setWindowTitle(title)
        self.title_label.setText(title)
        self.accept_button.setText(title)
        self.accept_button.setAccessibleName(title)
        self.accept_button.setEnabled(view.roster.is_draft)
        self.accept_button.setVisible(view.roster.is_draft)
        self.model.set_rows(view.unpublished.people)
        self._summary.setText(touched_text(view) if view.roster.is_draft else "")
        self._framed.setVisible(bool(view.unpublished.people))
        rows = min(10, max(3, len(view.unpublished.people)))
        self.table.setMinimumHeight(rows * (self._shell.theme.line_height() + 17) + 2)

    def _refused(self, error: Exception) -> None:
        """Somebody has changed the roster, or given it out: show how it stands."""
        self.warn(str(error))
        events, event_id = self._shell.services.events, self._view.roster.event.id
        self._shell.jobs.run("", lambda _progress: events.view(event_id), self._show_view, owner=self,
                             on_failed=self._tell_gone, quiet=True)  # fmt: skip

    def _tell_gone(self, error: Exception) -> None:
        self.warn(str(error))
