"""Makes a poll: for an event by the times of its shifts, from days and times chosen by hand, or a plain question."""

from PySide6.QtCore import QSignalBlocker, QSize, Signal, Slot
from PySide6.QtWidgets import QComboBox, QLineEdit, QStackedWidget, QWidget

from clubhub.domain.ids import EventId
from clubhub.domain.poll_drafts import PollDraft
from clubhub.domain.poll_slots import Span
from clubhub.domain.polls import PollKind
from clubhub.services.poll_boards import EventChoice
from clubhub.services.poll_editing import PollMade
from clubhub.support.texts import _
from clubhub.viewmodels.polls.choices import ChoiceTable
from clubhub.viewmodels.polls.poll_form import kind_names
from clubhub.viewmodels.polls.slots import SlotTable
from clubhub.widgets.choice_box import ChoiceBox
from clubhub.widgets.controls import column, label, row
from clubhub.widgets.dialogs import Dialog
from clubhub.widgets.forms import Field, Form
from clubhub.widgets.pages import Shell
from clubhub.widgets.polls.choice_editor import ChoiceEditor
from clubhub.widgets.polls.day_picker import DayPicker
from clubhub.widgets.polls.halves import Halves
from clubhub.widgets.polls.segments import Segments
from clubhub.widgets.polls.settings_part import SettingsPart
from clubhub.widgets.polls.slot_editor import SlotEditor

WIDTH_IN_LINES, MOST_WIDTH = 42, 1100
LEAST_LETTERS = 66
OF_EVENT, OF_DAYS, OF_QUESTION = range(3)


