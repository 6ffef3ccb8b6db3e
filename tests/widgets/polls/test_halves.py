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


def test_words_that_come_into_one_half_leave_the_other_as_it_was(qtbot):
    first, second = QLabel("a"), QLabel("b")
    halves = Halves(first, second, least=30, space=8)
    qtbot.addWidget(halves)
    halves.resize(60 * halves.fontMetrics().horizontalAdvance("n"), 200)
    halves.show()
    qtbot.waitUntil(lambda: second.x() > first.x())
    before = (first.width(), second.width())
    assert abs(first.width() - second.width()) <= 1
    first.setWordWrap(True)
    first.setText("many words " * 20)
    qtbot.waitUntil(lambda: first.sizeHint().height() > 2 * second.sizeHint().height())
    qtbot.wait(20)
    assert (first.width(), second.width()) == before
