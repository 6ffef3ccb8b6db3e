"""An event's programme: its sessions, what was estimated, and every shift by time. All of it can be changed here."""

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from clubhub.domain.events import Session
from clubhub.domain.ids import ShiftId
from clubhub.domain.rosters import Roster, RosterShift
from clubhub.support.texts import _, plural
from clubhub.viewmodels.event_tables import programme_columns, shift_id_of
from clubhub.viewmodels.table_model import RowTableModel
from clubhub.widgets.controls import button, clear, column, label, row, surface
from clubhub.widgets.events.session_card import SessionCard
from clubhub.widgets.events.session_dialog import SessionDialog
from clubhub.widgets.events.shift_dialog import ShiftDialog
from clubhub.widgets.flow import FlowLayout
from clubhub.widgets.pages import Shell
from clubhub.widgets.scrolled import Contents, scrolled
from clubhub.widgets.tables import RowTableView
from clubhub.widgets.tokens import PAGE_MARGIN


class ProgrammeTab(QWidget):
    """Enter changes a shift, Insert adds one, Delete takes the chosen ones away; each is one step of undo."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self._roster: Roster | None = None
        self._is_stale = False
        self.model: RowTableModel[RosterShift] | None = None
        self.table: RowTableView | None = None
        self._sessions = FlowLayout(space=8)
        holder = QWidget()
        holder.setLayout(self._sessions)
        self._holder = holder
        self._estimates = column(space=2)
        self._note = surface("sunken", column(self._estimates, margins=(14, 10, 14, 10)))
        self._title = label(kind="heading")
        self.add = button(_("Add a shift…"), self.add_shift, icon="add", name="add-shift")
        self.change = button(_("Change…"), self._change_current, icon="write", name="change-shift")
        self.remove = button(_("Remove"), self._remove_chosen, icon="delete", name="remove-shift")
        bar = row(self._title, None, self.remove, self.change, self.add)
        self._inner = Contents(column(holder, self._note, space=12))
        self._inner.installEventFilter(self)
        self._top = scrolled(self._inner)
        self._top.setAccessibleName(_("Sessions and estimates"))
        self._layout = column(self._top, bar, margins=(PAGE_MARGIN, 14, PAGE_MARGIN, 0), space=12)
        self.setLayout(self._layout)

    def show_roster(self, roster: Roster) -> None:
        """Show an event's programme, at once or when this tab is looked at; the selection stays in the same event."""
        is_other = self._roster is None or self._roster.event.id != roster.event.id
        if is_other:
            self._drop_table()
        self._roster = roster
        self._is_stale = True
        if self.isVisible():
            self._fill()

    def _fill(self) -> None:
        roster = self._roster
        self._is_stale = False
        if roster is None:
            return
        if self.model is None:
            self.model = self._make_table(roster)
        self.model.set_rows(roster.shifts)
        self._title.setText(plural("{count} shift", "{count} shifts", len(roster.shifts)))
        self._show_sessions(roster)
        self._show_estimates(roster)
        self._share_height()
        self._mark_actions()

    @Slot()
    def add_shift(self) -> None:
        """Ask for a new shift, near the one that is looked at."""
        if self._roster is not None:
            ShiftDialog(self, self._shell, self._roster, None, self._current()).open()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_height()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale:
            self._fill()
        self._share_height()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Cards count only once they are laid out, a moment after they were made."""
        if watched is self._inner and event.type() == QEvent.Type.LayoutRequest:
            self._share_height()
        return super().eventFilter(watched, event)

    def _share_height(self) -> None:
        """Sessions and estimates take what they need, but the table keeps more than half."""
        layout = self._inner.layout()
        needed = max(0, layout.totalHeightForWidth(self._top.viewport().width())) if layout else 0
        self._top.setFixedHeight(min(needed, self.height() * 2 // 5))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete:
            self._remove_chosen()
        elif event.key() == Qt.Key.Key_Insert:
            self.add_shift()
        else:
            super().keyPressEvent(event)

    def _drop_table(self) -> None:
        """Columns know the event's zone, so another event gets a table of its own."""
        if self.table is not None and self.model is not None:
            self._layout.removeWidget(self.table)
            self.table.deleteLater()
            self.model.deleteLater()
        self.model = self.table = None

    def _make_table(self, roster: Roster) -> RowTableModel[RosterShift]:
        model = RowTableModel(programme_columns(roster), shift_id_of, self)
        self.table = RowTableView(model, self._shell.theme, _("Shifts by time"))
        self.table.set_column_chars([26, 14, 42, 14, 46, 9])
        self.table.opened.connect(self._change_shift)
        self.table.selectionModel().selectionChanged.connect(self._mark_actions)
        self._layout.addWidget(self.table, 1)
        return model

    def _show_sessions(self, roster: Roster) -> None:
        while (item := self._sessions.takeAt(0)) is not None:
            card = item.widget()
            if card is not None:
                card.hide()
                card.deleteLater()
        for session in roster.sessions:
            card = SessionCard(session)
            card.wanted.connect(self._change_session)
            self._sessions.addWidget(card)
        self._holder.setVisible(bool(roster.sessions))
        self._holder.updateGeometry()

    def _show_estimates(self, roster: Roster) -> None:
        clear(self._estimates)
        sentences = roster.event.estimates
        self._note.setVisible(bool(sentences))
        if sentences:
            self._estimates.addWidget(label(_("Estimated, since the file doesn't say"), kind="strong"))
        for sentence in sentences:
            self._estimates.addWidget(label(sentence, tone="text2", wrap=True))
        if any(session.ends_is_estimated for session in roster.sessions):
            hint = _("Do you know an end better? Change the session: its shifts follow.")
            self._estimates.addWidget(label(hint, wrap=True))

    @Slot()
    def _mark_actions(self) -> None:
        chosen = len(self.table.selected_ids()) if self.table else 0
        self.change.setEnabled(chosen == 1)
        self.remove.setEnabled(chosen > 0)

    def _current(self) -> RosterShift | None:
        if self.table is None or self.model is None:
            return None
        return self.model.row(self.table.currentIndex())

    @Slot()
    def _change_current(self) -> None:
        shift = self._current()
        if shift is not None:
            self._change_shift(shift.shift.id)

    @Slot(object)
    def _change_shift(self, shift_id: ShiftId) -> None:
        if self._roster is None:
            return
        shift = next((shift for shift in self._roster.shifts if shift.shift.id == shift_id), None)
        if shift is not None:
            ShiftDialog(self, self._shell, self._roster, shift, shift).open()

    @Slot()
    def _remove_chosen(self) -> None:
        if self._roster is None or self.table is None or not self.table.selected_ids():
            return
        wanted = set(self.table.selected_ids())
        shifts = [shift for shift in self._roster.shifts if shift.shift.id in wanted]
        event_id, editing = self._roster.event.id, self._shell.services.editing
        self._shell.jobs.run(
            _("Removing"), lambda _progress: editing.remove_shifts(event_id, shifts), self._shell.done, owner=self
        )

    @Slot(object)
    def _change_session(self, session: Session) -> None:
        SessionDialog(self, self._shell, session).open()
