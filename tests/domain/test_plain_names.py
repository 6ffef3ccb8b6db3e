"""Names as files and people write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clubhub.domain.plain_names import folded, title_of


@pytest.mark.parametrize(
    ("written", "title"),
    [
        ("DMSJ 2027 - District -", "DMSJ 2027 - District"),
        ("  Kvarken   Games – — ", "Kvarken Games"),
        ("Semi-", "Semi-"),
        ("-", "-"),
    ],
)
def test_a_dash_that_a_program_left_at_the_end_of_a_title_goes(written, title):
    assert title_of(written) == title


@given(st.text(st.characters(max_codepoint=127)))
def test_a_name_without_accents_is_folded_as_it_is_beside_one_with_them(name):
    assert folded(name) == "".join(letter for letter in name.lower() if letter.isalnum())
    assert folded(f"{name}É") == f"{folded(name)}e"
