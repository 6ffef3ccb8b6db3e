"""The last day of a skill: chosen from a calendar that is in the look and fits its words."""

from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QTableView, QToolButton

from clubhub.viewmodels.people.rows import SkillState
from clubhub.widgets.people.day_button import DayButton


def opened(application, qtbot):
    made = DayButton("First aid", application.theme)
    qtbot.addWidget(made)
    made.show()
    qtbot.mouseClick(made, Qt.MouseButton.LeftButton)
    return made


def test_a_day_is_chosen_by_a_click_or_taken_away(application, qtbot):
    button = opened(application, qtbot)
    chosen = []
    button.chosen.connect(chosen.append)
    button._calendar.clicked.emit(QDate(2027, 6, 12))
    qtbot.mouseClick(button._never, Qt.MouseButton.LeftButton)
    assert [str(day) for day in chosen] == ["2027-06-12", "None"]


def test_weekdays_are_not_cut_and_weekends_are_not_red(application, qtbot):
    button = opened(application, qtbot)
    grid = button._calendar.findChild(QTableView)
    widest = max(QFontMetrics(application.theme.font("small")).horizontalAdvance(str(grid.model().index(0, at).data()))
                 for at in range(grid.model().columnCount()))  # fmt: skip
    assert grid.columnWidth(grid.model().columnCount() - 1) > widest + 6
    saturday = button._calendar.weekdayTextFormat(Qt.DayOfWeek.Saturday)
    assert saturday.foreground().color().name().upper() == application.theme.colours.text
    button._menu.hide()


def test_every_part_of_the_calendar_has_a_name(application, qtbot):
    button = opened(application, qtbot)
    arrows = [part for part in button._calendar.findChildren(QToolButton) if part.isVisible()]
    assert arrows
    assert all(part.accessibleName() for part in arrows)
    button._menu.hide()


def test_the_state_of_a_day_is_a_word_for_screen_readers(application, qtbot):
    button = opened(application, qtbot)
    button._menu.hide()
    button.show_day(QDate(2020, 1, 1).toPython(), SkillState.LAPSED)
    assert button.accessibleName() == "First aid, 1 Jan 2020, lapsed"
