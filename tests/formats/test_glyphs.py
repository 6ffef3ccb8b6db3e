"""Every text can be printed, and what had to be replaced is named."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clubhub.formats.glyphs import REPLACEMENT, PrintableTexts, printable_characters


def printed(text):
    return PrintableTexts()(text)


@pytest.mark.parametrize("text", ["Åke Öhrvall", "Łucja Đặng", "Σωκράτης", "Юрий", "“–’…€½", "cafe\u0301"])
def test_letters_of_european_names_stay_as_they_are(text):
    assert printed(text) == text


def test_an_emoji_becomes_a_box_and_is_named():
    texts = PrintableTexts()
    assert texts("Anna 🎉") == f"Anna {REPLACEMENT}"
    assert texts.warnings == ("“🎉” (U+1F389) in “Anna 🎉” can't be printed and became □.",)


def test_a_family_of_joined_emoji_becomes_one_box():
    assert printed("👨\u200d👩\u200d👧\ufe0f Åke") == f"{REPLACEMENT} Åke"


def test_letters_of_other_scripts_become_a_box_each_and_one_warning():
    texts = PrintableTexts()
    assert texts("אבא") == REPLACEMENT * 3
    assert len(texts.warnings) == 1
    assert "“א” (U+05D0), “ב” (U+05D1) in “אבא”" in texts.warnings[0]


def test_the_same_text_warns_once():
    texts = PrintableTexts()
    texts("🎉"), texts("🎉")
    assert len(texts.warnings) == 1


def test_signs_made_of_printable_ones_are_taken_apart():
    assert printed("\u2460 Ⅷ ﷐") == f"1 VIII {REPLACEMENT}"


def test_a_minus_is_printed_as_a_dash_without_a_word():
    texts = PrintableTexts()
    assert texts("Points: 2, 1, \u22122") == "Points: 2, 1, \u20132"
    assert texts.warnings == ()


def test_line_breaks_and_tabs_become_one_blank():
    assert printed(" a\r\n\tb\u2028c\x1f") == "a b c"


def test_a_direction_override_vanishes_without_a_word():
    texts = PrintableTexts()
    assert texts("Eva\u202e nnA\u2069") == "Eva nnA"
    assert texts.warnings == ()


@pytest.mark.parametrize("text", ["", " ", "\u200b", "\u200d\ufe0f", "\u202e \u00ad"])
def test_what_nobody_can_see_is_no_text(text):
    assert not printed(text)


def test_controls_and_half_characters_become_boxes_and_warnings_stay_plain_text():
    texts = PrintableTexts()
    assert texts("a\x00b\ud83d") == f"a{REPLACEMENT}b{REPLACEMENT}"
    assert all(warning.isprintable() for warning in texts.warnings)
    "".join(texts.warnings).encode()


@given(st.text(st.characters()))
def test_only_printable_characters_come_out_and_twice_changes_nothing(text):
    result = printed(text)
    assert printable_characters().issuperset(result)
    assert printed(result) == result


@given(st.text(st.characters()))
def test_nothing_is_replaced_in_silence(text):
    texts = PrintableTexts()
    boxes = texts(text).count(REPLACEMENT)
    assert texts.warnings or boxes <= text.count(REPLACEMENT)


def test_the_font_has_all_letters_of_the_north():
    letters = "abcdefghijklmnopqrstuvwxyzåäöæøðþõüšžŋđŧčáíóúýé"
    assert printable_characters().issuperset(letters + letters.upper())
    assert all(unicodedata.category(letter) != "Cc" for letter in printable_characters())
