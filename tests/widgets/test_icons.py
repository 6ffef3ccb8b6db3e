"""Every meaning has an icon that the font holds, drawn in the colour asked for."""

import pytest
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QColor, QIcon, QImage, QPainter

from clubhub.widgets import icons


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("meaning", sorted(icons._NAMES))
def test_every_meaning_is_drawn(meaning: str):
    image = QImage(32, 32, QImage.Format.Format_ARGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    icons.paint(painter, QRect(0, 0, 32, 32), meaning, "#AB1D31")
    painter.end()
    inked = [image.pixelColor(x, y) for x in range(32) for y in range(32)]
    assert any(colour.red() > colour.green() + 60 for colour in inked)


def test_an_icon_follows_the_palette(application):
    def darkness() -> int:
        image = icons.get("home").pixmap(QSize(32, 32), QIcon.Mode.Normal, QIcon.State.Off).toImage()
        inked = [image.pixelColor(x, y) for x in range(32) for y in range(32) if image.pixelColor(x, y).alpha() > 200]
        return max(colour.lightness() for colour in inked)

    light = darkness()
    application.theme.choose(scheme="dark")
    try:
        assert darkness() > light + 100
    finally:
        application.theme.choose(scheme="light")


def test_an_unknown_meaning_is_a_fault():
    with pytest.raises(KeyError):
        icons.get("unicorn")


@pytest.mark.usefixtures("qapp")
def test_in_no_room_at_all_nothing_is_drawn_and_nothing_warns():
    """A button can be squeezed to less than its frame for a moment, while its area looks for its height."""
    engine = icons._PhosphorEngine("plus", None)
    assert engine.pixmap(QSize(17, -2), QIcon.Mode.Normal, QIcon.State.Off).isNull()
