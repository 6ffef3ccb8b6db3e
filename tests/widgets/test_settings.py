"""Settings and a new club: what is chosen counts, what can't be is told beside its field."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from clubhub.widgets.choice_box import country_box, zone_problem
from clubhub.widgets.new_club_dialog import NewClubDialog

pytestmark = pytest.mark.usefixtures("application")


@pytest.fixture
def page(demo_window, qtbot):
    demo_window.show_page("settings")
    made = demo_window.page("settings")
    qtbot.waitUntil(lambda: bool(made.club.name.text()))
    return made


def said(widget):
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]


def turn_wheel(widget):
    at = QPointF(widget.rect().center())
    none = Qt.MouseButton.NoButton
    event = QWheelEvent(at, QPointF(widget.mapToGlobal(at.toPoint())), QPoint(0, -120), QPoint(0, -120), none,
                        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False)  # fmt: skip
    QApplication.sendEvent(widget, event)


def test_the_wheel_over_a_box_scrolls_and_changes_nothing(page, application):
    before = application.settings.current
    for box in (page.own.text_size, page.own.scheme, page.club.region, page.club.zone):
        turn_wheel(box)
    assert application.settings.current == before
    assert page.club.zone.currentText() == "Europe/Helsinki"


def test_a_zone_that_is_none_is_told_beside_its_field(page, qtbot):
    page.club.zone.setCurrentText("Europe/Kvarnö")
    qtbot.mouseClick(page.findChild(QPushButton, "save"), Qt.MouseButton.LeftButton)
    assert any("no time zone “Europe/Kvarnö”" in text for text in said(page))
    assert page.shell.services.clubs.club().time_zone == "Europe/Helsinki"


def test_the_country_is_chosen_by_its_name(page, qtbot):
    page.club.region.setCurrentText("Sweden")
    qtbot.mouseClick(page.findChild(QPushButton, "save"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.shell.services.clubs.club().region == "SE")


def test_a_country_that_the_list_does_not_have_stays_as_it_is():
    box = country_box()
    box.show_value("XX")
    assert box.value() == "XX"


def test_zones_of_the_system_are_zones():
    assert zone_problem("Etc/UTC") == ""
    assert zone_problem("Europe/Helsinki") == ""
    assert zone_problem("") != ""


def test_a_new_club_is_made_where_it_was_said(demo_window, tmp_path, qtbot):
    demo_window.actions_of_window.make_club()
    dialog = demo_window.findChild(NewClubDialog)
    qtbot.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)
    assert "Give the club a name." in said(dialog)
    qtbot.keyClicks(dialog.name, "Öland Chess")
    assert dialog.path.text().endswith("Öland Chess.clubhub")
    dialog.path.clear()
    qtbot.keyClicks(dialog.path, str(tmp_path / "chess.clubhub"))
    made = []
    dialog.made.disconnect()
    dialog.made.connect(made.append)
    qtbot.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: made == [tmp_path / "chess.clubhub"])
    assert made[0].exists()
