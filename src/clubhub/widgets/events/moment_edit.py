"""Fields for a day, and for a wall-clock moment."""

from datetime import date, datetime

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QDateEdit, QDateTimeEdit

from clubhub.viewmodels.qt_time import to_qt_day, to_qt_wall

DAY_FORMAT = "ddd d MMM yyyy"
"""The month in letters, so that nobody takes day and month for each other."""


def moment_words(moment: datetime) -> str:
    """As the fields show it."""
    return QLocale().toString(to_qt_wall(moment), f"{DAY_FORMAT}  HH:mm")


def day_words(day: date) -> str:
    return QLocale().toString(to_qt_day(day), DAY_FORMAT)


class MomentEdit(QDateTimeEdit):
    """Whoever comes forward by keys stands on the hours: these change most, and Tab would need four steps to them."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        reasons = Qt.FocusReason
        if event.reason() not in (reasons.MouseFocusReason, reasons.PopupFocusReason, reasons.BacktabFocusReason):
            self.setSelectedSection(QDateTimeEdit.Section.HourSection)


def moment_edit(moment: datetime) -> QDateTimeEdit:
    """Day and time; the times of an event are wall-clock times, whatever this computer's zone."""
    made = MomentEdit(to_qt_wall(moment))
    made.setDisplayFormat(f"{DAY_FORMAT}  HH:mm")
    made.setCalendarPopup(True)
    return made


def day_edit(day: date) -> QDateEdit:
    made = QDateEdit(to_qt_day(day))
    made.setDisplayFormat(DAY_FORMAT)
    made.setCalendarPopup(True)
    return made
