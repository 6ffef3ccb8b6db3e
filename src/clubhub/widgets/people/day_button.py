"""A button that shows the last day of something, and a calendar to choose another or none."""

from datetime import date

from PySide6.QtCore import QDate, QLocale, QSize, Qt, Signal, Slot
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QMenu, QPushButton, QWidget, QWidgetAction

from clubhub.support.texts import _
from clubhub.viewmodels.people.rows import SkillState
from clubhub.viewmodels.qt_time import from_qt_day, to_qt_day
from clubhub.widgets import icons
from clubhub.widgets.calendar import Calendar
from clubhub.widgets.controls import THIN_SPACE, button, column
from clubhub.widgets.theme import Theme, set_property

_SIGNS = {SkillState.VALID: "ok", SkillState.SOON: "warning", SkillState.LAPSED: "danger"}
"""Signs, and at the same time the names of their colours."""


class DayButton(QPushButton):
    """`day` is None for "does not lapse"."""

    chosen = Signal(object)
    """The day that a person has chosen, or None."""

    def __init__(self, name: str, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.day: date | None = None
        self._name = name
        self.setProperty("button", "day")
        self.setAutoDefault(False)
        self._menu = QMenu(self)
        self._calendar = Calendar(theme, _("Last day of {name}").format(name=name))
        self._calendar.activated.connect(self._take)
        self._calendar.clicked.connect(self._take)
        self._never = button(_("Does not lapse"), self._take_none, look="link")
        popup = QWidget()
        popup.setLayout(column(self._calendar, self._never, margins=(8, 8, 8, 8)))
        action = QWidgetAction(self._menu)
        action.setDefaultWidget(popup)
        self._menu.addAction(action)
        self._menu.aboutToShow.connect(self._show_day_in_calendar)
        self.clicked.connect(self._open)
        self.show_day(None, SkillState.VALID)

    def show_day(self, day: date | None, state: SkillState) -> None:
        """The day with sign and colour of its state."""
        self.day = day
        words = long_day(day) if day else _("does not lapse")
        states = {SkillState.VALID: "", SkillState.SOON: _("lapses soon"), SkillState.LAPSED: _("lapsed")}
        set_property(self, "state", _SIGNS[state] if day else "")
        self.setIcon(QIcon())
        if day:
            ink = getattr(self._theme.colours, _SIGNS[state]).ink
            self.setIcon(icons.get(_SIGNS[state], ink))
            side = round(self.fontMetrics().height() * 13 / 16)
            self.setIconSize(QSize(side, side))
        self.setText(f"{THIN_SPACE}{words}" if day else words)
        parts = (self._name, words, states[state] if day else "")
        self.setAccessibleName(", ".join(part for part in parts if part))
        self.setToolTip(_("Choose the last day"))

    @Slot()
    def _open(self) -> None:
        self._menu.popup(self.mapToGlobal(self.rect().bottomLeft()))

    @Slot()
    def _show_day_in_calendar(self) -> None:
        self._calendar.setSelectedDate(to_qt_day(self.day) if self.day else QDate.currentDate().addYears(1))
        self._calendar.setFocus(Qt.FocusReason.PopupFocusReason)

    @Slot(QDate)
    def _take(self, day: QDate) -> None:
        self._menu.hide()
        self.chosen.emit(from_qt_day(day))

    @Slot()
    def _take_none(self) -> None:
        self._menu.hide()
        self.chosen.emit(None)


def long_day(day: date) -> str:
    """Like "31 Dec 2027", in the order of the language."""
    return QLocale().toString(to_qt_day(day), _("d MMM yyyy"))