class NewPollDialog(Dialog):
    """`event_id` is the event that is chosen first; None: the latest that has no poll yet."""

    made = Signal(object)
    """A PollMade."""

    def __init__(self, parent: QWidget, shell: Shell, event_id: EventId | None = None) -> None:
        subline = _("Who does not answer is silent, which is not a “no”.")
        width = min(MOST_WIDTH, WIDTH_IN_LINES * shell.theme.line_height())
        super().__init__(parent, _("New poll"), subline, accept=_("Make the poll"), width=width)
        self._shell = shell
        self._wanted = event_id
        self._suggested = ""
        self._choices: list[EventChoice] = []
        self._by_hand: list[Span] = []
        self.slots, self.choices = SlotTable(self), ChoiceTable(self)
        self.events, self.name = QComboBox(), QLineEdit()
        self._sources = Segments(shell.theme)
        self.for_event, self.from_days = self._sources.add(_("For an event")), self._sources.add(_("From days"))
        self.of_choices = self._sources.add(_("Something else"))
        self.kind = ChoiceBox({str(kind): text for kind, text in kind_names().items()})
        first_weekday = shell.settings.current.first_weekday
        self.days = DayPicker(self.slots, shell.theme, first_weekday)
        self.editor = SlotEditor(self.slots, shell.theme)
        self.choice_editor = ChoiceEditor(self.choices, shell.theme)
        self.more = SettingsPart(shell.theme, first_weekday)
        self._note = label(tone="text2", wrap=True)
        self._refusal = label(tone="danger", wrap=True)
        self._lay_out()
        for source in (self.for_event, self.from_days, self.of_choices):
            source.toggled.connect(self._choose_source)
        self.kind.currentIndexChanged.connect(self._show_kind)
        self.editor.table.selectionModel().currentChanged.connect(self._offer_day)
        self.slots.counted.connect(self._offer_day)
        boards, forms = shell.services.poll_boards, shell.services.poll_forms
        shell.jobs.run("", lambda _progress: boards.event_choices(), self._show_events, owner=self, quiet=True)
        shell.jobs.run("", lambda _progress: forms.choices(), self.more.offer, owner=self, quiet=True)

    @Slot()
    def accept(self) -> None:
        """Make it; what can't be made is said here, and nothing that was chosen is lost."""
        if not self.more.is_complete() or not self._take_written():
            return
        draft = self._draft()
        editing = self._shell.services.poll_editing
        self._shell.jobs.run(_("Making the poll"), lambda _progress: editing.create(draft), self._finish, owner=self,
                             on_failed=self._refuse)  # fmt: skip

    def _take_written(self) -> bool:
        """What is typed and not yet added belongs to the poll too."""
        if self._source_at() == OF_QUESTION:
            self.choice_editor.take_written()
        return self._source_at() != OF_DAYS or self.days.take_written()

    def _draft(self) -> PollDraft:
        kind, chosen = self._kind(), self._chosen()
        slots = self.slots.slots if self._source_at() != OF_QUESTION else []
        listed = self.choices.choices if self._source_at() == OF_QUESTION and kind.has_options else []
        room: dict[Span | str, int] = {slot: self.slots.most[slot] for slot in slots if slot in self.slots.most}
        return PollDraft(
            name=self.name.text(),
            slots=tuple(slots),
            labels=tuple(choice.label for choice in listed),
            event_id=chosen.event.id if chosen else None,
            kind=kind,
            most={**room, **{choice.label: choice.most for choice in listed if choice.most}},
            settings=self.more.settings(),
        )

    def _lay_out(self) -> None:
        self.for_event.setChecked(True)
        of_event = QWidget()
        of_event.setLayout(column(Form([Field(name=_("Event"), widget=self.events)]), self._note, None))
        self._source, self._options = _Pages(), _Pages()
        for page in (of_event, self.days, QWidget()):
            self._source.addWidget(page)
        for page in (self.editor, self.choice_editor, _free_answer()):
            self._options.addWidget(page)
        self._refusal.hide()
        self._kind_form = Form([Field(name=_("Answered with"), widget=self.kind)])
        asked = QWidget()
        name = Form([Field(name=_("Name"), widget=self.name)])
        asked.setLayout(column(name, self._source, None, space=0))
        answers = QWidget()
        answers.setLayout(column(self._kind_form, self._options, space=0))
        self.body.addLayout(row(self._sources, None))
        self.body.addWidget(Halves(asked, answers, least=LEAST_LETTERS, space=28), 1)
        self.body.addWidget(self.more)
        self.body.addWidget(self._refusal)
        self._show_kind()

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

    def _source_at(self) -> int:
        return OF_EVENT if self.for_event.isChecked() else OF_DAYS if self.from_days.isChecked() else OF_QUESTION

    def _kind(self) -> PollKind:
        """An event's poll asks for marks; times can't be answered with a number or a text."""
        kind, source = PollKind(self.kind.value()), self._source_at()
        return PollKind.MARKS if source == OF_EVENT or (source == OF_DAYS and not kind.has_options) else kind

    @Slot(bool)
    def _choose_source(self, is_chosen: bool) -> None:
        """Times that were chosen by hand are there again when somebody comes back to them."""
        if not is_chosen:
            if self.sender() is self.from_days:
                self._by_hand = list(self.slots.slots)
            return
        source = self._source_at()
        self._source.setCurrentIndex(source)
        self._refusal.hide()
        self.slots.set_slots(self._by_hand if source == OF_DAYS else [])
        if source == OF_EVENT:
            self._read_event()
        else:
            self._suggest("")
            self.name.setFocus()
        self.editor.set_hint(is_by_hand=source == OF_DAYS)
        self._show_kind()

    @Slot()
    def _show_kind(self) -> None:
        source = self._source_at()
        self._offer_kinds(source)
        kind = self._kind()
        self._kind_form.setVisible(source != OF_EVENT)
        self._options.setCurrentIndex(OF_EVENT if source != OF_QUESTION else 1 if kind.has_options else 2)
        self.more.show_kind(kind)

    def _offer_kinds(self, source: int) -> None:
        offered = [kind for kind in PollKind if source == OF_QUESTION or kind.has_options]
        if [self.kind.itemData(at) for at in range(self.kind.count())] == [str(kind) for kind in offered]:
            return
        chosen, blocker = self._kind(), QSignalBlocker(self.kind)
        self.kind.clear()
        for kind in offered:
            self.kind.addItem(kind_names()[kind], str(kind))
        self.kind.show_value(str(chosen))
        blocker.unblock()

    @Slot()
    def _offer_day(self) -> None:
        self.days.show_source(self.editor.current_day())

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


class _Pages(QStackedWidget):
    """As high as the page that is shown, not as the highest."""

    def sizeHint(self) -> QSize:
        shown = self.currentWidget()
        return shown.sizeHint() if shown else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        shown = self.currentWidget()
        return shown.minimumSizeHint() if shown else super().minimumSizeHint()


def _free_answer() -> QWidget:
    made = QWidget()
    told = label(_("Everybody writes what they want: there is nothing to choose from."), tone="text2", wrap=True)
    made.setLayout(column(told, None))
    return made


def _note(choice: EventChoice, *, has_shifts: bool) -> str:
    """Where the times come from, and what a poll beside another is for."""
    if not has_shifts:
        return _("This event has no shifts yet. Bring in its programme first, or choose days.")
    if choice.has_poll:
        return _("This event has a poll already, and its roster is filled by that one. A second poll fills nothing.")
    return _("The times begin and end where shifts do, so that the answers cover every shift. Change what you like.")
