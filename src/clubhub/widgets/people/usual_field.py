"""When somebody usually can and can't come: a line for each, and fields to add one."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from clubhub.domain.errors import InvalidInput
from clubhub.domain.polls import Mark, UsualAnswer
from clubhub.domain.usual_answers import UsualDraft
from clubhub.domain.written_weeks import usual_draft
from clubhub.support.texts import _
from clubhub.viewmodels.people.usual_words import usual_words, weekday_names
from clubhub.widgets.controls import button, clear, column, icon_button, label, removable, row
from clubhub.widgets.people.fields import ChoiceField
from clubhub.widgets.sign_field import SignField


class UsualField(QWidget):
    """Says what is wanted; the page does it."""

    keep_wanted = Signal(object, object)
    """The UsualDrafts that the person shall have, and the UsualAnswers that were seen."""

    def __init__(self) -> None:
        super().__init__()
        self._usual: Sequence[UsualAnswer] = ()
        self._lines = column(space=2)
        self.weekday = ChoiceField(_("Day of the week"), {str(at): name for at, name in enumerate(weekday_names())})
        marks: dict[str, str] = {Mark.NO: _("can’t"), Mark.IF_NEED_BE: _("if need be"), Mark.YES: _("can")}
        self.mark = ChoiceField(_("Whether they can come"), marks)
        self.hours = HoursLine("time")
        self.hours.setAccessibleName(_("Hours"))
        self.hours.setPlaceholderText(_("all day; or 8–12"))
        self.hours.setProperty("quiet", "bare")
        self.hours.taken.connect(self._add)
        self.add = button(_("Add"), self._add, name="add-usual")
        self._refusal = label(kind="small", tone="danger", wrap=True)
        self._refusal.hide()
        chosen, typed = row(self.weekday, self.mark, space=4), row(self.hours, self.add, space=4)
        typed.setStretch(0, 1)
        self.setLayout(column(self._lines, chosen, typed, self._refusal, space=4))

    def show_usual(self, usual: Sequence[UsualAnswer]) -> None:
        """Those of one person; the same again leave what is typed alone."""
        self._usual = usual
        clear(self._lines)
        for place, one in enumerate(usual):
            self._lines.addWidget(self._line(place, usual_words(one)))

    def forget(self) -> None:
        """Somebody else is shown now."""
        self.hours.clear()
        self._refusal.hide()

    def _line(self, place: int, words: str) -> QWidget:
        cross = icon_button("close", _("Take away: {words}").format(words=words), self._remove)
        cross.setProperty("place", place)
        return removable(words, cross)

    @Slot()
    def _add(self) -> None:
        try:
            draft = usual_draft(int(self.weekday.value()), Mark(self.mark.value()), self.hours.text())
        except InvalidInput as error:
            self._refusal.setText(str(error))
            self._refusal.show()
            self.hours.setFocus()
            return
        self.forget()
        self.keep_wanted.emit([*map(UsualDraft.of, self._usual), draft], list(self._usual))

    @Slot()
    def _remove(self) -> None:
        at = int(self.sender().property("place"))
        left = [UsualDraft.of(one) for place, one in enumerate(self._usual) if place != at]
        self.keep_wanted.emit(left, list(self._usual))


class HoursLine(SignField):
    taken = Signal()
    """Enter was pressed in it."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.taken.emit()
        else:
            super().keyPressEvent(event)
