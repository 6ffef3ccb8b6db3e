"""One household's hours beside the list: what it owes, what was entered by hand, and its shifts in the season."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QWidget

from clubhub.domain.clubs import Club
from clubhub.domain.errors import InvalidInput
from clubhub.domain.ledger import HouseholdBalance, LedgerEntry, Turn, hours_words
from clubhub.support.texts import _, listed
from clubhub.viewmodels.ledger import duty_sentence, entry_text, state_of, sums_sentence, turn_text
from clubhub.widgets.controls import button, clear, column, icon_button, label, line, row
from clubhub.widgets.people.hours_field import HoursField
from clubhub.widgets.scrolled import Contents, scrolled
from clubhub.widgets.theme import set_property


class HouseholdPanel(QFrame):
    """Says what is wanted; the page does it."""

    closed = Signal()
    duty_wanted = Signal(object, object)
    """The Household, and its own duty in minutes, or None for the club's."""
    entry_wanted = Signal()
    change_wanted = Signal(object)
    """A LedgerEntry."""
    removal_wanted = Signal(object)
    """A LedgerEntry."""

    def __init__(self) -> None:
        super().__init__()
        self.page: HouseholdBalance | None = None
        self.setProperty("surface", "panel")
        self.setProperty("line", "start")
        self.title = label(kind="heading", wrap=True)
        self.people = label(tone="text2", wrap=True)
        self.sums, self.state = label(wrap=True), label(wrap=True)
        self.close_button = icon_button("close", _("Close the detail"), self.closed.emit)
        self.duty = HoursField(_("Owes in a season, in hours"), placeholder="")
        self.duty.edited.connect(self._want_duty)
        self._refusal = label(kind="small", tone="danger", wrap=True)
        self._duty_help = label(kind="small", tone="text2", wrap=True)
        self.enter = button(_("Enter hours…"), self.entry_wanted.emit, icon="add", name="enter-hours-here")
        self._entries, self._turns = column(space=4), column(space=6)
        self._lay_out()

    def show_page(self, club: Club, page: HouseholdBalance) -> None:
        is_same = self.page is not None and self.page.key == page.key
        self.page = page
        self.title.setText(page.name)
        self.people.setText(listed([person.name for person in page.members]) if page.household else "")
        self.people.setVisible(bool(self.people.text()))
        self.sums.setText(sums_sentence(page))
        self.state.setText(duty_sentence(page))
        self.state.setVisible(bool(self.state.text()))
        set_property(self.state, "tone", state_of(page).tone)
        self._show_duty(club, page, keeps_typed=is_same)
        clear(self._entries)
        for place, entry in enumerate(page.entries):
            self._entries.addWidget(self._entry_line(place, entry))
        if not page.entries:
            self._entries.addWidget(label(_("Nothing yet."), tone="text2"))
        clear(self._turns)
        for turn in page.turns:
            self._turns.addWidget(_turn_line(turn))
        if not page.turns:
            self._turns.addWidget(label(_("Not on any shift."), tone="text2"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _show_duty(self, club: Club, page: HouseholdBalance, *, keeps_typed: bool) -> None:
        """Somebody without a household can't owe anything of their own."""
        own = page.household.duty_minutes if page.household else None
        if not (keeps_typed and self.duty.hasFocus() and self.duty.text() != self.duty.kept):
            self.duty.show_minutes(own)
            self._refusal.hide()
        self.duty.setVisible(page.household is not None)
        usual = hours_words(club.duty_minutes) if club.duty_minutes is not None else _("nothing")
        self.duty.setPlaceholderText(_("as the club asks: {hours}").format(hours=usual))
        self._duty_help.setText(
            _("0 frees this household. Empty: as much as every household.") if page.household
            else _("A duty of its own has only a household: give one to this person first.")
        )  # fmt: skip

    def _entry_line(self, place: int, entry: LedgerEntry) -> QWidget:
        words = entry_text(entry)
        hours = hours_words(entry.minutes)
        spoken = _("{entry}, {hours} h").format(entry=words, hours=hours)
        change = icon_button("write", _("Change the entry {entry}").format(entry=spoken), self._want_change)
        remove = icon_button("close", _("Remove the entry {entry}").format(entry=spoken), self._want_removal)
        for made in (change, remove):
            made.setProperty("place", place)
        return _line(words, hours, change, remove)

    @Slot()
    def _want_duty(self) -> None:
        self._refusal.hide()
        if self.page is None or self.page.household is None:
            return
        try:
            minutes = self.duty.minutes()
        except InvalidInput as error:
            self.refuse_duty(str(error))
        else:
            self.duty_wanted.emit(self.page.household, minutes)

    def refuse_duty(self, sentence: str) -> None:
        """Say below the field why what it holds can't be kept."""
        self.duty.mark(is_wrong=True)
        self._refusal.setText(sentence)
        self._refusal.show()

    @Slot()
    def _want_change(self) -> None:
        if self.page is not None:
            self.change_wanted.emit(self.page.entries[int(self.sender().property("place"))])

    @Slot()
    def _want_removal(self) -> None:
        if self.page is not None:
            self.removal_wanted.emit(self.page.entries[int(self.sender().property("place"))])

    def _lay_out(self) -> None:
        head = row(column(self.title, self.people, space=2), self.close_button, space=12, margins=(20, 18, 12, 8))
        head.setStretch(0, 1)
        head.setAlignment(self.close_button, Qt.AlignmentFlag.AlignTop)
        body = column(
            self.sums, self.state, line(),
            _caption(_("Owes in a season, in hours")), self.duty, self._refusal, self._duty_help, line(),
            _caption(_("Entered by hand")), self._entries, row(self.enter, None), line(),
            _caption(_("On shifts")), self._turns, None,
            margins=(20, 4, 16, 16), space=8,
        )  # fmt: skip
        self._refusal.hide()
        whole = column(head, scrolled(Contents(body)), space=0)
        whole.setStretch(1, 1)
        self.setLayout(whole)


def _turn_line(turn: Turn) -> QWidget:
    hours = hours_words(turn.minutes)
    return _line(turn_text(turn), hours if turn.is_done else _("{hours}, to come").format(hours=hours))


def _line(words: str, hours: str, *buttons: QWidget) -> QWidget:
    made = QWidget()
    layout = row(label(words, wrap=True), label(hours, tone="text2"), *buttons, space=6)
    layout.setStretch(0, 1)
    made.setLayout(layout)
    return made


def _caption(text: str) -> QWidget:
    return label(text, kind="small", tone="text2")
