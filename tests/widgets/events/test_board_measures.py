"""How the board's columns share the width: whole names, else short ones, else a little closer, else scrolled."""

import pytest

from clubhub.viewmodels.role_signs import _WORDS, OTHER
from clubhub.widgets import icons
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


@pytest.mark.parametrize("meaning", [OTHER, *(meaning for meaning, _words in _WORDS)])
def test_each_sign_of_a_role_is_an_icon(meaning: str):
    assert not icons.get(meaning).isNull()
