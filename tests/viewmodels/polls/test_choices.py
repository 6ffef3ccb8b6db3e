"""Plain choices in a form: added by lines, renamed, limited, moved."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from clubhub.domain.ids import OptionId
from clubhub.viewmodels.polls.choices import CHOICE_ROOM, LABEL, Choice, ChoiceTable

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def table():
    made = ChoiceTable()
    QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal)
    made.add("Soup\nBread\n\n  soup \nCake")
    return made


def labels(table):
    return [choice.label for choice in table.choices]


def test_each_line_is_a_choice_and_none_stands_there_twice(table):
    assert labels(table) == ["Soup", "Bread", "Cake"]
    assert table.add("CAKE") == 0
    assert table.summary() == "3 choices"


def test_a_choice_is_renamed_but_not_to_another_ones_name(table):
    assert table.setData(table.index(0, LABEL), " Fish  soup ")
    assert not table.setData(table.index(0, LABEL), "bread")
    assert not table.setData(table.index(0, LABEL), " ")
    assert table.setData(table.index(1, LABEL), "BREAD")
    assert labels(table) == ["Fish soup", "BREAD", "Cake"]


def test_room_is_a_number_or_all(table):
    room = table.index(0, CHOICE_ROOM)
    assert room.data() == "none"
    assert table.setData(room, 3)
    assert room.data(Qt.ItemDataRole.AccessibleTextRole) == "Soup, Limit 3"
    assert table.setData(room, 0)
    assert table.choices[0].most is None
    assert not table.setData(room, "many")


def test_new_choices_move_and_asked_ones_stay(table):
    assert table.move(2, -1) == 1
    assert labels(table) == ["Soup", "Cake", "Bread"]
    assert table.move(0, -1) == 0
    table.set_choices([Choice(label="Soup", option_id=OptionId(1)), Choice(label="Cake")])
    assert table.move(1, -1) == 1
    table.remove([0])
    assert labels(table) == ["Cake"]
