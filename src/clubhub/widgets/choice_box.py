"""Boxes to choose from: of a few values, of all time zones, of all countries."""

from collections.abc import Mapping
from functools import cache
from zoneinfo import available_timezones

from PySide6.QtCore import QLocale, Qt, QTimeZone
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QCompleter

from clubhub.support.texts import _


class ChoiceBox(QComboBox):
    """The wheel scrolls the page that it stands on: it would else change what nobody looks at."""

    def __init__(self, options: Mapping[str, str] | None = None) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        for value, text in (options or {}).items():
            self.addItem(text, value)

    def value(self) -> str:
        """The chosen value; "" of none."""
        return str(self.currentData() or "")

    def show_value(self, value: str) -> None:
        """Choose a value; one that isn't offered is added under its own name."""
        if self.findData(value) < 0:
            self.addItem(value, value)
        self.setCurrentIndex(self.findData(value))

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


def zone_box(current: str = "") -> QComboBox:
    """All time zones, to choose or to type a part of; this computer's at first."""
    box = ChoiceBox()
    box.setEditable(True)
    box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
    box.addItems(sorted(zone for zone in _zones() if "/" in zone and not zone.startswith(("Etc/", "posix"))))
    completer = QCompleter(box.model(), box)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    box.setCompleter(completer)
    box.setCurrentText(current or bytes(QTimeZone.systemTimeZoneId().data()).decode() or "Europe/Helsinki")
    return box


def zone_problem(text: str) -> str:
    """What is wrong with a typed time zone, "" if nothing is."""
    if text in _zones():
        return ""
    return _("There is no time zone “{zone}”. Choose one from the list, such as Europe/Helsinki.").format(zone=text)


def country_box() -> ChoiceBox:
    """All countries by name, none first; the value is the two-letter code."""
    names = {QLocale.territoryToCode(one): QLocale.territoryToString(one) for one in QLocale.Country}
    named = sorted((name, code) for code, name in names.items() if len(code) == 2 and code.isalpha())
    return ChoiceBox({"": _("Not said"), **{code: name for name, code in named}})


@cache
def _zones() -> frozenset[str]:
    return frozenset(available_timezones())
