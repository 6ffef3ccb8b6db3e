"""A shift by hand: its name, times, place, and which roles it needs, each with how many people."""

from datetime import datetime, time, timedelta

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from clubhub.domain.changes import Changes
from clubhub.domain.errors import InvalidInput
from clubhub.domain.event_edits import NeedEdit, ShiftEdit, check_shift
from clubhub.domain.rosters import Roster, RosterShift
from clubhub.support.texts import _, listed
from clubhub.viewmodels.keeper import Keeper, Values
from clubhub.viewmodels.qt_time import from_qt_wall, to_qt_wall
from clubhub.widgets.dialogs import Dialog
from clubhub.widgets.events.moment_edit import moment_edit, moment_words
from clubhub.widgets.events.need_rows import NeedRows, choices
from clubhub.widgets.forms import Field, Form
from clubhub.widgets.keeping import Keeping
from clubhub.widgets.pages import Shell

FIRST_HOUR, FIRST_LENGTH = time(9), timedelta(hours=3)


class ShiftDialog(Dialog):
    """Stays open until the shift is saved. Of each need the people on it count as a part: removing it frees them."""

    def __init__(
        self, parent: QWidget, shell: Shell, roster: Roster, shift: RosterShift | None, near: RosterShift | None
    ) -> None:
        """`shift` is None for a new one, which then begins where `near` ends."""
        title = _("Change the shift") if shift else _("Add a shift")
        super().__init__(parent, title, roster.event.name, accept=_("Save") if shift else _("Add"), width=560)
        self._shell = shell
        self._roster = roster
        self._people: dict[str, tuple[str, ...]] = {}
        starts, ends = _times(roster, near)
        self.name = QLineEdit()
        self.starts, self.ends = moment_edit(starts), moment_edit(ends)
        self.venue = choices({s.venue.name for s in roster.shifts if s.venue}, "")
        self.needs = NeedRows(need.role.name for s in roster.shifts for need in s.needs)
        self._form = Form(
            [
                Field(name=_("Name"), widget=self.name, help=_("Such as Doors, Timekeepers, Clearing up.")),
                Field(name=_("Be here"), widget=self.starts),
                Field(name=_("Until"), widget=self.ends),
                Field(name=_("Place"), widget=self.venue, help=_("May be left empty.")),
            ]
        )
        self.body.addWidget(self._form)
        self.body.addWidget(self.needs)
        self.keeping = Keeping(self, self, self._keeper(shift, near), anew=_("Add it anew"))
        self.keeping.finished.connect(self._finish)
        self.show_values(_values_of(shift)) if shift else self.needs.show_needs(())
        self.name.setFocus()

    def accept(self) -> None:
        try:
            check_shift(_edit(None, None, self.values()), self._roster.event.time_zone)
        except InvalidInput as refusal:
            self.keeping.refuse(str(refusal))
        else:
            self.keeping.save()

    def values(self) -> Values:
        needs = self.needs.needs()
        return {
            "name": self.name.text().strip() or _first_role(needs),
            "starts": from_qt_wall(self.starts.dateTime()),
            "ends": from_qt_wall(self.ends.dateTime()),
            "venue": self.venue.currentText().strip(),
            "needs": tuple((need, self._people.get(need.role, ())) for need in needs),
        }

    def show_values(self, values: Values) -> None:
        self.name.setText(values["name"])
        self.starts.setDateTime(to_qt_wall(values["starts"]))
        self.ends.setDateTime(to_qt_wall(values["ends"]))
        self.venue.setCurrentText(values["venue"])
        self._people = {need.role: people for need, people in values["needs"]}
        self.needs.show_needs([need for need, _people in values["needs"]])

    def tell(self, name: str, value: object) -> str:
        words = moment_words(value) if isinstance(value, datetime) else str(value)
        if isinstance(value, tuple):
            words = listed([_need_words(need, people) for need, people in value])
        return _("{field}: {value}").format(field=_field_names()[name], value=words)

    def _keeper(self, shift: RosterShift | None, near: RosterShift | None) -> Keeper:
        editing, events, event_id = self._shell.services.editing, self._shell.services.events, self._roster.event.id
        return Keeper(
            self._shell.jobs,
            self,
            save=lambda seen, values: editing.save_shift(event_id, _edit(seen, near, values)),
            values_of=_values_of,
            read=(lambda: events.shift(event_id, shift.shift.id)) if shift else None,
            seen=shift,
        )

    @Slot(object)
    def _finish(self, changes: Changes) -> None:
        self._shell.done(changes)
        super().accept()


def _edit(seen: RosterShift | None, near: RosterShift | None, values: Values) -> ShiftEdit:
    """A new shift belongs to the session of the one beside it only if it lies in its day."""
    session = seen.session if seen else near.session if near else None
    if seen is None and session and values["starts"].date() != session.starts.date():
        session = None
    return ShiftEdit(
        name=values["name"],
        starts=values["starts"],
        ends=values["ends"],
        venue=values["venue"],
        needs=tuple(need for need, _people in values["needs"]),
        session_id=session.id if session else None,
        shift_id=seen.shift.id if seen else None,
        version=seen.shift.version if seen else 1,
        seen=tuple(need.need for need in seen.needs) if seen else (),
    )


def _values_of(shift: RosterShift) -> Values:
    return {
        "name": shift.shift.name,
        "starts": shift.shift.starts,
        "ends": shift.shift.ends,
        "venue": shift.venue.name if shift.venue else "",
        "needs": tuple(
            (
                NeedEdit(role=need.role.name, min_count=need.need.min_count, max_count=need.need.max_count),
                tuple(place.person.name for place in need.places if place.person),
            )
            for need in shift.needs
        ),
    }


def _need_words(need: NeedEdit, people: tuple[str, ...]) -> str:
    """Like "2 to 3 Judge (Anna Lind)"."""
    count = str(need.max_count)
    if need.min_count != need.max_count:
        count = _("{least} to {most}").format(least=need.min_count, most=need.max_count)
    words = _("{count} {role}").format(count=count, role=need.role)
    return _("{need} ({people})").format(need=words, people=listed(people)) if people else words


def _field_names() -> dict[str, str]:
    return {
        "name": _("Name"),
        "starts": _("Be here"),
        "ends": _("Until"),
        "venue": _("Place"),
        "needs": _("Who is needed"),
    }


def _first_role(needs: tuple[NeedEdit, ...]) -> str:
    """A shift without a name is called by its role."""
    return needs[0].role if needs else ""


def _times(roster: Roster, near: RosterShift | None) -> tuple[datetime, datetime]:
    if near:
        return near.shift.starts, near.shift.ends
    starts = datetime.combine(roster.event.starts_on, FIRST_HOUR)
    return starts, starts + FIRST_LENGTH
