"""Labels, fields and signs: they follow the language's direction, the text's size and the colours."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QToolButton, QWidget

from clubhub.widgets import icons
from clubhub.widgets.controls import column, filter_field, icon_label, label
from clubhub.widgets.empty_state import EmptyState
from clubhub.widgets.text_label import CutLabel

pytestmark = pytest.mark.usefixtures("application")

ABSOLUTE = Qt.AlignmentFlag.AlignAbsolute


@pytest.fixture
def right_to_left():
    QApplication.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    yield
    QApplication.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def ink_ends(widget: QWidget) -> tuple[int, int]:
    """The first and the last column of a picture of the widget that is not blank."""
    image = widget.grab().toImage()
    blank = image.pixel(image.width() // 2, 0)
    inked = [x for x in range(image.width()) if any(image.pixel(x, y) != blank for y in range(image.height()))]
    return inked[0], inked[-1]


def ink_of(icon) -> list[int]:
    image = icon.pixmap(32, 32).toImage()
    return [sum(image.pixelColor(x, y).alpha() for y in range(32)) for x in range(32)]


@pytest.mark.usefixtures("right_to_left")
@pytest.mark.parametrize("wraps", [True, False])
def test_a_latin_name_stands_at_the_start_of_its_line_right_to_left_too(qtbot, wraps):
    shown = label("Malin", wrap=wraps)
    qtbot.addWidget(shown)
    shown.resize(300, 30)
    first, last = ink_ends(shown)
    assert first > 200
    assert last > 290


def test_a_label_turns_with_the_direction_of_what_it_stands_in(qtbot):
    holder, shown = QWidget(), label("Malin")
    qtbot.addWidget(holder)
    holder.setLayout(column(shown))
    shown.setAlignment(Qt.AlignmentFlag.AlignTrailing)
    assert shown.alignment() == Qt.AlignmentFlag.AlignRight | ABSOLUTE
    holder.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert shown.alignment() == Qt.AlignmentFlag.AlignLeft | ABSOLUTE


def test_what_does_not_fit_is_cut_and_said_in_the_tip(qtbot):
    shown = CutLabel("")
    qtbot.addWidget(shown)
    shown.setText("a text that is much longer than its place")
    assert shown.toolTip() == shown.text()
    assert shown.minimumSizeHint().width() < shown.sizeHint().width() / 2


def test_the_sign_of_a_field_is_as_large_as_its_text(application, qtbot):
    field = filter_field("Type", "Filter")
    qtbot.addWidget(field)
    field.show()
    small = field.textMargins().left()
    application.theme.choose(text_percent=200)
    try:
        assert field.textMargins().left() > small * 1.7
    finally:
        application.theme.choose(text_percent=100)


def test_a_field_is_emptied_by_its_cross(qtbot):
    field = filter_field("Type", "Filter")
    qtbot.addWidget(field)
    field.resize(200, 32)
    field.show()
    cross = field.findChild(QToolButton)
    assert not cross.isVisible()
    qtbot.keyClicks(field, "abc")
    assert field.rect().contains(cross.geometry())
    qtbot.mouseClick(cross, Qt.MouseButton.LeftButton)
    assert field.text() == ""
    assert not cross.isVisible()


def test_arrows_turn_right_to_left_and_clocks_do_not():
    before = {name: ink_of(icons.get(name, "#000000")) for name in ("back", "history")}
    QApplication.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        after = {name: ink_of(icons.get(name, "#000000")) for name in before}
    finally:
        QApplication.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    half = [sum(before["back"][:16]), sum(after["back"][16:])]
    assert abs(half[0] - half[1]) < 0.1 * half[0]
    assert sum(before["back"][:16]) > 1.2 * sum(after["back"][:16])
    assert after["history"] == before["history"]


@pytest.mark.usefixtures("right_to_left")
def test_hairlines_change_sides_with_the_direction():
    assert '[line="end"] { border-left' in QApplication.instance().styleSheet()


def test_signs_and_empty_lists_follow_the_colours_and_the_size_of_the_moment(application, qtbot):
    empty, sign = EmptyState("people", "Nobody is here yet.", None), icon_label("people", "text3")
    qtbot.addWidget(empty)
    qtbot.addWidget(sign)
    empty.show()
    sign.show()
    words, side = empty.findChild(QLabel), sign.sizeHint().width()
    before, light = words.maximumWidth(), sign.grab().toImage()
    application.theme.choose(text_percent=200, scheme="dark")
    try:
        assert words.maximumWidth() > before * 1.7
        assert sign.sizeHint().width() > side * 1.7
        assert sign.grab(light.rect()).toImage() != light
    finally:
        application.theme.choose(text_percent=100, scheme="light")
