"""A button that shows a day or that there is none, with a calendar to choose one."""

from datetime import date

from PySide6.QtCore import QDate, Qt, Signal, Slot
from PySide6.QtWidgets import QMenu, QPushButton, QWidget, QWidgetAction

from clubhub.viewmodels.qt_time import from_qt_day, to_qt_day
from clubhub.viewmodels.times_in_words import long_day
from clubhub.widgets.calendar import Calendar
from clubhub.widgets.controls import button, column
from clubhub.widgets.theme import Theme


class DayField(QPushButton):
    """`day` is None for none, which `none_words` tell; `day_words` hold {day}. `name` is for screen readers."""

    chosen = Signal()

    def __init__(self, theme: Theme, name: str, none_words: str, day_words: str, first_weekday: int) -> None:
        super().__init__()
        self.day: date | None = None
        self._none_words, self._day_words = none_words, day_words
        self.setAccessibleName(name)
        self.setProperty("button", "plain")
        self.setAutoDefault(False)
        self._menu = QMenu(self)
        self._calendar = Calendar(theme, name, first_weekday)
        self._calendar.activated.connect(self._take)
        self._calendar.clicked.connect(self._take)
        popup = QWidget()
        none = button(none_words, self._take_none, look="link")
        popup.setLayout(column(self._calendar, none, margins=(8, 8, 8, 8)))
        action = QWidgetAction(self._menu)
        action.setDefaultWidget(popup)
        self._menu.addAction(action)
        self._menu.aboutToShow.connect(self._show_in_calendar)
        self.clicked.connect(self._open)
        self.show_day(None)

    def show_day(self, day: date | None) -> None:
        self.day = day
        words = self._day_words.format(day=f"{long_day(day)} {day.year}") if day else self._none_words
        self.setText(words)
        self.setAccessibleDescription(words)

    @Slot()
    def _open(self) -> None:
        self._menu.popup(self.mapToGlobal(self.rect().bottomLeft()))

    @Slot()
    def _show_in_calendar(self) -> None:
        self._calendar.setSelectedDate(to_qt_day(self.day) if self.day else QDate.currentDate().addDays(7))
        self._calendar.setFocus(Qt.FocusReason.PopupFocusReason)

    @Slot(QDate)
    def _take(self, day: QDate) -> None:
        self._menu.hide()
        self.show_day(from_qt_day(day))
        self.chosen.emit()

    @Slot()
    def _take_none(self) -> None:
        self._menu.hide()
        self.show_day(None)
        self.chosen.emit()
