"""Only the words of the list are filled in, once, and whatever else stands in braces is told."""

import pytest

from clubhub.domain.errors import InvalidInput
from clubhub.domain.placeholders import check_placeholders, filled, placeholders_in, unknown_placeholders

VALUES = {"given_name": "Anna", "name": "Anna {shifts}", "shifts": "Sat 10:00", "event": "Games"}


def test_each_is_filled_and_a_value_is_not_filled_again():
    assert filled("Dear {given_name}, {name}!", VALUES) == "Dear Anna, Anna {shifts}!"


def test_other_braces_stay():
    text = "{0} {} {a-b} {{7*7}} {{ name }} {%x%} {name.__class__} {unknown}"
    assert filled(text, VALUES) == text


def test_known_and_unknown_words_are_told_apart():
    assert placeholders_in("{name} {nam} {event}") == {"name", "event"}
    assert unknown_placeholders("{name} {nam} {x1} {nam}") == ["nam", "x1"]


def test_an_unknown_word_is_refused_with_the_likeliest():
    with pytest.raises(InvalidInput, match=r"\{givenname\}.*Did you mean \{given_name\}"):
        check_placeholders("Dear {givenname}")
    check_placeholders("{name} {0} {}")
