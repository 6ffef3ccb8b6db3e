"""Lengths as people type them."""

import pytest

from clubhub.domain.errors import InvalidInput
from clubhub.services.written_hours import written_minutes


@pytest.mark.parametrize(
    ("text", "minutes"),
    [("7", 420), ("7.5", 450), ("7,5", 450), ("7:30", 450), ("40", 2400), ("90 min", 90), ("2 h", 120), ("0", 0)],
)
def test_hours_are_read_in_the_usual_forms(text: str, minutes: int):
    assert written_minutes(text) == minutes


@pytest.mark.parametrize("text", ["", "soon", "-2", "1:2:3:4"])
def test_what_is_no_length_is_refused(text: str):
    with pytest.raises(InvalidInput, match="no length of time"):
        written_minutes(text)
