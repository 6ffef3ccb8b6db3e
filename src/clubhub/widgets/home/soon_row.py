"""An event after the next: its day, its name that leads there, and how far it is."""

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QWidget

from clubhub.domain.overview import EventOverview
from clubhub.support.texts import _, plural
from clubhub.viewmodels.qt_time import to_qt_day
from clubhub.widgets.controls import button, label, row
from clubhub.widgets.pages import Shell

LONGEST_DAY = "Wed 30 September"
"""So that the names of all rows begin below each other."""


class SoonRow(QWidget):
    """The name is a link."""

    def __init__(self, overview: EventOverview, shell: Shell) -> None:
        super().__init__()
        self._event_id = overview.event.id
        self._shell = shell
        day = label(QLocale().toString(to_qt_day(overview.event.starts_on), "ddd d MMMM"), tone="text2")
        day.setMinimumWidth(day.fontMetrics().horizontalAdvance(LONGEST_DAY))
        name = button(overview.event.name, self._go, look="link")
        name.setAccessibleDescription(day.text())
        self.setLayout(row(day, name, None, label(state_of(overview), tone="text2"), space=12))

    def _go(self) -> None:
        self._shell.go("events", self._event_id)


def state_of(overview: EventOverview) -> str:
    """How many places are filled, in words."""
    coverage = overview.coverage
    if not coverage.places:
        return _("programme not brought in yet")
    return plural(
        "{filled} of {count} place filled", "{filled} of {count} places filled", coverage.places, filled=coverage.filled
    )
