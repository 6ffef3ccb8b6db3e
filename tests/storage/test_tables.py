"""Whoever shows something hears of every table there is."""

from clubhub.domain.change_kinds import EVERYTHING, GROUPS
from clubhub.storage.tables import EDITED_TABLES


def test_each_table_is_in_one_group():
    assert frozenset(EDITED_TABLES) == EVERYTHING
    assert sum(map(len, GROUPS)) == len(EVERYTHING)
