"""Rows are exchanged by a difference of ids, and the model keeps Qt's rules while it does so."""

from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QItemSelectionModel, QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from clubhub.viewmodels.table_model import SORT_ROLE, Column, RowTableModel


@dataclass(frozen=True)
class Fruit:
    id: int
    name: str


COLUMNS = [
    Column(key="name", heading="Name", text=lambda fruit: fruit.name),
    Column(key="id", heading="Number", text=lambda fruit: str(fruit.id), sort=lambda fruit: fruit.id, is_number=True),
]


def model_of(*ids: int) -> RowTableModel[Fruit]:
    model = RowTableModel(COLUMNS, lambda fruit: fruit.id)
    model.set_rows([Fruit(number, f"fruit {number}") for number in ids])
    return model


@given(st.lists(st.lists(st.integers(0, 30), unique=True), min_size=1, max_size=6))
def test_any_exchange_of_rows_keeps_qt_s_rules(states):
    model = model_of()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    for ids in states:
        model.set_rows([Fruit(number, f"fruit {number}") for number in ids])
        assert [fruit.id for fruit in model.rows] == ids
        assert [model.place_of(number) for number in ids] == list(range(len(ids)))


def test_a_row_that_stays_keeps_its_persistent_index_and_the_selection():
    model = model_of(1, 2, 3)
    chosen = QPersistentModelIndex(model.index(1, 0))
    selection = QItemSelectionModel(model)
    selection.select(model.index(1, 0), QItemSelectionModel.SelectionFlag.Select)
    model.set_rows([Fruit(9, "new"), Fruit(2, "changed"), Fruit(3, "fruit 3")])
    assert (chosen.isValid(), chosen.row(), chosen.data()) == (True, 1, "changed")
    assert [index.row() for index in selection.selectedIndexes()] == [1]


def test_values_headings_and_sort_keys_come_from_the_columns(qtmodeltester):
    model = model_of(7)
    qtmodeltester.check(model)
    assert model.index(0, 0).data() == "fruit 7"
    assert model.index(0, 1).data(SORT_ROLE) == 7
    assert model.headerData(0, Qt.Orientation.Horizontal) == "Name"
