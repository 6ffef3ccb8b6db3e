"""Changes a poll: its name, how it is answered, its options and their limits, and all else. Answers stay."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from clubhub.domain.changes import Changes
from clubhub.domain.ids import OptionId
from clubhub.domain.poll_slots import Span
from clubhub.domain.polls import PollKind
from clubhub.services.poll_forms import PollFormChoices, PollSheet
from clubhub.services.poll_options import OptionWanted
from clubhub.support.texts import _
from clubhub.viewmodels.keeper import Keeper, Values
from clubhub.viewmodels.polls.choices import Choice, ChoiceTable
from clubhub.viewmodels.polls.poll_form import kind_names, kind_note
from clubhub.viewmodels.polls.poll_values import field_line, settings_in, settings_values, values_of, wanted_of
from clubhub.viewmodels.polls.slots import SlotTable
from clubhub.viewmodels.qt_time import to_qt_day
from clubhub.widgets.choice_box import ChoiceBox
from clubhub.widgets.controls import column, label
from clubhub.widgets.dialogs import Dialog
from clubhub.widgets.forms import Field, Form
from clubhub.widgets.keeping import Keeping
from clubhub.widgets.pages import Shell
from clubhub.widgets.polls.choice_editor import ChoiceEditor
from clubhub.widgets.polls.day_picker import DayPicker
from clubhub.widgets.polls.halves import Halves
from clubhub.widgets.polls.settings_part import SettingsPart
from clubhub.widgets.polls.slot_editor import SlotEditor

WIDTH_IN_LINES, MOST_WIDTH = 42, 1100
LEAST_LETTERS = 66


class EditPollDialog(Dialog):
    def __init__(self, parent: QWidget, shell: Shell, sheet: PollSheet, choices: PollFormChoices) -> None:
        width = min(MOST_WIDTH, WIDTH_IN_LINES * shell.theme.line_height())
        super().__init__(parent, _("Change the poll"), accept=_("Save"), width=width)
        self._shell = shell
        self._sheet = sheet
        self._of_slot: dict[Span, OptionWanted] = {}
        self.name = QLineEdit()
        self.kind, self.kind_note = ChoiceBox(_offered(sheet)), label(kind="small", tone="text2", wrap=True)
        self.kind.setEnabled(self.kind.count() > 1)
        self.slots, self.choices = SlotTable(self), ChoiceTable(self)
        first_weekday = shell.settings.current.first_weekday
        self.days = DayPicker(self.slots, shell.theme, first_weekday)
        self.editor = SlotEditor(self.slots, shell.theme)
        self.editor.warn_of_answers()
        self.choice_editor = ChoiceEditor(self.choices, shell.theme)
        self.more = SettingsPart(shell.theme, first_weekday)
        self.more.offer(choices)
        self._lay_out(sheet)
        self.show_values(values_of(sheet))
        self._show_kind()
        self.kind.currentIndexChanged.connect(self._show_kind)
        if self.slots.slots:
            self.days.calendar.setSelectedDate(to_qt_day(self.slots.slots[0][0].date()))
        self.keeping = Keeping(self, self, self._keeper(sheet))
        self.keeping.finished.connect(self._finish)
        self.editor.table.selectionModel().currentChanged.connect(self._offer_day)
        self.slots.counted.connect(self._offer_day)
        self._offer_day()
        self.name.setFocus()

    @Slot()
    def accept(self) -> None:
        """What is typed and not yet added belongs to the poll too."""
        if self.more.is_complete() and self.days.take_written():
            self.choice_editor.take_written()
            self.keeping.save()

    def values(self) -> Values:
        kind = self._chosen_kind()
        slots = [
            OptionWanted(option_id=self._known_id(slot), slot=slot, most=self.slots.most.get(slot))
            for slot in self.slots.slots
        ]
        plain = [
            OptionWanted(option_id=choice.option_id, label=choice.label, most=choice.most)
            for choice in self.choices.choices
        ]
        options = (*slots, *plain) if kind.has_options else ()
        settings = settings_values(self.more.settings())
        return {"name": self.name.text(), "kind": kind, "options": options, **settings}

    def show_values(self, values: Values) -> None:
        options: tuple[OptionWanted, ...] = values["options"]
        self.name.setText(values["name"])
        self.kind.show_value(str(values["kind"]))
        self._of_slot = {option.slot: option for option in options if option.slot}
        self.slots.most.clear()
        self.slots.set_slots(
            self._of_slot, {slot: option.most for slot, option in self._of_slot.items() if option.most is not None}
        )
        self.choices.set_choices(
            Choice(label=option.label, most=option.most, option_id=option.option_id)
            for option in options
            if not option.slot
        )
        self.more.show_settings(settings_in(values))

    def tell(self, name: str, value: object) -> str:
        return field_line(name, value, self.more.needs_names)

    def _known_id(self, slot: Span) -> OptionId | None:
        known = self._of_slot.get(slot)
        return known.option_id if known else None

    def _lay_out(self, sheet: PollSheet) -> None:
        """Times, choices or neither, as the poll has them."""
        has_slots = _has_slots(sheet)
        asked, answers = QWidget(), QWidget()
        form = Form([Field(name=_("Name"), widget=self.name), Field(name=_("Answered with"), widget=self.kind)])
        asked.setLayout(column(form, self.kind_note, self.days, None, space=4))
        answers.setLayout(column(self.editor, self.choice_editor, space=12))
        self._answers = answers
        self.days.setVisible(has_slots)
        self.editor.setVisible(has_slots)
        self.choice_editor.setVisible(not has_slots or any(not option.starts for option in sheet.options))
        self.body.addWidget(Halves(asked, answers, least=LEAST_LETTERS, space=28), 1)
        self.body.addWidget(self.more)

    def _keeper(self, sheet: PollSheet) -> Keeper:
        forms = self._shell.services.poll_forms
        return Keeper(
            self._shell.jobs,
            self,
            save=lambda seen, values: forms.revise(seen, wanted_of(values)),
            values_of=values_of,
            read=lambda: forms.sheet(sheet.poll.id),
            seen=sheet,
        )

    def _chosen_kind(self) -> PollKind:
        return PollKind(self.kind.value())

    @Slot()
    def _show_kind(self) -> None:
        kind = self._chosen_kind()
        self._answers.setVisible(kind.has_options)
        self.more.show_kind(kind)
        self.kind_note.setText(kind_note(self._sheet, kind))
        self.kind_note.setVisible(bool(self.kind_note.text()))

    @Slot()
    def _offer_day(self) -> None:
        self.days.show_source(self.editor.current_day())

    @Slot(object)
    def _finish(self, changes: Changes) -> None:
        self._shell.done(changes)
        super().accept()


def _has_slots(sheet: PollSheet) -> bool:
    return sheet.poll.event_id is not None or any(option.starts for option in sheet.options)


def _offered(sheet: PollSheet) -> dict[str, str]:
    """Times can't be answered with a number or a text."""
    kinds = [kind for kind in sheet.kinds if kind.has_options or not _has_slots(sheet)]
    return {str(kind): kind_names()[kind] for kind in kinds}
