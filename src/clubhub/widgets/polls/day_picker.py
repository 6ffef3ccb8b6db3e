"""Days on a calendar, with the times to ask about on each."""

from datetime import date, timedelta

from PySide6.QtCore import QDate, Qt, Signal, Slot
from PySide6.QtGui import QColor, QKeyEvent, QTextCharFormat
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from clubhub.domain.poll_drafts import slots_of_day
from clubhub.domain.weekly_slots import LONGEST_PATTERN, copied_to_days, weekly_days
from clubhub.support.texts import _
from clubhub.viewmodels.polls.slots import SlotTable, read_times
from clubhub.viewmodels.qt_time import from_qt_day, to_qt_day
from clubhub.viewmodels.times_in_words import short_day
from clubhub.widgets.calendar import Calendar
from clubhub.widgets.controls import button, column, row
from clubhub.widgets.forms import Field, Form
from clubhub.widgets.polls.day_field import DayField
from clubhub.widgets.polls.line import WrappingLine
from clubhub.widgets.theme import Theme

LENGTHS = (30, 60, 90, 120, 180, 240)
USUAL_LENGTH = 90


class DayPicker(QWidget):
    """Adds to the model's slots, once or every week; Enter or a double click on a day does it too."""

    added = Signal()

    def __init__(self, model: SlotTable, theme: Theme, first_weekday: int) -> None:
        super().__init__()
        self._model = model
        self._theme = theme
        self._source: date | None = None
        self.calendar = Calendar(theme, _("Day"), first_weekday)
        theme.changed.connect(self._mark_days)
        self.times = TimesField()
        self.times.setPlaceholderText(_("all day; or 17:00 18:30"))
        self.length = QComboBox()
        for minutes in LENGTHS:
            self.length.addItem(_length_word(minutes), minutes)
        self.length.setCurrentIndex(LENGTHS.index(USUAL_LENGTH))
        self.until = DayField(theme, _("Repeat"), _("That day alone"), _("Every week until {day}"), first_weekday)
        self._forms = [
            Form([Field(name=_("Times on that day"), widget=self.times, check=self._check_times)]),
            Form([Field(name=_("Each lasts"), widget=self.length)]),
            Form([Field(name=_("Repeat"), widget=self.until, check=self._check_until)]),
        ]
        self.times.setAccessibleDescription(_("With blanks between. Empty: the whole day."))
        self.times.setToolTip(self.times.accessibleDescription())
        times, length, until = self._forms
        pair = row(times, length, space=12)
        pair.setAlignment(length, Qt.AlignmentFlag.AlignTop)
        pair.setStretch(0, 1)
        self.add_button = button(_("Add the day"), self.add_day, icon="add", name="add_day")
        self.copy_button = button("", self.copy_day, look="link", name="copy_day")
        verbs = WrappingLine(self.add_button, self.copy_button)
        self.setLayout(column(self.calendar, 8, pair, until, verbs, space=0))
        self.show_source(None)
        self.calendar.activated.connect(self.add_day)
        self.times.returnPressed.connect(self.add_day)
        model.counted.connect(self._mark_days)

    @Slot()
    def add_day(self) -> None:
        """Add the chosen day's times to the poll; they stay written for the next day."""
        times = read_times(self.times.text())
        if not self._are_complete() or times is None:
            return
        length = timedelta(minutes=self.length.currentData())
        self._model.add(slot for day in self._days() for slot in slots_of_day(day, times, length))
        self.times.setModified(False)
        self.added.emit()

    def take_written(self) -> bool:
        """Add times that somebody has typed since the last day was added; False if they can't be, which is told."""
        if not (self.times.isModified() and self.times.text().strip()):
            return True
        self.add_day()
        return not self.times.isModified()

    @Slot()
    def copy_day(self) -> None:
        """Add the times of the day that `show_source` named, on the chosen day, or every week from it on."""
        if self._source is None or not self._are_complete():
            return
        self._model.add(copied_to_days(self._model.slots, self._source, self._days()))
        self.added.emit()

    def show_source(self, day: date | None) -> None:
        """From which day times can be copied: the one that somebody looks at in the table."""
        self._source = day
        self.copy_button.setVisible(day is not None)
        if day is not None:
            words = _("Same times as {day}").format(day=short_day(day))
            self.copy_button.setText(words)
            self.copy_button.setAccessibleName(words)

    def _are_complete(self) -> bool:
        return all(form.is_complete() for form in self._forms)

    def _days(self) -> list[date]:
        """The chosen day, and the same day of every week until the last one if there is one."""
        first, last = from_qt_day(self.calendar.selectedDate()), self.until.day
        return weekly_days({first.weekday()}, first, last) if last else [first]

    def _check_until(self) -> str:
        first, last = from_qt_day(self.calendar.selectedDate()), self.until.day
        if last is None or first <= last <= first + LONGEST_PATTERN:
            return ""
        return _("The last day must be after the chosen one, and within three years.")

    def _check_times(self) -> str:
        if read_times(self.times.text()) is not None:
            return ""
        return _("Write times like 17:00 or 18.30, with blanks between.")

    @Slot()
    def _mark_days(self) -> None:
        """Days that the poll asks about are shown on the calendar."""
        self.calendar.setDateTextFormat(QDate(), QTextCharFormat())
        look = QTextCharFormat()
        look.setBackground(QColor(self._theme.colours.soft))
        look.setForeground(QColor(self._theme.colours.softtext))
        look.setFont(self._theme.font("strong"))
        for starts, _ends in self._model.slots:
            self.calendar.setDateTextFormat(to_qt_day(starts.date()), look)


class TimesField(QLineEdit):
    """Enter adds the day; it must not reach the dialog's own button, which would make the poll."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()


def _length_word(minutes: int) -> str:
    hours, rest = divmod(minutes, 60)
    if not hours:
        return _("{minutes} minutes").format(minutes=rest)
    return (
        _("{hours} h {minutes} min").format(hours=hours, minutes=rest) if rest else _("{hours} h").format(hours=hours)
    )
