"""The panel of a filled place: who is there and how to reach them, why here, and what speaks against it."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from clubhub.domain.stand_ins import StandIn
from clubhub.services.places import PlaceStory
from clubhub.support.texts import _, plural
from clubhub.viewmodels import place_words as words
from clubhub.widgets.controls import button, column, label, line, row
from clubhub.widgets.events.place_panel_parts import Initials, SignChip
from clubhub.widgets.theme import Theme

MOST_OTHERS = 6


class FilledPlace(QWidget):
    """Made for one story; the next place gets a new one."""

    act_wanted = Signal(str)
    """"free", "pin" or "swap"."""
    set_aside_wanted = Signal(str)
    """Why the rules that speak against this may be set aside."""

    def __init__(self, theme: Theme, story: PlaceStory, there: StandIn) -> None:
        super().__init__()
        self._theme = theme
        assignment = story.entry.place.assignment
        self._is_pinned = assignment is not None and assignment.is_pinned
        self._free = button(_("Free the place"), self._want_free, name="free")
        self._reason = QLineEdit(assignment.override if assignment else "")
        layout = column(space=10)
        self.setLayout(layout)
        self._add_person(layout, there)
        self._add_breaks(layout, there)
        layout.addWidget(line())
        layout.addWidget(label(_("Why this person here"), kind="strong"))
        for fact in words.facts(story):
            layout.addLayout(self._fact(fact))
        self._add_others(layout, story)
        layout.addWidget(line())
        layout.addLayout(row(*self._buttons(), None))

    def focus_first(self) -> None:
        self._free.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_person(self, layout: QVBoxLayout, there: StandIn) -> None:
        person = there.person
        name = label(person.name, kind="heading", wrap=True, select=True)
        head = row(Initials(self._theme, person), space=10)
        head.addWidget(name, 1)
        layout.addLayout(head)
        for meaning, text in words.roads(person):
            sign = SignChip(self._theme, meaning, "", is_bare=True)
            road = row(sign, space=6)
            road.addWidget(label(text, select=True), 1)
            layout.addLayout(road)
        if person.note:
            layout.addWidget(label(person.note, tone="text2", wrap=True))

    def _add_breaks(self, layout: QVBoxLayout, there: StandIn) -> None:
        if not there.breaks:
            return
        layout.addWidget(line())
        layout.addWidget(label(_("Check this"), kind="strong"))
        for broken in there.breaks:
            chip = SignChip(self._theme, words.break_sign(broken).meaning, words.break_words(broken))
            layout.addWidget(chip, 0, Qt.AlignmentFlag.AlignLeft)
            layout.addWidget(label(broken.sentence, tone="text2", wrap=True))
        self._reason.setPlaceholderText(_("Why may this rule be set aside?"))
        self._reason.setAccessibleName(_("Why may this rule be set aside?"))
        self._reason.setProperty("quiet", True)
        self._reason.returnPressed.connect(self._keep_reason)
        layout.addLayout(row(self._reason, button(_("Keep"), self._keep_reason, name="keep-reason")))

    def _add_others(self, layout: QVBoxLayout, story: PlaceStory) -> None:
        if not story.others:
            return
        layout.addWidget(label(_("Also on"), kind="strong"))
        for other in story.others[:MOST_OTHERS]:
            layout.addWidget(label(words.other_place(other), tone="text2", wrap=True))
        left = len(story.others) - MOST_OTHERS
        if left > 0:
            layout.addWidget(label(plural("and {count} more", "and {count} more", left), tone="text2"))

    def _fact(self, fact: words.Sign) -> QHBoxLayout:
        sign = SignChip(self._theme, fact.meaning, "", is_bare=True)
        layout = row(sign, space=6)
        layout.setAlignment(sign, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(label(fact.text, wrap=True), 1)
        return layout

    def _buttons(self) -> list[QPushButton]:
        pin = button(_("Unpin") if self._is_pinned else _("Pin"), self._want_pin, name="pin")
        return [self._free, pin, button(_("Swap…"), self._want_swap, name="swap")]

    @Slot()
    def _want_free(self) -> None:
        self.act_wanted.emit("free")

    @Slot()
    def _want_pin(self) -> None:
        self.act_wanted.emit("pin")

    @Slot()
    def _want_swap(self) -> None:
        self.act_wanted.emit("swap")

    @Slot()
    def _keep_reason(self) -> None:
        self.set_aside_wanted.emit(self._reason.text())
