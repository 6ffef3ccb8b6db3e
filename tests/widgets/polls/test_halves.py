"""Two halves beside each other while there is room, else below each other."""

import pytest
from PySide6.QtWidgets import QLabel

from clubhub.widgets.polls.halves import Halves


@pytest.mark.parametrize(("letters", "is_beside"), [(40, True), (20, False)])
def test_halves_stand_beside_each_other_where_there_is_room(qtbot, letters, is_beside):
    first, second = QLabel("a"), QLabel("b")
    halves = Halves(first, second, least=30, space=8)
    qtbot.addWidget(halves)
    halves.resize(letters * halves.fontMetrics().horizontalAdvance("n"), 200)
    halves.show()
    qtbot.waitUntil(lambda: (first.y() == second.y()) == is_beside)
    assert (second.x() > first.x()) == is_beside
