"""One person beside the list: what to look at first, the fields, the places on duty, and who changed it last."""

from datetime import date
from typing import Any

from PySide6.QtCore import QLocale, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QWidget

from clubhub.domain.ids import EventId, PersonId
from clubhub.services.people import PeopleDirectory
from clubhub.services.person_details import Duty, PersonDetail
from clubhub.support.texts import _, listed
from clubhub.viewmodels.people.editor import PersonEditor
from clubhub.viewmodels.people.field_words import field_line
from clubhub.viewmodels.people.rows import initials_of
from clubhub.viewmodels.people.words import about, duty_sentence, duty_time, last_change_text, warnings
from clubhub.widgets.clash_note import ClashNote
from clubhub.widgets.controls import button, clear, column, icon_button, icon_label, label, line, row, surface
from clubhub.widgets.people.company_field import CompanyField
from clubhub.widgets.people.painting import Avatar
from clubhub.widgets.people.person_form import FIELDS, PersonForm
from clubhub.widgets.people.season_hours import SeasonHours
from clubhub.widgets.people.usual_field import UsualField
from clubhub.widgets.scrolled import Contents, scrolled
from clubhub.widgets.theme import Theme


class PersonPanel(QWidget):
    """Shows what the editor shows; each field is handed to the editor when it is left."""

    closed = Signal()
    remove_wanted = Signal()
    event_wanted = Signal(object)
    """An EventId to go to."""

    def __init__(self, editor: PersonEditor, theme: Theme) -> None:
        super().__init__()
        self._editor = editor
        self._theme = theme
        self._today = date.min
        self._event_id: EventId | None = None
        self._person_id: PersonId | None = None
        self.form = PersonForm(theme)
        self.avatar = Avatar(theme)
        self.name = label(kind="heading", wrap=True)
        self.about = label(tone="text2", wrap=True)
        self.close_button = icon_button("close", _("Close the detail"), self.closed.emit)
        self.clash = ClashNote()
        self._notes = column(space=8)
        self.usual, self.company = UsualField(), CompanyField()
        self.hours = SeasonHours()
        self._duties = column(space=6)
        self._last_change = label(kind="small", tone="text2", wrap=True)
        self._remove = button(_("Remove"), self.remove_wanted.emit, look="link", name="remove-person")
        self._lay_out()
        self.form.edited.connect(editor.put)
        self.form.typing.connect(self._hold)
        self.form.refused.connect(self._tell_unread)
        editor.shown.connect(self._show)
        editor.refused.connect(self._tell_refused)
        editor.overtaken.connect(self._tell_overtaken)
        editor.lost.connect(self._tell_lost)
        self.clash.mine_wanted.connect(self._keep_mine)
        self.clash.theirs_wanted.connect(editor.take_theirs)

    def set_directory(self, directory: PeopleDirectory, today: date) -> None:
        self._today = today
        self.form.set_directory(directory)
        self.company.set_people(directory.people)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        head = row(self.avatar, column(self.name, self.about, space=2), self.close_button, space=12)
        head.setStretch(1, 1)
        head.setAlignment(self.close_button, Qt.AlignmentFlag.AlignTop)
        body = column(
            self.clash, self._notes, self.form,
            label(_("Usually can or can’t come"), tone="text2"), self.usual,
            label(_("Kept together or apart"), tone="text2"), self.company, line(), self.hours, line(),
            label(_("On duty"), kind="small", tone="text2"), self._duties, None,
            margins=(20, 4, 16, 16), space=10,
        )  # fmt: skip
        scroll = scrolled(Contents(body))
        foot = row(self._last_change, self._remove, margins=(20, 4, 12, 8))
        foot.setStretch(0, 1)
        self.setLayout(column(_framed(head), scroll, line(), foot, space=0))

    @Slot(object)
    def _show(self, detail: PersonDetail) -> None:
        person = detail.person
        if self._person_id != person.id:
            self.company.forget()
            self.usual.forget()
            self.form.forget_unread()
        self._person_id = person.id
        self.avatar.show_initials(initials_of(person))
        self.name.setText(person.name)
        self.about.setText(about(detail))
        typed = self._editor.unsaved.keys() | self.form.unread()
        fields: dict[str, Any] = {name: getattr(detail.draft, name) for name in FIELDS if name not in typed}
        ends = max((duty.entry.shift.shift.ends.date() for duty in detail.duties), default=None)
        self.form.show_fields(fields, today=self._today, needed_until=ends)
        self.form.family.setText(_("With {names}").format(names=listed([other.name for other in detail.family])))
        self.form.family.setVisible(bool(detail.family))
        if not self._editor.unsaved:
            self.form.mark(self.form.unread())
            self.clash.hide()
        self.usual.show_usual(detail.usual)
        self.company.show_pairs(person.id, detail.pairs)
        self.hours.show_detail(detail)
        self._show_notes(detail)
        self._show_duties(detail)
        self._last_change.setText(last_change_text(detail.last_change))

    def _show_notes(self, detail: PersonDetail) -> None:
        if self._editor.unsaved or self.form.unread():
            return
        clear(self._notes)
        for sentence, event_id in warnings(detail, self._today):
            self._event_id = event_id or self._event_id
            actions = [button(_("Show the shift"), self._go_to_event, look="link")] if event_id else []
            self._notes.addWidget(self._note("warning", sentence, actions))

    def _show_duties(self, detail: PersonDetail) -> None:
        clear(self._duties)
        for duty in detail.duties:
            self._duties.addWidget(self._duty_line(duty))
        if not detail.duties:
            self._duties.addWidget(label(_("Not on any shift."), tone="text2"))

    def _duty_line(self, duty: Duty) -> QWidget:
        sign, tone = ("warning", "warning") if duty.breaks else ("calendar", "text2")
        what = label(duty.entry.need.role.name, wrap=True)
        what.setObjectName("duty")
        what.setAccessibleName(duty_sentence(duty, QLocale()))
        made = QWidget()
        when = label(duty_time(duty, QLocale()), kind="small", tone="text2")
        made.setLayout(row(icon_label(sign, tone), what, None, when, space=10))
        made.setToolTip(duty.event.name)
        return made

    def _note(self, sign: str, sentence: str, actions: list[Any]) -> QFrame:
        icon = icon_label(sign, sign)
        words = column(label(sentence, wrap=True), row(*actions, None), space=4)
        line_ = row(icon, words, margins=(12, 10, 12, 8), space=10)
        line_.setStretch(1, 1)
        line_.setAlignment(icon, Qt.AlignmentFlag.AlignTop)
        return surface("sunken", line_)

    @Slot(bool)
    def _hold(self, is_typing: bool) -> None:
        self._editor.hold(is_typing=is_typing)
        if not is_typing:
            self._editor.reload()

    @Slot(object, str)
    def _tell_refused(self, names: frozenset[str], sentence: str) -> None:
        clear(self._notes)
        self._notes.addWidget(self._note("danger", sentence, [button(_("Put back"), self._put_back)]))
        self.form.mark(names)

    @Slot()
    def _put_back(self) -> None:
        self.form.forget_unread()
        self._editor.take_theirs()

    @Slot(str, str)
    def _tell_unread(self, name: str, sentence: str) -> None:
        """It wasn't even sent; the field goes on holding what was typed."""
        self._tell_refused(frozenset((name,)), sentence)

    @Slot(object)
    def _tell_overtaken(self, names: frozenset[str]) -> None:
        """Both texts are safe: the new one is in the club, the typed one still in its field."""
        clear(self._notes)
        detail = self._editor.detail
        if detail is not None:
            self.clash.show_theirs([field_line(name, getattr(detail.draft, name)) for name in FIELDS if name in names])
        self.form.mark(names)

    @Slot()
    def _keep_mine(self) -> None:
        self.clash.hide()
        self._editor.keep_mine()

    @Slot(str)
    def _tell_lost(self, name: str) -> None:
        clear(self._notes)
        self.clash.hide()
        sentence = _("{name} was removed from the club meanwhile. What you typed is still here, and is saved if the "
                     "person comes back by Undo.")  # fmt: skip
        self._notes.addWidget(self._note("warning", sentence.format(name=name), []))

    @Slot()
    def _go_to_event(self) -> None:
        if self._event_id is not None:
            self.event_wanted.emit(self._event_id)


def _framed(head: Any) -> QWidget:  # noqa: ANN401  a layout
    frame = QWidget()
    head.setContentsMargins(20, 18, 12, 8)
    frame.setLayout(head)
    return frame
