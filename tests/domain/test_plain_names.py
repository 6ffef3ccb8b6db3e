"""Names as files and people write them."""

import pytest

from clubhub.domain.plain_names import title_of


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
