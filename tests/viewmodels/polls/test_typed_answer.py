"""One person's answer while it is typed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from tests.viewmodels.polls.poll_samples import M, Y, board_of

from clubhub.viewmodels.polls.grid import MARK_ROLE
from clubhub.viewmodels.polls.typed_answer import SAID, WHEN, TypedAnswer

pytestmark = pytest.mark.usefixtures("qapp")


def test_marks_are_set_cleared_and_spoken():
    model = TypedAnswer(board_of().options)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.set_mark(0, Y)
    model.set_mark(1, M)
    model.set_mark(1, None)
    assert model.marks == {1: Y}
    assert model.index(0, SAID).data(MARK_ROLE) == Y
    assert model.index(0, WHEN).data() == "Saturday 12 June 09:00–13:00"
    assert model.index(1, SAID).data(Qt.ItemDataRole.AccessibleTextRole) == "Saturday 12 June 13:00–17:00, silent"


def test_an_earlier_answer_is_taken_over():
    model = TypedAnswer(board_of().options)
    earlier = {model.options[2].id: Y}
    model.set_marks(earlier)
    model.set_mark(2, None)
    assert (model.marks, earlier) == ({}, {model.options[2].id: Y})
