"""How the board's columns share the width: whole names, else short ones, else a little closer, else scrolled."""

import pytest

from clubhub.widgets.events.board_measures import ColumnNeeds

NEEDS = ColumnNeeds(whole=(100, 200), short=(80, 120), most=220, spare=10)


@pytest.mark.parametrize(
    ("width", "shared", "is_short"),
    [
        (500, [200, 220], False),
        (300, [100, 200], False),
        (299, [129, 169], True),
        (200, [80, 120], True),
        (199, [79, 119], True),
        (180, [70, 110], True),
        (179, [80, 120], True),
    ],
)
def test_columns_share_the_width(width: int, shared: list[int], is_short: bool):
    assert NEEDS.shared(width) == (shared, is_short)


def test_a_board_without_columns_needs_no_width():
    assert ColumnNeeds(whole=(), short=(), most=9).shared(100) == ([], False)
