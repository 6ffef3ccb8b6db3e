"""Hours are read as people write them, and shown so that they are read as the same again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clubhub.domain.errors import InvalidInput
from clubhub.viewmodels.hours_in_fields import field_text, minutes_in


@pytest.mark.parametrize(
    ("text", "minutes"),
    [("7", 420), (" 7,5 ", 450), ("7:20", 440), ("90 min", 90), ("", None), ("  ", None), ("0", 0)],
)
def test_hours_are_read_as_people_write_them(text, minutes):
    assert minutes_in(text) == minutes


def test_what_is_no_time_is_told_with_what_was_written():
    with pytest.raises(InvalidInput, match="“a lot” is no length of time"):
        minutes_in("a lot")


@given(st.none() | st.integers(0, 99 * 60 + 59))
def test_what_a_field_shows_is_read_as_the_same_again(minutes):
    assert minutes_in(field_text(minutes)) == minutes
