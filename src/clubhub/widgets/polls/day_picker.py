"""Days on a calendar, with the times to ask about on each."""

from datetime import timedelta

from PySide6.QtCore import QDate, Qt, Signal, Slot
from PySide6.QtGui import QColor, QKeyEvent, QTextCharFormat
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from clubhub.domain.poll_drafts import slots_of_day
from clubhub.support.texts import _
from clubhub.viewmodels.polls.slots import SlotTable, read_times
from clubhub.viewmodels.qt_time import from_qt_day, to_qt_day
from clubhub.widgets.calendar import Calendar
from clubhub.widgets.controls import button, column
from clubhub.widgets.forms import Field, Form
from clubhub.widgets.theme import Theme

LENGTHS = (30, 60, 90, 120, 180, 240)
USUAL_LENGTH = 90


class DayPicker(QWidget):
    """Adds to the model's slots; Enter or a double click on a day does it too."""

    added = Signal()

    def __init__(self, model: SlotTable, theme: Theme, first_weekday: int) -> None:
        super().__init__()
        self._model = model
        self._theme = theme
        self.calendar = Calendar(theme, _("Day"), first_weekday)
        theme.changed.connect(self._mark_days)
        self.times = TimesField()
        self.times.setPlaceholderText("17:00 18:30 20:00")
        self.length = QComboBox()
        for minutes in LENGTHS:
            self.length.addItem(_length_word(minutes), minutes)
        self.length.setCurrentIndex(LENGTHS.index(USUAL_LENGTH))
        self._form = Form(
            [
                Field(
                    name=_("Times on that day"),
                    widget=self.times,
                    help=_("With blanks between. Empty: the whole day."),
                    check=self._check_times,
                ),
                Field(name=_("Each lasts"), widget=self.length),
            ]
        )
        self.add_button = button(_("Add the day"), self.add_day, icon="add", name="add_day")
        self.setLayout(column(self.calendar, self._form, self.add_button, space=8))
        self.calendar.activated.connect(self.add_day)
        self.times.returnPressed.connect(self.add_day)
        model.counted.connect(self._mark_days)

    @Slot()
    def add_day(self) -> None:
        """Add the chosen day's times to the poll; they stay written for the next day."""
        times = read_times(self.times.text())
        if not self._form.is_complete() or times is None:
            return
        day = from_qt_day(self.calendar.selectedDate())
        self._model.add(slots_of_day(day, times, timedelta(minutes=self.length.currentData())))
        self.added.emit()

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
