"""One person's answer while it is typed."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from tests.viewmodels.polls.poll_samples import M, N, Y, board_of

from clubhub.domain.polls import PollKind
from clubhub.viewmodels.polls.grid import MARK_ROLE
from clubhub.viewmodels.polls.typed_answer import SAID, WHEN, TypedAnswer

pytestmark = pytest.mark.usefixtures("qapp")


def typed(kind: PollKind) -> TypedAnswer:
    board = board_of()
    return TypedAnswer(board.options, replace(board.poll, kind=kind))


def test_marks_are_set_cleared_and_spoken():
    model = typed(PollKind.MARKS)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.set_mark(0, Y)
    model.set_mark(1, M)
    model.set_mark(1, None)
    assert model.marks == {1: Y}
    assert model.index(0, SAID).data(MARK_ROLE) == Y
    assert model.index(0, WHEN).data() == "Saturday 12 June 09:00–13:00"
    assert model.index(1, SAID).data(Qt.ItemDataRole.AccessibleTextRole) == "Saturday 12 June 13:00–17:00, silent"


def test_an_earlier_answer_is_taken_over():
    model = typed(PollKind.MARKS)
    earlier = {model.options[2].id: Y}
    model.set_marks(earlier)
    model.set_mark(2, None)
    assert (model.marks, earlier) == ({}, {model.options[2].id: Y})


def test_one_choice_takes_the_place_of_another_and_no_is_none():
    model = typed(PollKind.ONE)
    model.set_mark(0, Y)
    model.set_mark(2, Y)
    assert model.marks == {3: Y}
    assert model.index(2, SAID).data() == "chosen"
    model.set_mark(2, N)
    assert model.marks == {}


def test_an_order_is_put_together_place_by_place():
    model = typed(PollKind.RANKED)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.put_at(2, 3)
    model.put_at(0, 3)
    model.put_at(1, 1)
    assert [model.index(row, SAID).data() for row in range(3)] == ["3", "1", "2"]
    assert model.ranking == [2, 3, 1]
    model.put_at(2, None)
    assert [model.place(row) for row in range(3)] == [2, 1, None]
    assert model.headerData(SAID, Qt.Orientation.Horizontal) == "Place"
