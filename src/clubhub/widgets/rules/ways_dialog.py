"""How long the way between two venues takes: a line for each pair, and a line to add one."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QBoxLayout, QWidget

from clubhub.domain.changes import Changes
from clubhub.domain.club_rules import LONGEST_WAY, Travel
from clubhub.domain.ids import VenueId
from clubhub.services.travel import TravelTable
from clubhub.support.texts import _
from clubhub.widgets.choice_box import ChoiceBox
from clubhub.widgets.controls import button, clear, column, icon_button, label, line, row
from clubhub.widgets.dialogs import Dialog
from clubhub.widgets.number_box import NumberBox
from clubhub.widgets.pages import Shell

FIRST_MINUTES = 15
Ends = tuple[VenueId, VenueId]


class WaysDialog(Dialog):
    """What is changed here is kept at once, each a step of undo; it follows what other windows do."""

    def __init__(self, parent: QWidget, shell: Shell) -> None:
        subline = _("Between two shifts somebody needs this time. A pair that isn't listed takes none.")
        super().__init__(parent, _("Ways between venues"), subline, accept=_("Close"), width=580)
        self._shell = shell
        self._lines = column(space=6)
        self._nothing = label(tone="text2", wrap=True)
        self.one, self.other = ChoiceBox(), ChoiceBox()
        self.one.setAccessibleName(_("From"))
        self.other.setAccessibleName(_("To"))
        self.minutes = _MinutesBox(_("Minutes of the new way"), FIRST_MINUTES)
        self.add = button(_("Add"), self._add, icon="add", name="add-way")
        self._adder = QWidget()
        self._refusal = label(tone="danger", wrap=True)
        self._refusal.hide()
        self._lay_out()
        self.one.setFocus()
        shell.notifier.changed.connect(self._hear)
        self._read()

    def ways(self) -> list["WayLine"]:
        """The lines that are shown."""
        items = (self._lines.itemAt(at) for at in range(self._lines.count()))
        found = (item.widget() for item in items if item is not None)
        return [widget for widget in found if isinstance(widget, WayLine)]

    def _lay_out(self) -> None:
        ends = row(self.one, label(_("to"), tone="text2"), self.other)
        ends.setStretch(0, 1)
        ends.setStretch(2, 1)
        self._adder.setLayout(column(line(), label(_("Add a way"), kind="strong"), ends,
                                     row(self.minutes, label(_("minutes"), tone="text2"), self.add, None)))  # fmt: skip
        self.body.addWidget(self._nothing)
        self.body.addLayout(self._lines)
        self.body.addWidget(self._adder)
        self.body.addWidget(self._refusal)
        self.cancel_button.hide()

    def _read(self) -> None:
        travel = self._shell.services.travel
        self._shell.jobs.run("", lambda _progress: travel.table(), self._show, owner=self, quiet=True)

    def _show(self, table: TravelTable) -> None:
        names = {venue.id: venue.name for venue in table.venues}
        ways = _named_ways(table.ways, names)
        if [line.venues for line in self.ways()] == list(ways):
            for shown in self.ways():
                shown.show_minutes(ways[shown.venues])
        else:
            self._make_lines(ways, names)
        self._nothing.setText(
            _("No way takes any time yet.") if len(names) > 1
            else _("Ways lead from one venue to another. Venues come with shifts: the club needs two of them first.")
        )  # fmt: skip
        self._nothing.setVisible(not table.ways)
        self._adder.setVisible(len(names) > 1)
        for box, start in ((self.one, 0), (self.other, 1)):
            _offer(box, names, start)

    def _make_lines(self, ways: Mapping[Ends, int], names: Mapping[VenueId, str]) -> None:
        clear(self._lines)
        for (one, other), minutes in ways.items():
            made = WayLine((one, other), (names[one], names[other]), minutes)
            made.changed.connect(self._set)
            self._lines.addWidget(made)

    @Slot()
    def _add(self) -> None:
        self._set((VenueId(int(self.one.value())), VenueId(int(self.other.value()))), self.minutes.value())

    @Slot(object, int)
    def _set(self, venues: Ends, minutes: int) -> None:
        travel = self._shell.services.travel
        self._refusal.hide()
        self._shell.jobs.run(_("Saving"), lambda _progress: travel.set_way(*venues, minutes), self._shell.done,
                             owner=self, on_failed=self._refuse)  # fmt: skip

    def _refuse(self, error: Exception) -> None:
        self._refusal.setText(str(error))
        self._refusal.show()

    @Slot(object)
    def _hear(self, changes: Changes) -> None:
        if changes.kinds & {"travel", "venues"}:
            self._read()


class WayLine(QWidget):
    """Two venues and the minutes between them, kept when the field is left."""

    changed = Signal(object, int)
    """The two venues, and minutes: 0 takes the way out."""

    def __init__(self, venues: Ends, names: tuple[str, str], minutes: int) -> None:
        super().__init__()
        self.venues = venues
        self._kept = minutes
        words = _("{one} – {other}").format(one=names[0], other=names[1])
        self.words = label(words, wrap=True)
        self.minutes = _MinutesBox(_("Minutes, {way}").format(way=words), minutes)
        self.minutes.editingFinished.connect(self._keep)
        self.remove = icon_button("close", _("Take the way {way} out").format(way=words), self._remove)
        layout: QBoxLayout = row(self.words, self.minutes, label(_("minutes"), tone="text2"), self.remove)
        layout.setStretch(0, 1)
        self.setLayout(layout)

    def show_minutes(self, minutes: int) -> None:
        """What is kept now; a number that is being typed stays."""
        if self._kept == self.minutes.value():
            self.minutes.setValue(minutes)
        self._kept = minutes

    @Slot()
    def _keep(self) -> None:
        if self.minutes.value() != self._kept:
            self._kept = self.minutes.value()
            self.changed.emit(self.venues, self._kept)

    @Slot()
    def _remove(self) -> None:
        self.changed.emit(self.venues, 0)


class _MinutesBox(NumberBox):
    def __init__(self, name: str, minutes: int) -> None:
        super().__init__(1, LONGEST_WAY)
        self.setAccessibleName(name)
        self.setValue(minutes)


def _named_ways(ways: Iterable[Travel], names: Mapping[VenueId, str]) -> dict[Ends, int]:
    """Minutes by venues: the two of a way by name, and so the ways."""

    def named(venue_id: VenueId) -> str:
        return names[venue_id].casefold()

    found = {tuple(sorted((way.one_id, way.other_id), key=named)): way.minutes for way in ways}
    ends = sorted(found, key=lambda pair: (named(pair[0]), named(pair[1])))
    return {(pair[0], pair[1]): found[pair] for pair in ends}


def _offer(box: ChoiceBox, names: dict[VenueId, str], start: int) -> None:
    """The venues to choose from; what was chosen stays, if it is still there."""
    chosen = box.value()
    box.clear()
    for venue_id, name in names.items():
        box.addItem(name, str(venue_id))
    place = box.findData(chosen)
    box.setCurrentIndex(place if place >= 0 else min(start, box.count() - 1))
