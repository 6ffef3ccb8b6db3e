"""Makes a poll: for an event, by the times of its shifts, or from days and times chosen by hand."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QLineEdit, QStackedWidget, QWidget

from clubhub.domain.ids import EventId
from clubhub.domain.poll_drafts import PollDraft
from clubhub.domain.poll_slots import Span
from clubhub.services.poll_boards import EventChoice
from clubhub.services.poll_editing import PollMade
from clubhub.support.texts import _
from clubhub.viewmodels.polls.slots import SlotTable
from clubhub.widgets.controls import column, label, row
from clubhub.widgets.dialogs import Dialog
from clubhub.widgets.forms import Field, Form
from clubhub.widgets.pages import Shell
from clubhub.widgets.polls.day_picker import DayPicker
from clubhub.widgets.polls.halves import Halves
from clubhub.widgets.polls.segments import Segments
from clubhub.widgets.polls.slot_editor import SlotEditor

WIDTH_IN_LINES, MOST_WIDTH = 42, 1100
LEAST_LETTERS = 66


class NewPollDialog(Dialog):
    """`event_id` is the event that is chosen first; None: the latest that has no poll yet."""

    made = Signal(object)
    """A PollMade."""

    def __init__(self, parent: QWidget, shell: Shell, event_id: EventId | None = None) -> None:
        subline = _("Everybody in the club is asked. Who does not answer is silent, which is not a “no”.")
        width = min(MOST_WIDTH, WIDTH_IN_LINES * shell.theme.line_height())
        super().__init__(parent, _("New poll"), subline, accept=_("Make the poll"), width=width)
        self._shell = shell
        self._wanted = event_id
        self._suggested = ""
        self._choices: list[EventChoice] = []
        self._by_hand: list[Span] = []
        self.slots = SlotTable(self)
        self.events, self.name = QComboBox(), QLineEdit()
        self._sources = Segments(shell.theme)
        self.for_event, self.from_days = self._sources.add(_("For an event")), self._sources.add(_("From days"))
        self.days = DayPicker(self.slots, shell.theme, shell.settings.current.first_weekday)
        self.editor = SlotEditor(self.slots, shell.theme)
        self._note = label(tone="text2", wrap=True)
        self._refusal = label(tone="danger", wrap=True)
        self._lay_out()
        self.from_days.toggled.connect(self._choose_source)
        boards = shell.services.poll_boards
        shell.jobs.run("", lambda _progress: boards.event_choices(), self._show_events, owner=self, quiet=True)

    @Slot()
    def accept(self) -> None:
        """Make it; what can't be made is said here, and nothing that was chosen is lost."""
        chosen = self._chosen()
        draft = PollDraft(
            name=self.name.text(), slots=tuple(self.slots.slots), event_id=chosen.event.id if chosen else None
        )
        editing = self._shell.services.poll_editing
        self._shell.jobs.run(_("Making the poll"), lambda _progress: editing.create(draft), self._finish, owner=self,
                             on_failed=self._refuse)  # fmt: skip

    def _lay_out(self) -> None:
        self.for_event.setChecked(True)
        of_event = QWidget()
        of_event.setLayout(column(Form([Field(name=_("Event"), widget=self.events)]), self._note, None))
        self._source = QStackedWidget()
        self._source.addWidget(of_event)
        self._source.addWidget(self.days)
        self._refusal.hide()
        asked = QWidget()
        asked.setLayout(column(Form([Field(name=_("Name"), widget=self.name)]), self._source, None, space=0))
        self.body.addLayout(row(self._sources, None))
        self.body.addWidget(Halves(asked, self.editor, least=LEAST_LETTERS, space=28), 1)
        self.body.addWidget(self._refusal)

    def _show_events(self, choices: list[EventChoice]) -> None:
        self._choices = choices
        for choice in choices:
            text = _("{event} (has a poll)") if choice.has_poll else _("{event}")
            self.events.addItem(text.format(event=choice.event.name))
        self.events.currentIndexChanged.connect(self._read_event)
        self.for_event.setEnabled(bool(choices))
        if not choices or (self._wanted is None and all(choice.has_poll for choice in choices)):
            self.from_days.setChecked(True)
            return
        wanted = [at for at, choice in enumerate(choices) if choice.event.id == self._wanted]
        without = [at for at, choice in enumerate(choices) if not choice.has_poll]
        self.events.setFocus()
        self.events.setCurrentIndex((wanted or without or [0])[0])
        self._read_event()

    def _chosen(self) -> EventChoice | None:
        at = self.events.currentIndex()
        return self._choices[at] if self.for_event.isChecked() and 0 <= at < len(self._choices) else None

    @Slot()
    def _choose_source(self) -> None:
        """Times that were chosen by hand are there again when somebody comes back to them."""
        is_by_hand = self.from_days.isChecked()
        self._source.setCurrentIndex(1 if is_by_hand else 0)
        self._refusal.hide()
        if is_by_hand:
            self.slots.set_slots(self._by_hand)
            self._suggest("")
            self.name.setFocus()
        else:
            self._by_hand = list(self.slots.slots)
            self.slots.set_slots([])
            self._read_event()
        self.editor.set_hint(is_by_hand=is_by_hand)

    @Slot()
    def _read_event(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            event_id, boards = chosen.event.id, self._shell.services.poll_boards
            self._shell.jobs.run("", lambda _progress: boards.draft_for_event(event_id), self._show_draft, owner=self,
                                 on_failed=self._refuse, quiet=True)  # fmt: skip

    def _show_draft(self, draft: PollDraft) -> None:
        chosen = self._chosen()
        if chosen is None or chosen.event.id != draft.event_id:
            return
        self.slots.set_slots(draft.slots)
        self._suggest(draft.name)
        self._note.setText(_note(chosen, has_shifts=bool(draft.slots)))

    def _suggest(self, name: str) -> None:
        """Write a name, unless somebody has written another."""
        if self.name.text() in {"", self._suggested}:
            self.name.setText(name)
        self._suggested = name

    def _finish(self, made: PollMade) -> None:
        super().accept()
        self.made.emit(made)

    def _refuse(self, error: Exception) -> None:
        self._refusal.setText(str(error))
        self._refusal.show()


def _note(choice: EventChoice, *, has_shifts: bool) -> str:
    """Where the times come from, and what a poll beside another is for."""
    if not has_shifts:
        return _("This event has no shifts yet. Bring in its programme first, or choose days.")
    if choice.has_poll:
        return _("This event has a poll already, and its roster is filled by that one. A second poll fills nothing.")
    return _("The times begin and end where shifts do, so that the answers cover every shift. Change what you like.")
