"""The contrasts of the look, computed again from the colours (WCAG 2: relative luminance)."""

import itertools

import pytest
from PySide6.QtGui import QColor

from clubhub.widgets.tokens import DARK, LIGHT, MEANINGS, Colours

SURFACES = ("side", "sheet", "panel", "raised", "sunken", "chip", "soft")


def contrast(one: str, other: str) -> float:
    def luminance(colour: str) -> float:
        def linear(part: float) -> float:
            return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

        red, green, blue, _alpha = QColor(colour).getRgbF()
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)

    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_text_can_be_read_on_every_surface(colours: Colours):
    for surface, ink in itertools.product(SURFACES, ("text", "text2", "text3", "accent")):
        assert contrast(getattr(colours, ink), getattr(colours, surface)) >= 4.5, (ink, surface)
    assert contrast(colours.softtext, colours.soft) >= 4.5
    assert contrast(colours.onfill, colours.fill) >= 4.5
    assert contrast(colours.onfill, colours.fillhover) >= 4.5
    assert contrast(colours.undo, colours.text) >= 4.5
    assert contrast(colours.sheet, colours.text) >= 4.5


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("name", MEANINGS)
def test_a_meaning_can_be_read_on_its_tint_and_on_every_surface(colours: Colours, name: str):
    meaning = getattr(colours, name)
    assert contrast(meaning.ink, meaning.tint) >= 4.5
    assert all(contrast(meaning.ink, getattr(colours, surface)) >= 4.5 for surface in SURFACES)
    assert contrast(meaning.solid, colours.sheet) >= 3


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_the_edge_of_a_field_stands_out(colours: Colours):
    assert contrast(colours.edge, colours.sheet) >= 3
