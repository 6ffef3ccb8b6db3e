"""A shift by hand: its name, times, place, and which roles it needs, each with how many people."""

from datetime import datetime, time, timedelta

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QLineEdit, QSpinBox, QWidget

from clubhub.domain.errors import InvalidInput
from clubhub.domain.event_edits import NeedEdit, ShiftEdit, check_shift
from clubhub.domain.rosters import Roster, RosterShift
from clubhub.support.texts import _
from clubhub.viewmodels.qt_time import from_qt_wall
from clubhub.widgets.controls import button, column, icon_button, label, row
from clubhub.widgets.dialogs import Dialog
from clubhub.widgets.events.moment_edit import moment_edit
from clubhub.widgets.forms import Field, Form

FIRST_HOUR, FIRST_LENGTH = time(9), timedelta(hours=3)


class ShiftDialog(Dialog):
    written = Signal(object)
    """A ShiftEdit."""

    def __init__(self, parent: QWidget, roster: Roster, shift: RosterShift | None, near: RosterShift | None) -> None:
        """`shift` is None for a new one, which then begins where `near` ends."""
        title = _("Change the shift") if shift else _("Add a shift")
        super().__init__(parent, title, roster.event.name, accept=_("Save") if shift else _("Add"), width=560)
        self._roster = roster
        self._shift = shift
        self._near = near
        starts, ends = _times(roster, shift, near)
        self.name = QLineEdit(shift.shift.name if shift else "")
        self.starts, self.ends = moment_edit(starts), moment_edit(ends)
        self.venue = _choices(
            {s.venue.name for s in roster.shifts if s.venue}, shift.venue.name if shift and shift.venue else ""
        )
        self.needs = NeedRows(roster, shift)
        self._form = Form(
            [
                Field(name=_("Name"), widget=self.name, help=_("Such as Doors, Timekeepers, Clearing up.")),
                Field(name=_("Be here"), widget=self.starts),
                Field(name=_("Until"), widget=self.ends),
                Field(name=_("Place"), widget=self.venue, help=_("May be left empty.")),
            ]
        )
        self._wrong = label(tone="danger", wrap=True)
        self._wrong.hide()
        self.body.addWidget(self._form)
        self.body.addWidget(self.needs)
        self.body.addWidget(self._wrong)
        self.name.setFocus()

    def edit(self) -> ShiftEdit:
        """What is written in the fields now."""
        source = self._shift or self._near
        return ShiftEdit(
            name=self.name.text().strip() or _first_role(self.needs.needs()),
            starts=from_qt_wall(self.starts.dateTime()),
            ends=from_qt_wall(self.ends.dateTime()),
            venue=self.venue.currentText().strip(),
            needs=self.needs.needs(),
            session_id=source.session.id if source and source.session and self._is_in_session(source) else None,
            shift_id=self._shift.shift.id if self._shift else None,
            version=self._shift.shift.version if self._shift else 1,
            seen=tuple(need.need for need in self._shift.needs) if self._shift else (),
        )

    def accept(self) -> None:
        edit = self.edit()
        try:
            check_shift(edit, self._roster.event.time_zone)
        except InvalidInput as refusal:
            self._wrong.setText(str(refusal))
            self._wrong.show()
            return
        self.written.emit(edit)
        super().accept()

    def _is_in_session(self, source: RosterShift) -> bool:
        """A new shift belongs to the session beside it only if it lies in its day."""
        if self._shift or source.session is None:
            return True
        return from_qt_wall(self.starts.dateTime()).date() == source.session.starts.date()


class NeedRows(QWidget):
    """A line per role: which, how many are wanted, how many fit."""

    def __init__(self, roster: Roster, shift: RosterShift | None) -> None:
        super().__init__()
        self._roles = sorted({need.role.name for s in roster.shifts for need in s.needs})
        self._rows: list[NeedRow] = []
        self._list = column(space=6)
        heading = label(_("Who is needed"), kind="strong")
        self.add = button(_("Add a role"), self._add_empty, look="link", icon="add", name="add-role")
        self.setLayout(column(heading, self._list, row(self.add, None), space=6))
        for need in shift.needs if shift else ():
            self._add(need.role.name, need.need.min_count, need.need.max_count)
        if not self._rows:
            self._add("", 1, 1)

    def needs(self) -> tuple[NeedEdit, ...]:
        """Lines without a role are passed over."""
        return tuple(need for need in (line.need() for line in self._rows) if need.role)

    @Slot()
    def _add_empty(self) -> None:
        self._add("", 1, 1)
        self._rows[-1].role.setFocus()

    def _add(self, role: str, least: int, most: int) -> None:
        line = NeedRow(self._roles, role, least, most)
        line.removed.connect(self._remove)
        self._rows.append(line)
        self._list.addWidget(line)

    @Slot(object)
    def _remove(self, line: "NeedRow") -> None:
        self._rows.remove(line)
        line.hide()
        line.deleteLater()
        self.add.setFocus()


class NeedRow(QWidget):
    removed = Signal(object)

    def __init__(self, roles: list[str], role: str, least: int, most: int) -> None:
        super().__init__()
        self.role = _choices(set(roles), role)
        self.role.setAccessibleName(_("Role"))
        self.least, self.most = _number(_("How many are wanted"), 0, least), _number(_("How many fit"), 1, most)
        self.least.valueChanged.connect(self._keep_order)
        self.most.valueChanged.connect(self._keep_order_down)
        remove = icon_button("close", _("Take this role away"), self._want_removal)
        layout = row(self.role, self.least, label(_("wanted, room for"), tone="text2"), self.most, remove, space=8)
        layout.setStretch(0, 1)
        self.setLayout(layout)

    def need(self) -> NeedEdit:
        return NeedEdit(role=self.role.currentText().strip(), min_count=self.least.value(), max_count=self.most.value())

    @Slot(int)
    def _keep_order(self, least: int) -> None:
        self.most.setValue(max(self.most.value(), least))

    @Slot(int)
    def _keep_order_down(self, most: int) -> None:
        self.least.setValue(min(self.least.value(), most))

    @Slot()
    def _want_removal(self) -> None:
        self.removed.emit(self)


def _choices(names: set[str], current: str) -> QComboBox:
    """Known names to choose from; another may be typed."""
    box = QComboBox()
    box.setEditable(True)
    box.addItems(sorted(names))
    box.setCurrentText(current)
    box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
    completer = box.completer()
    if completer is not None:
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
    return box


def _number(name: str, least: int, value: int) -> QSpinBox:
    box = QSpinBox()
    box.setAccessibleName(name)
    box.setRange(least, 999)
    box.setValue(value)
    return box


def _first_role(needs: tuple[NeedEdit, ...]) -> str:
    """A shift without a name is called by its role."""
    return needs[0].role if needs else ""


def _times(roster: Roster, shift: RosterShift | None, near: RosterShift | None) -> tuple[datetime, datetime]:
    if shift:
        return shift.shift.starts, shift.shift.ends
    if near:
        return near.shift.starts, near.shift.ends
    starts = datetime.combine(roster.event.starts_on, FIRST_HOUR)
    return starts, starts + FIRST_LENGTH
