"""A month to choose a day from, in the look: weekends like other days, weekdays in letters that fit, named parts."""

from PySide6.QtCore import QLocale, QSize, Qt, Slot
from PySide6.QtGui import QColor, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QSpinBox, QTableView, QToolButton

from clubhub.support.texts import _
from clubhub.widgets import icons
from clubhub.widgets.theme import Theme

WEEKDAY_LETTERS, ROWS = 5, 9
"""The width of a day, in letters, and the height of the whole, in rows."""


class Calendar(QCalendarWidget):
    """`first_weekday` is 1 (Monday) to 7, 0 the language's."""

    def __init__(self, theme: Theme, name: str, first_weekday: int = 0) -> None:
        super().__init__()
        self._theme = theme
        self.setAccessibleName(name)
        self.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.setHorizontalHeaderFormat(QCalendarWidget.HorizontalHeaderFormat.ShortDayNames)
        self.setFirstDayOfWeek(Qt.DayOfWeek(first_weekday) if first_weekday else QLocale().firstDayOfWeek())
        self._name_parts()
        theme.changed.connect(self._colour)
        self._colour()

    def minimumSizeHint(self) -> QSize:
        """No weekday is cut."""
        letter, line = self._theme.line_height() // 2, self._theme.line_height()
        return QSize(7 * WEEKDAY_LETTERS * letter, ROWS * (line + 6)).expandedTo(super().minimumSizeHint())

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    @Slot()
    def _colour(self) -> None:
        """Qt paints weekends red."""
        colours = self._theme.colours
        day, heading = QTextCharFormat(), QTextCharFormat()
        day.setForeground(QColor(colours.text))
        heading.setForeground(QColor(colours.text2))
        heading.setBackground(QColor(colours.sheet))
        heading.setFont(self._theme.font("small"))
        for weekday in Qt.DayOfWeek:
            self.setWeekdayTextFormat(weekday, day)
        self.setHeaderTextFormat(heading)

    def _name_parts(self) -> None:
        """For screen readers: Qt names none. Its arrows stay as they are when the colours change."""
        names = {
            "qt_calendar_prevmonth": _("Month before"),
            "qt_calendar_nextmonth": _("Next month"),
            "qt_calendar_monthbutton": _("Month"),
            "qt_calendar_yearbutton": _("Year"),
            "qt_calendar_yearedit": _("Year"),
        }
        for sign, name in (("back", "qt_calendar_prevmonth"), ("forward", "qt_calendar_nextmonth")):
            arrow = self.findChild(QToolButton, name)
            if isinstance(arrow, QToolButton):
                arrow.setIcon(icons.get(sign))
        for kind in (QToolButton, QSpinBox, QTableView):
            for part in self.findChildren(kind):
                part.setAccessibleName(names.get(part.objectName(), self.accessibleName()))
